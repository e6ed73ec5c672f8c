// Package codec encodes what Go sends to the page as text, and decodes what the page sends: one string crosses between
// them many times faster than the values in it. It does not import syscall/js, so its tests run anywhere.
package codec

import (
	"slices"

	"opencases/internal/frame"
)

// FrameEncoder encodes each Frame as the difference from the one before; web/player/join.js decodes it. From month to
// month most of a Frame stays as it is. The zero FrameEncoder encodes its first Frame whole.
type FrameEncoder struct {
	previous    frame.Frame
	hasPrevious bool
}

// Encode is the text of a Frame, which must not be changed afterwards: a JSON object with the names in the JSON of a still, where
//
//   - a member that is left out, also of axis, is as in the Frame before, or not there in the first;
//   - ask and suppose are null when they are there no more;
//   - a number in the lists of labels and hots stands for the entry at that place in the list before, from 0.
func (e *FrameEncoder) Encode(f frame.Frame) string {
	c, was := objectDiff{all: !e.hasPrevious}, &e.previous
	c.string("query", f.Query, was.Query)
	c.string("lang", f.Lang, was.Lang)
	c.string("chapter", f.Chapter, was.Chapter)
	c.int("beat", f.Beat, was.Beat)
	c.int("beats", f.Beats, was.Beats)
	c.int("step", f.Step, was.Step)
	c.int("steps", f.Steps, was.Steps)
	c.string("kicker", f.Kicker, was.Kicker)
	c.string("title", f.Title, was.Title)
	c.string("textHTML", f.TextHTML, was.TextHTML)
	c.string("description", f.Description, was.Description)
	c.string("view", f.View, was.View)
	c.bool("playing", f.Playing, was.Playing)
	c.bool("atStart", f.AtStart, was.AtStart)
	c.bool("atEnd", f.AtEnd, was.AtEnd)
	c.number("speed", f.Speed, was.Speed)
	c.string("only", f.Only, was.Only)
	c.string("selected", f.Selected, was.Selected)
	diffList(&c, "series", f.Series, was.Series, choice)
	if axis := axisDiff(c.all, &f.Axis, &was.Axis); len(axis) > 0 {
		c.object.json("axis", axis.end())
	}
	diffEntries(&c, "labels", f.Labels, was.Labels, label)
	diffEntries(&c, "hots", f.Hots, was.Hots, hot)
	if now := ask(f.Ask); string(now) != string(ask(was.Ask)) {
		c.object.json("ask", now)
	}
	if now := suppose(f.Suppose); string(now) != string(suppose(was.Suppose)) {
		c.object.json("suppose", now)
	}
	e.previous, e.hasPrevious = f, true
	return string(c.end())
}

// objectDiff is an object of the members that have changed.
type objectDiff struct {
	object
	all bool // there is nothing to compare with
}

func (c *objectDiff) string(name, now, was string) {
	if c.all || now != was {
		c.object.string(name, now)
	}
}

func (c *objectDiff) number(name string, now, was float64) {
	if c.all || now != was {
		c.object.number(name, now)
	}
}

func (c *objectDiff) int(name string, now, was int) { c.number(name, float64(now), float64(was)) }

func (c *objectDiff) bool(name string, now, was bool) {
	if c.all || now != was {
		c.object.bool(name, now)
	}
}

// diffList writes a list if anything in it has changed.
func diffList[T comparable](c *objectDiff, name string, now, was []T, value func(T) []byte) {
	if c.all || !slices.Equal(now, was) {
		c.object.json(name, list(now, value))
	}
}

// diffEntries does the same, with the places of entries that were in the list before in the same order.
func diffEntries[T comparable](c *objectDiff, name string, now, was []T, value func(T) []byte) {
	next := 0
	diffList(c, name, now, was, func(v T) []byte {
		at := slices.Index(was[next:], v)
		if at < 0 {
			return value(v)
		}
		next += at + 1
		return appendNumber(nil, float64(next-1))
	})
}

func axisDiff(all bool, now, was *frame.Axis) object {
	c := objectDiff{all: all}
	c.string("from", now.From, was.From)
	c.string("to", now.To, was.To)
	c.string("month", now.Month, was.Month)
	c.string("monthText", now.MonthText, was.MonthText)
	c.int("index", now.Index, was.Index)
	c.int("last", now.Last, was.Last)
	c.number("x0", now.X0, was.X0)
	c.number("x1", now.X1, was.X1)
	diffList(&c, "ticks", now.Ticks, was.Ticks, tick)
	return c.object
}
