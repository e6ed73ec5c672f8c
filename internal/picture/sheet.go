package picture

import (
	"opencases/internal/month"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// sheet is a Picture being laid out.
type sheet struct {
	Picture
	rec   *record.Record
	lang  *words.Language
	scene story.Scene
	taken []box // what later labels must keep clear of

	// report hears, for Misfits, of every label: with room nil it was placed, else room counts the characters that
	// would find room. It is nil in a player.
	report func(m Misfit, room func() int)
}

// box is a rectangle in px: left, top, right, bottom.
type box struct{ l, t, r, b float64 }

func (a box) meets(b box) bool { return a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b }

// empty is true of the place of a label that was left out.
func (a box) empty() bool { return a.t == a.b }

func (a box) grown(by float64) box { return box{a.l - by, a.t - by, a.r + by, a.b + by} }

// wording is a text with its key, so that a text that finds no room can be named.
type wording struct {
	words.Text
	key string
}

func (s *sheet) wording(key string, args ...words.Arg) wording {
	text, taken := s.lang.Lookup(key, args...)
	return wording{text, taken}
}

func (s *sheet) text(key string, args ...words.Arg) words.Text { return s.lang.Text(key, args...) }

// figure is the record's figure for a REF; an unknown REF is the same as a blank cell.
func (s *sheet) figure(ref string) record.Figure {
	f, _ := s.rec.Figure(ref)
	return f
}

// cell is a figure of a month's release.
func (s *sheet) cell(m month.Month, column string) record.Figure {
	return s.figure("assessments/" + m.String() + "/" + column)
}

func (s *sheet) keepClear(b box) { s.taken = append(s.taken, b) }

// block adds a lattice and keeps labels off the cells it fills.
func (s *sheet) block(b Block) {
	if b.Count == 0 {
		return
	}
	s.Blocks = append(s.Blocks, b)
	s.keepClear(b.bounds())
}

// bounds is the rectangle of the cells that a block's marks take.
func (b Block) bounds() box {
	across, rows := float64(min(b.Across, b.Count+b.Skip)), float64((b.Count+b.Skip+b.Across-1)/b.Across)
	switch b.Fill {
	case RowsUp:
		return box{b.X, b.Y - rows*b.PY, b.X + across*b.PX, b.Y}
	case RowsDown:
		return box{b.X, b.Y, b.X + across*b.PX, b.Y + rows*b.PY}
	}
	return box{b.X, b.Y, b.X + rows*b.PX, b.Y + across*b.PY}
}

// hot adds a place to point at, widened to at least min px so that a finger finds it, and kept on the stage.
func (s *sheet) hot(h Hot) {
	const least = 8
	if h.W < least {
		h.X, h.W = h.X-(least-h.W)/2, least
	}
	h.X = max(0, min(h.X, s.Viewport.W-h.W))
	h.Y = max(0, min(h.Y, s.Viewport.H-h.H))
	s.Hots = append(s.Hots, h)
}
