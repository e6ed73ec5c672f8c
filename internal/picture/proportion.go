package picture

// The proportions of marks: every painter draws from these, and the engine's shader repeats them (tested there).
const (
	RingShare   = .2  // a ring's line as a share of its diameter
	StrokeShare = .42 // a stroke's width as a share of its cell's width
	HollowShare = .3  // a hollow stroke's line as a share of its width
)
