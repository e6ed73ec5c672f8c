package classroom

import (
	"sync"
	"testing"

	"opencases/internal/poll"
)

// BenchmarkReveal is the time from the presenter's reveal until all 300 phones of a class, each with an answer of its own
// and a request that waits, hold their view of it.
func BenchmarkReveal(b *testing.B) {
	s := start(b)
	phones, versions := make([]string, poll.MostPhones), make([]string, poll.MostPhones)
	for i := range phones {
		phones[i] = s.join()
	}
	for b.Loop() {
		b.StopTimer()
		s.lead(`{"question":"cases","again":true}`)
		for i := range phones {
			s.answer(phones[i], "cases", jsonNumber(uint64(i)))
			versions[i] = s.view(phones[i], "0").head.Get(versionField)
		}
		var wg sync.WaitGroup
		for i := range phones {
			wg.Go(func() { s.view(phones[i], versions[i]) })
		}
		b.StartTimer()
		s.lead(`{"question":"cases","revealed":true}`)
		wg.Wait()
	}
}
