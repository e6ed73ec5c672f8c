package poll

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func room() *Room { return NewRoom(value, line) }

func join(t *testing.T, r *Room) string {
	t.Helper()
	secret, err := r.Join(0)
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

func lead(t *testing.T, r *Room, l Lead) {
	t.Helper()
	if err := r.Lead(l); err != nil {
		t.Fatal(err)
	}
}

// now is what a phone and the presenter see without waiting.
func now(t *testing.T, r *Room, secret string) (View, State) {
	t.Helper()
	v, err := r.View(t.Context(), secret, 0)
	if err != nil {
		t.Fatal(err)
	}
	return v, r.State(t.Context(), 0)
}

func TestAQuestionFromAskingToReveal(t *testing.T) {
	r := room()
	a, b := join(t, r), join(t, r)
	if err := r.Answer(a, "cases", []string{"5"}); !errors.Is(err, ErrMoved) {
		t.Errorf("an answer before anything is asked: %v, want ErrMoved", err)
	}
	lead(t, r, Lead{Question: "cases"})
	for _, n := range []string{"5", "300"} { // the later one counts
		if err := r.Answer(a, "cases", []string{n}); err != nil {
			t.Fatal(err)
		}
	}
	v, s := now(t, r, a)
	if v.Question != "cases" || v.Revealed || !slices.Equal(v.Answer, Answer{300}) || v.Tally != nil {
		t.Errorf("while it is asked, a phone that answered sees %+v", v)
	}
	if s.Answered != 1 || s.Phones != 2 || s.Closed || s.Tally != nil {
		t.Errorf("while it is asked, the presenter sees %+v: the answers must be hidden", s)
	}
	lead(t, r, Lead{Question: "cases", Shown: true})
	if v, s := now(t, r, b); v.Tally != nil || s.Tally == nil || s.Tally.Answers != 1 {
		t.Errorf("shown on the projector: phone %+v, presenter %+v", v, s)
	}
	lead(t, r, Lead{Question: "cases", Revealed: true})
	if err := r.Answer(b, "cases", []string{"7"}); !errors.Is(err, ErrClosed) {
		t.Errorf("an answer after the reveal: %v, want ErrClosed", err)
	}
	v, s = now(t, r, b)
	if !v.Revealed || v.Answer != nil || v.Tally == nil || v.Tally.Answers != 1 || !s.Closed || s.Tally == nil {
		t.Errorf("after the reveal: phone %+v, presenter %+v", v, s)
	}
	lead(t, r, Lead{Question: "cases"}) // back to the question
	if err := r.Answer(b, "cases", []string{"7"}); !errors.Is(err, ErrClosed) {
		t.Errorf("an answer after going back: %v, want ErrClosed", err)
	}
	lead(t, r, Lead{})
	if v, _ := now(t, r, b); v.Question != "cases" || !v.Revealed {
		t.Errorf("a step later the answer has gone from the phone: %+v", v)
	}
	lead(t, r, Lead{Question: "gap"})
	if v, _ := now(t, r, b); v.Question != "gap" || v.Revealed || v.Answer != nil {
		t.Errorf("at the next question a phone sees %+v", v)
	}
	if err := r.Answer(b, "cases", []string{"7"}); !errors.Is(err, ErrClosed) {
		t.Errorf("an answer to the question before: %v, want ErrClosed", err)
	}
}

func TestAskingAgainForgetsTheAnswersAndOpensTheQuestion(t *testing.T) {
	r := room()
	a := join(t, r)
	lead(t, r, Lead{Question: "cases"})
	if err := r.Answer(a, "cases", []string{"5"}); err != nil {
		t.Fatal(err)
	}
	lead(t, r, Lead{Question: "cases", Revealed: true})
	before, _ := now(t, r, a)
	lead(t, r, Lead{Question: "cases", Again: true})
	v, s := now(t, r, a)
	if v.Answer != nil || v.Revealed || s.Answered != 0 || s.Closed || v.Version == before.Version || v.Round == before.Round {
		t.Errorf("asked again: phone %+v, presenter %+v", v, s)
	}
	lead(t, r, Lead{Question: "cases"}) // the presenter tells the same again: nothing is lost
	if err := r.Answer(a, "cases", []string{"6"}); err != nil {
		t.Error(err)
	}
}

func TestAnOpenQuestionTakesNoAnswersWhileAnotherIsAsked(t *testing.T) {
	r := room()
	a := join(t, r)
	lead(t, r, Lead{Question: "cases"})
	if err := r.Answer(a, "cases", []string{"5"}); err != nil {
		t.Fatal(err)
	}
	lead(t, r, Lead{})
	if v, _ := now(t, r, a); v.Question != "" {
		t.Errorf("an open question that was left is still on the phone: %+v", v)
	}
	if err := r.Answer(a, "cases", []string{"6"}); !errors.Is(err, ErrMoved) {
		t.Errorf("%v, want ErrMoved", err)
	}
	lead(t, r, Lead{Question: "cases"})
	if v, _ := now(t, r, a); !slices.Equal(v.Answer, Answer{5}) {
		t.Errorf("the answer is lost: %+v", v)
	}
}

func TestUnknownPhonesAndUnknownQuestionsAreRefused(t *testing.T) {
	r := room()
	if err := r.Lead(Lead{Question: "strikes"}); err == nil {
		t.Error("a chapter that asks nothing is asked")
	}
	lead(t, r, Lead{Question: "cases"})
	if err := r.Answer("stranger", "cases", []string{"5"}); !errors.Is(err, ErrUnknown) {
		t.Errorf("a stranger's answer: %v, want ErrUnknown", err)
	}
	if _, err := r.View(t.Context(), "stranger", 0); !errors.Is(err, ErrUnknown) {
		t.Errorf("a stranger's look: %v, want ErrUnknown", err)
	}
	if err := r.Answer(join(t, r), "nothing", []string{"5"}); !errors.Is(err, ErrMoved) {
		t.Errorf("an answer to nothing: %v, want ErrMoved", err)
	}
}

func TestARoomTakes300PhonesAndRemovesSilentOnes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		var all []string
		for range MostPhones {
			all = append(all, join(t, r))
		}
		lead(t, r, Lead{Question: "cases"})
		time.Sleep(time.Second) // joining is slow now
		if _, err := r.Join(0); !errors.Is(err, ErrFull) {
			t.Fatalf("phone 301: %v, want ErrFull", err)
		}
		if err := r.Answer(all[0], "cases", []string{"5"}); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Second)
		look(t, r, all[1]) // the phone that answered is the one that is silent longest
		time.Sleep(44 * time.Second)
		for _, secret := range all[2:] {
			look(t, r, secret)
		}
		if s := r.State(t.Context(), 0); s.Phones != MostPhones {
			t.Errorf("%d phones are here, want a phone that was heard of 44 s ago to be", s.Phones)
		}
		time.Sleep(time.Second)
		// Two are silent: the first, which has answered, and the second.
		if s := r.State(t.Context(), 0); s.Phones != MostPhones-1 || s.Answered != 1 {
			t.Errorf("%d phones and %d answers, want one silent phone not to be counted", s.Phones, s.Answered)
		}
		join(t, r)
		if _, err := r.View(t.Context(), all[0], 0); err != nil {
			t.Errorf("a phone that answered has given way: %v", err)
		}
		if _, err := r.View(t.Context(), all[1], 0); !errors.Is(err, ErrUnknown) {
			t.Errorf("the silent phone is still there: %v", err)
		}
	})
}

func TestPhonesAndThePresenterWaitForTheirOwnChanges(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		a := join(t, r)
		lead(t, r, Lead{Question: "cases"})
		v, s := now(t, r, a)
		var phone, presenter int
		go func() {
			if _, err := r.View(t.Context(), a, v.Version); err == nil {
				phone++
			}
		}()
		go func() { r.State(t.Context(), s.Version); presenter++ }()
		synctest.Wait()
		if err := r.Answer(a, "cases", []string{"5"}); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if phone != 0 || presenter != 1 {
			t.Errorf("after an answer: phone told %d times, presenter %d; want the presenter alone", phone, presenter)
		}
		lead(t, r, Lead{Question: "cases", Revealed: true})
		synctest.Wait()
		if phone != 1 {
			t.Error("the phone does not hear of the reveal")
		}
	})
}

func TestOnlyTheNewestRequestOfAPhoneWaitsAndADroppedOneFreesIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		a := join(t, r)
		v, _ := now(t, r, a)
		ctx, drop := context.WithCancel(t.Context())
		ended := make([]bool, 2)
		go func() { r.View(t.Context(), a, v.Version); ended[0] = true }()
		synctest.Wait()
		go func() { r.View(ctx, a, v.Version); ended[1] = true }()
		synctest.Wait()
		if !ended[0] || ended[1] {
			t.Errorf("ended %v, want the older request alone", ended)
		}
		time.Sleep(10 * presenceTimeout)
		if s := r.State(t.Context(), 0); s.Phones != 1 {
			t.Error("a phone that waits is not counted")
		}
		drop()
		synctest.Wait()
		if s := r.State(t.Context(), 0); s.Phones != 1 {
			t.Error("a phone that dropped this moment is not counted")
		}
		time.Sleep(presenceTimeout)
		if s := r.State(t.Context(), 0); s.Phones != 0 {
			t.Error("a phone that dropped long ago is counted")
		}
		lead(t, r, Lead{Question: "cases"})
		if v, _ := now(t, r, a); v.Question != "cases" {
			t.Error("a phone that comes back does not see the question")
		}
	})
}

func TestClosingEndsAllWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := room()
		a := join(t, r)
		v, s := now(t, r, a)
		var wg sync.WaitGroup
		wg.Go(func() { r.View(t.Context(), a, v.Version) })
		wg.Go(func() { r.State(t.Context(), s.Version) })
		synctest.Wait()
		r.Close()
		wg.Wait()
		now(t, r, a) // and nobody waits after it
		r.State(t.Context(), r.State(t.Context(), 0).Version)
	})
}

func TestManyPhonesAtOnceAreAllCounted(t *testing.T) {
	r := room()
	lead(t, r, Lead{Question: "gap", Shown: true})
	var wg sync.WaitGroup
	for i := range MostPhones {
		wg.Go(func() {
			secret, err := r.Join(0)
			if err != nil {
				t.Error(err)
				return
			}
			for n := range 3 {
				if err := r.Answer(secret, "gap", []string{fmt.Sprint(i), "", fmt.Sprint(n)}); err != nil {
					t.Error(err)
				}
				r.State(t.Context(), 0)
			}
		})
	}
	wg.Wait()
	s := r.State(t.Context(), 0)
	if s.Answered != MostPhones || s.Phones != MostPhones || s.Tally.Spread[2] != (Spread{MostPhones, 2, 2, 2}) || s.Tally.Spread[0].Most != MostPhones-1 {
		t.Errorf("%d answers of %d phones, %v", s.Answered, s.Phones, s.Tally.Spread)
	}
}
