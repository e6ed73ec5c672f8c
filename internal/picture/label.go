package picture

import (
	"math"
	"sort"

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

// label puts words at the first place where they touch nothing else and stay on the stage, and returns their box.
// A label that must be seen is moved to the nearest free spot when no place is free, and a word too long for that
// is broken. What finds no room is left out: its box is empty, at the top of the first place.
func (lay *layout) label(l Label, required bool, text wording, places ...place) box {
	for _, anywhere := range []bool{false, true} {
		for _, p := range places {
			lay.wrap(&l, text.Text, p, anywhere)
			if lay.free(l) {
				return lay.add(l, text.key)
			}
		}
		if required && lay.nearest(&l) {
			return lay.add(l, text.key)
		}
		if !required || !lay.tooWide(l, places[len(places)-1]) {
			break
		}
	}
	if lay.onLabel != nil {
		lay.onLabel(Overflow{Key: text.key, Required: required, Text: text.String()}, func() int { return lay.room(l, required, text.Text, places) })
	}
	return box{places[0].x, places[0].y, places[0].x, places[0].y}
}

// room is how many characters of a text would find room, broken anywhere.
func (lay *layout) room(l Label, required bool, text words.Text, places []place) int {
	runes := []rune(text.String())
	return sort.Search(len(runes), func(n int) bool {
		part := words.Text{{Text: string(runes[:n+1])}}
		for _, p := range places {
			lay.wrap(&l, part, p, true)
			if lay.free(l) {
				return false
			}
		}
		return !required || !lay.nearest(&l)
	})
}

// tooWide reports whether a line of the label is wider than its place, so that breaking a word would help.
func (lay *layout) tooWide(l Label, at place) bool { return l.W > math.Ceil(lay.width(at)) }

// width is how wide a label may get at a place.
func (lay *layout) width(at place) float64 {
	if at.width == 0 {
		return lay.Viewport.W
	}
	return at.width
}

// wrap breaks the text for a place and gives the label its box. Anywhere breaks words too.
func (lay *layout) wrap(l *Label, text words.Text, at place, anywhere bool) {
	size, weight := FontSize(l.Role, lay.Composition)
	wrap := typeface.Wrap
	if anywhere {
		wrap = typeface.WrapAnywhere
	}
	l.Lines = figureLines(text, wrap(text.String(), lay.width(at), size, weight))
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

func (lay *layout) free(l Label) bool { return lay.clear(l.box()) }

func (lay *layout) clear(b box) bool {
	if b.l < -.01 || b.t < -.01 || b.r > lay.Viewport.W+.01 || b.b > lay.Viewport.H+.01 {
		return false
	}
	for _, t := range lay.occupied {
		if b.meets(t) {
			return false
		}
	}
	return true
}

func (lay *layout) add(l Label, key string) box {
	if lay.onLabel != nil {
		lay.onLabel(Overflow{Key: key}, nil)
	}
	lay.Labels = append(lay.Labels, l)
	lay.keepClear(l.box().grown(2))
	return l.box()
}

// nearest moves a label to a free spot on a grid over the stage, the closest one. A stage too full for the label
// has none: words that overlap say nothing.
func (lay *layout) nearest(l *Label) bool {
	const step = 4
	best, at := math.Inf(1), box{}
	b := l.box()
	for y := 0.; y+l.H <= lay.Viewport.H; y += step {
		down := 2 * (y - b.t) * (y - b.t)
		if down >= best {
			continue
		}
		for x := 0.; x+l.W <= lay.Viewport.W; x += step {
			d := (x-b.l)*(x-b.l) + down
			if d >= best {
				continue
			}
			if here := (box{x, y, x + l.W, y + l.H}); lay.clear(here) {
				best, at = d, here
			}
		}
	}
	if math.IsInf(best, 1) {
		return false
	}
	l.X, l.Y, l.Anchor = at.l, at.t, Left
	return true
}

// figureLines gives the lines of a broken text their figures back.
func figureLines(text words.Text, broken []string) []words.Text {
	var lines []words.Text
	span, used := 0, 0
	for _, plain := range broken {
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
