package main

import (
	"fmt"
	"image/color"
	"io/fs"
	"regexp"
	"strings"

	"opencases/data"
	"opencases/internal/month"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/typeface"
	"opencases/internal/words"
	"opencases/web"
)

// scene is what every rival is given to draw: our own pictures as numbers, so that all draw the very same marks. Lengths
// are px of the design stage, times are ms.
type scene struct {
	W       float64           `json:"w"`
	H       float64           `json:"h"`
	Inks    map[string]string `json:"inks"` // CSS colours of marks, and of words as words-INK
	X0      float64           `json:"x0"`   // the axis, from the first month's start to the last month's end
	X1      float64           `json:"x1"`
	From    string            `json:"from"`    // the axis's first day, and the day after its last: YYYY-MM-DD
	To      string            `json:"to"`      //
	Ticks   []tick            `json:"ticks"`   // the years
	Months  []string          `json:"months"`  // that the timeline passes, YYYY-MM
	Totals  []string          `json:"totals"`  // what the picture says by each month
	Step    float64           `json:"step"`    // ms from one month to the next at the story's own speed
	Strikes view              `json:"strikes"` // 28,562 at rest
	Reports view              `json:"reports"` // 1,799 at rest
	Cases   view              `json:"cases"`   // the same 1,799, sorted
	Travel  travel            `json:"travel"`  // from Reports to Cases and back
}

type tick struct {
	X    float64 `json:"x"`
	Text string  `json:"text"`
}

// view is one picture at rest.
type view struct {
	Blocks []block `json:"blocks"`
	Labels []label `json:"labels"`
	Lines  []line  `json:"lines"`
}

// block is a heap of marks, filled by rows from the left, from the bottom row up: mark i stands in cell i.
type block struct {
	Month  int     `json:"month"` // index of the month that brings the heap; 0 where the picture has no timeline
	X      float64 `json:"x"`     // the heap's lower left corner
	Y      float64 `json:"y"`
	Pitch  float64 `json:"pitch"` // of a cell, and the side or diameter of a mark
	Size   float64 `json:"size"`
	Across int     `json:"across"` // cells in a row
	First  int     `json:"first"`  // number of the first mark
	Count  int     `json:"count"`
	Shape  string  `json:"shape"`
	Ink    string  `json:"ink"`
	Settle float64 `json:"settle"` // ms in which the heap's marks settle
}

type label struct {
	X      float64  `json:"x"` // the anchor, at the first line's top
	Y      float64  `json:"y"`
	Anchor string   `json:"anchor"` // left, middle, right
	Size   float64  `json:"size"`
	Weight int      `json:"weight"`
	Ink    string   `json:"ink"`
	Lines  []string `json:"lines"`
	Total  bool     `json:"total"` // its first line is one of Totals while the timeline moves
}

type line struct {
	Points [][2]float64 `json:"points"`
	Ink    string       `json:"ink"`
	Area   bool         `json:"area"` // filled rather than stroked
	Alpha  float64      `json:"alpha"`
}

// travel is how reports go to their cases: mark n sets out after Stagger*(n mod Stream)/Stream and takes Time.
type travel struct {
	Time    float64 `json:"time"`
	Stagger float64 `json:"stagger"`
	Stream  int     `json:"stream"`
}

// How marks move, in ms: the numbers of package picture's Motion, which keeps them to itself. scene_test.go holds them
// to what Motion does.
const (
	settleShort = 400.
	settleLong  = 900.
	settleMany  = 2000
)

var reportsTravel = travel{Time: 750, Stagger: 150, Stream: 400}

// settleTime is how long n marks take to settle.
func settleTime(n int) float64 {
	return settleShort + (settleLong-settleShort)*min(1, float64(n)/settleMany)
}

// studio makes pictures of the built-in record.
type studio struct {
	rec  *record.Record
	lang *words.Language
	inks map[string]string
}

func openStudio() (*studio, error) {
	r, err := record.Load(data.FS)
	if err != nil {
		return nil, err
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		return nil, err
	}
	inks, err := lightInks()
	return &studio{r, l.With(r), inks}, err
}

func (s *studio) picture(v story.View, m month.Month, c picture.Composition) picture.Picture {
	sc := story.Scene{View: v, Month: m}
	sc.From, sc.To = story.Window("strikes", v)
	return picture.Make(s.rec, s.lang, sc, c)
}

// scene is what a composition shows from the first strike to the article's month.
func (s *studio) scene(c picture.Composition) (*scene, error) {
	vp := picture.Design(c)
	sc := &scene{W: vp.W, H: vp.H, Inks: s.inks, Travel: reportsTravel}
	axis := s.picture(story.Strikes, story.ArticleMonth, c).Axis
	sc.X0, sc.X1 = axis.X0, axis.X1
	sc.From, sc.To = axis.From.String()+"-01", (axis.To+1).String()+"-01"
	for _, t := range axis.Ticks {
		if !t.Minor {
			sc.Ticks = append(sc.Ticks, tick{t.X, t.Text})
		}
	}
	came := map[string]int{} // block to month
	for m := axis.From; m <= axis.To; m++ {
		p := s.picture(story.Strikes, m, c)
		for _, b := range p.MarkGroups {
			if _, ok := came[b.ID]; !ok {
				came[b.ID] = len(sc.Months)
			}
		}
		sc.Months, sc.Totals = append(sc.Months, m.String()), append(sc.Totals, totalOf(p))
	}
	sc.Step = story.CampaignSeconds * 1000 / float64(len(sc.Months)-1)
	var err error
	for _, v := range []struct {
		view story.View
		to   *view
	}{{story.Strikes, &sc.Strikes}, {story.Reports, &sc.Reports}, {story.Cases, &sc.Cases}} {
		if *v.to, err = viewOf(s.picture(v.view, story.ArticleMonth, c), came); err != nil {
			return nil, err
		}
	}
	return sc, nil
}

// marks counts the marks of a view.
func (v view) marks() (n int) {
	for _, b := range v.Blocks {
		n += b.Count
	}
	return n
}

func totalOf(p picture.Picture) string {
	for _, l := range p.Labels {
		if l.ID == "strikes/total" {
			return l.Lines[0].String()
		}
	}
	return ""
}

func viewOf(p picture.Picture, came map[string]int) (v view, err error) {
	for _, b := range p.MarkGroups {
		if b.Fill != picture.RowsUp || b.Skip != 0 || b.PX != b.PY || b.Alpha != 1 {
			return v, fmt.Errorf("heap %s is laid out in a way that the scenes do not draw: %+v", b.ID, b)
		}
		v.Blocks = append(v.Blocks, block{came[b.ID], b.X, b.Y, b.PX, b.Size, b.Across, b.First, b.Count, shapes[b.Shape], b.Ink.String(), settleTime(b.Count)})
	}
	for _, l := range p.Labels {
		px, weight := picture.FontSize(l.Role, p.Composition)
		made := label{X: l.X, Y: l.Y, Anchor: anchors[l.Anchor], Size: px, Weight: 400, Ink: "words-" + l.Ink.String(), Total: l.ID == "strikes/total"}
		if weight == typeface.Semibold {
			made.Weight = 600
		}
		for _, text := range l.Lines {
			made.Lines = append(made.Lines, text.String())
		}
		v.Labels = append(v.Labels, made)
	}
	for _, path := range p.Paths {
		v.Lines = append(v.Lines, line{path.Points, path.Ink.String(), path.Closed, path.Alpha})
	}
	return v, nil
}

var (
	shapes  = map[picture.Shape]string{picture.Square: "square", picture.Disc: "disc", picture.Ring: "ring", picture.Pale: "disc"}
	anchors = map[picture.Anchor]string{picture.Left: "left", picture.Middle: "middle", picture.Right: "right"}
)

var token = regexp.MustCompile(`--(ink|words)-([a-z]+):\s*(#[0-9a-f]{6});`)

// lightInks are the colours of the light theme.
func lightInks() (map[string]string, error) {
	text, err := fs.ReadFile(web.FS, "style/tokens.css")
	if err != nil {
		return nil, err
	}
	inks := map[string]string{}
	for _, m := range token.FindAllStringSubmatch(string(text), -1) {
		name := strings.TrimPrefix(m[1]+"-"+m[2], "ink-")
		if _, later := inks[name]; !later { // the light theme stands first
			inks[name] = m[3]
		}
	}
	for _, ink := range picture.Inks {
		mark := inks[ink.String()]
		if mark == "" {
			return nil, fmt.Errorf("style/tokens.css does not give --ink-%s as six hexadecimal digits", ink)
		}
		if inks["words-"+ink.String()] == "" {
			inks["words-"+ink.String()] = mark
		}
	}
	return inks, nil
}

// rgb reads a colour as lightInks gives it.
func rgb(css string) (c color.RGBA) {
	fmt.Sscanf(css, "#%02x%02x%02x", &c.R, &c.G, &c.B)
	c.A = 255
	return c
}
