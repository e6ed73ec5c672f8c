package classroom

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"opencases/internal/poll"
)

// Three hundred phones join, wait, answer, change their minds and drop out, all at once, while the presenter goes from
// question to question.
func TestAClassOf300PhonesOnLoopback(t *testing.T) {
	s := start(t)
	phones := make([]string, poll.MostPhones)
	each := func(do func(i int)) {
		var wg sync.WaitGroup
		for i := range phones {
			wg.Go(func() { do(i) })
		}
		wg.Wait()
	}
	each(func(i int) { phones[i] = s.join() })
	full := s.ask("POST", "/poll/join?lang=en", "")
	for full.status == http.StatusTooManyRequests {
		full = s.ask("POST", "/poll/join?lang=en", "")
	}
	if full.status != http.StatusServiceUnavailable || full.head.Get("Retry-After") == "" || !strings.Contains(full.body, "no more than 300 phones") {
		t.Errorf("phone 301: %d %v %s", full.status, full.head, full.body)
	}

	// All wait; one in ten drops out before the question comes.
	versions, views := make([]string, len(phones)), make([]reply, len(phones))
	each(func(i int) { versions[i] = s.view(phones[i], "0").head.Get(versionField) })
	ctx, drop := context.WithCancel(t.Context())
	var waiting sync.WaitGroup
	for i := range phones {
		waiting.Go(func() {
			if i%10 == 0 {
				s.do(ctx, "GET", "/poll/view?lang=en&after="+versions[i], "", phoneField, phones[i])
				return
			}
			views[i] = s.view(phones[i], versions[i])
		})
	}
	drop()
	s.lead(`{"question":"cases"}`)
	waiting.Wait()
	for i, v := range views {
		if i%10 != 0 && !strings.Contains(v.body, "How many were credible?") {
			t.Fatalf("phone %d waited for the question and got %d %q", i, v.status, v.body)
		}
	}

	// All answer twice, those that dropped out too; some send what is no answer in between.
	each(func(i int) {
		if r := s.answer(phones[i], "cases", "1799"); r.status != 200 {
			t.Errorf("phone %d: %d", i, r.status)
		}
		if i%7 == 0 {
			if r := s.answer(phones[i], "cases", "1e9"); r.status != http.StatusUnprocessableEntity {
				t.Errorf("phone %d, no answer: %d", i, r.status)
			}
		}
		if r := s.answer(phones[i], "cases", fmt.Sprint(i)); r.status != 200 || !strings.Contains(r.body, fmt.Sprintf("Your answer is in: %d.", i)) {
			t.Errorf("phone %d: %d %s", i, r.status, r.body)
		}
	})
	st := s.lead(`{"question":"cases","revealed":true}`)
	if st.Phones != len(phones) || st.Answered != len(phones) {
		t.Errorf("%d of %d phones have answered", st.Answered, st.Phones)
	}
	for i, b := range st.Tally.Bins {
		want := 0
		if i < 3 {
			want = 100 // 0 to 299, a hundred in each of the first bins
		}
		if b.N != want {
			t.Errorf("bin %+v, want %d in it", b, want)
		}
	}
	each(func(i int) {
		if r := s.answer(phones[i], "cases", "208"); r.status != http.StatusConflict {
			t.Errorf("phone %d, too late: %d", i, r.status)
		}
	})
	after := s.read(s.ask("GET", "/poll/lead?after=0", "", keyField, s.class.Key()))
	if after.Tally.Bins[2].N != 100 {
		t.Errorf("late answers are counted: %+v", after.Tally.Bins)
	}
}

func TestAPhoneThatSendsTooManyRequestsIsRefusedAndOthersAreNot(t *testing.T) {
	s := start(t)
	s.lead(`{"question":"cases"}`)
	loud, quiet := s.join(), s.join()
	slowed := 0
	for range 20 { // a slow machine may spread the flood out
		var mu sync.Mutex
		var wg sync.WaitGroup
		for range 100 {
			wg.Go(func() {
				r := s.answer(loud, "cases", "5")
				mu.Lock()
				defer mu.Unlock()
				if r.status == http.StatusTooManyRequests {
					slowed++
					if r.head.Get("Retry-After") == "" {
						t.Error("a phone that is slowed down is not told for how long")
					}
				}
			})
		}
		if wg.Wait(); slowed > 0 {
			break
		}
	}
	if slowed == 0 {
		t.Error("no answer of a flood was slowed down")
	}
	if r := s.answer(quiet, "cases", "7"); r.status != 200 {
		t.Errorf("another phone: %d", r.status)
	}
	if st := s.lead(`{"question":"cases"}`); st.Answered != 2 || st.Phones != 2 {
		t.Errorf("%d of %d phones have answered, want 2 of 2", st.Answered, st.Phones)
	}
}
