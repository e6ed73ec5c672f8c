package picture

// The proportions of marks for every painter. The engine's shader repeats them; its test compares them.
const (
	RingShare   = .2  // a ring's line as a share of its diameter
	StrokeShare = .42 // a stroke's width as a share of its cell's width
	HollowShare = .3  // a hollow stroke's line as a share of its width
)

// The patterns of lines, in px of the design stage, for every painter.
const (
	HatchPitch = 6  // distance between hatching lines, which rise to the right at 45 degrees
	HatchLine  = .5 // width of a hatching line; the first one touches (0,0) from below
	DashOn     = 4  // dashes start with the path's first point
	DashOff    = 3
)
