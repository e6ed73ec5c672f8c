// Package handout sets the story's pictures, its key figures with their sources and three questions on two pages, to be
// printed and copied. Everything is drawn in greys: what a copier keeps.
package handout

import (
	"strings"

	"opencases/internal/month"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// Content is what both forms of the handout show: the page that a browser prints, and the PDF.
type Content struct {
	Title, Lead string
	Pictures    []Picture
	Key         string // what the marks mean
	Figures     []Figure
	Questions   []words.Text
	Foot        string
	Dated       month.Date // of the newest source of its figures; zero if none has a date
}

// Picture is a chapter's last picture, in the narrow composition: three of them stand side by side on a page.
type Picture struct {
	Chapter        string
	Title, Caption string
	picture.Picture
}

// Figure is one row of the table of key figures.
type Figure struct {
	Ref     string
	Title   string
	Value   string
	AsOf    string // "" where the source has no date
	Source  string // who counted and the sources' short names, or how the figure is derived
	Derived bool
}

// figures are the key figures in the order of the story. A figure whose title in the record's table would not say enough
// beside others has one of its own, handout.figure.NAME.
var figures = []struct{ ref, name string }{
	{"strikes/2017-11-30/total", ""},
	{"assessments/2017-11/reports_total", ""},
	{"assessments/2017-11/credible_total", ""},
	{"assessments/2017-11/open", ""},
	{"derived/rest/2017-11", ""},
	{"assessments/2017-11/carried_over", ""},
	{"assessments/2017-11/killed_total", ""},
	{"named/independent@2017-11", "independent"},
	{"named/survey_share", "survey"},
	{"named/acknowledged_one_in", "acknowledged"},
	{"named/last_killed", ""},
	{"named/latest_independent_low", "low"},
	{"named/latest_independent_high", "high"},
}

// Make gathers the handout. The language must know the record. A figure that a record of one's own does not have is
// left out.
func Make(r *record.Record, l *words.Language) (Content, error) {
	c := Content{Title: l.String("handout.title"), Lead: l.String("handout.lead"), Key: l.String("handout.key"), Foot: l.String("handout.foot")}
	for _, chapter := range story.Chapters {
		if chapter.Handout {
			c.Pictures = append(c.Pictures, pictureOf(r, l, chapter.Name))
		}
	}
	for _, each := range figures {
		if f, ok := r.Figure(each.ref); ok && !f.Count.Absent() {
			c.Figures = append(c.Figures, row(l, f, each.name))
			for _, s := range f.Sources {
				if c.Dated.IsZero() || s.Published.First() > c.Dated.First() {
					c.Dated = s.Published
				}
			}
		}
	}
	for _, n := range []string{"1", "2", "3"} {
		c.Questions = append(c.Questions, l.Text("handout.question."+n))
	}
	return c, nil
}

// pictureOf is the picture that a chapter of the story ends with.
func pictureOf(r *record.Record, l *words.Language, chapter string) Picture {
	s := story.Initial()
	s.Options.Lang, s.Options.Guess = l.Tag(), false
	p := picture.Make(r, l, s.Opened(chapter).Scene(), picture.Narrow)
	return Picture{Chapter: chapter, Title: l.String("chapter." + chapter + ".title"), Caption: p.Description.String(), Picture: p}
}

func row(l *words.Language, f record.Figure, name string) Figure {
	title := "title." + f.Table
	if key := title + "." + f.Column; f.Column != "" && l.Has(key) {
		title = key
	}
	if name != "" {
		title = "handout.figure." + name
	}
	out := Figure{Ref: f.Ref, Title: l.String(title), Value: l.Figure(f), Derived: f.Kind == record.Derived}
	switch key := "unit." + f.Unit; {
	case f.Unit == "share" && name != "":
		out.Value = l.String("handout.onein", words.Fig("n", f))
	case f.Unit != "" && l.Has(key):
		out.Value = l.String(key, words.Fig("n", f))
	}
	if !f.AsOf.IsZero() {
		out.AsOf = l.Date(f.AsOf)
	}
	var ids []string
	for _, s := range f.Sources {
		ids = append(ids, s.ID)
	}
	out.Source = strings.Join(ids, ", ")
	if f.By != "" {
		out.Source = l.String("handout.by", words.Str("by", l.By(f.By)), words.Str("sources", out.Source))
	}
	if out.Derived {
		out.Source = l.String("handout.derived", words.Str("from", out.Source))
	}
	return out
}
