package embed

import (
	"fmt"
	"strings"
	"testing"

	"opencases/internal/story"
)

// listening notes all events of the element.
const listening = `<script>window.heard = [];
	for (const type of ["ready", "state", "height", "chapter", "error", "interaction"]) document.addEventListener("open-cases:" + type, e => heard.push([type, e.detail]))</script>`

func TestTheElementSpeaksAndIsSpokenTo(t *testing.T) {
	p := open(t, page(t, listening+script+`<open-cases chapter="gap"></open-cases>`), view{640, 900})
	p.until(`document.querySelector("open-cases").state`)
	if got := js[string](p, `document.querySelector("open-cases").state.chapter`); got != "gap" {
		t.Errorf("the player stands at %s", got)
	}
	js[any](p, `document.querySelector("open-cases").go("cases", 2)`)
	p.until(`heard.some(([t, d]) => t === "chapter" && d.chapter === "cases" && d.beat === 2)`)
	js[any](p, `document.querySelector("open-cases").next()`)
	p.until(`document.querySelector("open-cases").state.beat === 3`)
	js[any](p, `document.querySelector("open-cases").back()`)
	p.until(`document.querySelector("open-cases").state.beat === 2`)
	js[any](p, `document.querySelector("open-cases").command("chapter nowhere")`)
	p.until(`heard.some(([t, d]) => t === "error" && d.message.includes("nowhere"))`)
	if js[bool](p, `heard.some(([t]) => t === "interaction")`) {
		t.Error("what the page asks for is told as a reader's act")
	}
	f := p.frame(0)
	within[any](p, f, `document.getElementById("next").click()`)
	p.until(`heard.some(([t, d]) => t === "interaction" && d.command === "next")`)
	p.quiet()
}

func TestACommandBeforeThePlayerIsThereWaitsForIt(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="gap"></open-cases><script>customElements.whenDefined("open-cases").then(() => document.querySelector("open-cases").go("reports", 3))</script>`), view{640, 900})
	p.until(`(s => s?.chapter === "reports" && s.beat === 3)(document.querySelector("open-cases").state)`)
}

func TestPlayingAndSeekingReachTheEngine(t *testing.T) {
	p := open(t, page(t, listening+script+`<open-cases chapter="strikes" beat="1"></open-cases>`), view{640, 900})
	p.until(`document.querySelector("open-cases").state`)
	js[any](p, `document.querySelector("open-cases").play()`)
	p.until(`document.querySelector("open-cases").state.playing === true`)
	js[any](p, `document.querySelector("open-cases").pause()`)
	p.until(`document.querySelector("open-cases").state.playing === false`)
	js[any](p, `document.querySelector("open-cases").seek("2016-05")`)
	p.until(`document.querySelector("open-cases").state.month === "2016-05"`)
	p.quiet()
}

func TestEveryVerbOfTheStoryIsUnderstoodByTheFrame(t *testing.T) {
	config := `{chapters: [{name: "gap", beats: 4}]}, id => ({children: [{dataset: {view: "gap"}}]})`
	samples := map[story.Verb]string{story.DoChapter: "chapter gap 3", story.DoSeek: "seek 2017-03", story.DoStep: "step -2", story.DoView: "view gap",
		story.DoSelect: "select assessments/2017-11/open", story.DoGuess: "guess 12,-,40", story.DoSuppose: "suppose 0.17", story.DoOnly: "only open",
		story.DoSpeed: "speed 0.5", story.DoTheme: "theme dark", story.DoLang: "lang en"}
	p := blank(t, view{800, 600})
	p.visit(ours + "healthz")
	vocabulary := module(t, "../../../web/player/host/vocabulary.js")
	for _, verb := range story.Verbs() {
		command, given := samples[verb]
		if !given {
			command = string(verb)
		}
		if got := js[string](p, fmt.Sprintf("%s.validateCommand(%q, %s)", vocabulary, command, config)); got != "" {
			t.Errorf("%s: %s", command, got)
		}
	}
	if n := js[int](p, vocabulary+".verbs.length"); n != len(story.Verbs()) {
		t.Errorf("the frame knows %d verbs, the story %d", n, len(story.Verbs()))
	}
}

func TestScrollingTheArticleDrivesThePlayerForwardAndBack(t *testing.T) {
	var steps strings.Builder
	for _, s := range []string{"strikes 1", "reports 2", "cases 3", "gap 3", "gap 4"} {
		fmt.Fprintf(&steps, `<p style="height:700px;margin:0" data-open-cases-step="%s">%s</p>`, s, s)
	}
	for name, body := range map[string]string{
		"steps beside the player":  `<div><div style="position:sticky;top:0"><open-cases chapter="gap"></open-cases></div>` + steps.String() + `</div>`,
		"steps inside the player":  `<open-cases chapter="gap">` + steps.String() + `</open-cases>`,
		"steps that name a player": `<div style="position:sticky;top:0"><div id="oc" data-open-cases="chapter=gap"></div></div><section>` + strings.ReplaceAll(steps.String(), "data-open-cases-step", `data-open-cases-for="oc" data-open-cases-step`) + `</section>`,
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, page(t, script+body+`<div style="height:1500px"></div>`), view{640, 800})
			p.until(`document.querySelector("open-cases")?.state`)
			at := func(step int, want string) {
				t.Helper()
				js[any](p, fmt.Sprintf(`document.querySelectorAll("[data-open-cases-step]")[%d].scrollIntoView({block: "center"})`, step))
				p.until(fmt.Sprintf(`(s => s.chapter + " " + s.beat === %q)(document.querySelector("open-cases").state)`, want))
			}
			at(0, "strikes 1")
			at(1, "reports 2")
			at(2, "cases 3")
			at(1, "reports 2")
			// In one jump over three steps, and past the last, and back to the first.
			at(4, "gap 4")
			at(0, "strikes 1")
			js[any](p, `scrollTo(0, 1e6)`)
			p.until(`(s => s.chapter + " " + s.beat === "gap 4")(document.querySelector("open-cases").state)`)
			// Back and forth faster than the player can follow: what counts is where it ends.
			for i := range 12 {
				js[any](p, fmt.Sprintf(`document.querySelectorAll("[data-open-cases-step]")[%d].scrollIntoView({block: "center"}); new Promise(requestAnimationFrame)`, i*7%5))
			}
			at(2, "cases 3")
			p.quiet()
		})
	}
}
