package picture

import (
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// strokeRatio is the height of a death's cell over its width: an upright stroke.
const strokeRatio = 2.1

// count sets one stroke for every death that the coalition acknowledged, and at the same scale one for every
// death of the independent count's lower bound.
func (s *sheet) count() {
	e := s.edge()
	s.axis(e, s.Viewport.W-e)
	if s.scene.Focus == "rate" {
		s.rates()
		return
	}
	ack := s.figure("named/acknowledged@" + s.Month.String())
	ind := s.figure("named/independent@" + s.Month.String())
	showInd := s.scene.Focus != "acknowledged" && s.scene.Asking == story.AskNothing
	s.Description = s.countDescription(ack, ind, showInd)

	fields := []field{{"acknowledged", Stroke, InkCredible, ack, "label.acknowledged", true}}
	if guess, ok := s.guessedValue(); ok {
		fields = append(fields, field{"guess", HollowStroke, InkGuess, record.Figure{Count: record.Some(float64(guess), "")}, "ask.count.yours", true})
	}
	fields = append(fields, field{"independent", Stroke, InkIndependent, ind, "label.independent", showInd})
	s.fields(fields)
}

// field is one group of strokes under its name.
type field struct {
	id    string
	shape Shape
	ink   Ink
	count record.Figure
	key   string
	shown bool
}

// fields stacks the groups with one scale for all, which stays the same through the window: it is made for the
// largest figures in it, shown or not.
func (s *sheet) fields(fields []field) {
	const between = 8.
	e, nameHeight := s.edge(), 22.
	if s.Composition == Narrow {
		nameHeight = 36 // names take two lines
	}
	width := s.Viewport.W - 2*e
	var sizes []int
	for _, f := range fields {
		n, _ := f.count.Count.Int()
		if f.id != "guess" {
			most, _ := s.figure("named/" + f.id + "@" + s.scene.To.String()).Count.Int()
			n = max(n, most)
		}
		sizes = append(sizes, n)
	}
	height := s.Viewport.H - e - (nameHeight+between)*float64(len(fields)) - 16
	unit, px := 1, 0.
	for _, unit = range units {
		scaled := make([]int, len(sizes))
		for i, n := range sizes {
			scaled[i] = marks(n, unit)
		}
		if px = fitField(scaled, width, height, strokeRatio, 6); px >= leastPitch {
			break
		}
	}
	cells := across(width, px)
	y, first := e, 0
	for _, f := range fields {
		n, ok := f.count.Count.Int()
		if f.shown {
			y = s.field(f, ok, n, first, unit, px, cells, y, width) + between
		}
		first += marks(n, unit)
	}
	if s.scene.Asking != story.AskNothing {
		s.label(Label{ID: "count/hidden", Role: Note, Ink: InkQuiet}, true, s.wording("label.hidden"), place{x: e, y: y + 4, width: width})
	}
	s.label(Label{ID: "count/unit", Role: Note, Ink: InkQuiet}, false, s.wording("label.unit.death", words.Num("n", unit)),
		place{x: e, y: s.Viewport.H - 16, width: width})
}

// field draws one group and returns its bottom edge.
func (s *sheet) field(f field, known bool, n, first, unit int, px, cells, y, width float64) float64 {
	e := s.edge()
	id := "deaths/" + f.id
	if !known {
		s.label(Label{ID: id, Role: Name, Ink: f.ink}, true, s.wording(f.key+".blank", words.Mon("month", s.Month)), place{x: e, y: y, width: width})
		return y + 20
	}
	var text wording
	if f.id == "guess" {
		text = s.wording(f.key, words.Num("n", n))
	} else {
		text = s.wording(f.key, words.Fig("n", f.count), words.Day("date", f.count.AsOf))
	}
	y = s.label(Label{ID: id, Role: Name, Ink: f.ink, Names: id}, true, text, place{x: e, y: y, width: width}).b + 5
	b := Block{ID: id, Ref: f.count.Ref, Shape: f.shape, Ink: f.ink, First: first, Count: marks(n, unit), Unit: unit,
		X: e, Y: y, PX: px, PY: px * strokeRatio, Size: px * strokeRatio * .8, Across: int(cells), Fill: RowsDown, Alpha: s.dim(f.id)}
	s.block(b)
	bottom := max(y, b.bounds().b)
	if f.count.Ref != "" {
		s.hot(Hot{ID: id, Ref: f.count.Ref, X: e, Y: y, W: width, H: max(bottom-y, 8), Series: f.id, Month: f.count.AsOf.In(),
			Text: s.text("hot.killed", words.Fig("n", f.count), words.Day("date", f.count.AsOf), words.Who("by", f.count.By))})
	}
	return bottom
}

func (s *sheet) countDescription(ack, ind record.Figure, showInd bool) words.Text {
	args := []words.Arg{words.Fig("acknowledged", ack), words.Fig("independent", ind), words.Mon("month", s.Month),
		words.Day("date", ack.AsOf), words.Day("until", ind.AsOf)}
	switch {
	case ack.Count.Absent():
		return s.text("describe.count.blank", args...)
	case s.scene.Asking != story.AskNothing:
		return s.text("describe.count.asking", args...)
	case !showInd || ind.Count.Absent():
		return s.text("describe.count.acknowledged", args...)
	}
	return s.text("describe.count", args...)
}

// rates sets two samples of strikes side by side, the strikes that killed civilians filled: one in five of those
// that the New York Times surveyed, one in about 157 by the coalition's figures.
func (s *sheet) rates() {
	e := s.edge()
	share, ack := s.figure("named/survey_share"), s.figure("named/acknowledged_one_in")
	ratio := s.figure("named/survey_ratio")
	s.Description = s.text("describe.count.rate", words.Fig("survey", share), words.Fig("acknowledged", ack), words.Fig("ratio", ratio))
	width := s.Viewport.W - 2*e
	survey := 0
	if f, ok := share.Count.Float(); ok && f > 0 {
		survey = int(1/f + .5)
	}
	one, _ := ack.Count.Int()
	y := e
	px := fitField([]int{survey, one}, width, s.Viewport.H-130, 1, 44)
	cells := across(width, px)
	for _, sample := range []struct {
		id, key string
		fig     record.Figure
		n       int
		ink     Ink
	}{{"survey", "label.rate.survey", share, survey, InkIndependent}, {"acknowledged", "label.rate.acknowledged", ack, one, InkCredible}} {
		y = s.label(Label{ID: "rate/" + sample.id, Role: Name, Ink: sample.ink, Names: "rate/" + sample.id}, true,
			s.wording(sample.key, words.Fig("n", sample.fig)), place{x: e, y: y, width: width}).b + 6
		if sample.n == 0 {
			continue
		}
		b := Block{ID: "rate/" + sample.id + "/one", Ref: sample.fig.Ref, Shape: Square, Ink: sample.ink, Count: 1, Unit: 1,
			X: e, Y: y, PX: px, PY: px, Size: px * .78, Across: int(cells), Fill: RowsDown, Alpha: 1}
		rest := b
		rest.ID, rest.Ink, rest.Count, rest.Skip = "rate/"+sample.id, InkRest, sample.n-1, 1
		s.block(rest)
		s.block(b)
		bottom := rest.bounds().b
		s.hot(Hot{ID: "rate/" + sample.id, Ref: sample.fig.Ref, X: e, Y: y, W: min(width, px*float64(sample.n)), H: bottom - y, Series: "rate",
			Text: s.text(sample.key, words.Fig("n", sample.fig))})
		y = bottom + 20
	}
	s.label(Label{ID: "rate/ratio", Role: Note, Ink: InkText}, true, s.wording("label.rate.ratio", words.Fig("n", ratio)), place{x: e, y: y, width: width})
}
