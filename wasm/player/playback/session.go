// Package playback runs the player without a screen: commands and time go in, a Motion to draw and Frames to read come out.
package playback

import (
	"opencases/internal/frame"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/story"
	"opencases/internal/words"
)

// Session owns the State and the clock of a running player. It is not safe for concurrent use.
type Session struct {
	rec  *record.Record
	lang *words.Language
	page frame.Page

	state       story.State
	clock       story.Clock
	composition picture.Composition
	scene       story.Scene
	picture     picture.Picture
	moving      bool

	framedState story.State // the State of the last Frame
	stale       bool        // the Frame must be made anew
	motion      picture.Motion
}

// New starts at the State that commands lead to from that of query, on the stage of a composition. The errors say what was
// not understood: of the query the Session then has the default, and such a command changes nothing. Still is a reader who
// asked for reduced motion.
func New(r *record.Record, l *words.Language, page frame.Page, query string, c picture.Composition, still bool, commands ...string) (*Session, []error) {
	s := &Session{rec: r, lang: l, page: page, composition: c, stale: true}
	s.clock.Reading = frame.NewReading(l).Seconds
	state, errs := s.read(query, still, commands)
	s.state = state
	s.layOut()
	return s, errs
}

// read is the State that commands lead to from that of a query, in the language at hand whatever the query says.
func (s *Session) read(query string, still bool, commands []string) (story.State, []error) {
	state := story.Initial()
	state.Options.Lang = s.lang.Tag()
	state, errs := state.With(query)
	state.Options.Lang = s.lang.Tag()
	state.Options.ReducedMotion = still
	for _, text := range commands {
		next, err := apply(state, text)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		state = next
	}
	return state, errs
}

// Open goes to the State that commands lead to from that of a query, with a transition of the marks. What the query does not
// name is as it is at the beginning. The errors are those of New.
func (s *Session) Open(query string, commands ...string) []error {
	state, errs := s.read(query, s.state.Options.ReducedMotion, commands)
	s.setState(state)
	return errs
}

// Command applies one command of the vocabulary. After an error nothing has changed.
func (s *Session) Command(text string) error {
	next, err := apply(s.state, text)
	if err != nil {
		return err
	}
	s.setState(next)
	return nil
}

func apply(s story.State, text string) (story.State, error) {
	c, err := story.ParseCommand(text)
	if err != nil {
		return s, err
	}
	return s.Apply(c)
}

// SetComposition lays a new composition out at once, without a transition.
func (s *Session) SetComposition(c picture.Composition) {
	if c != s.composition {
		s.composition, s.stale = c, true
		s.layOut()
	}
}

// SetReducedMotion sets whether the reader wants no motion, from the next change on. A playing sweep stops.
func (s *Session) SetReducedMotion(still bool) {
	next := s.state
	next.Playing = next.Playing && !still
	next.Options.ReducedMotion = still
	s.setState(next)
}

// Advance lets dt seconds pass: transitions go on, and a playing story may come to its next month or beat.
func (s *Session) Advance(dt float64) {
	// A late frame must not make marks skip their transition.
	const longest = .1
	s.moving = s.motion.Step(min(dt, longest))
	if s.state.Playing {
		s.setState(s.clock.Advance(s.state, dt))
	}
}

// setState lays the new State out if its picture is another one.
func (s *Session) setState(next story.State) {
	s.state = next
	if sc := next.Scene(); !sc.Equal(s.scene) {
		s.layOut()
	}
}

// layOut lays the scene out and starts the transition to it.
func (s *Session) layOut() {
	s.scene = s.state.Scene()
	s.picture = picture.Make(s.rec, s.lang, s.scene, s.composition)
	s.motion.Retarget(s.picture, s.state.Options.ReducedMotion)
	s.moving = s.motion.Step(0)
	s.stale = true
}

// Frame is what there is to read now. changed is false if it is the same as the last time.
func (s *Session) Frame() (f frame.Frame, changed bool) {
	if !s.stale && s.state.Equal(s.framedState) {
		return f, false
	}
	s.stale, s.framedState = false, s.state
	return frame.Make(s.rec, s.lang, s.state, s.picture, s.page), true
}

// Motion is what there is to draw now.
func (s *Session) Motion() *picture.Motion { return &s.motion }

// Width is the width of the picture, in its own px.
func (s *Session) Width() float64 { return s.picture.Viewport.W }

// Moving reports whether a transition is running.
func (s *Session) Moving() bool { return s.moving }

// Wait is how many seconds pass until the story goes on by itself; infinite when it does not play.
func (s *Session) Wait() float64 { return s.clock.Wait(s.state) }
