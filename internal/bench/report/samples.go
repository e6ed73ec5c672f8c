package report

import (
	"math"
	"slices"
)

// Samples are the readings of one quantity, one a run, in the order they were taken.
type Samples []float64

// Median is the middle reading, or the mean of the two in the middle. NaN without readings.
func (s Samples) Median() float64 { return s.Quantile(0.5) }

// P95 is the reading that 95 in 100 do not pass. NaN without readings.
func (s Samples) P95() float64 { return s.Quantile(0.95) }

// Min is the smallest reading, NaN without readings.
func (s Samples) Min() float64 { return s.Quantile(0) }

// Max is the largest reading, NaN without readings.
func (s Samples) Max() float64 { return s.Quantile(1) }

// Quantile is the reading at q, from 0 to 1, on the straight line between its two neighbours. NaN without readings.
func (s Samples) Quantile(q float64) float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	at := q * float64(len(sorted)-1)
	low := int(at)
	if low == len(sorted)-1 {
		return sorted[low]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}
