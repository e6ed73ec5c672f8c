package picture

// SeenDot is a Dot as it is seen now: place, radius and Alpha are the seen ones.
type SeenDot struct {
	Dot
	look
}

// dotRun is how a SeenDot changes.
type dotRun struct {
	tween
	start, goal spot // size is the radius
	pace        float64
	leaving     bool
	kept        bool // scratch: found in the new picture
}

func (m *Motion) retargetDots(p Picture) {
	old, oldRun := m.dots, m.dotRun
	for j := range oldRun {
		oldRun[j].kept = false
	}
	dots, runs := make([]SeenDot, 0, len(p.Dots)), make([]dotRun, 0, len(p.Dots))
	for i := range p.Dots {
		d := &p.Dots[i]
		goal := spot{d.X, d.Y, d.R, d.Alpha, 1}
		seen := SeenDot{*d, look{d.Shape, d.Ink, 1}}
		run := dotRun{tween: tween{dur: fadeTime}, start: spot{d.X, d.Y, d.R * SettleFrom, 0, 1}, goal: goal}
		if j := findDot(old, oldRun, d.ID); j >= 0 {
			oldRun[j].kept = true
			seen.look = turnLook(old[j].look, old[j].Shape, old[j].Ink, d.Shape, d.Ink)
			if run = oldRun[j]; run.leaving || run.goal != goal || seen.look != old[j].look {
				run.turn(&old[j], goal, seen.Mix)
			}
		}
		dots, runs = append(dots, seen), append(runs, run)
	}

	n := 0
	for j := range old {
		if oldRun[j].kept {
			continue
		}
		if r := &oldRun[j]; !r.leaving {
			r.start = old[j].spot()
			r.goal = r.start
			r.goal.alpha = 0
			r.tween, r.pace, r.leaving = tween{dur: fadeTime}, 0, true
		}
		old[n], oldRun[n] = old[j], oldRun[j]
		n++
	}
	m.dots, m.dotRun = append(old[:n], dots...), append(oldRun[:n], runs...)
}

func findDot(old []SeenDot, runs []dotRun, id string) int {
	for j := range old {
		if old[j].ID == id && !runs[j].kept {
			return j
		}
	}
	return -1
}

func (d *SeenDot) spot() spot { return spot{d.X, d.Y, d.R, d.Alpha, d.Mix} }

// turn aims a dot at a new goal from where it is seen, keeping what speed leads there.
func (r *dotRun) turn(seen *SeenDot, goal spot, mix float64) {
	now := seen.spot()
	now.mix = mix
	dx, dy := goal.x-now.x, goal.y-now.y
	pace := 0.
	if way := dx*dx + dy*dy; way > 0 {
		v := easeSpeed(r.u(), r.pace) * r.ratio(travelTime)
		pace = min(maxPace, max(0, ((r.goal.x-r.start.x)*dx+(r.goal.y-r.start.y)*dy)*v/way))
	}
	*r = dotRun{tween: tween{dur: travelTime}, start: now, goal: goal, pace: pace, kept: r.kept}
}

func (m *Motion) stepDots(dt float64) (moving bool) {
	n := 0
	for i := range m.dotRun {
		r, d := &m.dotRun[i], &m.dots[i]
		r.t += dt
		if r.leaving && r.over() {
			continue
		}
		e := ease(r.u(), r.pace)
		k := 1 - e
		d.X, d.Y = r.start.x*k+r.goal.x*e, r.start.y*k+r.goal.y*e
		d.R, d.Alpha = r.start.size*k+r.goal.size*e, r.start.alpha*k+r.goal.alpha*e
		d.Mix = r.start.mix*k + r.goal.mix*e
		moving = moving || !r.over()
		if n != i {
			m.dots[n], m.dotRun[n] = *d, *r
		}
		n++
	}
	m.dots, m.dotRun = m.dots[:n], m.dotRun[:n]
	return moving
}
