package picture

import (
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// layout is a Picture being laid out.
type layout struct {
	Picture
	rec      *record.Record
	lang     *words.Language
	scene    story.Scene
	occupied []box // what later labels must keep clear of

	// onLabel is called, for Overflows, with every label: with room nil it was placed, else room counts the characters
	// that would find room. It is nil in a player.
	onLabel func(m Overflow, room func() int)
}

// box is a rectangle in px: left, top, right, bottom.
type box struct{ l, t, r, b float64 }

func (a box) meets(b box) bool { return a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b }

// empty reports whether a label was left out.
func (a box) empty() bool { return a.t == a.b }

func (a box) grown(by float64) box { return box{a.l - by, a.t - by, a.r + by, a.b + by} }

// wording is a text with its key, so that a text that finds no room can be named.
type wording struct {
	words.Text
	key string
}

func (lay *layout) wording(key string, args ...words.Arg) wording {
	text, found := lay.lang.Lookup(key, args...)
	return wording{text, found}
}

func (lay *layout) text(key string, args ...words.Arg) words.Text { return lay.lang.Text(key, args...) }

// figure is the record's figure for a REF; an unknown REF is the same as a blank cell.
func (lay *layout) figure(ref string) record.Figure {
	f, _ := lay.rec.Figure(ref)
	return f
}

// cell is a figure of a month's release.
func (lay *layout) cell(m month.Month, column string) record.Figure {
	return lay.figure("assessments/" + m.String() + "/" + column)
}

func (lay *layout) keepClear(b box) { lay.occupied = append(lay.occupied, b) }

// addMarkGroup adds a group and keeps labels off the cells it fills.
func (lay *layout) addMarkGroup(b MarkGroup) {
	if b.Count == 0 {
		return
	}
	lay.MarkGroups = append(lay.MarkGroups, b)
	lay.keepClear(b.bounds())
}

// bounds is the rectangle of the cells that a group's marks take.
func (b MarkGroup) bounds() box {
	across, rows := float64(min(b.Across, b.Count+b.Skip)), float64((b.Count+b.Skip+b.Across-1)/b.Across)
	if b.Fill == RowsUp {
		return box{b.X, b.Y - rows*b.PY, b.X + across*b.PX, b.Y}
	}
	return box{b.X, b.Y, b.X + across*b.PX, b.Y + rows*b.PY}
}

// addHot adds a place to point at, at least 8 px wide so that a finger finds it, and kept on the stage.
func (lay *layout) addHot(h Hot) {
	const least = 8
	if h.W < least {
		h.X, h.W = h.X-(least-h.W)/2, least
	}
	h.X = max(0, min(h.X, lay.Viewport.W-h.W))
	h.Y = max(0, min(h.Y, lay.Viewport.H-h.H))
	lay.Hots = append(lay.Hots, h)
}
