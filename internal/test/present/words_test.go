package present

import (
	"strings"
	"testing"

	"opencases/internal/test/browser"
)

// A sweep's words tell of its end. Before it has ended, nothing on the slide names a figure that the picture does not show.
func TestWhileASweepMovesItsWordsNameNoFigureOfItsEnd(t *testing.T) {
	p := chromium.Tab(t)
	open(p, "4.2")
	p.Wait("the engine paints", `"live" in document.getElementById("stage").dataset`)
	p.Key("PageDown")
	at(p, "5")
	p.Wait("the announcement is of the beginning", `/^September 2017 to November 2017\. /.test(document.getElementById("live").textContent)`)
	p.Wait("the words are those of the beginning", `document.getElementById("title").textContent === "September 2017 to November 2017"`)
	p.Do(`window.seen = [];
		const look = () => {
			const moving = document.getElementById("slider").getAttribute("aria-valuetext") !== "November 2017";
			seen.push([moving, document.getElementById("title").textContent, document.querySelectorAll("#title [data-figure], #text [data-figure]").length]);
			if (moving || seen.length < 5) requestAnimationFrame(look);
		};
		requestAnimationFrame(look);`)
	p.Key("PageDown")
	p.Wait("the sweep has ended", `document.getElementById("title").textContent === "What a strike is" && /28,562/.test(document.getElementById("text").textContent)`)
	for _, s := range browser.Eval[[][]any](p, `seen.filter(([moving, , figures]) => moving && figures)`) {
		t.Fatalf("while it moved the slide said %v", s)
	}
	if n := browser.Eval[int](p, `seen.filter(([moving]) => moving).length`); n < 3 {
		t.Errorf("the sweep was seen moving %d times", n)
	}
	p.Wait("the announcement is of the end", `/^What a strike is\. /.test(document.getElementById("live").textContent)`)
}

func TestOverviewAndTheSpeakersNextShowAStepAsItEnds(t *testing.T) {
	presenter, speaker := windows(t, "4.2")
	press(presenter, "o")
	presenter.Wait("the overview is open", `document.getElementById("overview").open`)
	fetchDeck := `JSON.parse(document.getElementById("config").textContent).deck`
	presenter.Do(`window.deck = await (await fetch(` + fetchDeck + `)).json()`)
	for _, i := range browser.Eval[[]int](presenter, `deck.steps.flatMap((step, i) => document.querySelectorAll("#overview-list .picture")[i].getAttribute("aria-label") === step.builds.at(-1).still.description ? [] : [i + 1])`) {
		t.Errorf("the overview shows step %d otherwise than it ends", i)
	}
	if text := presenter.Text("#overview-list button:nth-child(5)"); !strings.Contains(text, "28,562 strikes") {
		t.Errorf("the overview shows %q", text)
	}
	speaker.Wait("next is the end of the step after", `/28,562 strikes/.test(document.querySelector("#following-picture").textContent)`)
	if text := speaker.Text("#following-text"); text != "What a strike is" {
		t.Errorf("next is called %q", text)
	}
	presenter.Key("Escape")
	presenter.Wait("the overview is closed", `!document.getElementById("overview").open`)
	press(presenter, "PageDown")
	both("5", presenter, speaker)
	if now, text := speaker.Text("#current-picture"), speaker.Text("#current-text"); !strings.Contains(now, "27,566 strikes") || text != "September 2017 to November 2017" {
		t.Errorf("now is %q, called %q", now, text)
	}
	if next := speaker.Text("#following-picture"); !strings.Contains(next, "28,562 strikes") {
		t.Errorf("next is %q", next)
	}
}
