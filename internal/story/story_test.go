package story

import (
	"math"
	"math/rand/v2"
	"testing"

	"opencases/internal/month"
)

// anyState makes a valid State of any kind, without the code under test that moves states about.
func anyState(r *rand.Rand) State {
	s := Initial()
	s.Options = Options{
		Lang:          pick(r, []string{"en", "ar", "pt-BR"}),
		Theme:         pick(r, themes),
		Controls:      pick(r, controls),
		Guess:         r.IntN(3) > 0,
		ReducedMotion: r.IntN(4) == 0,
	}
	s.Speed = roundTo(SlowestSpeed+r.Float64()*(FastestSpeed-SlowestSpeed), 100)
	if r.IntN(2) == 0 {
		s.Supposed = roundTo(r.Float64(), 10000)
	}
	s.Guesses = anyGuesses(r)
	step := r.IntN(len(steps))
	for !s.isShown(step) {
		step = r.IntN(len(steps))
	}
	s.Chapter, s.Beat = steps[step].Chapter, steps[step].Beat
	s.View = s.beat().View
	s.Asking = s.hasOpenQuestion()
	if !s.Asking && r.IntN(2) == 0 {
		s.View = pick(r, Views)
	}
	from, to := Window(s.Chapter, s.View)
	s.Month = from + month.Month(r.IntN(int(to-from)+1))
	s.Only = pick(r, append(s.Series(), ""))
	s.Selected = pick(r, []string{"", "assessments/2017-11/open", "named/strikes@2017-11", "estimates/2017-11-30:1/low"})
	s.Playing = r.IntN(2) == 0
	if s.Playing && s.Validate() != nil {
		s.Playing = false
	}
	return s
}

func anyGuesses(r *rand.Rand) map[string]Guess {
	guesses := map[string]Guess{}
	for _, chapter := range askingChapters() {
		q, _ := QuestionOf(chapter)
		g := Guess{Revealed: r.IntN(2) == 0}
		if r.IntN(2) == 0 {
			g.Values = make([]float64, q.Answers())
			for i := range g.Values {
				g.Values[i] = float64(r.IntN(2000))
				if q.Ask == AskLine && i > 0 && r.IntN(3) == 0 {
					g.Values[i] = math.NaN()
				}
			}
		}
		if g.Revealed || g.Values != nil {
			guesses[chapter] = g
		}
	}
	return guesses
}

// anyCommand makes commands that mostly fit, and some that do not.
func anyCommand(r *rand.Rand) string {
	return pick(r, []string{
		"play", "play", "pause", "toggle", "replay", "next", "next", "back", "close", "reveal", "skip", "restart", "close me",
		"chapter " + pick(r, ChapterNames()), "chapter " + pick(r, ChapterNames()) + " " + pick(r, []string{"1", "2", "3", "4", "5", "0"}),
		"seek " + (FirstStrike + month.Month(r.IntN(90)-5)).String(), "step " + pick(r, []string{"1", "-1", "12", "-240", "241"}),
		"view " + string(pick(r, Views)), "view " + string(pick(r, Views)), "view map",
		"select assessments/2017-11/open", "select <script>",
		"guess 300", "guess 1,2,3,4,5,6,7,8,9,10,11", "guess -,-,3,4,5,6,7,8,9,10,11", "guess -,-,-,-,-,-,-,-,-,-,-", "guess 1.5", "guess 1,2",
		"suppose " + pick(r, []string{"0.17", "1", "0", "rate", "1.01"}), "speed " + pick(r, []string{"0.25", "4", "2", "9"}),
		"only " + pick(r, append(allSeries(), "all")), "theme " + pick(r, append(themes, "pink")), "lang ar",
	})
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func dice(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

// do applies commands that are expected to fit.
func do(t *testing.T, s State, commands ...string) State {
	t.Helper()
	for _, text := range commands {
		c, err := ParseCommand(text)
		if err != nil {
			t.Fatal(err)
		}
		if s, err = s.Apply(c); err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(); err != nil {
			t.Fatalf("after %q: %v", text, err)
		}
	}
	return s
}

// stands checks where a State is, in words that read like the story.
func stands(t *testing.T, s State, chapter string, beat int, v View, m string) {
	t.Helper()
	if s.Chapter != chapter || s.Beat+1 != beat || s.View != v || s.Month.String() != m {
		t.Fatalf("stands at %s %d, view %s, %s; want %s %d, view %s, %s",
			s.Chapter, s.Beat+1, s.View, s.Month, chapter, beat, v, m)
	}
}
