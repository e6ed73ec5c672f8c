package picture

import "math"

// SeenBlock is a Block as it is seen now. Alpha is the seen one; the other fields of Block are the goal's.
type SeenBlock struct {
	Block
	look
	// Mark i is seen with the strength (Lead-i)/(Lead-Full), held between 0 and 1: marks before Full are whole,
	// marks from Lead on are not there, and between them marks are thin and small. At rest Full = Lead.
	Full, Lead float64
}

// Seen is the number of marks of which something is seen. While a block empties it is more than Count.
func (b *SeenBlock) Seen() int { return int(math.Ceil(b.Lead)) }

// Strength is how much of mark i is there, 0 to 1.
func (b *SeenBlock) Strength(i int) float64 {
	return min(1, max(0, (b.Lead-float64(i))/max(b.Lead-b.Full, 1)))
}

// blockRun is how a SeenBlock changes.
type blockRun struct {
	tween      // fronts
	full, lead glide
	fade       tween
	alpha, mix glide
	leaving    bool // gone from the picture; dropped when it is no longer seen
	kept       bool // scratch: found in the new picture
}

// sameLattice reports whether two blocks put mark i in the same place and mean the same by it.
func sameLattice(a, b *Block) bool {
	return a.X == b.X && a.Y == b.Y && a.PX == b.PX && a.PY == b.PY && a.Size == b.Size &&
		a.Across == b.Across && a.Skip == b.Skip && a.Fill == b.Fill && a.Unit == b.Unit && a.First == b.First
}

func (m *Motion) retargetBlocks(p Picture) {
	old, oldRun := m.blocks, m.blockRun
	blocks, runs := make([]SeenBlock, 0, len(p.Blocks)), make([]blockRun, 0, len(p.Blocks))
	for i := range oldRun {
		oldRun[i].kept = false
	}
	// The new picture's blocks come last, so that what fades out lies behind them.
	for i := range p.Blocks {
		b := &p.Blocks[i]
		var seen SeenBlock
		var run blockRun
		j, elsewhere := findBlock(old, oldRun, b)
		switch {
		case b.travels():
			seen, run = restingBlock(b) // its marks are counted by retargetMarks
			if j >= 0 {
				oldRun[j].kept = true
			}
		case j >= 0:
			oldRun[j].kept = true
			seen, run = turnBlock(&old[j], oldRun[j], b)
		case elsewhere:
			seen, run = restingBlock(b)
			run.alpha, run.fade = glide{0, b.Alpha, 0}, tween{dur: fadeTime}
		default:
			seen, run = restingBlock(b)
			run.setFronts(0, 0, b.Count)
		}
		blocks, runs = append(blocks, seen), append(runs, run)
	}

	n := 0
	for j := range old {
		if oldRun[j].kept || old[j].travels() || old[j].Alpha == 0 {
			continue
		}
		if r := &oldRun[j]; !r.leaving {
			*r = blockRun{full: rest(r.full.at(r.u())), lead: rest(r.lead.at(r.u())), mix: rest(r.mix.at(r.fade.u())),
				alpha: r.alpha.turn(r.fade.u(), 0, 1), fade: tween{dur: fadeTime}, leaving: true}
		}
		old[n], oldRun[n] = old[j], oldRun[j]
		n++
	}
	m.blocks = append(old[:n], blocks...)
	m.blockRun = append(oldRun[:n], runs...)
}

// findBlock looks for b among what is seen; elsewhere tells that its name is seen, but on another lattice.
func findBlock(old []SeenBlock, runs []blockRun, b *Block) (j int, elsewhere bool) {
	for j := range old {
		if runs[j].kept || old[j].ID != b.ID {
			continue
		}
		if sameLattice(&old[j].Block, b) {
			return j, false
		}
		elsewhere = true
	}
	return -1, elsewhere
}

// restingBlock is a block that is wholly there.
func restingBlock(b *Block) (SeenBlock, blockRun) {
	n := float64(b.Count)
	return SeenBlock{*b, look{b.Shape, b.Ink, 1}, n, n},
		blockRun{full: rest(n), lead: rest(n), alpha: rest(b.Alpha), mix: rest(1)}
}

// turnBlock aims a seen block at its new form on the same lattice.
func turnBlock(seen *SeenBlock, run blockRun, b *Block) (SeenBlock, blockRun) {
	next, r := SeenBlock{Block: *b}, run
	r.leaving = false
	if goal := float64(b.Count); goal != run.lead.to || goal != run.full.to {
		r.turnFronts(b.Count)
	}
	next.look = turnLook(seen.look, seen.Shape, seen.Ink, b.Shape, b.Ink)
	if next.look != seen.look || b.Alpha != run.alpha.to {
		u, ratio := run.fade.u(), run.fade.ratio(fadeTime)
		r.alpha = run.alpha.turn(u, b.Alpha, ratio)
		r.mix, r.fade = glide{next.Mix, 1, 0}, tween{dur: fadeTime}
	}
	return next, r
}

// setFronts starts filling from the given fronts up to count marks, or emptying down to it.
func (r *blockRun) setFronts(full, lead float64, count int) {
	goal := float64(count)
	n := max(goal-full, lead-goal)
	r.tween = tween{dur: settleShort + (settleLong-settleShort)*min(1, n/settleMany)}
	r.full, r.lead = glide{full, goal, 0}, glide{lead, goal, 0}
	// The front that goes ahead starts at speed, the other follows: between them marks are in the making.
	const ahead = 2
	if goal >= lead {
		r.lead.pace = ahead
	} else if goal <= full {
		r.full.pace = ahead
	}
}

func (r *blockRun) turnFronts(count int) {
	was, u := *r, r.u()
	r.setFronts(r.full.at(u), r.lead.at(u), count)
	k := was.ratio(r.dur)
	full := was.full.turn(u, r.full.to, k).pace
	lead := was.lead.turn(u, r.lead.to, k).pace
	switch goal := float64(count); {
	case goal >= r.lead.from:
		r.full.pace = full
		r.lead.pace = max(lead, r.lead.pace, full)
	case goal <= r.full.from:
		r.lead.pace = lead
		r.full.pace = max(full, r.full.pace, lead)
	}
	// With the goal between the fronts both close in at one pace, so that each mark only gains or only loses.
}

func (m *Motion) stepBlocks(dt float64) (moving bool) {
	n := 0
	for i := range m.blockRun {
		r, b := &m.blockRun[i], &m.blocks[i]
		r.t, r.fade.t = r.t+dt, r.fade.t+dt
		if r.leaving && r.fade.over() {
			continue
		}
		u, f := r.u(), r.fade.u()
		if !b.travels() {
			b.Full, b.Lead = r.full.at(u), r.lead.at(u)
		}
		b.Alpha, b.Mix = r.alpha.at(f), r.mix.at(f)
		moving = moving || !r.over() || !r.fade.over()
		if n != i {
			m.blocks[n], m.blockRun[n] = *b, *r
		}
		n++
	}
	m.blocks, m.blockRun = m.blocks[:n], m.blockRun[:n]
	return moving
}
