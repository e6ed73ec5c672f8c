package picture

// Motion is what is seen between two Pictures. It holds everything a painter needs for a frame; steady motion
// allocates nothing. Times are seconds, lengths px of the viewport that the Pictures were made for.
//
// Blocks settle: new marks thin in along the filling order, gone ones thin out. Report marks (blocks that
// travel) move from their old place to their new one, for a mark with the same number is the
// same report. Lines and dots with the same ID glide; others fade. Nothing overshoots, so nothing that lies
// within the stage in both pictures leaves it on the way.
type Motion struct {
	shown    bool // a picture has been taken in
	viewport Viewport
	comp     Composition

	blocks     []SeenBlock
	blockRun   []blockRun
	flights    []flight // of report marks, by number
	unit       int      // what one report mark stands for
	rows       []row    // of report marks that are not at rest in their blocks
	seenRows   []SeenRow
	elapsed    float64 // seconds since flights were brought up to date
	longest    float64 // seconds that the last of them took then
	travelling bool
	dots       []SeenDot
	dotRun     []dotRun
	paths      []SeenPath
	pathRun    []pathRun
}

// Durations in seconds. A whole change takes 0.4 to 0.9.
const (
	fadeTime      = .4
	settleShort   = .4   // settling of one mark
	settleLong    = .9   // settling of settleMany marks or more
	settleMany    = 2000 // marks
	settleOwn     = .25  // of one report mark within the whole
	travelTime    = .75  // of one report mark
	travelStagger = .15  // between the first report mark's start and the last one's
	lookTime      = .4
	// SettleFrom is the size of a mark when it begins to be seen, as a share of its full size.
	SettleFrom = .6
)

// Retarget starts moving from what is seen now towards p. With still, or when the stage has another size or
// composition, or for the first picture, it cuts. The Motion keeps no reference to p.
func (m *Motion) Retarget(p Picture, still bool) {
	if !m.shown || still || p.Viewport != m.viewport || p.Composition != m.comp {
		m.cut(p)
		return
	}
	m.retargetBlocks(p)
	m.retargetMarks(p)
	m.retargetDots(p)
	m.retargetPaths(p)
	m.look()
}

// Step moves on by dt seconds and reports whether anything still moves afterwards.
func (m *Motion) Step(dt float64) (moving bool) {
	moving = m.stepBlocks(dt)
	moving = m.stepMarks(dt) || moving
	moving = m.stepDots(dt) || moving
	return m.stepPaths(dt) || moving
}

// Blocks lists the lattices to draw, back to front. It is valid until the next Retarget or Step.
func (m *Motion) Blocks() []SeenBlock { return m.blocks }

// Rows lists the marks that are on their way, to be drawn over the blocks. Valid as Blocks.
func (m *Motion) Rows() []SeenRow { return m.seenRows }

// Dots lists the single marks. Valid as Blocks.
func (m *Motion) Dots() []SeenDot { return m.dots }

// Paths lists the lines and areas, back to front. Valid as Blocks.
func (m *Motion) Paths() []SeenPath { return m.paths }

// cut takes p as it is.
func (m *Motion) cut(p Picture) {
	m.shown, m.viewport, m.comp = true, p.Viewport, p.Composition
	m.blocks, m.blockRun = m.blocks[:0], m.blockRun[:0]
	m.flights = m.flights[:0]
	m.dots, m.dotRun = m.dots[:0], m.dotRun[:0]
	m.paths, m.pathRun = m.paths[:0], m.pathRun[:0]
	m.retargetBlocks(p)
	m.retargetMarks(p)
	m.retargetDots(p)
	m.retargetPaths(p)
	m.finish()
}

// finish takes every change to its end at once.
func (m *Motion) finish() {
	const longerThanAnything = 1e6
	m.Step(longerThanAnything)
}

// look brings what is seen up to date without moving on.
func (m *Motion) look() { m.Step(0) }

// travels reports whether a block's marks move to their places in the next picture.
func (b *Block) travels() bool {
	return b.Travels && b.First >= 0 && b.First+b.Count <= mostMarks
}

// look is how a mark appears: a shape in an ink, or on the way from another look to it.
type look struct {
	FromShape Shape   // what it was
	FromInk   Ink     //
	Mix       float64 // 0: wholly what it was; 1: wholly Shape and Ink
}

// turnLook gives the look to start from when something that is seen as (was, shape, ink) is to become
// (shape2, ink2). Of a look half way between two, the nearer one is taken.
func turnLook(was look, shape Shape, ink Ink, shape2 Shape, ink2 Ink) look {
	switch {
	case shape == shape2 && ink == ink2:
		return was
	case was.FromShape == shape2 && was.FromInk == ink2:
		return look{shape, ink, 1 - was.Mix}
	case was.Mix < .5:
		return look{was.FromShape, was.FromInk, 0}
	}
	return look{shape, ink, 0}
}
