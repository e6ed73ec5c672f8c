package poll

import "slices"

// Tally is what all answers to a question come to. It names no phone, and its lists are sorted, so that it does not
// reveal who answered when.
type Tally struct {
	Answers int      `json:"answers"`
	Bins    []Bin    `json:"bins,omitempty"`  // of a single value
	Spread  []Spread `json:"spread"`          // of each value: one, or one a month
	Lines   []Answer `json:"lines,omitempty"` // of a line: every one that was drawn
}

// Bin counts the answers from From to To, both included.
type Bin struct {
	From int `json:"from"`
	To   int `json:"to"`
	N    int `json:"n"`
}

// Spread is the lowest, the middle and the highest of N answers. The middle of an even number is the lower of the two
// in the middle, so that it is one of the answers given. All are Blank where N is 0.
type Spread struct {
	N      int `json:"n"`
	Least  int `json:"least"`
	Middle int `json:"middle"`
	Most   int `json:"most"`
}

// mostBins is how many bins a scale is cut into at most.
const maxBins = 20

// binWidth is the width of a bin: 1, 2 or 5 times a power of ten, so that its ends are round numbers.
func binWidth(most int) int {
	for ten := 1; ; ten *= 10 {
		for _, w := range []int{ten, 2 * ten, 5 * ten} {
			if most/w < maxBins {
				return w
			}
		}
	}
}

// bins cuts the scale from 0 to most. A last bin that would hold the end of the scale alone is joined to the one
// before it.
func bins(most int) (all []Bin) {
	w := binWidth(most)
	for from := 0; from <= most; from += w {
		all = append(all, Bin{From: from, To: min(from+w-1, most)})
	}
	if n := len(all); n > 1 && w > 1 && all[n-1].From == most {
		all[n-2].To = most
		all = all[:n-1]
	}
	return all
}

// tally counts answers to a question.
func (q Question) tally(answers []Answer) Tally {
	t := Tally{Answers: len(answers)}
	for i := range q.Values {
		var given []int
		for _, a := range answers {
			if a[i] != Blank {
				given = append(given, a[i])
			}
		}
		t.Spread = append(t.Spread, spreadOf(given))
	}
	if q.Values > 1 {
		t.Lines = slices.Clone(answers)
		slices.SortFunc(t.Lines, func(a, b Answer) int { return slices.Compare(a, b) })
		return t
	}
	t.Bins = bins(q.Most)
	for _, a := range answers {
		i, _ := slices.BinarySearchFunc(t.Bins, a[0], func(b Bin, n int) int { return b.To - n })
		t.Bins[i].N++
	}
	return t
}

func spreadOf(given []int) Spread {
	if len(given) == 0 {
		return Spread{0, Blank, Blank, Blank}
	}
	slices.Sort(given)
	return Spread{len(given), given[0], given[(len(given)-1)/2], given[len(given)-1]}
}
