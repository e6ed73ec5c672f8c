package picture

// Proportions that every painter shares, so that all of them draw the same marks.
const (
	RingShare   = .2  // a ring's line as a share of its diameter
	StrokeShare = .42 // a stroke's width as a share of its cell's width
)
