//go:build js && wasm

// Command marks draws the bench's scene with the released Ebitengine as its manual has it: one image as the texture, the
// vertices of every mark in a slice that is kept, one DrawTriangles32 a frame. No words, no page.
package main

import (
	"encoding/json"
	"image"
	"math"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// block is a heap of marks, as the bench hands it over.
type block struct {
	Month       int
	X, Y        float64
	Pitch, Size float64
	Across      int
	Count       int
	Shape, Ink  string
	Settle      float64
}

type view struct{ Blocks []block }

type scene struct {
	W, H                    float64
	Inks                    map[string]string
	Strikes, Reports, Cases view
	Travel                  struct {
		Time, Stagger float64
		Stream        int
	}
}

// mark is one mark's place and look.
type mark struct {
	x, y, size, alpha float32
	shape             *shape
	r, g, b           float32
}

type game struct {
	scene    scene
	sheet    *ebiten.Image
	shapes   map[string]*shape
	marks    []mark
	vertices []ebiten.Vertex
	indices  []uint32

	frame func(ms float64) (over bool) // what moves, nil at rest
	start time.Time
	done  js.Value
	drawn bool
}

// Update implements ebiten.Game.
func (g *game) Update() error {
	if g.frame != nil && g.frame(float64(time.Since(g.start).Microseconds())/1000) {
		g.frame = nil
		g.done.Invoke()
	}
	return nil
}

// Draw implements ebiten.Game.
func (g *game) Draw(screen *ebiten.Image) {
	g.vertices, g.indices = g.vertices[:0], g.indices[:0]
	bounds := screen.Bounds()
	scale := float32(bounds.Dx()) / float32(g.scene.W)
	for i := range g.marks {
		m := &g.marks[i]
		if m.alpha == 0 {
			continue
		}
		cell, n := m.shape.cell, uint32(len(g.vertices))
		h := cell / 2 * m.size / m.shape.size * scale
		for k := range 4 {
			dx, dy := float32(k&1), float32(k>>1)
			g.vertices = append(g.vertices, ebiten.Vertex{
				DstX: m.x*scale + (2*dx-1)*h, DstY: m.y*scale + (2*dy-1)*h,
				SrcX: m.shape.left + dx*cell, SrcY: dy * cell,
				ColorR: m.r * m.alpha, ColorG: m.g * m.alpha, ColorB: m.b * m.alpha, ColorA: m.alpha,
			})
		}
		g.indices = append(g.indices, n, n+1, n+2, n+1, n+3, n+2)
	}
	ground := g.scene.colour("ground")
	screen.Fill(rgb{ground[0], ground[1], ground[2]})
	screen.DrawTriangles32(g.vertices, g.indices, g.sheet, &ebiten.DrawTrianglesOptions{Filter: ebiten.FilterLinear})
	if !g.drawn {
		g.drawn = true
		js.Global().Get("performance").Call("mark", "bench.ready")
	}
}

// Layout implements ebiten.Game.
func (g *game) Layout(w, h int) (int, int) { return w, h }

type rgb [3]float32

// RGBA implements color.Color.
func (c rgb) RGBA() (r, g, b, a uint32) {
	return uint32(c[0] * 0xffff), uint32(c[1] * 0xffff), uint32(c[2] * 0xffff), 0xffff
}

func (s *scene) colour(ink string) (c [3]float32) {
	css := s.Inks[ink]
	for k := range c {
		for _, digit := range css[1+2*k : 3+2*k] {
			v := digit - '0'
			if digit >= 'a' {
				v = digit - 'a' + 10
			}
			c[k] = c[k]*16 + float32(v)/255
		}
	}
	return c
}

// stand lists the marks of a picture.
func (g *game) stand(v view) []mark {
	var marks []mark
	for _, b := range v.Blocks {
		c := g.scene.colour(b.Ink)
		for i := range b.Count {
			marks = append(marks, mark{
				x: float32(b.X + (float64(i%b.Across)+.5)*b.Pitch), y: float32(b.Y - (float64(i/b.Across)+.5)*b.Pitch),
				size: float32(b.Size), alpha: 1, shape: g.shapes[b.Shape], r: c[0], g: c[1], b: c[2],
			})
		}
	}
	return marks
}

// settle is the motion of the strikes, step ms a month.
func (g *game) settle(step float64) func(float64) bool {
	g.marks = g.stand(g.scene.Strikes)
	return func(ms float64) bool {
		over, n := true, 0
		for _, b := range g.scene.Strikes.Blocks {
			u := min(1, max(0, (ms-float64(b.Month)*step)/b.Settle))
			lead, full := float64(b.Count)*(2*u-u*u), float64(b.Count)*u*u*(3-2*u)
			for i := range b.Count {
				s := float32(min(1, max(0, (lead-float64(i))/max(lead-full, 1))))
				g.marks[n].alpha, g.marks[n].size = s, float32(b.Size)*(.6+.4*s)
				n++
			}
			over = over && u == 1
		}
		return over
	}
}

// regroup sends the reports from one picture to the other. A ring fades in over the disc that fades out.
func (g *game) regroup(from, to view) func(float64) bool {
	a, b := g.stand(from), g.stand(to)
	g.marks = append(g.stand(from), g.stand(to)...)
	t := g.scene.Travel
	return func(ms float64) bool {
		for n := range a {
			u := min(1, max(0, (ms-t.Stagger*float64(n%t.Stream)/float64(t.Stream))/t.Time))
			e := float32(u * u * (3 - 2*u))
			for _, m := range []*mark{&g.marks[n], &g.marks[len(a)+n]} {
				m.x, m.y = a[n].x+(b[n].x-a[n].x)*e, a[n].y+(b[n].y-a[n].y)*e
				m.size = a[n].size + (b[n].size-a[n].size)*e
			}
			g.marks[n].alpha, g.marks[len(a)+n].alpha = 1-e*e, e
		}
		if ms < t.Time+t.Stagger {
			return false
		}
		g.marks = b
		return true
	}
}

// shape is a mark's form on the sheet, as large as the largest mark that has it, with an empty margin: its edges are soft
// wherever it stands.
type shape struct{ left, cell, size float32 }

// draw makes the sheet.
func (g *game) draw() {
	g.shapes = map[string]*shape{}
	width, height := 0, 0
	for _, v := range []view{g.scene.Strikes, g.scene.Reports, g.scene.Cases} {
		for _, b := range v.Blocks {
			if g.shapes[b.Shape] == nil {
				g.shapes[b.Shape] = &shape{}
			}
			s := g.shapes[b.Shape]
			s.size = max(s.size, float32(b.Size))
			s.cell = float32(math.Ceil(float64(s.size))) + 2
		}
	}
	for _, s := range g.shapes {
		s.left = float32(width)
		width, height = width+int(s.cell), max(height, int(s.cell))
	}
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for kind, s := range g.shapes {
		const ringShare = .2
		half, r := float64(s.cell)/2, float64(s.size)/2
		for y := range int(s.cell) {
			for x := range int(s.cell) {
				dx, dy := math.Abs(float64(x)+.5-half), math.Abs(float64(y)+.5-half)
				cover := within(r - math.Hypot(dx, dy))
				switch kind {
				case "square":
					cover = within(r-dx) * within(r-dy)
				case "ring":
					cover -= within(r*(1-2*ringShare) - math.Hypot(dx, dy))
				}
				for k := range 4 {
					m.Pix[m.PixOffset(int(s.left)+x, y)+k] = uint8(255*cover + .5)
				}
			}
		}
	}
	g.sheet = ebiten.NewImageFromImage(m)
}

// within is how much of a px is covered whose centre lies so far inside an edge.
func within(by float64) float64 { return min(1, max(0, by+.5)) }

func (g *game) expose() {
	views := map[string]*view{"strikes": &g.scene.Strikes, "reports": &g.scene.Reports, "cases": &g.scene.Cases}
	move := func(frame func(float64) bool) any {
		return js.Global().Get("Promise").New(js.FuncOf(func(_ js.Value, args []js.Value) any {
			g.done, g.start, g.frame = args[0], time.Now(), frame
			return nil
		}))
	}
	js.Global().Set("bench", map[string]any{
		"show":  js.FuncOf(func(_ js.Value, args []js.Value) any { g.marks = g.stand(*views[args[0].String()]); return nil }),
		"clear": js.FuncOf(func(js.Value, []js.Value) any { g.marks = nil; return nil }),
		"settle": js.FuncOf(func(_ js.Value, args []js.Value) any {
			return move(g.settle(args[0].Float()))
		}),
		"regroup": js.FuncOf(func(_ js.Value, args []js.Value) any {
			from := &g.scene.Reports
			if args[0].String() == "reports" {
				from = &g.scene.Cases
			}
			return move(g.regroup(*from, *views[args[0].String()]))
		}),
	})
}

func main() {
	g := &game{}
	text := js.Global().Get("document").Call("getElementById", "data").Get("textContent").String()
	if err := json.Unmarshal([]byte(text), &g.scene); err != nil {
		panic(err)
	}
	g.draw()
	g.marks = g.stand(g.scene.Strikes)
	g.expose()
	if err := ebiten.RunGame(g); err != nil {
		panic(err)
	}
}
