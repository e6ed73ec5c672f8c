package main

import (
	"fmt"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// set is a page in one size and the pictures taken of it.
type set struct {
	name          string
	width, height int
	path          string
	take          func(p *browser.Tab, shoot func(name string))
}

func sets() (all []set) {
	for _, size := range [][2]int{{1280, 720}, {1024, 768}, {1920, 1080}, {390, 844}} {
		all = append(all, set{fmt.Sprintf("present-%dx%d", size[0], size[1]), size[0], size[1], "en/present/", deck})
	}
	return append(all,
		set{"dark-1280x720", 1280, 720, "en/present/?theme=dark", deck},
		set{"dark-390x844", 390, 844, "en/present/?theme=dark", deck},
		set{"speaker-1100x760", 1100, 760, "en/present/speaker/#14", speaker},
		set{"speaker-1600x900", 1600, 900, "en/present/speaker/#4", speaker},
		set{"teach-1280x1600", 1280, 1600, "en/teach/", page},
		set{"teach-360x1600", 360, 1600, "en/teach/", page},
		set{"handout-900x2300", 900, 2300, "en/handout/", page},
		set{"print-1280x720", 1280, 720, "en/present/?print", page},
	)
}

func ready(p *browser.Tab) {
	p.Wait("the scripts are at work", `"ready" in document.documentElement.dataset`)
}

func press(p *browser.Tab, keys ...string) {
	for _, key := range keys {
		p.Do(`document.body.dispatchEvent(new KeyboardEvent("keydown", { key: %s, bubbles: true }))`, key)
	}
}

// deck goes through all steps, puts up guesses where the room is asked, and opens what can be opened.
func deck(p *browser.Tab, shoot func(string)) {
	ready(p)
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	for i, st := range story.Steps() {
		p.Do(`location.hash = %s`, fmt.Sprint(i+1))
		name := fmt.Sprintf("%02d-%s", i+1, st.Chapter)
		shoot(name)
		if story.Chapters[st.Number].Beats[st.Beat].Ask == story.AskNothing {
			continue
		}
		for _, share := range []float64{.05, .25, .28, .7} {
			guess(p, share)
		}
		shoot(name + "-guessed")
		press(p, "r")
		shoot(name + "-answered")
	}
	press(p, "o")
	shoot("overview")
	p.Do(`document.getElementById("overview").close()`)
	press(p, "?")
	shoot("help")
}

// guess puts up a guess at a share of the scale, by pointer.
func guess(p *browser.Tab, share float64) {
	if p.Shown("#rail") {
		b := p.Box("#rail")
		p.ClickAt(b.X+b.W*(.03+.94*share), b.Y+b.H/3)
		return
	}
	b := p.Box("#pad")
	p.Press(b.X+2, b.Y+b.H*.97)
	for i := 1; i <= 20; i++ {
		p.Drag(b.X+b.W*float64(i)/21, b.Y+b.H*(.97-share*float64(i)/21))
	}
	p.Release(b.X+b.W*20/21, b.Y+b.H*(.97-share*20/21))
	press(p, "a")
}

func speaker(p *browser.Tab, shoot func(string)) {
	ready(p)
	shoot("notes")
}

func page(p *browser.Tab, shoot func(string)) { shoot("top") }
