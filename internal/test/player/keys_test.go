package player

import (
	"testing"

	"opencases/internal/test/browser"
)

func TestTheKeysDoWhatTheHelpSays(t *testing.T) {
	p := player(t, "gap", "?beat=2", browser.Quiet)
	live(p)
	for _, step := range []struct {
		key, chapter string
		beat         int
	}{
		{"ArrowRight", "gap", 3}, {"PageDown", "gap", 4}, {"PageUp", "gap", 3}, {"ArrowLeft", "gap", 2},
		{"End", "explore", 1}, {"PageDown", "explore", 1}, {"Home", "cover", 1}, {"ArrowLeft", "cover", 1},
	} {
		p.Key(step.key)
		at(p, step.chapter, step.beat)
	}
	if back := p.Attr("#back", "aria-disabled"); back != "true" {
		t.Error("there is a way back from the beginning")
	}

	p.Key("?")
	p.Wait("the help", `document.getElementById("help").open`)
	text := p.Text("#help")
	for _, key := range []string{"help.space", "help.arrows", "help.pages", "help.ends", "help.f", "help.question", "help.escape"} {
		if !holdsOne(text, []string{english.String(key)}) {
			t.Errorf("the help leaves out %q", english.String(key))
		}
	}
	p.Key("PageDown") // not for the story while a dialog is open
	p.Key("Escape")
	p.Wait("no help", `!document.getElementById("help").open`)
	at(p, "cover", 1)
	p.Click("#help-open")
	p.Wait("the help", `document.getElementById("help").open`)
	p.Key("Escape")
	p.Wait("the focus is back", `document.activeElement.id === "help-open"`)

	p.Do(`document.activeElement.blur()`)
	p.Key("f")
	p.Wait("full screen", `document.fullscreenElement`)
	p.Key("f")
	p.Wait("no full screen", `!document.fullscreenElement`)
	if !p.Shown("#fullscreen") {
		t.Error("there is no button for full screen")
	}
}

func TestKeysInFieldsAndOnButtonsAreTheirOwn(t *testing.T) {
	p := asking(t, "cases")
	p.Do(`document.querySelector("#ask input[type=number]").focus()`)
	p.Key("Home", "End", "PageDown", "ArrowLeft", "Space", "?", "f")
	at(p, "cases", 1)
	if browser.Eval[bool](p, `!!document.fullscreenElement || document.getElementById("help")?.open`) {
		t.Error("a key in a field did something elsewhere")
	}
}

func TestTheMenuOfChaptersOpensGoesAndCloses(t *testing.T) {
	p := player(t, "cover", "", browser.Quiet)
	live(p)
	p.Click("#chapters summary")
	p.Wait("the menu", `document.getElementById("chapters").open`)
	if current := p.Text(`#chapters [aria-current=true]`); current != english.String("chapter.cover.title") {
		t.Errorf("the menu marks %q", current)
	}
	p.Key("Escape")
	p.Wait("no menu", `!document.getElementById("chapters").open && document.activeElement.closest("#chapters")`)
	p.Key("Enter")
	p.Click(`#chapters [data-chapter=cases]`)
	at(p, "cases", 1)
	p.Wait("no menu", `!document.getElementById("chapters").open`)
	p.Click("#speed")
	p.Wait("another speed", `document.getElementById("speed").textContent.startsWith("2")`)
	p.Click("#restart")
	at(p, "cover", 1)
}
