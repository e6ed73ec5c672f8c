package player

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"opencases/internal/picture"
	"opencases/internal/story"
	"opencases/internal/test/browser"
)

// What pages around the player ask for as soon as they may, and the chapter that they open.
var askedEarly = []struct{ chapter, commands string }{
	{"gap", "seek 2016-03"},
	{"strikes", "view reports|seek 2017-05|step -2"},
	{"explore", "only open|view gap"},
	{"after", "suppose 0.5|chapter if 2"},
	{"cover", "chapter gap 1|guess 10,20,30,-,50,60,70,80,90,100,110|reveal"},
	{"gap", "chapter cases 1|guess 400|next|speed 2"},
	{"reports", "select assessments/2017-11/open|theme dark"},
	{"count", "next|back|restart|next|seek 2014-10|close"},
	{"if", "view cases|only all|skip"},
	{"strikes", "only open|view gap"},                 // the first does not fit there, and changes nothing
	{"explore", "chapter cases 1|view cases|step -1"}, // that question is of this view: nobody leaves it
	{"strikes", "seek 2030-01|step -2"},               // counted from the end of the axis
}

// TRIALS=all tries every list in every chapter.
func TestWhatAHostAsksForBeforeTheEngineIsThereIsWhatStands(t *testing.T) {
	for _, c := range askedEarly {
		chapters := []string{c.chapter}
		if os.Getenv("TRIALS") == "all" {
			chapters = story.ChapterNames()
		}
		for _, chapter := range chapters {
			t.Run(chapter+" "+c.commands, func(t *testing.T) { hosted(t, chapter, strings.Split(c.commands, "|")) })
		}
	}
}

// hosted opens a chapter in a page that sends commands at once, and holds what the player says and shows to the story itself.
func hosted(t *testing.T, chapter string, commands []string) {
	want := story.Initial().Opened(chapter)
	for _, text := range commands {
		c, err := story.ParseCommand(text)
		if err != nil {
			t.Fatal(err)
		}
		if next, err := want.Apply(c); err == nil { // what does not fit changes nothing
			want = next
		}
	}
	host := page(t, fmt.Sprintf(`<!doctype html><title>Host</title><body style="margin:0">
		<iframe title="Open Cases" sandbox="allow-scripts" width="900" height="780" style="border:0" src="%sen/player/%s/"></iframe>
		<script>
		let sent = false;
		const send = message => frames[0].postMessage({ openCases: 1, ...message }, "*");
		const states = [];
		addEventListener("message", ({ data }) => {
			if (data?.openCases !== 1) return;
			if (data.type === "state") states.push(data);
			if (data.type !== "ready" || sent) return;
			sent = true;
			for (const command of %q.split("|")) send({ type: "command", command });
		});
		</script>`, home, chapter, strings.Join(commands, "|")))
	p := chromium.Tab(t, browser.Quiet)
	p.Log.Allow(home)
	p.Log.Allow(host)
	p.Log.Bear(`console.warning: opencases: command `) // those that do not fit
	p.Open(host)
	frame := p.Frame("/en/player/" + chapter + "/")
	frame.Wait("the player", `document.getElementById("ticks").querySelector(":scope > .track")`)
	p.Wait("the commands are sent", `sent`)
	// Where stills can answer, it is a reader's hand that fetches the engine.
	frame.Do(`document.getElementById("stage").dispatchEvent(new PointerEvent("pointerenter", { pointerType: "mouse" }))`)
	frame.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)

	// The player answers hello with the State that it told last.
	p.Do(`states.length = 0; send({ type: "hello" })`)
	p.Wait("the state", `states.length`)
	type told struct {
		Chapter, View, Month, Query string
		Beat                        int
		Playing                     bool
	}
	state := browser.Eval[told](p, `states.at(-1)`)
	if want := (told{want.Chapter, string(want.View), want.Month.String(), want.Query(), want.Beat + 1, want.Playing}); state != want {
		t.Errorf("the last state told is\n%+v, want\n%+v", state, want)
	}
	of := picture.Make(rec, english, want.Scene(), picture.Article)
	if text := browser.Eval[string](frame, `document.querySelector("figcaption").textContent`); text != of.Description.String() {
		t.Errorf("the picture is described as %q, want %q", text, of.Description)
	}
	if text := frame.Attr("#slider", "aria-valuetext"); text != english.Month(of.Month) {
		t.Errorf("the timeline tells %q, want %q", text, english.Month(of.Month))
	}
}
