package picture

import "slices"

// SeenPath is a Path as it is seen now: Points, Width and Alpha are the seen ones. Its ink is on the way from
// FromInk to Ink; Mix 1 is wholly Ink.
type SeenPath struct {
	Path
	FromInk Ink
	Mix     float64
}

// pathRun is how a SeenPath changes.
type pathRun struct {
	tween
	start, goal [][2]float64 // equally many; the SeenPath's Points lie between them
	final       [][2]float64 // the picture's points, without those that shrink into a neighbour on the way
	width       glide
	alpha, mix  glide
	leaving     bool
	kept        bool // scratch: found in the new picture
}

func (m *Motion) retargetPaths(p Picture) {
	old, oldRun := m.paths, m.pathRun
	for j := range oldRun {
		oldRun[j].kept = false
	}
	paths, runs := make([]SeenPath, 0, len(p.Paths)), make([]pathRun, 0, len(p.Paths))
	for i := range p.Paths {
		q := &p.Paths[i]
		seen, run := freshPath(q)
		if j, start, goal := findPath(old, oldRun, q); j >= 0 {
			oldRun[j].kept = true
			seen, run = turnPath(&old[j], oldRun[j], q, start, goal)
		}
		paths, runs = append(paths, seen), append(runs, run)
	}
	n := 0
	for j := range old {
		if oldRun[j].kept {
			continue
		}
		if r := &oldRun[j]; !r.leaving {
			now := slices.Clone(old[j].Points)
			*r = pathRun{start: now, goal: now, final: now, width: rest(old[j].Width), mix: rest(old[j].Mix),
				alpha: glide{old[j].Alpha, 0, 0}, tween: tween{dur: fadeTime}, leaving: true}
		}
		old[n], oldRun[n] = old[j], oldRun[j]
		n++
	}
	m.paths, m.pathRun = append(old[:n], paths...), append(oldRun[:n], runs...)
}

// freshPath is a path that was not seen before: it fades in where it is.
func freshPath(q *Path) (SeenPath, pathRun) {
	final := slices.Clone(q.Points)
	seen := SeenPath{Path: *q, FromInk: q.Ink, Mix: 1}
	seen.Points = slices.Clone(q.Points)
	return seen, pathRun{start: final, goal: final, final: final, width: rest(q.Width), mix: rest(1),
		alpha: glide{0, q.Alpha, 0}, tween: tween{dur: fadeTime}}
}

// findPath looks for a seen path that can become q, and gives its points now and then, equally many.
func findPath(old []SeenPath, runs []pathRun, q *Path) (j int, start, goal [][2]float64) {
	for j := range old {
		o := &old[j]
		if runs[j].kept || o.ID != q.ID || o.Closed != q.Closed || o.Hatch != q.Hatch || o.Dash != q.Dash {
			continue
		}
		if start, goal, ok := align(o.Points, runs[j].goal, q.Points); ok {
			return j, start, goal
		}
	}
	return -1, nil, nil
}

// turnPath aims a seen path at q.
func turnPath(seen *SeenPath, run pathRun, q *Path, start, goal [][2]float64) (SeenPath, pathRun) {
	next := SeenPath{Path: *q, FromInk: seen.FromInk, Mix: seen.Mix}
	next.Points = seen.Points
	if from := turnLook(look{0, seen.FromInk, seen.Mix}, 0, seen.Ink, 0, q.Ink); seen.Ink != q.Ink {
		next.FromInk, next.Mix = from.FromInk, from.Mix
	}
	if slices.Equal(run.final, q.Points) && seen.Ink == q.Ink && run.alpha.to == q.Alpha && run.width.to == q.Width {
		return next, run // already there or on its way
	}
	next.Points = slices.Clone(start)
	return next, pathRun{start: start, goal: goal, final: slices.Clone(q.Points), tween: tween{dur: travelTime},
		width: glide{seen.Width, q.Width, 0}, alpha: glide{seen.Alpha, q.Alpha, 0}, mix: glide{next.Mix, 1, 0}}
}

// align pairs the points of a path as seen now (on their way to was) with those of next. Paths of equally many
// points pair off. Where points were only added or only left out in one stretch, the others stay who they are,
// and the odd ones grow out of, or shrink into, their neighbours. Otherwise ok is false.
func align(seen, was, next [][2]float64) (start, goal [][2]float64, ok bool) {
	if len(seen) == 0 || len(next) == 0 {
		return nil, nil, false
	}
	if len(was) == len(next) {
		return slices.Clone(seen), slices.Clone(next), true
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
		return stretch(seen, head, len(next)), slices.Clone(next), true
	}
	return slices.Clone(seen), stretch(next, head, len(was)), true
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
	for i := range m.pathRun {
		r, p := &m.pathRun[i], &m.paths[i]
		running := !r.over()
		r.t += dt
		if r.leaving && r.over() {
			continue
		}
		u := r.u()
		p.Width, p.Alpha, p.Mix = r.width.at(u), r.alpha.at(u), r.mix.at(u)
		if r.over() {
			if running {
				p.Points = append(p.Points[:0], r.final...)
				r.start, r.goal = r.final, r.final
			}
		} else {
			e := ease(u, 0)
			for k := range p.Points {
				s, g := r.start[k], r.goal[k]
				p.Points[k] = [2]float64{s[0]*(1-e) + g[0]*e, s[1]*(1-e) + g[1]*e}
			}
			moving = true
		}
		if n != i {
			m.paths[n], m.pathRun[n] = *p, *r
		}
		n++
	}
	m.paths, m.pathRun = m.paths[:n], m.pathRun[:n]
	return moving
}
