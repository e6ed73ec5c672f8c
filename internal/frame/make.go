package frame

import (
	"math"
	"strconv"
	"strings"

	"opencases/internal/month"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// Page is what a Frame needs to know of its document.
type Page struct {
	Root string // relative address of the site's root, ends with "/": figures link to the page's table without script
}

// Make gathers the words and controls for a State whose picture is p. The language must know the record.
func Make(r *record.Record, l *words.Language, s story.State, p picture.Picture, page Page) Frame {
	ch := s.ChapterIndex()
	chapter := story.Chapters[ch]
	f := Frame{
		Query: s.Query(), Lang: l.Tag(),
		Chapter: chapter.Name, Beat: s.Beat, Beats: len(chapter.Beats), Step: s.Step(), Steps: len(story.Steps()),
		Kicker:      kicker(l, ch),
		Title:       l.String(beatKey(s) + ".title"),
		TextHTML:    HTML(l.Text(beatKey(s)+".text"), l.Tag(), page),
		Description: p.Description.String(),
		View:        string(s.View), Playing: s.Playing, AtStart: s.AtStart(), AtEnd: s.AtEnd(), Speed: s.Speed, Only: s.Only, Selected: s.Selected,
		Series: series(l, s),
		Axis:   axis(l, p),
		Labels: make([]Label, 0, len(p.Labels)), Hots: make([]Hot, 0, len(p.Hots)),
	}
	if p.Axis.X1 > p.Axis.X0 {
		f.Axis.X0, f.Axis.X1 = share(p.Axis.X0, p.Viewport.W), share(p.Axis.X1, p.Viewport.W)
	}
	for _, lab := range p.Labels {
		f.Labels = append(f.Labels, label(lab, p, l.Tag(), page))
	}
	for _, h := range p.Hots {
		f.Hots = append(f.Hots, Hot{ID: h.ID, Ref: h.Ref, Series: h.Series, Text: h.Text.String(),
			X: share(h.X, p.Viewport.W), Y: share(h.Y, p.Viewport.H), W: share(h.W, p.Viewport.W), H: share(h.H, p.Viewport.H)})
	}
	f.Ask = ask(r, l, s, p, page)
	f.Suppose = suppose(r, l, s, page)
	return f
}

// beatKey begins the keys of the beat's texts.
func beatKey(s story.State) string { return "beat." + s.Chapter + "." + strconv.Itoa(s.Beat+1) }

// share is a length as per cent of the stage, to a hundredth.
func share(px, of float64) float64 { return math.Round(px/of*1e4) / 100 }

func kicker(l *words.Language, chapter int) string {
	name := l.String("chapter." + story.Chapters[chapter].Name + ".title")
	if chapter == 0 || chapter == len(story.Chapters)-1 {
		return name
	}
	return l.String("kicker.chapter", words.Num("n", chapter), words.Num("of", len(story.Chapters)-2), words.Str("name", name))
}

func series(l *words.Language, s story.State) []Choice {
	choices := []Choice{}
	for _, name := range s.Series() {
		choices = append(choices, Choice{name, l.String("series." + name)})
	}
	return choices
}

func axis(l *words.Language, p picture.Picture) Axis {
	a := Axis{
		From: p.Axis.From.String(), To: p.Axis.To.String(), Month: p.Month.String(), MonthText: l.Month(p.Month),
		Index: int(p.Month - p.Axis.From), Last: int(p.Axis.To - p.Axis.From), Ticks: make([]Tick, 0, len(p.Axis.Ticks)),
	}
	for _, t := range p.Axis.Ticks {
		a.Ticks = append(a.Ticks, Tick{X: share(t.X, p.Viewport.W), Text: t.Text})
	}
	return a
}

var (
	anchors = [...]string{picture.Left: "left", picture.Middle: "middle", picture.Right: "right"}
	roles   = [...]string{picture.Value: "value", picture.Name: "name", picture.Note: "note", picture.AxisLabel: "axis"}
)

func label(lab picture.Label, p picture.Picture, lang string, page Page) Label {
	var html strings.Builder
	for i, line := range lab.Lines {
		if i > 0 {
			html.WriteString("<br>")
		}
		html.WriteString(HTML(line, lang, page))
	}
	return Label{ID: lab.ID, X: share(lab.X, p.Viewport.W), Y: share(lab.Y, p.Viewport.H), W: share(lab.W, p.Viewport.W),
		Anchor: anchors[lab.Anchor], Role: roles[lab.Role], Ink: lab.Ink.String(), HTML: html.String()}
}

// askedMonths are the months of a drawn line.
func askedMonths(l *words.Language, q story.Question) []Choice {
	var months []Choice
	for m := q.From; m <= q.To; m++ {
		months = append(months, Choice{m.String(), l.Month(m)})
	}
	return months
}

// hasQuestion reports whether the beat's question is shown, open or answered.
func hasQuestion(s story.State) bool {
	asks := story.Chapters[s.ChapterIndex()].Beats[s.Beat].Ask != story.AskNothing
	return asks && s.Options.Guess && (s.Asking || s.Guesses[s.Chapter].Revealed)
}

// ask is the beat's question, open or answered, or nil.
func ask(r *record.Record, l *words.Language, s story.State, p picture.Picture, page Page) *Ask {
	if !hasQuestion(s) {
		return nil
	}
	kind := story.Chapters[s.ChapterIndex()].Beats[s.Beat].Ask
	guess := s.Guesses[s.Chapter]
	key := "ask." + s.Chapter
	top, step := scale(r, s.Chapter)
	a := &Ask{Kind: string(kind), Label: l.String(key + ".label"), Hint: l.String(key + ".hint"), Max: top, Step: step, Revealed: !s.Asking, Values: []*float64{}}
	for _, v := range guess.Values {
		if !math.IsNaN(v) {
			a.Values = append(a.Values, &v)
		} else {
			a.Values = append(a.Values, nil)
		}
	}
	if kind == story.AskLine {
		q, _ := story.QuestionOf(s.Chapter)
		a.Months = askedMonths(l, q)
		if plot := p.Sketch; plot[2] > plot[0] {
			a.Plot = [4]float64{share(plot[0], p.Viewport.W), share(plot[1], p.Viewport.H), share(plot[2], p.Viewport.W), share(plot[3], p.Viewport.H)}
		}
	} else if len(guess.Values) > 0 {
		a.ValueText = l.String(key+".yours", words.Num("n", int(guess.Values[0])))
	}
	if a.Revealed {
		a.AnswerHTML = HTML(answer(l, s), l.Tag(), page)
	}
	return a
}

// answer is the record's answer to the beat's question, beside the reader's guess if there is one.
func answer(l *words.Language, s story.State) words.Text {
	if v, ok := firstPlaced(s.Guesses[s.Chapter].Values); ok {
		return l.Text("ask."+s.Chapter+".answer", words.Num("n", int(v)))
	}
	return l.Text("ask." + s.Chapter + ".shown")
}

// firstPlaced is the first value that the reader placed; a month left out of a line is NaN.
func firstPlaced(values []float64) (float64, bool) {
	for _, v := range values {
		if !math.IsNaN(v) {
			return v, true
		}
	}
	return 0, false
}

// scale is the largest value and the step of a chapter's question.
func scale(r *record.Record, chapter string) (most, step float64) {
	q, _ := story.QuestionOf(chapter)
	f, _ := r.Figure(q.Scale.Ref)
	n, _ := f.Count.Float()
	return q.Scale.TopOf(n), q.Scale.Step
}

func suppose(r *record.Record, l *words.Language, s story.State, page Page) *Suppose {
	if s.View != story.If {
		return nil
	}
	sup, ok := r.Suppose(s.Month, s.Supposed)
	if !ok {
		return nil
	}
	args := []words.Arg{words.Fig("credible", sup.Credible), words.Fig("open", sup.Open), words.Pct("share", sup.Share),
		words.Num("more", sup.More), words.Num("sum", sup.Sum), words.Mon("month", month.Month(sup.Month))}
	rate := 0.
	if at, ok := r.Suppose(s.Month, -1); ok {
		rate = at.Share
	}
	return &Suppose{Share: sup.Share, Rate: rate, ShareText: l.Percent(sup.Share), Label: l.String("label.if.share"),
		NoticeHTML: HTML(l.Text("label.if.notice"), l.Tag(), page), FormulaHTML: HTML(l.Text("label.if.formula", args...), l.Tag(), page)}
}
