package main

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"slices"

	"opencases/internal/test/browser"
)

// check looks at what a contestant draws before anything is measured: one that draws nothing, or other marks, is not fast.
// Its pictures are compared with where the record's marks stand; with shots they are kept in a folder, for people.
func check(c *contestant, s *stage, shots string) error {
	return visit(c, func(b *browser.Browser, w *witness) {
		p := c.tab(b, w, s)
		p.Open(c.host.URL + c.path)
		c.ready(p, s)
		if !c.marks {
			return
		}
		take := func(name string) *image.RGBA {
			p.Drawn()
			m := p.ShotOf(c.box(p))
			if shots != "" {
				if err := save(filepath.Join(shots, fmt.Sprintf("%s-%s-%s.png", s.name, c.id, name)), m); err != nil {
					w.Fatalf("%v", err)
				}
			}
			return m
		}
		compare := func(name string, v view) {
			if err := s.scene.compare(v, take(name)); err != nil {
				w.Errorf("%s, %s stage: %v", name, s.name, err)
			}
		}
		compare("1-first", s.scene.Strikes)
		p.Do(`await bench.clear()`)
		compare("2-cleared", view{})
		// half keeps the frame that was shown half way through a motion.
		half := func(name, motion string) {
			if shots == "" {
				perform(p, motion)
				return
			}
			reel, now := roll(p), `performance.timeOrigin + performance.now()`
			from := browser.Eval[float64](p, now)
			perform(p, motion)
			to := browser.Eval[float64](p, now)
			frames := reel.stop()
			if len(frames) == 0 {
				return
			}
			middle := slices.MinFunc(frames, func(a, b shown) int {
				return cmp.Compare(math.Abs(a.at-(from+to)/2), math.Abs(b.at-(from+to)/2))
			})
			m, err := middle.picture(c.box(p))
			if err == nil {
				err = save(filepath.Join(shots, fmt.Sprintf("%s-%s-%s.png", s.name, c.id, name)), m)
			}
			if err != nil {
				w.Fatalf("%v", err)
			}
		}
		half("3-settling", fmt.Sprintf(`await bench.settle(%g)`, pace))
		compare("4-settled", s.scene.Strikes)
		p.Do(`await bench.clear()`)
		half("5-at-once", `await bench.settle(0)`)
		compare("6-settled", s.scene.Strikes)
		p.Do(`await bench.show("reports")`)
		compare("7-reports", s.scene.Reports)
		half("8-on-the-way", `await bench.regroup("cases")`)
		compare("9-cases", s.scene.Cases)
		perform(p, `await bench.regroup("reports")`)
		compare("10-reports", s.scene.Reports)
	})
}

// side is that of the squares in which pictures are compared, px of the screen: soft edges do not count, a missing mark does.
const side = 16

// compare counts, square by square, how much of the stage is inked, and holds it to what the marks of the view cover. Words
// and lines lie elsewhere or are thin. The error says where marks are missing or too many.
func (sc *scene) compare(v view, m *image.RGBA) error {
	scale := float64(m.Bounds().Dx()) / sc.W
	want := sc.coverage(v, scale, m.Bounds().Dx(), m.Bounds().Dy())
	var should, does []float64
	for ink, cover := range want {
		for y := range cover {
			for x := range cover[y] {
				if cover[y][x] >= .02 {
					should, does = append(should, cover[y][x]), append(does, inked(m, x*side, y*side, rgb(sc.Inks["ground"]), rgb(sc.Inks[ink])))
				}
			}
		}
	}
	if len(should) == 0 {
		if share := browser.Inked(m); share > .04 {
			return fmt.Errorf("%.1f%% of the empty stage is inked", 100*share)
		}
		return nil
	}
	return near(should, does)
}

// Browsers soften the edges of marks of one or two px each in their own way: up to a fifth more ink than the marks have
// area. That is the same everywhere, and a mark that is missing or elsewhere is not.
const (
	mostInk   = .25 // of the marks' area, more or less
	mostStray = .10 // of the ink, in other squares than it should be
)

func near(should, does []float64) error {
	var all, drawn, stray float64
	for i := range should {
		all, drawn = all+should[i], drawn+does[i]
	}
	ratio := drawn / all
	if math.Abs(ratio-1) > mostInk {
		return fmt.Errorf("the marks cover %.2f of what they should", ratio)
	}
	for i := range should {
		stray += math.Abs(does[i]-ratio*should[i]) / drawn / 2
	}
	if stray > mostStray {
		return fmt.Errorf("the marks do not stand where they should: %.1f%% of their ink is elsewhere", 100*stray)
	}
	return nil
}

// coverage is the share of each square that the marks of a view cover, by ink.
func (sc *scene) coverage(v view, scale float64, w, h int) map[string][][]float64 {
	by := map[string][][]float64{}
	for _, b := range v.Blocks {
		cover := by[b.Ink]
		if cover == nil {
			cover = make([][]float64, h/side)
			for y := range cover {
				cover[y] = make([]float64, w/side)
			}
			by[b.Ink] = cover
		}
		area := b.Size * b.Size * scale * scale
		switch b.Shape {
		case "disc":
			area *= math.Pi / 4
		case "ring":
			area *= math.Pi / 4 * (1 - .6*.6)
		}
		for i := range b.Count {
			x := (b.X + (float64(i%b.Across)+.5)*b.Pitch) * scale
			y := (b.Y - (float64(i/b.Across)+.5)*b.Pitch) * scale
			spread(cover, x, y, b.Size*scale, area/(side*side))
		}
	}
	return by
}

// spread shares a mark's area out to the squares that it lies in.
func spread(cover [][]float64, x, y, size, area float64) {
	const parts = 4
	for i := range parts {
		for k := range parts {
			at := func(c float64, n int) int { return int((c + size*((float64(n)+.5)/parts-.5)) / side) }
			if row, column := at(y, i), at(x, k); row >= 0 && row < len(cover) && column >= 0 && column < len(cover[row]) {
				cover[row][column] += area / (parts * parts)
			}
		}
	}
}

// inked is how far the mean colour of a square is on the way from one colour to another.
func inked(m *image.RGBA, x0, y0 int, from, to color.RGBA) float64 {
	var mean [3]float64
	for y := y0; y < y0+side; y++ {
		for x := x0; x < x0+side; x++ {
			at := m.PixOffset(x, y)
			for k := range mean {
				mean[k] += float64(m.Pix[at+k]) / (side * side)
			}
		}
	}
	var along, way float64
	a, b := [3]float64{float64(from.R), float64(from.G), float64(from.B)}, [3]float64{float64(to.R), float64(to.G), float64(to.B)}
	for k := range mean {
		along += (mean[k] - a[k]) * (b[k] - a[k])
		way += (b[k] - a[k]) * (b[k] - a[k])
	}
	return along / way
}

func save(name string, m image.Image) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return png.Encode(f, m)
}
