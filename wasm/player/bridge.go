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
	"opencases/wasm/player/drive"
	"opencases/wasm/player/plain"
)

// bridge is globalThis.opencases. The page puts these functions there before Go starts:
//
//	frame(text)        there is something new to read; plain.Teller says how it is written
//	awake(true)        frames are wanted
//	awake(false, ms)   none are wanted, or only ms from now
//	begun(text)        the story stands at its first picture, or what is wrong
//	ready()            the first picture has been drawn
//	note(text)         something in the address was not understood
//	problem(text)      the player has ended
//
// and finds these there afterwards; command returns "" or what is wrong:
//
//	begin({record, words, lang, root, query, still, width, composition, inks})   answered by begun
//	command(text) text
//	open(query) text            goes to the State of an address; what is not understood is noted, as at the beginning
//	stage(width, composition)   the canvas's width in its own px
//	theme(inks)                 colours by ink: 0xRRGGBB
//	still(bool)                 whether the reader wants no motion
//
// Go and the page run in turns on one thread, so nothing here is locked.
type bridge struct {
	page   js.Value
	teller plain.Teller
}

// listen puts this side's functions in their places. The channel is closed when the page has called begin.
func (p *player) listen() (begun chan struct{}) {
	begun = make(chan struct{})
	p.page = js.Global().Get("opencases")
	p.answer("begin", func(args []js.Value) error {
		// Apart from the page's call, so that the page can have the thread in between.
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
	p.answer("command", func(args []js.Value) error {
		p.wake()
		err := p.drive.Command(args[0].String())
		p.tell()
		return err
	})
	p.answer("open", func(args []js.Value) error {
		p.wake()
		p.note(p.drive.Open(args[0].String()))
		p.tell()
		return nil
	})
	p.answer("stage", func(args []js.Value) error {
		p.setStage(args[0], args[1])
		p.wake()
		p.tell()
		return nil
	})
	p.answer("theme", func(args []js.Value) error {
		p.theme(args[0])
		p.wake()
		return nil
	})
	p.answer("still", func(args []js.Value) error {
		p.drive.Still(args[0].Truthy())
		return nil
	})
	return begun
}

// answer makes f callable by the page. Bad arguments and panics come back as text.
func (p *player) answer(name string, f func(args []js.Value) error) {
	p.page.Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any {
		err := func() (err error) {
			defer rescue(&err)
			return f(args)
		}()
		if err != nil {
			return err.Error()
		}
		return ""
	}))
}

func (p *player) begin(a js.Value) (err error) {
	defer rescue(&err)
	if p.drive != nil {
		return errors.New("the player has begun already")
	}
	var b breath
	rec, err := record.Reload(plain.Files(plain.Pairs(a.Get("record").String())), b.take)
	if err != nil {
		return err
	}
	b.take()
	lang, err := words.FromMap(a.Get("lang").String(), plain.Pairs(a.Get("words").String()))
	if err != nil {
		return err
	}
	b.take()
	page := frame.Page{Root: a.Get("root").String()}
	comp, err := compositionOf(a.Get("composition"))
	if err != nil {
		return err
	}
	d, wrong := drive.New(rec, lang.With(rec), page, a.Get("query").String(), comp, a.Get("still").Truthy())
	p.note(wrong)
	b.take()
	p.theme(a.Get("inks"))
	p.drive, p.width, p.last = d, a.Get("width").Float(), time.Now()
	p.tell()
	return nil
}

// breath lets the page have the thread now and then, in work that would hold it up.
type breath struct{ last time.Time }

// take waits for the page to do what it has to do, unless it has just had the chance.
func (b *breath) take() {
	const longest = 10 * time.Millisecond
	if b.last.IsZero() || time.Since(b.last) > longest {
		time.Sleep(time.Millisecond)
		b.last = time.Now()
	}
}

func (p *player) setStage(width, composition js.Value) {
	if c, err := compositionOf(composition); err == nil {
		p.drive.Stage(c)
	}
	p.width = width.Float()
}

func compositionOf(v js.Value) (picture.Composition, error) {
	for c := picture.Narrow; c <= picture.Projector; c++ {
		if c.String() == v.String() {
			return c, nil
		}
	}
	return 0, errors.New("composition " + v.String() + " is not one of narrow, article, wide, projector")
}

// theme takes the page's colours.
func (p *player) theme(inks js.Value) {
	p.paint.Inks(func(ink picture.Ink) float64 { return inks.Get(ink.String()).Float() })
}

// tell hands the page a new Frame, if there is one.
func (p *player) tell() {
	if f, changed := p.drive.Frame(); changed {
		p.told++
		p.page.Call("frame", p.teller.Tell(f))
	}
}

// note tells the page what in an address was not understood.
func (p *player) note(wrong []error) {
	for _, w := range wrong {
		p.page.Call("note", w.Error())
	}
}

func (p *player) ready() { p.page.Call("ready") }

func (p *player) rouse() { p.page.Call("awake", true) }

// rest wants no frames for a number of seconds, which may be infinite.
func (p *player) rest(seconds float64) {
	if math.IsInf(seconds, 1) {
		p.page.Call("awake", false)
		return
	}
	p.page.Call("awake", false, math.Ceil(seconds*1000))
}

// problem says that the player has ended. Only the first line is for people.
func (p *player) problem(text string) {
	first, _, _ := strings.Cut(text, "\n")
	p.page.Call("problem", first)
}
