package frame

import (
	"html"
	"math"
	"strings"
	"testing"

	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// counted is how many words a page shows of a Frame's beat, counted apart from the code under test.
func counted(f Frame) (beat, answer int) {
	fields := func(markup string) int {
		return len(strings.Fields(html.UnescapeString(tag.ReplaceAllString(markup, ""))))
	}
	beat = len(strings.Fields(f.Title)) + fields(f.TextHTML)
	if f.Ask != nil {
		beat += len(strings.Fields(f.Ask.Label)) + len(strings.Fields(f.Ask.Hint))
		answer = fields(f.Ask.AnswerHTML)
	}
	return beat, answer
}

// begin is a story that plays from where the query stands, and a clock that knows how long its words take to read.
func begin(t *testing.T, l *words.Language, query string) (*story.Clock, story.State) {
	t.Helper()
	s, faults := story.Initial().With(query)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	s, err := s.Apply(story.Command{Verb: story.DoPlay})
	if err != nil {
		t.Fatal(err)
	}
	return &story.Clock{Reading: NewReading(l).Seconds}, s
}

func frameAt(r *record.Record, l *words.Language, s story.State) Frame {
	return Make(r, l, s, picture.Make(r, l, s.Scene(), picture.Wide), Page{})
}

func TestPlayShowsEveryTextAsLongAsItTakesToRead(t *testing.T) {
	r, l := load(t)
	const aWord, least = .3, 4.
	for _, query := range []string{"", "guess=off", "guess-cases=400&guess-gap=1,-,3,4,5,6,7,8,9,10,11", "revealed=cases,gap,count"} {
		clock, s := begin(t, l, query)
		beats := 0
		for s.Playing {
			at, f := s, frameAt(r, l, s)
			seconds := 0.
			for s.Playing && s.Step() == at.Step() && s.Asking == at.Asking {
				wait := clock.Wait(s)
				s, seconds = clock.Advance(s, wait), seconds+wait
			}
			if !s.Playing {
				break // the story ends there
			}
			beats++
			n, answer := counted(f)
			if f.Ask != nil && f.Ask.Revealed && query != "revealed=cases,gap,count" {
				n = 0 // read before the answer came
			}
			want := max(least, aWord*float64(n+answer))
			if at.Asking {
				want += 5 // to think it over
			}
			if seconds < want-1e-6 {
				t.Errorf("%q: %s %d with %d words goes on after %.2f s, want %.2f", query, at.Chapter, at.Beat+1, n+answer, seconds, want)
			}
		}
		if beats < 19 || s.Chapter != "after" {
			t.Errorf("%q: play goes through %d beats and ends at %s", query, beats, s.Chapter)
		}
	}
}

func TestReadingCountsTheWordsOfTheFrame(t *testing.T) {
	r, l := load(t)
	reading := NewReading(l)
	for _, query := range []string{"chapter=cover", "chapter=reports&beat=4", "chapter=cases", "chapter=gap&revealed=gap", "chapter=count&revealed=count", "chapter=count&guess-count=900&revealed=count", "chapter=cases&guess=off"} {
		s, faults := story.Initial().With(query)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		beat, answer := counted(frameAt(r, l, s))
		for range 2 {
			if got, want := reading.Seconds(s), .3*float64(beat+answer); math.Abs(got-want) > 1e-9 {
				t.Errorf("%q takes %v s, want %v for %d words", query, got, want, beat+answer)
			}
		}
	}
}

func TestTheWordsOfATextAreCountedOnce(t *testing.T) {
	_, l := load(t)
	clock, s := begin(t, l, "chapter=cases")
	s = clock.Advance(s, .1)
	if n := testing.AllocsPerRun(200, func() { s = clock.Advance(s, .001) }); n > 0 || !s.Asking {
		t.Errorf("%v allocations a frame while a text is read", n)
	}
}
