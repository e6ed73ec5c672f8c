package picture

// DrawnDot is a Dot as it is drawn now: place, radius and Alpha are interpolated.
type DrawnDot struct {
	Dot
	crossFade
}

// dotTransition is how a DrawnDot changes.
type dotTransition struct {
	timing
	from, to attributes // size is the radius
	velocity float64
	exiting  bool
	matched  bool // scratch: found in the new picture
}

func (m *Motion) retargetDots(p Picture) {
	old, oldTransitions := m.dots, m.dotTransitions
	for j := range oldTransitions {
		oldTransitions[j].matched = false
	}
	dots, transitions := make([]DrawnDot, 0, len(p.Dots)), make([]dotTransition, 0, len(p.Dots))
	for i := range p.Dots {
		d := &p.Dots[i]
		to := attributes{d.X, d.Y, d.R, d.Alpha, 1}
		drawn := DrawnDot{*d, crossFade{d.Shape, d.Ink, 1}}
		transition := dotTransition{timing: timing{duration: fadeDuration}, from: attributes{d.X, d.Y, d.R * EnterScale, 0, 1}, to: to}
		if j := findDot(old, oldTransitions, d.ID); j >= 0 {
			oldTransitions[j].matched = true
			drawn.crossFade = retargetCrossFade(old[j].crossFade, old[j].Shape, old[j].Ink, d.Shape, d.Ink)
			if transition = oldTransitions[j]; transition.exiting || transition.to != to || drawn.crossFade != old[j].crossFade {
				transition.retarget(&old[j], to, drawn.Mix)
			}
		}
		dots, transitions = append(dots, drawn), append(transitions, transition)
	}

	n := 0
	for j := range old {
		if oldTransitions[j].matched {
			continue
		}
		if r := &oldTransitions[j]; !r.exiting {
			r.from = old[j].attributes()
			r.to = r.from
			r.to.alpha = 0
			r.timing, r.velocity, r.exiting = timing{duration: fadeDuration}, 0, true
		}
		old[n], oldTransitions[n] = old[j], oldTransitions[j]
		n++
	}
	m.dots, m.dotTransitions = append(old[:n], dots...), append(oldTransitions[:n], transitions...)
}

func findDot(old []DrawnDot, transitions []dotTransition, id string) int {
	for j := range old {
		if old[j].ID == id && !transitions[j].matched {
			return j
		}
	}
	return -1
}

func (d *DrawnDot) attributes() attributes { return attributes{d.X, d.Y, d.R, d.Alpha, d.Mix} }

// retarget moves a dot to a new place from where it is drawn.
func (r *dotTransition) retarget(drawn *DrawnDot, to attributes, mix float64) {
	now := drawn.attributes()
	now.mix = mix
	velocity := keptVelocity(r.from, r.to, now, to, r.timing, r.velocity)
	*r = dotTransition{timing: timing{duration: moveDuration}, from: now, to: to, velocity: velocity, matched: r.matched}
}

func (m *Motion) stepDots(dt float64) (moving bool) {
	n := 0
	for i := range m.dotTransitions {
		r, d := &m.dotTransitions[i], &m.dots[i]
		r.elapsed += dt
		if r.exiting && r.ended() {
			continue
		}
		e := ease(r.progress(), r.velocity)
		k := 1 - e
		d.X, d.Y = r.from.x*k+r.to.x*e, r.from.y*k+r.to.y*e
		d.R, d.Alpha = r.from.size*k+r.to.size*e, r.from.alpha*k+r.to.alpha*e
		d.Mix = r.from.mix*k + r.to.mix*e
		moving = moving || !r.ended()
		if n != i {
			m.dots[n], m.dotTransitions[n] = *d, *r
		}
		n++
	}
	m.dots, m.dotTransitions = m.dots[:n], m.dotTransitions[:n]
	return moving
}
