package picture

import (
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// strokeRatio is the height of a death's cell over its width: an upright stroke.
const strokeRatio = 2.1

// count lays out one stroke for every death that the coalition acknowledged, and at the same scale one for every death
// of the independent count's lower bound.
func (lay *layout) count() {
	e := lay.edge()
	lay.axis(e, lay.Viewport.W-e)
	if lay.scene.Focus == "rate" {
		lay.rates()
		return
	}
	ack := lay.figure("named/acknowledged@" + lay.Month.String())
	ind := lay.figure("named/independent@" + lay.Month.String())
	showInd := lay.scene.Focus != "acknowledged" && lay.scene.Asking == story.AskNothing
	lay.Description = lay.countDescription(ack, ind, showInd)

	groups := []deathGroup{{"acknowledged", Stroke, InkCredible, ack, "label.acknowledged", true}}
	if guess, ok := lay.guessedValue(); ok {
		groups = append(groups, deathGroup{"guess", HollowStroke, InkGuess, record.Figure{Count: record.Some(float64(guess), "")}, "ask.count.yours", true})
	}
	groups = append(groups, deathGroup{"independent", Stroke, InkIndependent, ind, "label.independent", showInd})
	lay.addDeathGroups(groups)
}

// deathGroup is the deaths of one count: a mark group under its name.
type deathGroup struct {
	id    string
	shape Shape
	ink   Ink
	count record.Figure
	key   string
	shown bool
}

// addDeathGroups stacks the groups with one scale for all, which stays the same through the window: it is made for the
// largest figures in it, shown or not.
func (lay *layout) addDeathGroups(groups []deathGroup) {
	const between = 8.
	e, nameHeight := lay.edge(), 22.
	if lay.Composition == Narrow {
		nameHeight = 36 // names take two lines
	}
	width := lay.Viewport.W - 2*e
	var sizes []int
	for _, f := range groups {
		n, _ := f.count.Count.Int()
		if f.id != "guess" {
			most, _ := lay.figure("named/" + f.id + "@" + lay.scene.To.String()).Count.Int()
			n = max(n, most)
		}
		sizes = append(sizes, n)
	}
	height := lay.Viewport.H - e - (nameHeight+between)*float64(len(groups)) - 16
	unit, px := 1, 0.
	for _, unit = range units {
		scaled := make([]int, len(sizes))
		for i, n := range sizes {
			scaled[i] = markCount(n, unit)
		}
		if px = fitStackedGroups(scaled, width, height, strokeRatio, 6); px >= leastPitch {
			break
		}
	}
	cells := across(width, px)
	y, first := e, 0
	for _, f := range groups {
		n, ok := f.count.Count.Int()
		if f.shown {
			y = lay.addDeathGroup(f, ok, n, first, unit, px, cells, y, width) + between
		}
		first += markCount(n, unit)
	}
	if lay.scene.Asking != story.AskNothing {
		lay.label(Label{ID: "count/hidden", Role: Note, Ink: InkQuiet}, true, lay.wording("label.hidden"), place{x: e, y: y + 4, width: width})
	}
	lay.label(Label{ID: "count/unit", Role: Note, Ink: InkQuiet}, false, lay.wording("label.unit.death", words.Num("n", unit)),
		place{x: e, y: lay.Viewport.H - 16, width: width})
}

// addDeathGroup adds one group and returns its bottom edge.
func (lay *layout) addDeathGroup(f deathGroup, known bool, n, first, unit int, px, cells, y, width float64) float64 {
	e := lay.edge()
	id := "deaths/" + f.id
	if !known {
		lay.label(Label{ID: id, Role: Name, Ink: f.ink}, true, lay.wording(f.key+".blank", words.Mon("month", lay.Month)), place{x: e, y: y, width: width})
		return y + 20
	}
	var text wording
	if f.id == "guess" {
		text = lay.wording(f.key, words.Num("n", n))
	} else {
		text = lay.wording(f.key, words.Fig("n", f.count), words.Day("date", f.count.AsOf))
	}
	y = lay.label(Label{ID: id, Role: Name, Ink: f.ink, Names: id}, true, text, place{x: e, y: y, width: width}).b + 5
	b := MarkGroup{ID: id, Ref: f.count.Ref, Shape: f.shape, Ink: f.ink, First: first, Count: markCount(n, unit), Unit: unit,
		X: e, Y: y, PX: px, PY: px * strokeRatio, Size: px * strokeRatio * .8, Across: int(cells), Fill: RowsDown, Alpha: lay.dim(f.id)}
	lay.addMarkGroup(b)
	bottom := max(y, b.bounds().b)
	if f.count.Ref != "" {
		lay.addHot(Hot{ID: id, Ref: f.count.Ref, X: e, Y: y, W: width, H: max(bottom-y, 8), Series: f.id, Month: f.count.AsOf.In(),
			Text: lay.text("hot.killed", words.Fig("n", f.count), words.Day("date", f.count.AsOf), words.Who("by", f.count.By))})
	}
	return bottom
}

func (lay *layout) countDescription(ack, ind record.Figure, showInd bool) words.Text {
	args := []words.Arg{words.Fig("acknowledged", ack), words.Fig("independent", ind), words.Mon("month", lay.Month),
		words.Day("date", ack.AsOf), words.Day("until", ind.AsOf)}
	switch {
	case ack.Count.Absent():
		return lay.text("describe.count.blank", args...)
	case lay.scene.Asking != story.AskNothing:
		return lay.text("describe.count.asking", args...)
	case !showInd || ind.Count.Absent():
		return lay.text("describe.count.acknowledged", args...)
	}
	return lay.text("describe.count", args...)
}

// rates sets two samples of strikes side by side, the strikes that killed civilians filled: one in five of those
// that the New York Times surveyed, one in about 157 by the coalition's figures.
func (lay *layout) rates() {
	e := lay.edge()
	share, ack := lay.figure("named/survey_share"), lay.figure("named/acknowledged_one_in")
	ratio := lay.figure("named/survey_ratio")
	lay.Description = lay.text("describe.count.rate", words.Fig("survey", share), words.Fig("acknowledged", ack), words.Fig("ratio", ratio))
	width := lay.Viewport.W - 2*e
	survey := 0
	if f, ok := share.Count.Float(); ok && f > 0 {
		survey = int(1/f + .5)
	}
	one, _ := ack.Count.Int()
	y := e
	px := fitStackedGroups([]int{survey, one}, width, lay.Viewport.H-130, 1, 44)
	cells := across(width, px)
	for _, sample := range []struct {
		id, key string
		fig     record.Figure
		n       int
		ink     Ink
	}{{"survey", "label.rate.survey", share, survey, InkIndependent}, {"acknowledged", "label.rate.acknowledged", ack, one, InkCredible}} {
		y = lay.label(Label{ID: "rate/" + sample.id, Role: Name, Ink: sample.ink, Names: "rate/" + sample.id}, true,
			lay.wording(sample.key, words.Fig("n", sample.fig)), place{x: e, y: y, width: width}).b + 6
		if sample.n == 0 {
			continue
		}
		b := MarkGroup{ID: "rate/" + sample.id + "/one", Ref: sample.fig.Ref, Shape: Square, Ink: sample.ink, Count: 1, Unit: 1,
			X: e, Y: y, PX: px, PY: px, Size: px * .78, Across: int(cells), Fill: RowsDown, Alpha: 1}
		rest := b
		rest.ID, rest.Ink, rest.Count, rest.Skip = "rate/"+sample.id, InkRest, sample.n-1, 1
		lay.addMarkGroup(rest)
		lay.addMarkGroup(b)
		bottom := rest.bounds().b
		lay.addHot(Hot{ID: "rate/" + sample.id, Ref: sample.fig.Ref, X: e, Y: y, W: min(width, px*float64(sample.n)), H: bottom - y, Series: "rate",
			Text: lay.text(sample.key, words.Fig("n", sample.fig))})
		y = bottom + 20
	}
	lay.label(Label{ID: "rate/ratio", Role: Note, Ink: InkText}, true, lay.wording("label.rate.ratio", words.Fig("n", ratio)), place{x: e, y: y, width: width})
}
