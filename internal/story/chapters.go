package story

import "opencases/internal/month"

// Chapter is one step of the guided way through the record. Its words are in data/words:
// chapter.NAME.title and chapter.NAME.lead, beat.NAME.N.title and beat.NAME.N.text (N from 1).
type Chapter struct {
	Name  string
	Beats []Beat
	// Point is the beat, from 1, that says what the chapter has to say: a page or an embed opened at the chapter
	// stands there, so that its first picture is a finding and not a question or a blank beginning.
	Point int
	// Question is what the chapter's beat with an Ask asks for; nil in a chapter that asks nothing.
	Question *Question
	Handout  bool // its picture is on the handout
}

// Beat is one short text with a place on the timeline and a view.
type Beat struct {
	View  View
	From  month.Month // where play starts; equal to To for a beat at rest
	To    month.Month // where play ends, and the month of the beat when it is stepped to
	Focus string      // what the view brings forward, a word the view knows; "" for its plain form
	Ask   Ask         // what the beat asks the reader to guess before it is answered
}

// focusSuppose is the focus of a beat that invites the reader to move the slider of chapter `if`.
const focusSuppose = "suppose"

// Ask is the form of a beat's question.
type Ask string

// A beat asks nothing, one value on a scale, or a line with one value a month.
const (
	AskNothing Ask = ""
	AskValue   Ask = "value"
	AskLine    Ask = "line"
)

// The campaign as the article saw it, and the end of the monthly series.
var (
	FirstStrike  = month.Of(2014, 8)
	FirstMonthly = month.Of(2016, 10) // the first monthly civilian casualty release
	ArticleMonth = month.Of(2017, 11) // the month whose release the article quotes
	LastMonthly  = month.Of(2020, 9)
)

// Chapters is the story in order: cover, seven chapters, explore. It is the one table of what differs by chapter.
var Chapters = []Chapter{
	{Name: "cover", Point: 1, Beats: []Beat{focus(at(Gap, 2017, 11), "finding")}},
	{Name: "strikes", Point: 4, Handout: true, Beats: []Beat{
		sweep(Strikes, 2014, 8, 2014, 12),
		sweep(Strikes, 2014, 12, 2016, 10),
		sweep(Strikes, 2016, 10, 2017, 9),
		sweep(Strikes, 2017, 9, 2017, 11),
	}},
	{Name: "reports", Point: 4, Handout: true, Beats: []Beat{
		at(Reports, 2016, 9),
		sweep(Reports, 2016, 10, 2017, 3),
		sweep(Reports, 2017, 3, 2017, 10),
		sweep(Reports, 2017, 10, 2017, 11),
	}},
	{Name: "cases", Point: 3, Handout: true, Beats: []Beat{
		ask(at(Cases, 2017, 11), AskValue),
		at(Cases, 2017, 3),
		sweep(Cases, 2017, 3, 2017, 11),
		focus(at(Cases, 2017, 11), "meaning"),
	}, Question: &Question{
		Ask: AskValue, Most: MostGuessed, Scale: Scale{Ref: articleRef("reports_total"), Times: 1, Step: 1},
		Figures: []AnswerFigure{{articleRef("credible_total"), "label.credible", "credible"}},
	}},
	{Name: "gap", Point: 4, Handout: true, Beats: []Beat{
		focus(ask(at(Gap, 2017, 11), AskLine), "asked"), // question and answer on one scale
		at(Gap, 2017, 3),
		sweep(Gap, 2017, 3, 2017, 10),
		sweep(Gap, 2017, 10, 2017, 11),
	}, Question: &Question{
		Ask: AskLine, From: month.Of(2017, 1), To: ArticleMonth, Most: MostGuessed, Scale: Scale{Top: LineTop, Step: 10},
	}},
	{Name: "count", Point: 3, Handout: true, Beats: []Beat{
		ask(at(Count, 2017, 11), AskValue),
		focus(at(Count, 2017, 11), "acknowledged"),
		at(Count, 2017, 11),
		focus(at(Count, 2017, 11), "rate"),
	}, Question: &Question{
		Ask: AskValue, Most: MostGuessed, Scale: Scale{Ref: articleRef("killed_total"), Times: 20, RoundUp: 1000, Step: 10},
		Figures: []AnswerFigure{
			{articleRef("killed_total"), "label.acknowledged.short", "credible"},
			{"named/independent@" + ArticleMonth.String(), "label.independent.short", "independent"},
		},
	}},
	{Name: "if", Point: 1, Beats: []Beat{
		at(If, 2017, 11),
		focus(at(If, 2017, 11), focusSuppose),
	}},
	{Name: "after", Point: 2, Handout: true, Beats: []Beat{
		focus(sweep(After, 2017, 11, 2020, 9), "open"),
		focus(at(After, 2020, 9), "counts"),
	}},
	{Name: explore, Point: 1, Beats: []Beat{at(Gap, 2017, 11)}},
}

// ChapterNames lists the chapters' names in order. The slice is the caller's.
func ChapterNames() []string {
	names := make([]string, len(Chapters))
	for i, c := range Chapters {
		names[i] = c.Name
	}
	return names
}

// articleRef is the REF of a column of the release that the article quotes.
func articleRef(column string) string { return "assessments/" + ArticleMonth.String() + "/" + column }

// chapterNamed is the chapter of a name, or nil.
func chapterNamed(name string) *Chapter {
	for i := range Chapters {
		if Chapters[i].Name == name {
			return &Chapters[i]
		}
	}
	return nil
}

// Opened is the State of a reader who opens a page at a chapter: at its Point, with the options of s. A chapter
// that there is not gives s back.
func (s State) Opened(chapter string) State {
	if c := chapterNamed(chapter); c != nil {
		return s.goToBeat(chapter, c.Point)
	}
	return s
}

// Window is the stretch of time a view's axis covers within a chapter. Explore opens every view to the
// whole record.
func Window(chapter string, v View) (from, to month.Month) {
	from, to = FirstStrike, ArticleMonth
	if v == Gap || v == After {
		from = FirstMonthly
	}
	if v == After || chapter == "explore" {
		to = LastMonthly
	}
	return from, to
}

func at(v View, y, m int) Beat { return sweep(v, y, m, y, m) }

func sweep(v View, y0, m0, y1, m1 int) Beat {
	return Beat{View: v, From: month.Of(y0, m0), To: month.Of(y1, m1)}
}

func focus(b Beat, on string) Beat { b.Focus = on; return b }

func ask(b Beat, a Ask) Beat { b.Ask = a; return b }
