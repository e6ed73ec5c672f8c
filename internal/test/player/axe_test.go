package player

import (
	"os"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
)

const axeFile = "testdata/node_modules/axe-core/axe.min.js"

// violation is a rule of axe that a page breaks, and where.
type violation struct {
	ID, Help string
	Nodes    []string
}

// clean fails for everything that axe finds in the document; of the rules only those named, if any are.
func clean(t *testing.T, p *browser.Tab, where string, rules ...string) {
	t.Helper()
	source, err := os.ReadFile(axeFile)
	if err != nil {
		t.Fatalf("%v; make test installs it (npm ci in testdata)", err)
	}
	browser.Eval[any](p, "globalThis.axe ?? (() => {"+string(source)+"})(), 0")
	for _, v := range browser.Eval[[]violation](p, `axe.run(document, { iframes: false, resultTypes: ["violations"], runOnly: %s ?? undefined }).then(r => r.violations.map(v =>
		({ ID: v.id, Help: v.help, Nodes: v.nodes.map(n => n.html.slice(0, 160)) })))`, rules) {
		t.Errorf("%s: %s: %s\n  %v", where, v.ID, v.Help, v.Nodes)
	}
}

func TestAxeFindsNothingInThePlayerOfAnyChapter(t *testing.T) {
	p := player(t, "cover", "", browser.Quiet)
	live(p)
	for _, ch := range story.Chapters {
		p.Hover(1, 1) // off the stage, where a card would open
		cardShut(p)
		p.Click("#chapters summary")
		p.Click(`#chapters [data-chapter="` + ch.Name + `"]`)
		at(p, ch.Name, 1)
		p.Wait("what is asked", `["ask", "suppose"].every(id => (e => e.hidden || e.children.length)(document.getElementById(id)))`)
		rest(p)
		clean(t, p, ch.Name)
		p.Media("prefers-color-scheme", "dark", "prefers-reduced-motion", "reduce")
		clean(t, p, ch.Name+", dark", "color-contrast")
		p.Media("prefers-color-scheme", "light", "prefers-reduced-motion", "reduce")
	}
	p.Click("#help-open")
	clean(t, p, "the help")
	p.Key("Escape")
	p.Click("#text [data-figure], #labels [data-figure]")
	cardOpen(p, "")
	clean(t, p, "a card")
	p.Key("Escape")
	for _, part := range []string{"table", "sources", "article"} {
		p.Click(`#parts [data-part=` + part + `]`)
		p.Wait("the dialog", `document.querySelector("dialog[open]")`)
		clean(t, p, "the dialog "+part)
		p.Key("Escape")
		p.Wait("no dialog", `!document.querySelector("dialog[open]")`)
	}
}

func TestAxeFindsNothingInThePages(t *testing.T) {
	p := chromium.Tab(t)
	p.Log.Expect(`404`)
	p.Open(home + "en/")
	clean(t, p, "the page")
	p.Media("prefers-color-scheme", "dark")
	clean(t, p, "the page, dark", "color-contrast")
	p.Open(home + "en/nothing/")
	clean(t, p, "the page for what is not there")
	if text := p.Text("body"); !holdsOne(text, []string{english.String("notfound.title")}) {
		t.Errorf("the page for what is not there says %q", text)
	}
}

func TestAxeFindsNothingInThePagesAboutEmbeds(t *testing.T) {
	for _, path := range []string{"en/embed/", "en/demo/article/", "en/demo/strict/"} {
		p := chromium.Tab(t)
		p.Open(home + path)
		p.Wait("the player's frame", `document.querySelector("open-cases").frame`)
		clean(t, p, path)
		clean(t, p, path, "label-content-name-mismatch") // not among those that run by themselves
	}
}
