// Package plain turns what Go and the page exchange into plain maps, lists and texts, and back, without
// encoding/json. It knows nothing of syscall/js, so it is tested anywhere.
package plain

import "opencases/internal/frame"

type object = map[string]any

// Frame is f as the page reads it: the names are those in the JSON of a still. One function a struct, written out.
func Frame(f *frame.Frame) map[string]any {
	o := object{
		"query": f.Query, "lang": f.Lang, "chapter": f.Chapter, "beat": f.Beat, "beats": f.Beats, "step": f.Step, "steps": f.Steps,
		"kicker": f.Kicker, "title": f.Title, "textHTML": f.TextHTML, "description": f.Description,
		"view": f.View, "playing": f.Playing, "atStart": f.AtStart, "atEnd": f.AtEnd, "speed": f.Speed, "only": f.Only,
		"series": list(f.Series, choiceValue),
		"axis":   axisValue(&f.Axis),
		"labels": list(f.Labels, labelValue),
		"hots":   list(f.Hots, hotValue),
	}
	if f.Ask != nil {
		o["ask"] = askValue(f.Ask)
	}
	if f.Suppose != nil {
		o["suppose"] = supposeValue(f.Suppose)
	}
	return o
}

func list[T any](from []T, value func(*T) any) []any {
	to := make([]any, len(from))
	for i := range from {
		to[i] = value(&from[i])
	}
	return to
}

func choiceValue(c *frame.Choice) any { return object{"name": c.Name, "text": c.Text} }

func axisValue(a *frame.Axis) object {
	return object{
		"from": a.From, "to": a.To, "month": a.Month, "monthText": a.MonthText, "index": a.Index, "last": a.Last,
		"x0": a.X0, "x1": a.X1, "ticks": list(a.Ticks, func(t *frame.Tick) any { return object{"x": t.X, "text": t.Text} }),
	}
}

func labelValue(l *frame.Label) any {
	return object{"id": l.ID, "x": l.X, "y": l.Y, "w": l.W, "anchor": l.Anchor, "role": l.Role, "ink": l.Ink, "html": l.HTML}
}

func hotValue(h *frame.Hot) any {
	return object{"id": h.ID, "ref": h.Ref, "x": h.X, "y": h.Y, "w": h.W, "h": h.H, "series": h.Series, "text": h.Text}
}

func askValue(a *frame.Ask) object {
	o := object{
		"kind": a.Kind, "label": a.Label, "hint": a.Hint, "min": a.Min, "max": a.Max, "step": a.Step,
		"values":    list(a.Values, func(v **float64) any { return numberValue(*v) }),
		"valueText": a.ValueText, "revealed": a.Revealed, "answerHTML": a.AnswerHTML,
		"plot": []any{a.Plot[0], a.Plot[1], a.Plot[2], a.Plot[3]},
	}
	if len(a.Months) > 0 {
		o["months"] = list(a.Months, choiceValue)
	}
	return o
}

// numberValue is null for a value that is not placed yet.
func numberValue(v *float64) any {
	if v == nil {
		return nil
	}
	return *v
}

func supposeValue(s *frame.Suppose) object {
	return object{
		"share": s.Share, "rate": s.Rate, "shareText": s.ShareText, "label": s.Label,
		"noticeHTML": s.NoticeHTML, "formulaHTML": s.FormulaHTML,
	}
}
