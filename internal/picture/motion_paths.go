package picture

import "slices"

// DrawnPath is a Path as it is drawn now: Points, Width and Alpha are interpolated. Its ink changes from FromInk at Mix 0
// to Ink at Mix 1.
type DrawnPath struct {
	Path
	FromInk Ink
	Mix     float64
}

// pathTransition is how a DrawnPath changes.
type pathTransition struct {
	timing
	from, to   [][2]float64 // equally many; the DrawnPath's Points lie between them
	final      [][2]float64 // the picture's points, without those that shrink into a neighbour on the way
	width      interpolation
	alpha, mix interpolation
	exiting    bool
	matched    bool // scratch: found in the new picture
}

func (m *Motion) retargetPaths(p Picture) {
	old, oldTransitions := m.paths, m.pathTransitions
	for j := range oldTransitions {
		oldTransitions[j].matched = false
	}
	paths, transitions := make([]DrawnPath, 0, len(p.Paths)), make([]pathTransition, 0, len(p.Paths))
	for i := range p.Paths {
		q := &p.Paths[i]
		drawn, transition := enteringPath(q)
		if j, from, to := findPath(old, oldTransitions, q); j >= 0 {
			oldTransitions[j].matched = true
			drawn, transition = retargetPath(&old[j], oldTransitions[j], q, from, to)
		}
		paths, transitions = append(paths, drawn), append(transitions, transition)
	}
	n := 0
	for j := range old {
		if oldTransitions[j].matched {
			continue
		}
		if r := &oldTransitions[j]; !r.exiting {
			now := slices.Clone(old[j].Points)
			*r = pathTransition{from: now, to: now, final: now, width: constant(old[j].Width), mix: constant(old[j].Mix),
				alpha: interpolation{old[j].Alpha, 0, 0}, timing: timing{duration: fadeDuration}, exiting: true}
		}
		old[n], oldTransitions[n] = old[j], oldTransitions[j]
		n++
	}
	m.paths, m.pathTransitions = append(old[:n], paths...), append(oldTransitions[:n], transitions...)
}

// enteringPath is a path that was not drawn before: it fades in where it is.
func enteringPath(q *Path) (DrawnPath, pathTransition) {
	final := slices.Clone(q.Points)
	drawn := DrawnPath{Path: *q, FromInk: q.Ink, Mix: 1}
	drawn.Points = slices.Clone(q.Points)
	return drawn, pathTransition{from: final, to: final, final: final, width: constant(q.Width), mix: constant(1),
		alpha: interpolation{0, q.Alpha, 0}, timing: timing{duration: fadeDuration}}
}

// findPath looks for a drawn path that can become q, and gives equally many points to start from and to end at.
func findPath(old []DrawnPath, transitions []pathTransition, q *Path) (j int, from, to [][2]float64) {
	for j := range old {
		o := &old[j]
		if transitions[j].matched || o.ID != q.ID || o.Closed != q.Closed || o.Hatch != q.Hatch || o.Dash != q.Dash {
			continue
		}
		if from, to, ok := align(o.Points, transitions[j].to, q.Points); ok {
			return j, from, to
		}
	}
	return -1, nil, nil
}

// retargetPath changes a drawn path to q.
func retargetPath(drawn *DrawnPath, transition pathTransition, q *Path, from, to [][2]float64) (DrawnPath, pathTransition) {
	next := DrawnPath{Path: *q, FromInk: drawn.FromInk, Mix: drawn.Mix}
	next.Points = drawn.Points
	if from := retargetCrossFade(crossFade{0, drawn.FromInk, drawn.Mix}, 0, drawn.Ink, 0, q.Ink); drawn.Ink != q.Ink {
		next.FromInk, next.Mix = from.FromInk, from.Mix
	}
	if slices.Equal(transition.final, q.Points) && drawn.Ink == q.Ink && transition.alpha.to == q.Alpha && transition.width.to == q.Width {
		return next, transition // this is its end already
	}
	next.Points = slices.Clone(from)
	return next, pathTransition{from: from, to: to, final: slices.Clone(q.Points), timing: timing{duration: moveDuration},
		width: interpolation{drawn.Width, q.Width, 0}, alpha: interpolation{drawn.Alpha, q.Alpha, 0}, mix: interpolation{next.Mix, 1, 0}}
}

// align pairs the points of a path as drawn now, which were to end at was, with those of next. Paths of equally many
// points pair one to one. Where points were only added or only removed in one stretch, the others keep their partners,
// and the added or removed ones start or end at a neighbour. Otherwise ok is false.
func align(drawn, was, next [][2]float64) (from, to [][2]float64, ok bool) {
	if len(drawn) == 0 || len(next) == 0 {
		return nil, nil, false
	}
	if len(was) == len(next) {
		return slices.Clone(drawn), slices.Clone(next), true
	}
	few := min(len(was), len(next))
	head := 0
	for head < few && was[head] == next[head] {
		head++
	}
	tail := 0
	for tail < few-head && was[len(was)-1-tail] == next[len(next)-1-tail] {
		tail++
	}
	if head+tail < few {
		return nil, nil, false
	}
	if len(was) < len(next) {
		return stretch(drawn, head, len(next)), slices.Clone(next), true
	}
	return slices.Clone(drawn), stretch(next, head, len(was)), true
}

// stretch repeats the neighbours of the gap before points[head] until there are n points.
func stretch(points [][2]float64, head, n int) [][2]float64 {
	more := n - len(points)
	out := append(make([][2]float64, 0, n), points[:head]...)
	for i := range more {
		before := head > 0 && (i < more/2 || head == len(points))
		if before || more == 1 && head > 0 {
			out = append(out, points[head-1])
		} else {
			out = append(out, points[head])
		}
	}
	return append(out, points[head:]...)
}

func (m *Motion) stepPaths(dt float64) (moving bool) {
	n := 0
	for i := range m.pathTransitions {
		r, p := &m.pathTransitions[i], &m.paths[i]
		running := !r.ended()
		r.elapsed += dt
		if r.exiting && r.ended() {
			continue
		}
		u := r.progress()
		p.Width, p.Alpha, p.Mix = r.width.at(u), r.alpha.at(u), r.mix.at(u)
		if r.ended() {
			if running {
				p.Points = append(p.Points[:0], r.final...)
				r.from, r.to = r.final, r.final
			}
		} else {
			e := ease(u, 0)
			for k := range p.Points {
				s, g := r.from[k], r.to[k]
				p.Points[k] = [2]float64{s[0]*(1-e) + g[0]*e, s[1]*(1-e) + g[1]*e}
			}
			moving = true
		}
		if n != i {
			m.paths[n], m.pathTransitions[n] = *p, *r
		}
		n++
	}
	m.paths, m.pathTransitions = m.paths[:n], m.pathTransitions[:n]
	return moving
}
