package picture

import "math"

// flight is the way of one report mark.
type flight struct {
	state            flightState
	kept             bool // scratch: the new picture has it
	shape            Shape
	ink              Ink
	fromShape        Shape
	fromInk          Ink
	block            int // its block, counted from the end of Motion.blocks; 0 for a mark that fades out
	run              tween
	pace             float64 // of the start, as in glide
	start, goal, now spot    // now as of the last land
}

// spot is where and how a mark is.
type spot struct{ x, y, size, alpha, mix float64 }

type flightState uint8

const (
	absent  flightState = iota
	called              // new in the picture, its start not yet set
	flying              // on its way
	arrived             // at its place, where it can be drawn as a part of its block
)

const (
	mostMarks    = 1 << 16 // marks with higher numbers settle like other blocks
	streamLength = 400     // after how many marks the stagger of starts begins anew
)

// retargetMarks aims every report mark at its place in p, whose blocks retargetBlocks has just put at the end
// of m.blocks.
func (m *Motion) retargetMarks(p Picture) {
	m.land(m.elapsed)
	if unit := reportUnit(p); unit != 0 && unit != m.unit {
		// A mark no longer stands for what it stood for: none is the same as before.
		clear(m.flights)
		m.unit = unit
	}
	for i := range m.flights {
		m.flights[i].kept = false
	}
	fresh := 0
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.travels() {
			fresh += m.aim(b, len(p.Blocks)-i)
		}
	}
	m.launch(fresh)
	m.holdArrived()
	m.gather()
	m.travelling = true // until a step finds that nothing does
}

// reportUnit is what one report mark of p stands for, 0 if p has none.
func reportUnit(p Picture) int {
	for i := range p.Blocks {
		if p.Blocks[i].travels() {
			return p.Blocks[i].Unit
		}
	}
	return 0
}

// aim sends the marks of one block to their places and counts those that were not seen before.
func (m *Motion) aim(b *Block, fromEnd int) (fresh int) {
	for len(m.flights) < b.First+b.Count {
		m.flights = append(m.flights, flight{})
	}
	for i := range b.Count {
		f := &m.flights[b.First+i]
		x, y := b.At(i)
		goal := spot{x, y, b.Size, b.Alpha, 1}
		switch {
		case f.kept: // a mark has one place; the first block that claims it has it
			continue
		case f.state == absent || f.now.alpha == 0:
			fresh++
			*f = flight{state: called, goal: goal, shape: b.Shape, ink: b.Ink, fromShape: b.Shape, fromInk: b.Ink}
		case f.block == 0 || f.goal != goal || f.shape != b.Shape || f.ink != b.Ink:
			f.turn(b, goal, b.First+i)
		}
		f.kept, f.block = true, fromEnd
	}
	return fresh
}

// turn sends a seen mark to a new place or look, straight from where it is.
func (f *flight) turn(b *Block, goal spot, id int) {
	next, pace := tween{dur: lookTime}, 0.
	dx, dy := goal.x-f.now.x, goal.y-f.now.y
	if way := dx*dx + dy*dy; way > 0 {
		next = tween{dur: travelTime}
		if f.state == flying && f.run.t > f.run.delay {
			// Of its speed only the part that leads to the new place can be kept.
			v := easeSpeed(f.run.u(), f.pace) * f.run.ratio(travelTime)
			pace = min(maxPace, max(0, ((f.goal.x-f.start.x)*dx+(f.goal.y-f.start.y)*dy)*v/way))
		} else {
			// Neighbours start one after the other, so that one sees a stream.
			next.delay = travelStagger * float64(id%streamLength) / streamLength
		}
	}
	from := turnLook(look{f.fromShape, f.fromInk, f.now.mix}, f.shape, f.ink, b.Shape, b.Ink)
	f.fromShape, f.fromInk, f.now.mix = from.FromShape, from.FromInk, from.Mix
	f.shape, f.ink = b.Shape, b.Ink
	f.state, f.run, f.pace, f.start, f.goal = flying, next, pace, f.now, goal
}

// launch starts the marks that are new, in the order of their numbers, and lets go of those that p lacks.
func (m *Motion) launch(fresh int) {
	whole := settleShort + (settleLong-settleShort)*min(1, float64(fresh)/settleMany)
	n := 0
	for id := range m.flights {
		f := &m.flights[id]
		switch {
		case f.state == called:
			f.start = f.goal
			f.start.size, f.start.alpha = f.goal.size*SettleFrom, 0
			f.state, f.now = flying, f.start
			f.run = tween{dur: settleOwn, delay: (whole - settleOwn) * float64(n) / float64(fresh)}
			n++
		case f.state != absent && !f.kept && f.block != 0:
			f.start, f.goal = f.now, f.now
			f.goal.size, f.goal.alpha = f.now.size*SettleFrom, 0
			f.state, f.run, f.pace, f.block = flying, tween{dur: fadeTime}, 0, 0
		}
	}
}

// holdArrived lets each block draw the run of marks from its first one that stand at their places.
func (m *Motion) holdArrived() {
	for i := range m.blocks {
		b := &m.blocks[i]
		if !b.travels() || m.blockRun[i].leaving {
			continue
		}
		k := 0
		for k < b.Count && m.flights[b.First+k].state == arrived {
			k++
		}
		b.Full, b.Lead = float64(k), float64(k)
	}
}

func (m *Motion) stepMarks(dt float64) (moving bool) {
	if !m.travelling {
		return false
	}
	m.elapsed += dt
	if m.elapsed < m.longest {
		m.seeRows()
		return true
	}
	m.land(math.Inf(1))
	m.holdArrived()
	m.rows, m.seenRows, m.travelling = m.rows[:0], m.seenRows[:0], false
	return false
}

func (m *Motion) drawnByBlock(f *flight, id int) bool {
	b := &m.blocks[len(m.blocks)-f.block]
	return float64(id-b.First) < b.Lead
}

// land brings every mark to where it is dt seconds after the last land.
func (m *Motion) land(dt float64) {
	m.elapsed = 0
	for id := range m.flights {
		f := &m.flights[id]
		if f.state != flying {
			continue
		}
		f.now = f.at(dt)
		if f.run.t += dt; f.run.over() {
			f.state, f.start = arrived, f.goal
			if f.block == 0 {
				*f = flight{}
			}
		}
	}
}

// at is where a mark is dt seconds after the last land.
func (f *flight) at(dt float64) spot {
	if f.state != flying {
		return f.now
	}
	run := f.run
	if run.t += dt; run.over() {
		return f.goal
	}
	e := ease(run.u(), f.pace)
	d := 1 - e
	return spot{f.start.x*d + f.goal.x*e, f.start.y*d + f.goal.y*e, f.start.size*d + f.goal.size*e,
		f.start.alpha*d + f.goal.alpha*e, f.start.mix*d + f.goal.mix*e}
}
