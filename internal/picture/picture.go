// Package picture lays the record out: for a scene and a viewport it places every mark, line and label.
// It draws nothing: painters (SVG, PNG, PDF, Ebitengine) and the page draw a Picture.
package picture

import (
	"opencases/internal/month"
	"opencases/internal/story"
	"opencases/internal/typeface"
	"opencases/internal/words"
)

// Composition is one of four layouts of a scene. Each has a stage of its own size (Design) and is laid out for it, not
// scaled from another.
type Composition int

// Narrow is for phones, Article for a column of text, Wide for a desktop page. Projector is Article on a higher stage, for
// a slide read from the back row: shown so large that its smallest words are 28 of 1080 lines.
const (
	Narrow Composition = iota
	Article
	Wide
	Projector
)

// Viewport is the stage's size in CSS pixels: W 280 to 3840, H 320 to 2160. It is the same in both directions of
// writing: time runs from left to right in every language, and labels are anchored by physical sides.
type Viewport struct{ W, H float64 }

// Shape is what a unit mark looks like; shape and place carry the meaning, colour only helps.
type Shape uint8

// Square is a strike, Disc a report, Ring an open report, Pale a report not found credible (small), Stroke one death.
const (
	Square Shape = iota
	Disc
	Ring
	Pale
	Stroke
	HollowStroke // a death that a reader guessed
)

// Round reports whether a shape looks the same however it is turned.
func (s Shape) Round() bool { return s >= Disc && s <= Pale }

// Ink names a colour role; painters resolve it for the light, dark or forced-colour theme.
type Ink uint8

// The roles. Credible is the deep red, Open the amber, Independent the blue.
const (
	InkText  Ink = iota
	InkQuiet     // secondary words, axis
	InkRule      // hairlines
	InkStrike
	InkReport
	InkCredible
	InkOpen
	InkRest // non-credible or duplicate
	InkIndependent
	InkGuess
	InkGround
	InkBlank // hatching of what was not published
)

// MarkGroup is a group of equal unit marks: Count marks on a grid of cells, filled cell by cell. It is the unit both of
// meaning (one group of the record) and of drawing: a painter can draw a group of 10,000 marks in one call.
type MarkGroup struct {
	ID     string // stable between pictures: "strikes/2017-09-30", "reports/open", ...
	Ref    string // REF of the figure whose count this group shows
	Shape  Shape
	Ink    Ink
	First  int     // number of the group's first mark: marks First..First+Count-1 keep their numbers between views
	Count  int     // marks drawn (= figure / Unit, rounded up)
	Unit   int     // how many one mark stands for: 1, 10 or 50
	X, Y   float64 // corner of cell (0,0), px of the viewport; see Fill for its direction
	PX, PY float64 // width and height of a cell in px
	Size   float64 // mark's diameter, side or length in px
	Across int     // cells in a row
	Skip   int     // cells left empty before the first mark, fewer than Across
	Fill   Fill
	Alpha  float64 // 0 to 1
	// Travels is true of reports, whose marks keep their identity: mark n of one picture is mark n of the next.
	Travels bool
}

// Fill says in which order a group's cells are taken.
type Fill uint8

// RowsUp fills rows from left to right, from the bottom row up, on a baseline; RowsDown from the top row down.
const (
	RowsUp Fill = iota
	RowsDown
)

// At returns the centre of the group's i-th mark (0 <= i < Count), in px of the viewport.
func (b MarkGroup) At(i int) (x, y float64) {
	a, r := (i+b.Skip)%b.Across, (i+b.Skip)/b.Across
	if b.Fill == RowsUp {
		return b.X + (float64(a)+.5)*b.PX, b.Y - (float64(r)+.5)*b.PY
	}
	return b.X + (float64(a)+.5)*b.PX, b.Y + (float64(r)+.5)*b.PY
}

// Path is a line, outline, area or single point mark drawn as vectors: few per picture.
type Path struct {
	ID     string
	Ref    string
	Points [][2]float64 // px
	Closed bool         // fill it instead of stroking
	Ink    Ink
	Width  float64 // stroke width in px
	Dash   bool    // dashed: a guess, or a figure that is a range
	Hatch  bool    // fill with hatching (no figure published)
	Alpha  float64
}

// Dot is a single larger mark on a line (a month's value).
type Dot struct {
	ID, Ref string
	X, Y, R float64
	Shape   Shape
	Ink     Ink
	Alpha   float64
}

// Anchor says which point of a label's box is at X, Y. Sides are physical, in both directions of writing.
type Anchor uint8

// Horizontal anchors.
const (
	Left Anchor = iota
	Middle
	Right
)

// Label is words at a place. The text may carry figures as segments (see words.Text).
type Label struct {
	ID     string  // stable between pictures
	X, Y   float64 // px: anchor point, top edge of the first line
	W, H   float64 // px: the box it was given, after wrapping at the design font size
	Anchor Anchor
	Role   Role
	Ink    Ink
	Lines  []words.Text // the text, broken into lines for W
	Names  string       // id of the mark group, path or dot it names, or ""
}

// Role decides a label's type size and weight.
type Role uint8

// The roles; FontSize gives their sizes.
const (
	Value Role = iota
	Name
	Note
	AxisLabel
)

// FontSize is a role's type size in px at the design size of a composition, and its weight. The page's
// style sheet repeats these sizes and lets them grow with the stage, never faster than it.
func FontSize(r Role, c Composition) (px float64, weight typeface.Weight) {
	switch {
	case r == Value && c == Narrow:
		return 18, typeface.Semibold
	case r == Value:
		return 22, typeface.Semibold
	case r == Name:
		return 13, typeface.Semibold
	}
	return 12, typeface.Regular
}

// Design is the stage a composition is laid out for; the page shows it scaled up to fit.
func Design(c Composition) Viewport {
	switch c {
	case Narrow:
		return Viewport{W: 280, H: 330}
	case Article:
		return Viewport{W: 560, H: 320}
	case Projector:
		return Viewport{W: 560, H: 380}
	}
	return Viewport{W: 740, H: 500}
}

var compositionNames = [...]string{"narrow", "article", "wide", "projector"}

// String is the composition's name as the page and its addresses use it.
func (c Composition) String() string { return compositionNames[c] }

// Hot is a place that answers to pointer, tap and focus: it opens the card of Ref.
type Hot struct {
	ID         string
	Ref        string
	X, Y, W, H float64
	Text       words.Text  // what a screen reader says: series, point, figure
	Month      month.Month // the month it stands for, 0 if none
	Series     string
}

// Axis is the timeline as the view uses it: the page's slider is laid exactly over X0..X1.
type Axis struct {
	From, To month.Month
	X0, X1   float64 // px: start of From's first day, end of To's last day
	Ticks    []Tick
}

// Tick is one labelled month or year start on the axis.
type Tick struct {
	Month month.Month
	X     float64
	Text  string
	Minor bool
}

// Picture is one laid-out moment. Lengths are px of Viewport.
type Picture struct {
	Viewport    Viewport
	Composition Composition
	View        story.View
	Month       month.Month
	Axis        Axis
	MarkGroups  []MarkGroup
	Paths       []Path
	Dots        []Dot
	Labels      []Label
	Hots        []Hot
	Sketch      [4]float64 // px: left, top, right and bottom of where a reader draws a line, 0 to AskedMost from bottom to top; zero if nowhere
	Description words.Text // one or two sentences that say what is to be seen
}
