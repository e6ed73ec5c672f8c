package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"opencases/internal/frame"
	"opencases/internal/month"
	"opencases/internal/paint/svg"
	"opencases/internal/picture"
	"opencases/internal/poll"
	"opencases/internal/story"
	"opencases/internal/words"
)

// pollDoc is what web/poll/phone.html is given.
type pollDoc struct {
	PollView
	Dir, Icon     string
	CSS           template.CSS
	Script        template.JS
	Languages     []languageLink
	Full          bool
	Notice, Sent  string
	Key           string
	Ask           *frame.Ask
	Kicker, Title string
	Text          template.HTML
	Months        []pollField
	From, To      string // of the scale
	Answered      bool
	Room          string
	SVG, Axis     template.HTML
	Plot, Ends    string // for the script that draws
}

type pollField struct{ Text, Value string }

func (p *pollPage) execute(name string, v PollView) ([]byte, error) {
	d, err := p.doc(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = p.tmpl.ExecuteTemplate(&b, name, d)
	return b.Bytes(), err
}

func (p *pollPage) doc(v PollView) (pollDoc, error) {
	e := p.e
	d := pollDoc{PollView: v, Dir: e.lang.Direction(), Icon: pollRoot + e.icon.Path, CSS: p.css, Script: p.script,
		Full: errors.Is(v.Fault, poll.ErrFull), Notice: e.pollNotice(v, p.most(v.Question)), Key: pollKey(v)}
	d.Languages = e.inLanguages("", "")
	i := slices.IndexFunc(p.questions, func(q poll.Question) bool { return q.Name == v.Question })
	if i < 0 {
		return d, nil
	}
	q := p.questions[i]
	f, pic, err := e.pollFrame(v)
	if err != nil {
		return d, err
	}
	d.Ask, d.Kicker, d.Title, d.Text = f.Ask, f.Kicker, f.Title, template.HTML(f.TextHTML)
	d.Answered = v.Answer != nil
	d.From, d.To = e.lang.Number(0), e.lang.Number(q.Most)
	d.SVG = template.HTML(svg.Draw(pic, svg.Options{Words: true, ID: "p", Title: f.Description}))
	d.Axis = axisStrip(pic)
	fields := v.Answer.Fields()
	for i := range q.Values {
		field := pollField{}
		if len(fields) > 0 {
			field.Value = fields[i]
		}
		if i < len(f.Ask.Months) {
			field.Text = f.Ask.Months[i].Text
		}
		d.Months = append(d.Months, field)
	}
	if v.Revealed {
		d.Room = e.pollRoom(q, v.Tally, f.Ask)
	} else if v.Answer != nil {
		d.Sent = e.lang.String("poll.sent.line")
		if q.Values == 1 {
			d.Sent = e.lang.String("poll.sent", words.Num("n", v.Answer[0]))
		}
	}
	d.Plot = floats(f.Ask.Plot[:])
	var ends []float64
	for _, t := range f.Axis.Ticks {
		ends = append(ends, t.X)
	}
	ends = append(ends, f.Axis.X1)
	if len(ends) >= q.Values {
		d.Ends = floats(ends[len(ends)-q.Values:])
	}
	return d, nil
}

// most is the top of a question's scale.
func (p *pollPage) most(question string) int {
	for _, q := range p.questions {
		if q.Name == question {
			return q.Most
		}
	}
	return 0
}

// pollKey names what is shown, so that a phone can leave it alone while it is the same.
func pollKey(v PollView) string {
	switch {
	case errors.Is(v.Fault, poll.ErrFull):
		return "full"
	case !v.Joined:
		return "out"
	case v.Question == "":
		return "wait"
	}
	return fmt.Sprintf("%s %d %t", v.Question, v.Round, v.Revealed)
}

// pollFrame is the picture of a question as the story makes it: asking, or answered with the phone's own answer in it.
func (e *edition) pollFrame(v PollView) (frame.Frame, picture.Picture, error) {
	s := story.Initial()
	s.Options.Lang = e.lang.Tag()
	do := []string{"chapter " + v.Question + " 1"}
	if v.Revealed {
		if v.Answer != nil {
			do = append(do, "guess "+pollGuess(v.Answer))
		}
		do = append(do, "reveal")
	}
	for _, text := range do {
		c, err := story.ParseCommand(text)
		if err != nil {
			return frame.Frame{}, picture.Picture{}, err
		}
		if s, err = s.Apply(c); err != nil {
			return frame.Frame{}, picture.Picture{}, err
		}
	}
	p := picture.Make(e.rec, e.lang, s.Scene(), picture.Narrow)
	return frame.Make(e.rec, e.lang, s, p, frame.Page{Root: pollRoot}), p, nil
}

// pollGuess writes an answer as the command guess takes it.
func pollGuess(a poll.Answer) string {
	fields := a.Fields()
	for i, f := range fields {
		if f == "" {
			fields[i] = "-"
		}
	}
	return strings.Join(fields, ",")
}

// pollNotice says what became of what a phone sent.
func (e *edition) pollNotice(v PollView, most int) string {
	switch {
	case v.Fault == nil:
		return ""
	case errors.Is(v.Fault, poll.ErrFull):
		return e.lang.String("poll.full", words.Num("n", poll.MostPhones))
	case errors.Is(v.Fault, poll.ErrBusy):
		return e.lang.String("poll.busy")
	case errors.Is(v.Fault, poll.ErrClosed):
		return e.lang.String("poll.late")
	case errors.Is(v.Fault, poll.ErrMoved):
		return e.lang.String("poll.moved")
	case errors.Is(v.Fault, poll.ErrUnknown):
		return "" // it is asked to take part
	}
	return e.lang.String("poll.form", words.Num("from", 0), words.Num("to", most))
}

// pollRoom says in words what the room answered: of a line, its last month that anybody filled in.
func (e *edition) pollRoom(q poll.Question, t *poll.Tally, ask *frame.Ask) string {
	if t == nil || t.Answers == 0 {
		return ""
	}
	for i := len(t.Spread) - 1; i >= 0; i-- {
		sp := t.Spread[i]
		if sp.N == 0 {
			continue
		}
		args := []words.Arg{words.Num("n", t.Answers), words.Num("least", sp.Least), words.Num("middle", sp.Middle), words.Num("most", sp.Most)}
		if q.Values == 1 {
			return e.lang.String("poll.room", args...)
		}
		m, err := month.Parse(ask.Months[i].Name)
		if err != nil {
			return ""
		}
		return e.lang.String("poll.room.line", append(args, words.Mon("month", m))...)
	}
	return ""
}

func floats(all []float64) string {
	var parts []string
	for _, f := range all {
		parts = append(parts, strconv.FormatFloat(f, 'f', -1, 64))
	}
	return strings.Join(parts, " ")
}
