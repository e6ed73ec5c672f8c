package poll

import (
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

func TestAClassOf300GetsInAtOnceAndThenFivePhonesASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		admitted := func(tries int) (n int) {
			for range tries {
				if _, err := r.Join(); !errors.Is(err, ErrBusy) {
					n++
				}
			}
			return n
		}
		if n := admitted(400); n != 300 {
			t.Errorf("%d of 400 phones get in at the same moment, want 300", n)
		}
		time.Sleep(10 * time.Second)
		if n := admitted(400); n != 50 {
			t.Errorf("%d phones may join in the ten seconds after, want 50", n)
		}
	})
}

func TestAskingAgainTogetherWithTheRevealKeepsTheAnswers(t *testing.T) {
	r := room()
	a := join(t, r)
	lead(t, r, Lead{Question: "cases"})
	if err := r.Answer(a, "cases", []string{"5"}); err != nil {
		t.Fatal(err)
	}
	_, before := now(t, r, a)
	lead(t, r, Lead{Question: "cases", Revealed: true, Again: true})
	v, s := now(t, r, a)
	if !slices.Equal(v.Answer, Answer{5}) || !v.Revealed || s.Answered != 1 || s.Round != before.Round || s.Tally == nil || s.Tally.Answers != 1 {
		t.Errorf("phone %+v, presenter %+v: the answers that are shown are lost", v, s)
	}
}
