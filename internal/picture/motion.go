package picture

// Motion is the transition from one Picture to the next: enter, update and exit of what they hold, matched by ID. It has
// everything a painter needs for a frame; Step allocates nothing. Times are seconds, lengths px of the viewport that the
// Pictures were made for.
//
// In a mark group new marks enter one after the other in filling order, and exit in the opposite one. Report marks (groups
// that travel) move from their old place to their new one, for a mark with the same number is the same report. Lines and
// dots with the same ID are interpolated; others fade. Nothing overshoots, so nothing that lies within the stage in both
// pictures leaves it in between.
type Motion struct {
	started     bool // there is a picture
	viewport    Viewport
	composition Composition

	groups           []DrawnMarkGroup
	groupTransitions []groupTransition
	markTransitions  []markTransition // of report marks, by number
	unit             int              // what one report mark stands for
	rows             []markRow        // of report marks that are not drawn by their groups
	drawnRows        []DrawnRow
	elapsed          float64 // seconds since the last advance
	duration         float64 // seconds from that advance to the end of the last mark transition
	marksMove        bool
	dots             []DrawnDot
	dotTransitions   []dotTransition
	paths            []DrawnPath
	pathTransitions  []pathTransition
}

// Durations in seconds. A whole change takes 0.4 to 0.9.
const (
	fadeDuration      = .4
	enterShortest     = .4   // enter or exit of one mark of a group
	enterLongest      = .9   // of enterMany marks or more
	enterMany         = 2000 // marks
	markEnterDuration = .25  // of one report mark within the whole
	moveDuration      = .75  // of one report mark
	moveStagger       = .15  // between the first report mark's start and the last one's
	crossFadeDuration = .4
	// EnterScale is the size of a mark when it begins to enter, as a share of its full size.
	EnterScale = .6
)

// Retarget starts the transition from what is drawn now to p. With still, or when the stage has another size or
// composition, or for the first picture, it jumps to p. The Motion keeps no reference to p.
func (m *Motion) Retarget(p Picture, still bool) {
	if !m.started || still || p.Viewport != m.viewport || p.Composition != m.composition {
		m.jumpTo(p)
		return
	}
	m.retargetGroups(p)
	m.retargetMarks(p)
	m.retargetDots(p)
	m.retargetPaths(p)
	m.refresh()
}

// Step moves on by dt seconds and reports whether anything still moves afterwards.
func (m *Motion) Step(dt float64) (moving bool) {
	moving = m.stepGroups(dt)
	moving = m.stepMarks(dt) || moving
	moving = m.stepDots(dt) || moving
	return m.stepPaths(dt) || moving
}

// MarkGroups lists the groups to draw, back to front. It is valid until the next Retarget or Step.
func (m *Motion) MarkGroups() []DrawnMarkGroup { return m.groups }

// Rows lists the report marks in transition, to be drawn over the groups. Valid as MarkGroups.
func (m *Motion) Rows() []DrawnRow { return m.drawnRows }

// Dots lists the single marks. Valid as MarkGroups.
func (m *Motion) Dots() []DrawnDot { return m.dots }

// Paths lists the lines and areas, back to front. Valid as MarkGroups.
func (m *Motion) Paths() []DrawnPath { return m.paths }

// jumpTo draws p without a transition.
func (m *Motion) jumpTo(p Picture) {
	m.started, m.viewport, m.composition = true, p.Viewport, p.Composition
	m.groups, m.groupTransitions = m.groups[:0], m.groupTransitions[:0]
	m.markTransitions = m.markTransitions[:0]
	m.dots, m.dotTransitions = m.dots[:0], m.dotTransitions[:0]
	m.paths, m.pathTransitions = m.paths[:0], m.pathTransitions[:0]
	m.retargetGroups(p)
	m.retargetMarks(p)
	m.retargetDots(p)
	m.retargetPaths(p)
	m.finish()
}

// finish takes every transition to its end at once.
func (m *Motion) finish() {
	const longerThanAnything = 1e6
	m.Step(longerThanAnything)
}

// refresh brings what is drawn up to date without moving on.
func (m *Motion) refresh() { m.Step(0) }

// hasMarkTransitions reports whether a group's marks move one by one to their places in the next picture.
func (b *MarkGroup) hasMarkTransitions() bool {
	return b.Travels && b.First >= 0 && b.First+b.Count <= mostMarks
}

// crossFade is the change of a mark from one shape and ink to another.
type crossFade struct {
	FromShape Shape
	FromInk   Ink
	Mix       float64 // 0: FromShape and FromInk; 1: the mark's own Shape and Ink
}

// retargetCrossFade gives the cross-fade to start with when something drawn as (was, shape, ink) is to become
// (shape2, ink2). From between two looks, the nearer one is taken.
func retargetCrossFade(was crossFade, shape Shape, ink Ink, shape2 Shape, ink2 Ink) crossFade {
	switch {
	case shape == shape2 && ink == ink2:
		return was
	case was.FromShape == shape2 && was.FromInk == ink2:
		return crossFade{shape, ink, 1 - was.Mix}
	case was.Mix < .5:
		return crossFade{was.FromShape, was.FromInk, 0}
	}
	return crossFade{shape, ink, 0}
}
