package picture

// glide takes a value from one place to another within one unit of progress u, starting at a given pace and
// ending at rest. It never overshoots.
type glide struct {
	from, to float64
	pace     float64 // initial speed, in whole ways per unit of u: 0 to maxPace
}

// maxPace is the fastest start at which the cubic below still rises throughout.
const maxPace = 3

// ease is the part of the way done at progress u: the cubic with e(0)=0, e(1)=1, e'(0)=pace, e'(1)=0.
func ease(u, pace float64) float64 {
	if u <= 0 {
		return 0
	}
	if u >= 1 {
		return 1
	}
	v := 1 - u
	return pace*u*v*v + u*u*(1+2*v)
}

// easeSpeed is the derivative of ease.
func easeSpeed(u, pace float64) float64 {
	if u < 0 || u >= 1 {
		return 0
	}
	return pace*(1-u)*(1-3*u) + 6*u*(1-u)
}

func rest(at float64) glide { return glide{at, at, 0} }

// at is the value at progress u. It is exactly from at 0 and to at 1, and between them otherwise.
func (g glide) at(u float64) float64 {
	e := ease(u, g.pace)
	return g.from*(1-e) + g.to*e
}

// turn aims a glide that stands at progress u at a new goal. It keeps the place and, as far as it can without
// overshooting, the speed. ratio is the new way's duration over the old one's.
func (g glide) turn(u, to, ratio float64) glide {
	now := g.at(u)
	return glide{now, to, carry((g.to-g.from)*easeSpeed(u, g.pace)*ratio, to-now)}
}

// carry turns a speed into a pace over a way of length way; a speed away from the goal is lost.
func carry(speed, way float64) float64 {
	if way == 0 || speed/way <= 0 {
		return 0
	}
	return min(speed/way, maxPace)
}

// tween is the run of one change: how far it is between its start and its end.
type tween struct{ t, delay, dur float64 } // seconds; t counts from the change

// u is the progress, 0 to 1.
func (w tween) u() float64 {
	if w.t >= w.delay+w.dur {
		return 1
	}
	return max(0, w.t-w.delay) / w.dur
}

// over reports whether the end is reached.
func (w tween) over() bool { return w.t >= w.delay+w.dur }

// ratio is the duration of next over that of w, for glide.turn.
func (w tween) ratio(next float64) float64 {
	if w.dur <= 0 {
		return 0
	}
	return next / w.dur
}
