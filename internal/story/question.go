package story

import (
	"math"
	"strconv"
	"strings"

	"opencases/internal/month"
)

// Question is what a chapter asks: the form of a guess, the scale it is placed on, and the figures that answer it.
// Its words are in data/words: ask.CHAPTER.label and so on.
type Question struct {
	Ask      Ask
	From, To month.Month // the months of a line; zero for a value
	Most     float64     // the largest value accepted; the Scale shown ends earlier
	Scale    Scale
	Figures  []AnswerFigure // shown beside the guesses of a room; none for a line, which is drawn
}

// Scale is the scale that a guess is placed on, from 0 in steps of Step. Its top is Top, or Times a figure of the
// record rounded up to a multiple of RoundUp, so that the scale does not give the answer away.
type Scale struct {
	Top     float64
	Ref     string
	Times   float64
	RoundUp float64 // 0 for no rounding
	Step    float64
}

// AnswerFigure is a figure that answers a question: its REF, the key of its label and its ink in the picture.
type AnswerFigure struct{ Ref, Label, Ink string }

// LineTop is the top of the scale on which the line is drawn, in reports: a round number that the answer does not
// decide.
const LineTop = 1000

// TopOf is the largest value of the scale, given the number of its Ref.
func (s Scale) TopOf(number float64) float64 {
	switch top := s.Times * number; {
	case s.Ref == "":
		return s.Top
	case s.RoundUp > 0:
		return math.Ceil(top/s.RoundUp) * s.RoundUp
	default:
		return top
	}
}

// Answers is how many values a guess has: one, or one a month.
func (q Question) Answers() int {
	if q.Ask == AskLine {
		return int(q.To-q.From) + 1
	}
	return 1
}

// MostGuessed is the largest value a guess may have. It is far above any figure of the record, so that it gives
// nothing away; pictures draw a guess no further than their own scale.
const MostGuessed = 1e6

// QuestionOf is what a chapter asks; ok is false for chapters that ask nothing.
func QuestionOf(chapter string) (q Question, ok bool) {
	if c := chapterNamed(chapter); c != nil && c.Question != nil {
		return *c.Question, true
	}
	return Question{}, false
}

// askingChapters lists the names of the chapters that ask.
func askingChapters() (names []string) {
	for _, c := range Chapters {
		if c.Question != nil {
			names = append(names, c.Name)
		}
	}
	return names
}

// expected says in words what a guess for the question looks like.
func (q Question) expected() string {
	if q.Ask == AskLine {
		return strconv.Itoa(q.Answers()) + " whole numbers with commas, one a month from " + q.From.String() + " to " + q.To.String() + ", - for a month left open"
	}
	return "one whole number from 0 to " + strconv.Itoa(int(q.Most))
}

// accepts reports whether the values can be a guess at the question.
func (q Question) accepts(values []float64) bool {
	if len(values) != q.Answers() {
		return false
	}
	for _, v := range values {
		if math.IsNaN(v) && q.Ask == AskLine {
			continue
		}
		if v != math.Trunc(v) || v < 0 || v > q.Most || math.Signbit(v) {
			return false
		}
	}
	return true
}

// isBlank reports a line with no month placed: the same as no guess.
func isBlank(values []float64) bool {
	for _, v := range values {
		if !math.IsNaN(v) {
			return false
		}
	}
	return true
}

// readValues reads "12,-,40": whole numbers of up to seven digits, and - for none.
func readValues(s string) (values []float64, ok bool) {
	if len(s) > 500 {
		return nil, false
	}
	for _, part := range strings.Split(s, ",") {
		if part == "-" {
			values = append(values, math.NaN())
			continue
		}
		n, whole := readWhole(part)
		if !whole {
			return nil, false
		}
		values = append(values, float64(n))
	}
	return values, true
}

func printValues(values []float64) string {
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = "-"
		if !math.IsNaN(v) {
			parts[i] = strconv.FormatFloat(v, 'f', -1, 64)
		}
	}
	return strings.Join(parts, ",")
}

// withGuess is the State with one chapter's guess replaced, or removed when it is empty.
func (s State) withGuess(chapter string, g Guess) State {
	guesses := make(map[string]Guess, len(s.Guesses)+1)
	for c, other := range s.Guesses {
		guesses[c] = other
	}
	if isBlank(g.Values) {
		g.Values = nil
	}
	if g.Values == nil && !g.Revealed {
		delete(guesses, chapter)
	} else {
		guesses[chapter] = g
	}
	s.Guesses = guesses
	return s
}
