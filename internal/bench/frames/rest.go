package main

import (
	"fmt"
	"net/http"
	"strings"
	"time"

	"opencases/internal/bench/report"
	"opencases/internal/test/browser"
)

// resting is one state of a host's page.
type resting struct {
	name    string
	players int  // on the page, one screen apart
	plays   bool // the first does
	away    bool // the page is scrolled past all of them
	hidden  bool // another window covers the page
}

// nobody and hidden are the pages that those with players are compared with: a hidden page draws nothing, not even itself.
const (
	nobody = "the page without a player"
	hidden = "the page without a player, in a hidden tab"
)

var restings = []resting{
	{name: nobody},
	{name: "one player, paused", players: 1},
	{name: "one player, playing, out of sight", players: 1, plays: true, away: true},
	{name: hidden, hidden: true},
	{name: "one player, playing, in a hidden tab", players: 1, plays: true, hidden: true},
	{name: "ten players, one in sight, paused", players: 10},
	{name: "one player, playing", players: 1, plays: true},
	{name: "ten players, one in sight and playing", players: 10, plays: true},
}

const window = 5 * time.Second // of the processor's time that is read

// rest measures what all processes of the browser use while the player rests, beside the same page without it.
func (b *bench) rest() ([]report.Table, error) {
	column := report.Column{Name: "processor, all processes", Unit: "% of one core"}
	frames := report.Column{Name: "frames asked for, all documents", Plain: true}
	rounds := min(b.rounds, 3)
	t := report.Table{Name: "rest", Title: "At rest", Base: nobody, Columns: []report.Column{column, frames},
		Note: fmt.Sprintf("What the browser's processes use together within %g s, %d rounds, each page in a window of its own. "+
			"Those that play do so at a quarter of the speed. The ratio of the player in a hidden tab is to the hidden page without one, "+
			"all others to the page without one. The last two rows are for scale.", window.Seconds(), rounds)}
	readings := map[string]map[string]report.Samples{}
	for range rounds {
		for _, r := range restings {
			cpu, asked, err := b.resting(r)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.name, err)
			}
			if readings[r.name] == nil {
				readings[r.name] = map[string]report.Samples{}
			}
			readings[r.name][column.Name] = append(readings[r.name][column.Name], cpu)
			readings[r.name][frames.Name] = append(readings[r.name][frames.Name], asked)
		}
	}
	for _, r := range restings {
		row := report.Row{Name: r.name, Cells: cells(t.Columns, readings[r.name])}
		if r.hidden && r.players > 0 {
			row.Base = hidden
		}
		t.Rows = append(t.Rows, row)
	}
	return []report.Table{t}, nil
}

func (b *bench) resting(r resting) (percent, frames float64, err error) {
	err = browser.Run(func(t browser.T) error {
		p := b.tab(t, counted, func(p *browser.Tab) { p.Size(700, 800) })
		p.Open(fmt.Sprintf("%s/host.html?players=%d", b.site.URL, r.players))
		if r.players > 0 {
			p.Wait("the engine draws", first+`.getElementById("stage")?.hasAttribute("data-live")`)
			p.Wait("all players are there", `[...document.querySelectorAll("iframe")].every(f => f.contentDocument.readyState === "complete" && f.contentWindow.frames?.asked === 0)`)
		}
		if r.plays {
			p.Do(first + `.getElementById("play").click()`)
			p.Wait("it plays", first+`.getElementById("play").hasAttribute("data-playing")`)
		}
		if r.away {
			p.Do(`scrollTo(0, document.documentElement.scrollHeight)`)
		}
		if r.hidden {
			p.Hide(true)
		}
		time.Sleep(3 * time.Second) // what loading has left to do
		drawn := func() float64 {
			return browser.Eval[float64](p, `[self, ...[...document.querySelectorAll("iframe")].map(f => f.contentWindow)].reduce((sum, w) => sum + w.frames.count, 0)`)
		}
		from, before := drawn(), p.CPU()
		began := time.Now()
		time.Sleep(window)
		after, took := p.CPU(), time.Since(began)
		frames = drawn() - from
		for process, used := range after {
			percent += 100 * (used - before[process]) / took.Seconds()
		}
		return nil
	})
	return percent, frames, err
}

// first is the document of the first player.
const first = `document.querySelector("iframe").contentDocument`

// host is a page of words with players in it.
func host(w http.ResponseWriter, r *http.Request) {
	var players int
	fmt.Sscan(r.FormValue("players"), &players)
	gap := `<div style="height:900px"><p>` + strings.Repeat("Words of an article. ", 80) + `</div>`
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, `<!doctype html><html lang="en"><title>Host</title><body style="margin:0">`)
	if players == 0 {
		fmt.Fprint(w, gap)
	}
	for i := range players {
		query := "?eager"
		if i == 0 {
			query += "&view=strikes&month=2014-08&speed=0.25" // it plays for more than a minute
		}
		fmt.Fprintf(w, `<iframe title="Open Cases" width="640" height="780" src="/en/player/explore/%s"></iframe>%s`, query, gap)
	}
	fmt.Fprint(w, gap)
}
