package codec

import "opencases/internal/frame"

// The parts of a Frame as JSON. One function a struct, written out: a test holds them to the structs.

func choice(c frame.Choice) []byte {
	var o object
	o.string("name", c.Name)
	o.string("text", c.Text)
	return o.end()
}

func tick(t frame.Tick) []byte {
	var o object
	o.number("x", t.X)
	o.string("text", t.Text)
	return o.end()
}

func label(l frame.Label) []byte {
	var o object
	o.string("id", l.ID)
	o.number("x", l.X)
	o.number("y", l.Y)
	o.number("w", l.W)
	o.string("anchor", l.Anchor)
	o.string("role", l.Role)
	o.string("ink", l.Ink)
	o.string("html", l.HTML)
	return o.end()
}

func hot(h frame.Hot) []byte {
	var o object
	o.string("id", h.ID)
	o.string("ref", h.Ref)
	o.number("x", h.X)
	o.number("y", h.Y)
	o.number("w", h.W)
	o.number("h", h.H)
	o.string("series", h.Series)
	o.string("text", h.Text)
	return o.end()
}

var null = []byte("null")

func ask(a *frame.Ask) []byte {
	if a == nil {
		return null
	}
	var o object
	o.string("kind", a.Kind)
	o.string("label", a.Label)
	o.string("hint", a.Hint)
	o.number("min", a.Min)
	o.number("max", a.Max)
	o.number("step", a.Step)
	if len(a.Months) > 0 {
		o.json("months", list(a.Months, choice))
	}
	o.json("values", list(a.Values, numberOrNull))
	o.string("valueText", a.ValueText)
	o.bool("revealed", a.Revealed)
	o.string("answerHTML", a.AnswerHTML)
	o.json("plot", list(a.Plot[:], number))
	return o.end()
}

func number(v float64) []byte { return appendNumber(nil, v) }

// numberOrNull is null for a value that is not placed yet.
func numberOrNull(v *float64) []byte {
	if v == nil {
		return null
	}
	return number(*v)
}

func suppose(s *frame.Suppose) []byte {
	if s == nil {
		return null
	}
	var o object
	o.number("share", s.Share)
	o.number("rate", s.Rate)
	o.string("shareText", s.ShareText)
	o.string("label", s.Label)
	o.string("noticeHTML", s.NoticeHTML)
	o.string("formulaHTML", s.FormulaHTML)
	return o.end()
}
