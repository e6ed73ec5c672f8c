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
				if _, err := r.Join(0); !errors.Is(err, ErrBusy) {
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

// look is what a phone does to be counted as here.
func look(t *testing.T, r *Room, secret string) {
	t.Helper()
	if _, err := r.View(t.Context(), secret, 0); err != nil {
		t.Fatal(err)
	}
}

func TestAPhoneThatSendsTooManyRequestsIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		a := join(t, r)
		lead(t, r, Lead{Question: "cases"})
		refused := 0
		for range 100 {
			if err := r.Answer(a, "cases", []string{"5"}); errors.Is(err, ErrBusy) {
				refused++
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if refused != 100-askBurst {
			t.Errorf("%d of 100 answers at once are refused, want %d", refused, 100-askBurst)
		}
		time.Sleep(time.Second)
		if err := r.Answer(a, "cases", []string{"6"}); err != nil {
			t.Errorf("a second later: %v", err)
		}
		busy := 0
		for range 2 * MostPhones {
			if _, err := r.Join(0); errors.Is(err, ErrBusy) {
				busy++
			}
		}
		if busy == 0 {
			t.Error("phones can join without end")
		}
	})
}
