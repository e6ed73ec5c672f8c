package main

import (
	"bytes"
	"fmt"
	"image"
	"time"

	"opencases/internal/story"
	"opencases/internal/test/browser"
	"opencases/internal/words"
)

// The window, and the time between two screenshots. A picture at rest is shown no longer than longestRest: a reader of the
// README does not read the player's texts.
const (
	width, height = 720, 700 // px
	interval      = 100 * time.Millisecond
	longestRest   = 1200 * time.Millisecond
	lastRest      = 3 * time.Second
)

// scenes are played from one beat to the end of another, counted from 1.
var scenes = []struct {
	chapter     string
	first, last int
}{{"strikes", 1, 4}, {"cases", 2, 3}, {"gap", 3, 4}}

// screenshot is what is seen for some time.
type screenshot struct {
	image *image.RGBA
	shown time.Duration
}

// clock makes the page's clock one that this program can stop and move on.
const clock = `{
	const real = performance.now.bind(performance);
	let stopped;
	performance.now = () => stopped ?? real();
	globalThis.stopClock = () => { stopped = real(); };
	globalThis.moveClock = ms => { stopped += ms; };
}`

// film plays the scenes and takes a screenshot at every interval.
func film(t browser.T, chromium *browser.Browser, site string, l *words.Language) (all []screenshot) {
	p := chromium.Tab(t)
	p.Screen(width, height, 1, false)
	p.Media("prefers-color-scheme", "light")
	p.Before(clock)
	p.Open(site + l.Tag() + "/player/" + scenes[0].chapter + "/?eager")
	p.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	p.Fonts()
	command(p, "speed 2")
	// The first screenshot shows an empty timeline, not marks that are on their way out.
	command(p, fmt.Sprintf("chapter %s %d", scenes[0].chapter, scenes[0].first))
	command(p, "seek "+beatOf(scenes[0].chapter, scenes[0].first).From.String())
	time.Sleep(2 * time.Second)
	p.Do(`stopClock()`)
	for i, s := range scenes {
		if i > 0 {
			command(p, fmt.Sprintf("chapter %s %d", s.chapter, s.first))
		}
		command(p, "play")
		title := l.String(fmt.Sprintf("beat.%s.%d.title", s.chapter, s.last))
		to := l.Month(beatOf(s.chapter, s.last).To)
		for rested := time.Duration(0); rested < longestRest || p.Text("#title") != title || p.Attr("#slider", "aria-valuetext") != to; {
			p.Do(`moveClock(%s)`, interval.Milliseconds())
			p.Drawn()
			all, rested = add(all, p.Shot(), rested)
		}
	}
	all[len(all)-1].shown = lastRest
	return all
}

func command(p *browser.Tab, words string) {
	p.Do(`const fault = opencases.command(%s); if (fault) throw new Error(fault);`, words)
}

func beatOf(chapter string, n int) story.Beat {
	for _, c := range story.Chapters {
		if c.Name == chapter {
			return c.Beats[n-1]
		}
	}
	panic("readmepicture: there is no chapter " + chapter)
}

// add takes in a screenshot, and answers with how long the picture has not changed.
func add(all []screenshot, m *image.RGBA, rested time.Duration) ([]screenshot, time.Duration) {
	if n := len(all); n > 0 && bytes.Equal(all[n-1].image.Pix, m.Pix) {
		all[n-1].shown = min(all[n-1].shown+interval, longestRest)
		return all, rested + interval
	}
	return append(all, screenshot{m, interval}), 0
}
