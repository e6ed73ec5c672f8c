package picture

// interpolation takes a value from one to another while progress u runs from 0 to 1. It starts at a given velocity, ends
// at rest and never overshoots.
type interpolation struct {
	from, to float64
	velocity float64 // at the start, in whole distances per unit of u: 0 to maxVelocity
}

// maxVelocity is the highest initial velocity at which the cubic below still rises throughout.
const maxVelocity = 3

// ease is the part of the distance covered at progress u: the cubic with e(0)=0, e(1)=1, e'(0)=velocity, e'(1)=0.
func ease(u, velocity float64) float64 {
	if u <= 0 {
		return 0
	}
	if u >= 1 {
		return 1
	}
	v := 1 - u
	return velocity*u*v*v + u*u*(1+2*v)
}

// easeVelocity is the derivative of ease.
func easeVelocity(u, velocity float64) float64 {
	if u < 0 || u >= 1 {
		return 0
	}
	return velocity*(1-u)*(1-3*u) + 6*u*(1-u)
}

func constant(at float64) interpolation { return interpolation{at, at, 0} }

// at is the value at progress u. It is exactly from at 0 and to at 1, and between them otherwise.
func (g interpolation) at(u float64) float64 {
	e := ease(u, g.velocity)
	return g.from*(1-e) + g.to*e
}

// retarget gives an interpolation at progress u a new end. It keeps the value and, as far as it can without overshooting,
// the velocity. ratio is the new duration over the old one.
func (g interpolation) retarget(u, to, ratio float64) interpolation {
	now := g.at(u)
	return interpolation{now, to, startVelocity((g.to-g.from)*easeVelocity(u, g.velocity)*ratio, to-now)}
}

// startVelocity is the initial velocity that keeps a speed over a distance; a speed away from the end is lost.
func startVelocity(speed, distance float64) float64 {
	if distance == 0 || speed/distance <= 0 {
		return 0
	}
	return min(speed/distance, maxVelocity)
}

// timing says how far a transition is between its start and its end.
type timing struct{ elapsed, delay, duration float64 } // seconds; elapsed counts from the change, delay included

// progress is 0 until the delay is over and 1 at the end.
func (w timing) progress() float64 {
	if w.elapsed >= w.delay+w.duration {
		return 1
	}
	return max(0, w.elapsed-w.delay) / w.duration
}

// ended reports whether the end is reached.
func (w timing) ended() bool { return w.elapsed >= w.delay+w.duration }

// durationRatio is the duration of next over that of w, for interpolation.retarget.
func (w timing) durationRatio(next float64) float64 {
	if w.duration <= 0 {
		return 0
	}
	return next / w.duration
}
