package record

import "math"

// Qualifier is the part of a figure that says how exact the source is. It is shown wherever the number is.
type Qualifier string

// The qualifiers a source can give. The last two are found only in strikes_by_month.csv.
const (
	Exact        Qualifier = ""
	AtLeast      Qualifier = "at_least"
	MoreThan     Qualifier = "more_than"
	Nearly       Qualifier = "nearly"
	About        Qualifier = "about"
	Undercount   Qualifier = "undercount"    // some days' releases are missing from the sum
	PartialMonth Qualifier = "partial_month" // the count covers a part of the month only
)

// Count is a number as stated, or nothing. The zero Count is absent, and an absent Count never reads as 0.
type Count struct {
	number    float64
	present   bool
	Qualifier Qualifier
}

// Some makes a stated Count. A number that is not finite makes an absent one.
func Some(n float64, q Qualifier) Count {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return Count{}
	}
	return Count{number: n, present: true, Qualifier: q}
}

// Int is the whole number. ok is false where the source leaves it blank, and for a number that is not whole.
func (c Count) Int() (n int, ok bool) {
	if !c.present || c.number != math.Trunc(c.number) || math.Abs(c.number) > 1<<31 {
		return 0, false
	}
	return int(c.number), true
}

// Float is the number, whole or not. ok is false where the source leaves it blank.
func (c Count) Float() (f float64, ok bool) {
	return c.number, c.present
}

// Absent reports whether no source read states the number.
func (c Count) Absent() bool { return !c.present }
