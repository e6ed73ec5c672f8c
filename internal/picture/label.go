package picture

import (
	"math"

	"opencases/internal/typeface"
	"opencases/internal/words"
)

// place is one position a label may take: anchor point, top edge of its first line, and how wide it may get.
type place struct {
	x, y   float64
	anchor Anchor
	width  float64
	above  bool // y is the bottom edge of the last line instead
}

// label puts words at the first place where they touch nothing else and stay on the stage. A label that must
// be seen is moved to the nearest free spot when no place is free; any other is left out then.
func (s *sheet) label(l Label, must bool, text words.Text, places ...place) bool {
	size, weight := FontSize(l.Role, s.Composition)
	for _, p := range places {
		s.set(&l, text, p, size, weight)
		if s.free(l) {
			s.commit(l)
			return true
		}
	}
	if must {
		return s.nearest(l)
	}
	return false
}

// set breaks the text for a place and gives the label its box.
func (s *sheet) set(l *Label, text words.Text, at place, size float64, weight typeface.Weight) {
	width := at.width
	if width == 0 {
		width = s.Viewport.W
	}
	l.Lines = breakLines(text, width, size, weight)
	l.X, l.Y, l.Anchor = at.x, at.y, at.anchor
	l.W, l.H = 0, typeface.LineHeight(size)*float64(len(l.Lines))
	for _, line := range l.Lines {
		l.W = max(l.W, typeface.Width(line.String(), size, weight))
	}
	l.W = math.Ceil(l.W)
	if at.above {
		l.Y -= l.H
	}
}

func (l Label) box() box {
	x := l.X
	switch l.Anchor {
	case Middle:
		x -= l.W / 2
	case Right:
		x -= l.W
	}
	return box{x, l.Y, x + l.W, l.Y + l.H}
}

func (s *sheet) free(l Label) bool { return s.clear(l.box()) }

func (s *sheet) clear(b box) bool {
	if b.l < -.01 || b.t < -.01 || b.r > s.Viewport.W+.01 || b.b > s.Viewport.H+.01 {
		return false
	}
	for _, t := range s.taken {
		if b.meets(t) {
			return false
		}
	}
	return true
}

func (s *sheet) commit(l Label) {
	s.Labels = append(s.Labels, l)
	s.keepClear(l.box().grown(2))
}

// nearest looks for a free spot on a grid over the stage, the closest first. A stage too full for the label
// leaves it out: words that overlap say nothing.
func (s *sheet) nearest(l Label) bool {
	const step = 4
	best, at := math.Inf(1), box{}
	b := l.box()
	for y := 0.; y+l.H <= s.Viewport.H; y += step {
		down := 2 * (y - b.t) * (y - b.t)
		if down >= best {
			continue
		}
		for x := 0.; x+l.W <= s.Viewport.W; x += step {
			d := (x-b.l)*(x-b.l) + down
			if d >= best {
				continue
			}
			if here := (box{x, y, x + l.W, y + l.H}); s.clear(here) {
				best, at = d, here
			}
		}
	}
	if math.IsInf(best, 1) {
		return false
	}
	l.X, l.Y, l.Anchor = at.l, at.t, Left
	s.commit(l)
	return true
}

// breakLines breaks a text at the width without losing which words are figures.
func breakLines(text words.Text, width, size float64, weight typeface.Weight) []words.Text {
	var lines []words.Text
	span, used := 0, 0
	for _, plain := range typeface.Wrap(text.String(), width, size, weight) {
		var line words.Text
		for need := len(plain); need > 0 && span < len(text); {
			rest := text[span].Text[used:]
			if len(line) == 0 && len(rest) > 0 && rest[0] == ' ' {
				used++ // the space a line was broken at
				continue
			}
			n := min(need, len(rest))
			if n > 0 {
				line = append(line, words.Span{Text: rest[:n], Ref: text[span].Ref})
			}
			need, used = need-n, used+n
			if used == len(text[span].Text) {
				span, used = span+1, 0
			}
		}
		lines = append(lines, line)
	}
	return lines
}
