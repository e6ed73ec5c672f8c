package picture

import "math"

// markTransition is how one report mark changes.
type markTransition struct {
	state             transitionState
	matched           bool // scratch: found in the new picture
	shape             Shape
	ink               Ink
	fromShape         Shape
	fromInk           Ink
	group             int // its group, counted from the end of Motion.groups; 0 for a mark that fades out
	timing            timing
	velocity          float64    // at the start, as in interpolation
	from, to, current attributes // current as of the last advance
}

// attributes are what is interpolated of a mark. mix is that of crossFade.
type attributes struct{ x, y, size, alpha, mix float64 }

type transitionState uint8

const (
	absent   transitionState = iota
	entering                 // new in the picture, its timing not yet set
	running                  // between its start and its end
	atRest                   // at its end, where it can be drawn as a part of its group
)

const (
	mostMarks     = 1 << 16 // groups of marks with higher numbers change as groups
	staggerLength = 400     // after how many marks the stagger begins anew
)

// retargetMarks gives every report mark its place in p as its end. retargetGroups has just put p's groups at the end of
// m.groups.
func (m *Motion) retargetMarks(p Picture) {
	m.advance(m.elapsed)
	if unit := reportUnit(p); unit != 0 && unit != m.unit {
		// A mark no longer stands for what it stood for: none is the same as before.
		clear(m.markTransitions)
		m.unit = unit
	}
	for i := range m.markTransitions {
		m.markTransitions[i].matched = false
	}
	entered := 0
	for i := range p.MarkGroups {
		if g := &p.MarkGroups[i]; g.hasMarkTransitions() {
			entered += m.updateGroup(g, len(p.MarkGroups)-i)
		}
	}
	m.enterAndExit(entered)
	m.countAtRest()
	m.groupRows()
	m.marksMove = true // until a step finds that nothing does
}

// reportUnit is what one report mark of p stands for, 0 if p has none.
func reportUnit(p Picture) int {
	for i := range p.MarkGroups {
		if p.MarkGroups[i].hasMarkTransitions() {
			return p.MarkGroups[i].Unit
		}
	}
	return 0
}

// updateGroup retargets the marks of one group and counts those that enter.
func (m *Motion) updateGroup(g *MarkGroup, fromEnd int) (entered int) {
	for len(m.markTransitions) < g.First+g.Count {
		m.markTransitions = append(m.markTransitions, markTransition{})
	}
	for i := range g.Count {
		t := &m.markTransitions[g.First+i]
		x, y := g.At(i)
		to := attributes{x, y, g.Size, g.Alpha, 1}
		switch {
		case t.matched: // a mark belongs to the first group that holds it
			continue
		case t.state == absent || t.current.alpha == 0:
			entered++
			*t = markTransition{state: entering, to: to, shape: g.Shape, ink: g.Ink, fromShape: g.Shape, fromInk: g.Ink}
		case t.group == 0 || t.to != to || t.shape != g.Shape || t.ink != g.Ink:
			t.retarget(g, to, g.First+i)
		}
		t.matched, t.group = true, fromEnd
	}
	return entered
}

// retarget moves a mark that is drawn to a new place or look, straight from where it is.
func (t *markTransition) retarget(g *MarkGroup, to attributes, id int) {
	next, velocity := timing{duration: crossFadeDuration}, 0.
	if to.x != t.current.x || to.y != t.current.y {
		next = timing{duration: moveDuration}
		if t.state == running && t.timing.elapsed > t.timing.delay {
			velocity = keptVelocity(t.from, t.to, t.current, to, t.timing, t.velocity)
		} else {
			// Neighbours start one after the other.
			next.delay = moveStagger * float64(id%staggerLength) / staggerLength
		}
	}
	from := retargetCrossFade(crossFade{t.fromShape, t.fromInk, t.current.mix}, t.shape, t.ink, g.Shape, g.Ink)
	t.fromShape, t.fromInk, t.current.mix = from.FromShape, from.FromInk, from.Mix
	t.shape, t.ink = g.Shape, g.Ink
	t.state, t.timing, t.velocity, t.from, t.to = running, next, velocity, t.current, to
}

// keptVelocity is the initial velocity of a move from current to next for what was moving from one place to another: of
// its speed only the part that leads to next can be kept.
func keptVelocity(from, to, current, next attributes, t timing, velocity float64) float64 {
	dx, dy := next.x-current.x, next.y-current.y
	speed := easeVelocity(t.progress(), velocity) * t.durationRatio(moveDuration)
	return startVelocity(((to.x-from.x)*dx+(to.y-from.y)*dy)*speed, dx*dx+dy*dy)
}

// enterAndExit starts the transitions of marks that are new, in the order of their numbers, and of those that p lacks.
func (m *Motion) enterAndExit(entered int) {
	whole := enterShortest + (enterLongest-enterShortest)*min(1, float64(entered)/enterMany)
	n := 0
	for id := range m.markTransitions {
		t := &m.markTransitions[id]
		switch {
		case t.state == entering:
			t.from = t.to
			t.from.size, t.from.alpha = t.to.size*EnterScale, 0
			t.state, t.current = running, t.from
			t.timing = timing{duration: markEnterDuration, delay: (whole - markEnterDuration) * float64(n) / float64(entered)}
			n++
		case t.state != absent && !t.matched && t.group != 0:
			t.from, t.to = t.current, t.current
			t.to.size, t.to.alpha = t.current.size*EnterScale, 0
			t.state, t.timing, t.velocity, t.group = running, timing{duration: fadeDuration}, 0, 0
		}
	}
}

// countAtRest lets each group draw its marks from the first one up to the first that is not at rest.
func (m *Motion) countAtRest() {
	for i := range m.groups {
		g := &m.groups[i]
		if !g.hasMarkTransitions() || m.groupTransitions[i].exiting {
			continue
		}
		k := 0
		for k < g.Count && m.markTransitions[g.First+k].state == atRest {
			k++
		}
		g.Full, g.Lead = float64(k), float64(k)
	}
}

func (m *Motion) stepMarks(dt float64) (moving bool) {
	if !m.marksMove {
		return false
	}
	m.elapsed += dt
	if m.elapsed < m.duration {
		m.drawRows()
		return true
	}
	m.advance(math.Inf(1))
	m.countAtRest()
	m.rows, m.drawnRows, m.marksMove = m.rows[:0], m.drawnRows[:0], false
	return false
}

func (m *Motion) drawnByGroup(t *markTransition, id int) bool {
	g := &m.groups[len(m.groups)-t.group]
	return float64(id-g.First) < g.Lead
}

// advance brings every mark to where it is dt seconds after the last advance.
func (m *Motion) advance(dt float64) {
	m.elapsed = 0
	for id := range m.markTransitions {
		t := &m.markTransitions[id]
		if t.state != running {
			continue
		}
		t.current = t.at(dt)
		if t.timing.elapsed += dt; t.timing.ended() {
			t.state, t.from = atRest, t.to
			if t.group == 0 {
				*t = markTransition{}
			}
		}
	}
}

// at is where a mark is dt seconds after the last advance.
func (t *markTransition) at(dt float64) attributes {
	if t.state != running {
		return t.current
	}
	run := t.timing
	if run.elapsed += dt; run.ended() {
		return t.to
	}
	e := ease(run.progress(), t.velocity)
	d := 1 - e
	return attributes{t.from.x*d + t.to.x*e, t.from.y*d + t.to.y*e, t.from.size*d + t.to.size*e,
		t.from.alpha*d + t.to.alpha*e, t.from.mix*d + t.to.mix*e}
}
