package picture

import "math"

// DrawnMarkGroup is a MarkGroup as it is drawn now. Alpha is interpolated; the other fields of MarkGroup are the end's.
type DrawnMarkGroup struct {
	MarkGroup
	crossFade
	// Mark i is drawn with the strength (Lead-i)/(Lead-Full), held between 0 and 1: marks before Full are whole,
	// marks from Lead on are not there, and between them marks are thin and small. At rest Full = Lead.
	Full, Lead float64
}

// Visible is the number of marks of which something is drawn. While marks exit it is more than Count.
func (g *DrawnMarkGroup) Visible() int { return int(math.Ceil(g.Lead)) }

// Strength is how much of mark i is there, 0 to 1.
func (g *DrawnMarkGroup) Strength(i int) float64 {
	return min(1, max(0, (g.Lead-float64(i))/max(g.Lead-g.Full, 1)))
}

// groupTransition is how a DrawnMarkGroup changes.
type groupTransition struct {
	timing     // of full and lead
	full, lead interpolation
	fade       timing
	alpha, mix interpolation
	exiting    bool // gone from the picture; dropped when it is no longer drawn
	matched    bool // scratch: found in the new picture
}

// sameGrid reports whether two groups put mark i in the same place and mean the same by it.
func sameGrid(a, b *MarkGroup) bool {
	return a.X == b.X && a.Y == b.Y && a.PX == b.PX && a.PY == b.PY && a.Size == b.Size &&
		a.Across == b.Across && a.Skip == b.Skip && a.Fill == b.Fill && a.Unit == b.Unit && a.First == b.First
}

func (m *Motion) retargetGroups(p Picture) {
	old, oldTransitions := m.groups, m.groupTransitions
	groups, transitions := make([]DrawnMarkGroup, 0, len(p.MarkGroups)), make([]groupTransition, 0, len(p.MarkGroups))
	for i := range oldTransitions {
		oldTransitions[i].matched = false
	}
	// The new picture's groups come last, so that they are drawn over what fades out.
	for i := range p.MarkGroups {
		g := &p.MarkGroups[i]
		var drawn DrawnMarkGroup
		var transition groupTransition
		j, elsewhere := findGroup(old, oldTransitions, g)
		switch {
		case g.hasMarkTransitions():
			drawn, transition = groupAtRest(g) // its marks are counted by retargetMarks
			if j >= 0 {
				oldTransitions[j].matched = true
			}
		case j >= 0:
			oldTransitions[j].matched = true
			drawn, transition = retargetGroup(&old[j], oldTransitions[j], g)
		case elsewhere:
			drawn, transition = groupAtRest(g)
			transition.alpha, transition.fade = interpolation{0, g.Alpha, 0}, timing{duration: fadeDuration}
		default:
			drawn, transition = groupAtRest(g)
			transition.setFronts(0, 0, g.Count)
		}
		groups, transitions = append(groups, drawn), append(transitions, transition)
	}

	n := 0
	for j := range old {
		if oldTransitions[j].matched || old[j].hasMarkTransitions() || old[j].Alpha == 0 {
			continue
		}
		if r := &oldTransitions[j]; !r.exiting {
			*r = groupTransition{full: constant(r.full.at(r.progress())), lead: constant(r.lead.at(r.progress())), mix: constant(r.mix.at(r.fade.progress())),
				alpha: r.alpha.retarget(r.fade.progress(), 0, 1), fade: timing{duration: fadeDuration}, exiting: true}
		}
		old[n], oldTransitions[n] = old[j], oldTransitions[j]
		n++
	}
	m.groups = append(old[:n], groups...)
	m.groupTransitions = append(oldTransitions[:n], transitions...)
}

// findGroup looks for g among what is drawn; elsewhere reports that its ID is drawn, but on another grid.
func findGroup(old []DrawnMarkGroup, transitions []groupTransition, g *MarkGroup) (j int, elsewhere bool) {
	for j := range old {
		if transitions[j].matched || old[j].ID != g.ID {
			continue
		}
		if sameGrid(&old[j].MarkGroup, g) {
			return j, false
		}
		elsewhere = true
	}
	return -1, elsewhere
}

// groupAtRest is a group that is wholly there.
func groupAtRest(g *MarkGroup) (DrawnMarkGroup, groupTransition) {
	n := float64(g.Count)
	return DrawnMarkGroup{*g, crossFade{g.Shape, g.Ink, 1}, n, n},
		groupTransition{full: constant(n), lead: constant(n), alpha: constant(g.Alpha), mix: constant(1)}
}

// retargetGroup changes a drawn group to its new form on the same grid.
func retargetGroup(drawn *DrawnMarkGroup, transition groupTransition, g *MarkGroup) (DrawnMarkGroup, groupTransition) {
	next, r := DrawnMarkGroup{MarkGroup: *g}, transition
	r.exiting = false
	if to := float64(g.Count); to != transition.lead.to || to != transition.full.to {
		r.retargetFronts(g.Count)
	}
	next.crossFade = retargetCrossFade(drawn.crossFade, drawn.Shape, drawn.Ink, g.Shape, g.Ink)
	if next.crossFade != drawn.crossFade || g.Alpha != transition.alpha.to {
		u, ratio := transition.fade.progress(), transition.fade.durationRatio(fadeDuration)
		r.alpha = transition.alpha.retarget(u, g.Alpha, ratio)
		r.mix, r.fade = interpolation{next.Mix, 1, 0}, timing{duration: fadeDuration}
	}
	return next, r
}

// setFronts starts the enter or exit of marks: the fronts move from full and lead to count.
func (r *groupTransition) setFronts(full, lead float64, count int) {
	to := float64(count)
	n := max(to-full, lead-to)
	r.timing = timing{duration: enterShortest + (enterLongest-enterShortest)*min(1, n/enterMany)}
	r.full, r.lead = interpolation{full, to, 0}, interpolation{lead, to, 0}
	// The front ahead starts with a velocity, the other follows: the marks between them are entering or exiting.
	const ahead = 2
	if to >= lead {
		r.lead.velocity = ahead
	} else if to <= full {
		r.full.velocity = ahead
	}
}

func (r *groupTransition) retargetFronts(count int) {
	was, u := *r, r.progress()
	r.setFronts(r.full.at(u), r.lead.at(u), count)
	k := was.durationRatio(r.duration)
	full := was.full.retarget(u, r.full.to, k).velocity
	lead := was.lead.retarget(u, r.lead.to, k).velocity
	switch to := float64(count); {
	case to >= r.lead.from:
		r.full.velocity = full
		r.lead.velocity = max(lead, r.lead.velocity, full)
	case to <= r.full.from:
		r.lead.velocity = lead
		r.full.velocity = max(full, r.full.velocity, lead)
	}
	// With the end between the fronts both move at one velocity, so that each mark only enters or only exits.
}

func (m *Motion) stepGroups(dt float64) (moving bool) {
	n := 0
	for i := range m.groupTransitions {
		r, g := &m.groupTransitions[i], &m.groups[i]
		r.elapsed, r.fade.elapsed = r.elapsed+dt, r.fade.elapsed+dt
		if r.exiting && r.fade.ended() {
			continue
		}
		u, f := r.progress(), r.fade.progress()
		if !g.hasMarkTransitions() {
			g.Full, g.Lead = r.full.at(u), r.lead.at(u)
		}
		g.Alpha, g.Mix = r.alpha.at(f), r.mix.at(f)
		moving = moving || !r.ended() || !r.fade.ended()
		if n != i {
			m.groups[n], m.groupTransitions[n] = *g, *r
		}
		n++
	}
	m.groups, m.groupTransitions = m.groups[:n], m.groupTransitions[:n]
	return moving
}
