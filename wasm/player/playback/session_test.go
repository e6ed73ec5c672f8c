package playback

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/frame"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/words"
)

func start(t testing.TB, query string, still bool) *Session {
	t.Helper()
	r, err := record.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	d, wrong := New(r, l.With(r), frame.Page{}, query, picture.Wide, still)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return d
}

// frameOf takes the Frame, which must be a new one.
func frameOf(t *testing.T, d *Session) frame.Frame {
	t.Helper()
	f, changed := d.Frame()
	if !changed {
		t.Fatal("there is no new Frame")
	}
	return f
}

func do(t *testing.T, d *Session, command string) {
	t.Helper()
	if err := d.Command(command); err != nil {
		t.Fatal(err)
	}
}

// settle lets time pass until nothing moves.
func advanceToRest(t *testing.T, d *Session) {
	t.Helper()
	for range 300 {
		if d.Advance(1. / 60); !d.Moving() {
			return
		}
	}
	t.Fatal("still moving after five seconds")
}

func TestASessionBeginsAtRestWithItsFrame(t *testing.T) {
	d := start(t, "chapter=gap&beat=3", false)
	if f := frameOf(t, d); f.Chapter != "gap" || f.Beat != 2 {
		t.Errorf("begins at %s, beat %d", f.Chapter, f.Beat)
	}
	if d.Moving() || !math.IsInf(d.Wait(), 1) {
		t.Errorf("moving %t, waits %g s, want rest", d.Moving(), d.Wait())
	}
	if _, changed := d.Frame(); changed {
		t.Error("the same Frame is new twice")
	}
}

func TestOpeningAnAddressShowsWhatAPlayerThatBeginsThereShows(t *testing.T) {
	for _, query := range []string{
		"", "chapter=strikes&beat=2&month=2015-06", "chapter=cases&guess-cases=400&revealed=cases", "chapter=gap&guess=off&speed=2",
		"chapter=explore&view=after&month=2019-08&only=open&select=assessments/2019-08/open", "chapter=if&beat=2&suppose=0.4&theme=dark",
	} {
		d := start(t, "chapter=count&beat=3&suppose=0.2&guess-gap=1,2,3,4,5,6,7,8,9,10,11", false)
		do(t, d, "play")
		if wrong := d.Open(query); len(wrong) > 0 {
			t.Errorf("%q: %v", query, wrong)
		}
		if got, want := frameOf(t, d), frameOf(t, start(t, query, false)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q shows\n%+v\nwant\n%+v", query, got, want)
		}
	}
}

func TestCommandsDoneBeforeTheEngineCameLeadToWhereTheyAlwaysLead(t *testing.T) {
	for _, c := range []struct {
		query, commands string
		refused         int
	}{
		{"chapter=gap", "", 0},
		{"chapter=strikes", "seek 2030-01,step -2", 0}, // clamped at the axis before the step
		{"chapter=strikes", "only open,view gap", 1},
		{"chapter=explore", "only open,only rest,view cases,only rest,view gap", 1},
		{"chapter=cases&beat=1", "guess 400,guess 1;2,reveal,skip", 2},
	} {
		commands := strings.FieldsFunc(c.commands, func(r rune) bool { return r == ',' })
		want := start(t, c.query, false)
		var refused []string
		for _, text := range commands {
			if err := want.Command(text); err != nil {
				refused = append(refused, err.Error())
			}
		}
		begun, wrong := New(want.rec, want.lang, frame.Page{}, c.query, picture.Wide, false, commands...)
		opened := start(t, "chapter=count", false)
		noted := opened.Open(c.query, commands...)
		for how, d := range map[string]*Session{"begun": begun, "opened": opened} {
			if got, want := frameOf(t, d), frameOf(t, atStateOf(want)); !reflect.DeepEqual(got, want) {
				t.Errorf("%s, %s, %s shows\n%+v\nwant\n%+v", c.query, c.commands, how, got, want)
			}
		}
		for _, errs := range [][]error{wrong, noted} {
			if len(refused) != c.refused || len(errs) != len(refused) {
				t.Errorf("%s, %s: %v is refused one by one, %v together, want %d", c.query, c.commands, refused, errs, c.refused)
			}
		}
	}
}

// atStateOf makes the Frame of a session new again.
func atStateOf(s *Session) *Session {
	s.stale = true
	return s
}

func TestOpeningAnAddressMovesTheMarksAndKeepsLanguageAndReducedMotion(t *testing.T) {
	for _, still := range []bool{false, true} {
		d := start(t, "chapter=reports&beat=4", still)
		wrong := d.Open("chapter=cases&beat=3&lang=ar&month=never")
		if len(wrong) != 1 || !strings.Contains(wrong[0].Error(), "month") {
			t.Errorf("what was not understood: %v", wrong)
		}
		if d.Moving() == still {
			t.Errorf("reduced motion %t, marks travel %t", still, d.Moving())
		}
		if f := frameOf(t, d); f.Chapter != "cases" || f.Beat != 2 || f.Lang != "en" || strings.Contains(f.Query, "lang") || f.Playing {
			t.Errorf("stands at %+v", f)
		}
	}
}

func TestAStepMovesMarksAndComesToRest(t *testing.T) {
	d := start(t, "chapter=reports&beat=4", false)
	frameOf(t, d)
	do(t, d, "chapter cases 3")
	if !d.Moving() || len(d.Motion().Rows()) == 0 {
		t.Error("the reports do not set out for their outcomes")
	}
	if f := frameOf(t, d); f.Chapter != "cases" {
		t.Errorf("the Frame is of %s", f.Chapter)
	}
	advanceToRest(t, d)
	if len(d.Motion().Rows()) != 0 {
		t.Errorf("%d rows of marks are still on their way", len(d.Motion().Rows()))
	}
}

func TestWithReducedMotionNothingMoves(t *testing.T) {
	d := start(t, "chapter=reports&beat=4", true)
	for _, c := range []string{"chapter cases 3", "view strikes", "seek 2016-01"} {
		if do(t, d, c); d.Moving() {
			t.Errorf("%s moves marks", c)
		}
	}
}

func TestWithReducedMotionPlayGoesFromBeatToBeat(t *testing.T) {
	d := start(t, "chapter=strikes&beat=2", true)
	do(t, d, "play")
	months := map[string]bool{}
	for range 60 * 30 {
		d.Advance(1. / 60)
		if f, changed := d.Frame(); changed {
			months[f.Axis.Month] = true
		}
		if d.Moving() {
			t.Fatal("marks move")
		}
	}
	if months["2015-07"] || !months["2017-09"] {
		t.Errorf("play stood at %v, want the ends of beats only", months)
	}
}

func TestAskingForReducedMotionStopsASweep(t *testing.T) {
	d := start(t, "chapter=strikes&beat=2", false)
	do(t, d, "play")
	d.Advance(1)
	d.SetReducedMotion(true)
	before, _ := d.Frame()
	d.Advance(3)
	if after, changed := d.Frame(); changed || before.Playing {
		t.Errorf("the timeline went on to %s", after.Axis.Month)
	}
}

func TestPlaySweepsTheMonthsThenWaits(t *testing.T) {
	d := start(t, "chapter=strikes&beat=2", false)
	do(t, d, "play")
	months := map[string]bool{}
	for range 60 * 60 {
		d.Advance(1. / 60)
		if f, changed := d.Frame(); changed {
			if f.Beat != 1 {
				break
			}
			months[f.Axis.Month] = true
		}
	}
	for _, m := range []string{"2014-12", "2015-07", "2016-10"} {
		if !months[m] {
			t.Errorf("play left out %s", m)
		}
	}
	do(t, d, "pause")
	advanceToRest(t, d)
	if !math.IsInf(d.Wait(), 1) {
		t.Errorf("paused, yet something happens in %g s", d.Wait())
	}
}

func TestAPlayingStoryWaitsForItsOwnWordsAndAnswersItsQuestion(t *testing.T) {
	d := start(t, "chapter=gap", false)
	do(t, d, "play")
	if f := frameOf(t, d); !f.Playing || f.Ask == nil || f.Ask.Revealed {
		t.Fatalf("playing %t, question %+v", f.Playing, f.Ask)
	}
	// Fifty words and the time to think.
	if w := d.Wait(); w < 15 || w > 40 {
		t.Errorf("the question waits %g s", w)
	}
	d.Advance(d.Wait())
	if f := frameOf(t, d); !f.Playing || f.Ask == nil || !f.Ask.Revealed || f.Ask.AnswerHTML == "" {
		t.Errorf("then it shows %+v, playing %t", f.Ask, f.Playing)
	}
	d.Advance(d.Wait())
	if f := frameOf(t, d); !f.Playing || f.Chapter != "gap" || f.Beat != 1 {
		t.Errorf("then it stands at %s %d, playing %t", f.Chapter, f.Beat, f.Playing)
	}
}

func TestAfterTheTimeAPlayingStoryWaitsItGoesOn(t *testing.T) {
	d := start(t, "chapter=strikes&beat=1", false)
	do(t, d, "play")
	for range 60 * 30 {
		if d.Advance(1. / 60); !d.Moving() && d.Wait() > 1 {
			break
		}
	}
	was := frameOf(t, d)
	if w := d.Wait(); math.IsInf(w, 1) || w <= 0 {
		t.Fatalf("a playing story waits %g s", w)
	} else {
		d.Advance(w + .01)
	}
	if f := frameOf(t, d); f.Query == was.Query && f.Beat == was.Beat {
		t.Error("after the time it asked for the story stands where it stood")
	}
}

func TestAWrongCommandIsRefusedInWordsAndChangesNothing(t *testing.T) {
	d := start(t, "", false)
	frameOf(t, d)
	for _, c := range []string{"", "dance", "seek someday", "view nothing"} {
		if err := d.Command(c); err == nil || err.Error() == "" {
			t.Errorf("%q was taken", c)
		}
	}
	if _, changed := d.Frame(); changed || d.Moving() {
		t.Error("a refused command changed something")
	}
}

func TestAnotherCompositionIsLaidOutAtOnce(t *testing.T) {
	d := start(t, "chapter=count&beat=3", false)
	frameOf(t, d)
	d.SetComposition(picture.Narrow)
	frameOf(t, d)
	if d.Moving() || d.Width() != picture.Design(picture.Narrow).W {
		t.Errorf("moving %t at width %g", d.Moving(), d.Width())
	}
	d.SetComposition(picture.Narrow)
	if _, changed := d.Frame(); changed {
		t.Error("the same composition made a new Frame")
	}
}

// A frame may come late because the machine was busy: the reader still sees the transition.
func TestALateFrameMovesMarksATenthOfASecondAtMost(t *testing.T) {
	d := start(t, "chapter=reports&beat=4", false)
	do(t, d, "chapter cases 3")
	frames := 0
	for d.Advance(10); d.Moving(); d.Advance(10) {
		frames++
	}
	// The whole change takes .9 s: eight frames of a tenth leave it on its way.
	if frames != 8 {
		t.Errorf("after %d late frames nothing moves any more, want 8", frames)
	}
}
