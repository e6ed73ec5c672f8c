//go:build js && wasm

package main

import (
	"errors"
	"math"
	"strings"
	"syscall/js"
	"time"

	"opencases/internal/frame"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/words"
	"opencases/wasm/player/codec"
	"opencases/wasm/player/playback"
)

// bridge is globalThis.opencases. The page puts these functions there before Go starts:
//
//	frame(text)        there is something new to read, encoded by codec.FrameEncoder
//	awake(true)        frames are wanted
//	awake(false, ms)   none are wanted, or only ms from now
//	begun(text)        the first picture is laid out, or what is wrong
//	ready()            the first picture has been drawn
//	note(text)         something in the address was not understood
//	problem(text)      the player has ended
//
// and finds these there afterwards; command returns "" or what is wrong:
//
//	begin({record, words, lang, root, query, commands, still, width, composition, inks})   answered by begun
//	command(text) text
//	open(query, commands) text  goes to the State that commands, one a line, lead to from an address; what is not understood
//	                            is noted, as at the beginning
//	stage(width, composition)   the canvas's width in its own px
//	theme(inks)                 colours by ink: 0xRRGGBB
//	still(bool)                 whether the reader wants no motion
//
// Go and the page run in turns on one thread, so nothing here is locked.
type bridge struct {
	page    js.Value
	encoder codec.FrameEncoder
}

// register puts this side's functions in their places. The channel is closed when the page has called begin.
func (p *player) register() (begun chan struct{}) {
	begun = make(chan struct{})
	p.page = js.Global().Get("opencases")
	p.export("begin", func(args []js.Value) error {
		// In a goroutine, so that begin can yield the thread to the page.
		go func() {
			text := ""
			if err := p.begin(args[0]); err != nil {
				text = err.Error()
			} else {
				close(begun)
			}
			p.page.Call("begun", text)
		}()
		return nil
	})
	p.export("command", func(args []js.Value) error {
		p.resume()
		err := p.session.Command(args[0].String())
		p.sendFrame()
		return err
	})
	p.export("open", func(args []js.Value) error {
		p.resume()
		p.sendNotes(p.session.Open(args[0].String(), commandsOf(args[1])...))
		p.sendFrame()
		return nil
	})
	p.export("stage", func(args []js.Value) error {
		p.setStage(args[0], args[1])
		p.resume()
		p.sendFrame()
		return nil
	})
	p.export("theme", func(args []js.Value) error {
		p.setInks(args[0])
		p.resume()
		return nil
	})
	p.export("still", func(args []js.Value) error {
		p.session.SetReducedMotion(args[0].Truthy())
		return nil
	})
	return begun
}

// export makes f callable by the page. Bad arguments and panics come back as text.
func (p *player) export(name string, f func(args []js.Value) error) {
	p.page.Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any {
		err := func() (err error) {
			defer recoverError(&err)
			return f(args)
		}()
		if err != nil {
			return err.Error()
		}
		return ""
	}))
}

func (p *player) begin(a js.Value) (err error) {
	defer recoverError(&err)
	if p.session != nil {
		return errors.New("the player has begun already")
	}
	var b yielder
	rec, err := record.Reload(codec.Files(codec.Pairs(a.Get("record").String())), b.yield)
	if err != nil {
		return err
	}
	b.yield()
	lang, err := words.FromMap(a.Get("lang").String(), codec.Pairs(a.Get("words").String()))
	if err != nil {
		return err
	}
	b.yield()
	page := frame.Page{Root: a.Get("root").String()}
	comp, err := compositionOf(a.Get("composition"))
	if err != nil {
		return err
	}
	d, wrong := playback.New(rec, lang.With(rec), page, a.Get("query").String(), comp, a.Get("still").Truthy(), commandsOf(a.Get("commands"))...)
	p.sendNotes(wrong)
	b.yield()
	p.setInks(a.Get("inks"))
	p.session, p.width, p.last = d, a.Get("width").Float(), time.Now()
	p.sendFrame()
	return nil
}

// yielder gives the page the thread now and then during long work.
type yielder struct{ last time.Time }

// yield lets the page run its tasks, unless it has just done so.
func (b *yielder) yield() {
	const longest = 10 * time.Millisecond
	if b.last.IsZero() || time.Since(b.last) > longest {
		time.Sleep(time.Millisecond)
		b.last = time.Now()
	}
}

func (p *player) setStage(width, composition js.Value) {
	if c, err := compositionOf(composition); err == nil {
		p.session.SetComposition(c)
	}
	p.width = width.Float()
}

// commandsOf reads commands, one a line.
func commandsOf(v js.Value) []string {
	return strings.FieldsFunc(v.String(), func(r rune) bool { return r == '\n' })
}

func compositionOf(v js.Value) (picture.Composition, error) {
	for c := picture.Narrow; c <= picture.Projector; c++ {
		if c.String() == v.String() {
			return c, nil
		}
	}
	return 0, errors.New("composition " + v.String() + " is not one of narrow, article, wide, projector")
}

// setInks takes the page's colours.
func (p *player) setInks(inks js.Value) {
	p.paint.Inks(func(ink picture.Ink) float64 { return inks.Get(ink.String()).Float() })
}

// sendFrame sends the page a new Frame, if there is one.
func (p *player) sendFrame() {
	if f, changed := p.session.Frame(); changed {
		p.framesSince++
		p.page.Call("frame", p.encoder.Encode(f))
	}
}

// sendNotes tells the page what in an address was not understood.
func (p *player) sendNotes(wrong []error) {
	for _, w := range wrong {
		p.page.Call("note", w.Error())
	}
}

func (p *player) sendReady() { p.page.Call("ready") }

func (p *player) requestFrames() { p.page.Call("awake", true) }

// stopFrames asks for no frames for a number of seconds, which may be infinite.
func (p *player) stopFrames(seconds float64) {
	if math.IsInf(seconds, 1) {
		p.page.Call("awake", false)
		return
	}
	p.page.Call("awake", false, math.Ceil(seconds*1000))
}

// sendProblem tells the page that the player has ended. Only the first line is for readers.
func (p *player) sendProblem(text string) {
	first, _, _ := strings.Cut(text, "\n")
	p.page.Call("problem", first)
}
