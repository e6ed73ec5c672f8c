// Package drive runs the player without a screen: commands and time go in, what is to be seen and read comes out.
package drive

import (
	"opencases/internal/frame"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// Drive owns the State and the clock of a running player. It is not safe for concurrent use.
type Drive struct {
	rec  *record.Record
	lang *words.Language
	page frame.Page

	state  story.State
	clock  story.Clock
	comp   picture.Composition
	scene  story.Scene
	seen   picture.Picture
	moving bool

	framed story.State // the State of the last Frame
	stale  bool        // the Frame must be made anew
	motion picture.Motion
}

// New starts at the State that query names, on the stage of a composition. The errors say what in the query was
// not understood; the Drive then stands at the default for it. Still is a reader who asked for reduced motion.
func New(r *record.Record, l *words.Language, page frame.Page, query string, c picture.Composition, still bool) (*Drive, []error) {
	d := &Drive{rec: r, lang: l, page: page, comp: c, stale: true}
	d.clock.Reading = frame.NewReading(l).Seconds
	s, errs := d.named(query, still)
	d.state = s
	d.lay()
	return d, errs
}

// named is the State that a query names, in the language at hand whatever the query says.
func (d *Drive) named(query string, still bool) (story.State, []error) {
	s := story.Initial()
	s.Options.Lang = d.lang.Tag()
	s, errs := s.With(query)
	s.Options.Lang = d.lang.Tag()
	s.Options.ReducedMotion = still
	return s, errs
}

// Open goes to the State that a query names, at rest; the marks travel there. What the query does not name is as it
// is at the beginning. The errors say what was not understood; the Drive then stands at the default for it.
func (d *Drive) Open(query string) []error {
	s, errs := d.named(query, d.state.Options.ReducedMotion)
	d.become(s)
	return errs
}

// Command applies one command of the vocabulary. The error is plain and changes nothing.
func (d *Drive) Command(text string) error {
	c, err := story.ParseCommand(text)
	if err != nil {
		return err
	}
	next, err := d.state.Apply(c)
	if err != nil {
		return err
	}
	d.become(next)
	return nil
}

// Stage sets the composition. A new one is laid out at once, without motion.
func (d *Drive) Stage(c picture.Composition) {
	if c != d.comp {
		d.comp, d.stale = c, true
		d.lay()
	}
}

// Still sets whether the reader wants no motion, from the next change on. A sweep that is under way stops.
func (d *Drive) Still(still bool) {
	next := d.state
	next.Playing = next.Playing && !still
	next.Options.ReducedMotion = still
	d.become(next)
}

// Advance lets dt seconds pass: what moves moves on, and a playing story may come to its next month or beat.
func (d *Drive) Advance(dt float64) {
	// A frame that came late must not make marks skip their way.
	const longest = .1
	d.moving = d.motion.Step(min(dt, longest))
	if d.state.Playing {
		d.become(d.clock.Advance(d.state, dt))
	}
}

// become takes in a new State.
func (d *Drive) become(next story.State) {
	d.state = next
	if sc := next.Scene(); !sc.Equal(d.scene) {
		d.lay()
	}
}

// lay lays the scene out and sends the marks there.
func (d *Drive) lay() {
	d.scene = d.state.Scene()
	d.seen = picture.Make(d.rec, d.lang, d.scene, picture.Design(d.comp))
	d.motion.Retarget(d.seen, d.state.Options.ReducedMotion)
	d.moving = d.motion.Step(0)
	d.stale = true
}

// Frame is what there is to read now. changed is false if it would be the same as the last time.
func (d *Drive) Frame() (f frame.Frame, changed bool) {
	if !d.stale && d.state.Equal(d.framed) {
		return f, false
	}
	d.stale, d.framed = false, d.state
	return frame.Make(d.rec, d.lang, d.state, d.seen, d.page), true
}

// Motion is what there is to see now.
func (d *Drive) Motion() *picture.Motion { return &d.motion }

// Width is the width of the picture, in its own px.
func (d *Drive) Width() float64 { return d.seen.Viewport.W }

// Moving reports whether the next moment looks different from this one.
func (d *Drive) Moving() bool { return d.moving }

// Wait is how many seconds pass until the story goes on by itself; infinite at rest.
func (d *Drive) Wait() float64 { return d.clock.Wait(d.state) }
