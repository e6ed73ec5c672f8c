package picture

// The forms of unit marks as fractions of a mark's Size, and the patterns of lines in px of the design stage.
// Every painter draws from these, so that a still and the moving player are the same picture.
const (
	RingLine         = .22 // width of a ring's line; its outer edge is the mark's diameter
	PaleSize         = .72 // diameter of a pale or notched disc
	NotchWidth       = .26 // a notch is a slot of this width, cut from a disc's top edge down to its centre
	StrokeWidth      = .32 // width of a death's stroke; its length is the mark's Size
	HollowSquareLine = .2  // line of a hollow square, inside its edge
	HollowStrokeLine = .1  // line of a hollow stroke, inside its edge

	HatchPitch = 6 // distance between hatching lines, which run through (0,0) and rise to the right at 45 degrees
	HatchLine  = 1 // width of a hatching line
	DashOn     = 4 // dashes start with the path's first point; dashed lines have flat ends, others round ones
	DashOff    = 3
)
