// Package mesh turns a Motion into one list of quads for one draw call. A mark group is one quad however many marks it
// holds: the shader (marks.kage) finds the marks.
//
// What a vertex carries, all but the place being the same at a quad's four corners:
//
//	            mark group               row                    stroke                  area
//	Src         px from its first cell   the same               px along and across     px inside upper and lower edge
//	ColorR      looks: ink + 16*inkBefore + 256*mix*255
//	ColorG      form: shape +            form: -(shape +        flags, see stroke.go    hatched or not
//	            8*shapeBefore +          8*shapeBefore +
//	            64*Across (1 or more)    64*marks)
//	ColorB      Full, cell counted       -                      dash on, px             hatch pitch, px
//	ColorA      Lead, cell counted       -                      dash off, px            hatch line, px
//	Custom0,1   width and height of a    pitch, the quad's      length, half its width  x+y of the canvas, -
//	            cell; height below 0     height
//	            for rows upwards
//	Custom2     Size                     Size                   place on the path, px   -
//	Custom3     alpha + 2*Skip           alpha                  alpha                   alpha
//
// All px are the canvas's own.
package mesh

import "opencases/internal/picture"

// Vertex has the fields of ebiten.Vertex in the same order.
type Vertex struct {
	DstX, DstY                         float32
	SrcX, SrcY                         float32
	ColorR, ColorG, ColorB, ColorA     float32
	Custom0, Custom1, Custom2, Custom3 float32
}

// Mesh is a list of quads. It keeps its memory from one Build to the next.
type Mesh struct {
	Vertices   []Vertex // four a quad
	Indices    []uint32 // six a quad
	allIndices []uint32
	scale      float32
	points     []vec
	pair       [4]corner
	slabs      slabs
}

// Build makes the quads of what m draws, at scale canvas px to a px of the picture, in the order of a still's layers.
func (q *Mesh) Build(m *picture.Motion, scale float64) {
	q.Vertices, q.scale = q.Vertices[:0], float32(scale)
	for layer := range picture.Layers {
		q.layer(m, layer)
	}
	q.index()
}

func (q *Mesh) layer(m *picture.Motion, layer picture.Layer) {
	switch layer {
	case picture.MarkLayer:
		groups, rows := m.MarkGroups(), m.Rows()
		for i := range groups {
			q.markGroup(&groups[i])
		}
		for i := range rows {
			q.row(&rows[i])
		}
	case picture.DotLayer:
		dots := m.Dots()
		for i := range dots {
			d := &dots[i]
			q.mark(d.X, d.Y, 2*d.R, d.Alpha, packInks(d.Ink, d.FromInk, d.Mix), d.Shape, d.FromShape)
		}
	default:
		paths := m.Paths()
		for i := range paths {
			if paths[i].Layer() == layer {
				q.path(&paths[i])
			}
		}
	}
}

// index gives every quad its two triangles. They are the same for all, so the list is only ever made longer.
func (q *Mesh) index() {
	n := len(q.Vertices) / 4 * 6
	for v := uint32(len(q.allIndices) / 6 * 4); len(q.allIndices) < n; v += 4 {
		q.allIndices = append(q.allIndices, v, v+1, v+2, v+1, v+3, v+2)
	}
	q.Indices = q.allIndices[:n]
}

// packInks packs two inks and the mix between them into ColorR.
func packInks(ink, before picture.Ink, mix float64) float32 {
	return float32(int(ink) + 16*int(before) + 256*int(mix*255+.5))
}

func packShapes(shape, before picture.Shape) float32 { return float32(int(shape) + 8*int(before)) }
