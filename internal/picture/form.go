package picture

// The patterns of lines, in px of the design stage; every painter draws from these, as from RingShare and
// StrokeShare.
const (
	HatchPitch = 6  // distance between hatching lines, which rise to the right at 45 degrees
	HatchLine  = .5 // width of a hatching line; the first one touches (0,0) from below
	DashOn     = 4  // dashes start with the path's first point
	DashOff    = 3
)
