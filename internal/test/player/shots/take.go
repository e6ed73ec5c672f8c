package main

import (
	"fmt"
	"image"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// size is a window's inside, in CSS px.
type size struct{ width, height int }

func (s size) String() string { return fmt.Sprintf("%dx%d", s.width, s.height) }

// sizes are a phone, a tablet or an article, a laptop and a projector.
var sizes = []size{{360, 640}, {720, 540}, {1280, 720}, {1920, 1080}}

// picture is one photograph.
type picture struct {
	name  string
	image *image.RGBA
}

// open opens a document in a theme, as a reader sees it who asked for less motion: pictures rest at once.
func open(t browser.T, chromium *browser.Browser, address string, s size, theme string) *browser.Tab {
	p := chromium.Tab(t)
	p.Screen(s.width, s.height, 1, false)
	p.Media("prefers-color-scheme", theme, "prefers-reduced-motion", "reduce")
	p.Open(address)
	return p
}

// chapters photographs each chapter at its Point, and each question while it is asked, as the engine draws them.
func chapters(t browser.T, chromium *browser.Browser, address string, s size, theme string) []picture {
	p := open(t, chromium, address+"en/player/cover/?eager", s, theme)
	p.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	var taken []picture
	for _, ch := range story.Chapters {
		for beat, b := range ch.Beats {
			if beat == ch.Point-1 || b.Ask != story.AskNothing {
				taken = append(taken, picture{fmt.Sprintf("%s-%d", ch.Name, beat+1), take(p, ch.Name, beat+1)})
			}
		}
	}
	return taken
}

func take(p *browser.Tab, chapter string, beat int) *image.RGBA {
	p.Do(`const fault = opencases.command(%s); if (fault) throw new Error(fault);`, fmt.Sprintf("chapter %s %d", chapter, beat))
	p.Wait("the beat stands", `document.getElementById("sheet").dataset.chapter === %s`, chapter)
	// What is fetched when it is first wanted, questions and ways to explore, has come when it has children.
	p.Wait("its questions stand", `["ask", "suppose", "series"].every(id => document.getElementById(id).closest("[hidden]") || id === "series" || document.getElementById(id).children.length)`)
	p.Fonts()
	p.Drawn()
	return p.Shot()
}

// pages photographs the standalone page: what the window shows first, and all of it.
func pages(t browser.T, chromium *browser.Browser, address string, s size, theme string) []picture {
	p := open(t, chromium, address+"en/", s, theme)
	p.Fonts()
	frame := p.Frame("/player/")
	frame.Wait("the player's words stand", `document.getElementById("title").textContent`)
	frame.Fonts()
	p.Drawn()
	top := p.Shot()
	// A window as high as the page: beyond its edge a frame would not be painted.
	p.Size(s.width, min(int(p.Box("html").H), highest))
	frame.Drawn()
	p.Drawn()
	return []picture{{"page-top", top}, {"page-whole", p.Shot()}}
}

// highest is how much of a page is photographed, in CSS px; tables and sources below it go on for long.
const highest = 6000
