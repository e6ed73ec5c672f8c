package picture

import (
	"math"
	"slices"
)

// leastPitch is the smallest distance between two marks, in px of the stage.
const leastPitch = 1.8

// units are what one mark may stand for.
var units = []int{1, 10, 50}

// markCount is how many marks of a unit show n; a part of a unit is one mark, so that nothing vanishes.
func markCount(n, unit int) int { return (n + unit - 1) / unit }

// groupSize is what a mark group needs room for: n units over a width.
type groupSize struct {
	width float64
	n     int
}

// fitGroups finds the finest unit and then the widest pitch at which every group fits under the height. The area of a
// group is its number of marks times the square of the pitch, whatever its width.
func fitGroups(groups []groupSize, height, most float64, least float64) (unit int, pitch float64) {
	for _, unit = range units {
		if pitch = fitPitch(groups, unit, height, most); pitch >= least {
			return unit, pitch
		}
	}
	return unit, max(pitch, 1)
}

func fitPitch(groups []groupSize, unit int, height, most float64) float64 {
	const step = .1
	fits := func(b groupSize, p float64) bool {
		return math.Ceil(float64(markCount(b.n, unit))/across(b.width, p))*p <= height
	}
	high := 0 // the group that was too high last is likely to be so again: try it first
	for p := most; p > step; p -= step {
		if len(groups) > 0 && !fits(groups[high], p) {
			continue
		}
		at := slices.IndexFunc(groups, func(b groupSize) bool { return !fits(b, p) })
		if at < 0 {
			return math.Round(p*10) / 10
		}
		high = at
	}
	return 0
}

// across is how many cells of a pitch stand beside one another in a width: at least one.
func across(width, pitch float64) float64 { return max(1, math.Floor(width/pitch+1e-6)) }

// fitStackedGroups finds the largest cell, of a given height to width ratio, at which several groups below one another
// fit into width x height.
func fitStackedGroups(counts []int, width, height, ratio, most float64) (px float64) {
	const step = .05
	for px = most; px > step; px -= step {
		rows := 0.
		for _, n := range counts {
			rows += math.Ceil(float64(n) / across(width, px))
		}
		if rows*px*ratio <= height {
			break
		}
	}
	return px
}
