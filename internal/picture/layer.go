package picture

// Layer is one of the layers in which a picture is drawn.
type Layer uint8

// The layers from back to front. A painter goes through them with "for layer := range picture.Layers".
const (
	HatchLayer Layer = iota // paths that hatch what was not published
	RuleLayer               // paths that are hairlines
	MarkLayer               // mark groups; in motion also the rows of marks in transition
	LineLayer               // all other paths
	DotLayer                // dots
	Layers                  // how many there are
)

// Layer is the layer in which the path is drawn.
func (p *Path) Layer() Layer {
	switch {
	case p.Hatch:
		return HatchLayer
	case p.Ink == InkRule:
		return RuleLayer
	}
	return LineLayer
}
