package poll

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestBinsCoverTheScaleOnceWithRoundEnds(t *testing.T) {
	for _, tt := range []struct {
		most, n, width int
		last           Bin
	}{
		{0, 1, 1, Bin{0, 0, 0}},
		{1, 2, 1, Bin{1, 1, 0}},
		{19, 20, 1, Bin{19, 19, 0}},
		{20, 10, 2, Bin{18, 20, 0}},
		{1000, 10, 100, Bin{900, 1000, 0}},
		{1799, 18, 100, Bin{1700, 1799, 0}},
		{17000, 17, 1000, Bin{16000, 17000, 0}},
	} {
		all := bins(tt.most)
		if len(all) != tt.n || all[0].To-all[0].From+1 != tt.width || all[len(all)-1] != tt.last {
			t.Errorf("0 to %d: %v, want %d bins of %d, the last %v", tt.most, all, tt.n, tt.width, tt.last)
		}
	}
	for most := range 5000 {
		all, next := bins(most), 0
		for _, b := range all {
			if b.From != next || b.To < b.From {
				t.Fatalf("0 to %d: %v", most, all)
			}
			next = b.To + 1
		}
		if next != most+1 || len(all) > maxBins {
			t.Fatalf("0 to %d: %v", most, all)
		}
	}
}

func TestEveryAnswerIsCountedInItsBin(t *testing.T) {
	tally := value.tally([]Answer{{0}, {99}, {100}, {1799}, {1700}})
	counts := map[int]int{}
	for _, b := range tally.Bins {
		counts[b.From] = b.N
	}
	if counts[0] != 2 || counts[100] != 1 || counts[1700] != 2 || tally.Answers != 5 {
		t.Errorf("%v", tally)
	}
	if want := (Spread{5, 0, 100, 1799}); tally.Spread[0] != want {
		t.Errorf("spread %v, want %v", tally.Spread[0], want)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var all []Answer
		for range random.IntN(MostPhones) {
			all = append(all, Answer{random.IntN(value.Most + 1)})
		}
		tally, sum := value.tally(all), 0
		for _, b := range tally.Bins {
			sum += b.N
			for _, a := range all {
				if a[0] >= b.From && a[0] <= b.To {
					b.N--
				}
			}
			if b.N != 0 {
				t.Fatalf("bin %v is off by %d", b, b.N)
			}
		}
		if sum != len(all) {
			t.Fatalf("%d answers are counted as %d", len(all), sum)
		}
	}
}

func TestTheMiddleIsAGivenAnswerAndEmptyMonthsAreLeftOut(t *testing.T) {
	tally := line.tally([]Answer{{10, Blank, 5}, {20, Blank, Blank}, {40, Blank, Blank}, {30, Blank, Blank}})
	want := []Spread{{4, 10, 20, 40}, {0, Blank, Blank, Blank}, {1, 5, 5, 5}}
	if !slices.Equal(tally.Spread, want) {
		t.Errorf("%v, want %v", tally.Spread, want)
	}
}

func TestATallyDoesNotRevealWhoAnsweredWhen(t *testing.T) {
	a, b := []Answer{{1, 2, 3}, {7, 8, 9}, {4, 5, 6}}, []Answer{{4, 5, 6}, {7, 8, 9}, {1, 2, 3}}
	if x, y := line.tally(a), line.tally(b); !reflect.DeepEqual(x, y) {
		t.Errorf("the same lines in another order tally to\n%v\n%v", x, y)
	}
}
