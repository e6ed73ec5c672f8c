package picture

// Brush paints one thing of each kind.
type Brush struct {
	Hatch, Path func(Path)
	Block       func(Block)
	Dot         func(Dot)
}

// Paint hands a picture's marks to a painter in the order of drawing: what was not published, rules, unit marks,
// the other lines, the marks on lines. Words come after it.
func (p *Picture) Paint(b Brush) {
	for _, path := range p.Paths {
		if path.Hatch {
			b.Hatch(path)
		}
	}
	p.paths(b, true)
	for _, block := range p.Blocks {
		b.Block(block)
	}
	p.paths(b, false)
	for _, dot := range p.Dots {
		b.Dot(dot)
	}
}

func (p *Picture) paths(b Brush, rules bool) {
	for _, path := range p.Paths {
		if !path.Hatch && (path.Ink == InkRule) == rules {
			b.Path(path)
		}
	}
}
