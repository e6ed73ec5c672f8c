package player

import (
	"strings"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
	"opencases/internal/words"
)

// Readers act faster than frames are drawn, above all where the thread is busy: what they do within one frame counts as if a
// frame had been drawn between.

// holdable lets a test hold back every frame that a document asks for.
func holdable(p *browser.Tab) {
	p.Before(`(() => {
		const next = window.requestAnimationFrame;
		let held = null;
		window.requestAnimationFrame = run => held ? held.push(run) : next.call(window, run);
		window.holdFrames = () => { held ??= []; };
		window.letFrames = () => {
			const all = held;
			held = null;
			all.forEach(run => next.call(window, run));
		};
	})()`)
}

// inOneFrame does something while no frames are drawn.
func inOneFrame(p *browser.Tab, act func()) {
	p.T.Helper()
	p.Do(`holdFrames()`)
	act()
	p.Do(`letFrames()`)
	rest(p)
}

// turned changes the composition, so that the engine sends a Frame that knows nothing yet of what the reader does.
func turned(p *browser.Tab) {
	p.T.Helper()
	before := p.Attr("#player", "data-comp")
	p.Size(1500-browser.Eval[int](p, `innerWidth`), 800)
	p.Wait("another composition", `document.getElementById("player").dataset.comp !== %s`, before)
}

func share(p *browser.Tab, percent int) {
	p.T.Helper()
	p.Wait("the share", `document.querySelector("#suppose output").textContent === %s && document.getElementById("share").valueAsNumber === %s`, english.Percent(float64(percent)/100), percent)
}

func TestKeysOnTheShareFasterThanFramesAllCount(t *testing.T) {
	p := player(t, "if", "?suppose=0.5", browser.Quiet, holdable)
	live(p)
	share(p, 50)
	p.Do(`document.getElementById("share").focus()`)
	inOneFrame(p, func() { p.Key("ArrowLeft", "ArrowLeft", "PageUp") })
	share(p, 58)
	inOneFrame(p, func() {
		p.Key("ArrowLeft")
		turned(p)
		p.Key("ArrowLeft")
	})
	share(p, 56)
	p.Wait("the address", `location.search.includes("suppose=0.56")`)
}

// Before the engine is there, keys count from what was asked for.
func TestKeysOnTheShareCountBeforeTheEngineIsThere(t *testing.T) {
	const picture = `document.querySelector("#poster svg").getAttribute("viewBox")`
	h := &held{".wasm", make(chan struct{})}
	address := serveWith(t, h.serve)
	p := chromium.Tab(t, counted, holdable, browser.Quiet)
	p.Open(address + "en/player/if/?suppose=0.5")
	p.Hover(1, 1)
	p.Wait("the exercise", `document.querySelector("#suppose .asked")?.style.insetInlineStart === "50%"`)
	p.Do(`document.getElementById("share").focus()`)
	inOneFrame(p, func() { p.Key("ArrowLeft", "ArrowLeft", "PageUp") })
	p.Wait("the mark of what is asked for", `document.querySelector("#suppose .asked").style.insetInlineStart === "58%"`)
	inOneFrame(p, func() {
		before := browser.Eval[string](p, picture)
		p.Key("ArrowLeft")
		turned(p)
		p.Wait("its still", picture+` !== %s`, before)
		p.Key("ArrowLeft")
	})
	p.Wait("the mark of what is asked for then", `document.querySelector("#suppose .asked").style.insetInlineStart === "56%"`)
	close(h.let)
	live(p)
	share(p, 56)
}

// A wish that comes too late for any engine leaves the control where the picture is.
func TestTheShareGoesBackWhereNoEngineCanShowIt(t *testing.T) {
	h := &held{"engine-", make(chan struct{})}
	address := serveWith(t, h.serve)
	p := withFlags(t, browser.Flag{Name: "disable-3d-apis", Value: true}).Tab(t, counted, holdable, browser.Quiet)
	p.Log.Expect(`console.warning: opencases: no WebGL 2`)
	p.Log.Expect(`console.warning: opencases: command suppose: `)
	p.Open(address + "en/player/if/")
	p.Hover(1, 1)
	p.Wait("the exercise", `document.getElementById("share")`)
	before := browser.Eval[float64](p, `document.getElementById("share").valueAsNumber`)
	p.Do(`document.getElementById("share").focus()`)
	inOneFrame(p, func() {
		p.Key("ArrowLeft")
		close(h.let)
		p.Wait("no engine comes", `document.getElementById("share").disabled`)
	})
	if now := browser.Eval[float64](p, `document.getElementById("share").valueAsNumber`); now != before {
		t.Errorf("the slider stands at %v, the picture at %v", now, before)
	}
}

func TestAKeyRightAfterThePointerGoesOnFromThere(t *testing.T) {
	p := player(t, "strikes", "", browser.Quiet, holdable)
	live(p)
	x, y := along(p, .3)
	p.ClickAt(x, y)
	rest(p)
	there := month(p)
	p.Key("End")
	rest(p)
	inOneFrame(p, func() {
		p.Press(x, y)
		p.Release(x, y)
		p.Key("ArrowLeft")
	})
	if now := month(p); now != there-1 {
		t.Errorf("the timeline stands at month %d, want %d: one before the pointer's", now, there-1)
	}
}

func TestAnAnswerShownAtOnceKnowsTheGuess(t *testing.T) {
	p := player(t, "cases", "?beat=1", browser.Quiet, holdable)
	live(p)
	p.Wait("the question", `document.querySelector("#ask button")`)
	p.Do(`document.querySelector("#ask input[type=number]").focus()`)
	inOneFrame(p, func() {
		p.Type("417")
		press(p, "control.reveal")
	})
	if text := p.Text("#ask .answer"); !strings.Contains(text, "417") {
		t.Errorf("the answer leaves the guess out: %s", text)
	}
}

func TestAStrokeOutlivesAFrameThatIsOlder(t *testing.T) {
	q, _ := story.QuestionOf("gap")
	want := make([]string, q.Answers())
	for i := range want {
		want[i] = "-"
	}
	want[2], want[6] = "300", "500"
	p := player(t, "gap", "?beat=1&guess-gap="+strings.Join(want[:6], ",")+strings.Repeat(",-", q.Answers()-6), browser.Quiet, holdable)
	live(p)
	pad := p.Target("#pad")
	most := browser.Eval[float64](p, `Number(document.querySelector("#ask .months input").max)`)
	x, y := pad.X+pad.W*6.5/float64(q.Answers()), pad.Y+pad.H*(1-500/most)
	inOneFrame(p, func() {
		p.Press(x, y)
		p.Release(x, y)
		turned(p)
	})
	p.Wait("both months in the address", `new URLSearchParams(location.search).get("guess-gap") === %s`, strings.Join(want, ","))
	if text := p.Text("#ask"); strings.Contains(text, "undefined") {
		t.Error(text)
	}
}

// What another hand sets, and what is taken back, stands in the fields too.
func TestFieldsOfAQuestionFollowTheState(t *testing.T) {
	p := player(t, "cases", "?beat=1&guess-cases=300", browser.Quiet)
	live(p)
	told := func(number string, output string) {
		t.Helper()
		p.Wait("the fields tell "+number, `document.querySelector("#ask input[type=number]").value === %s && document.querySelector("#ask output").textContent === %s`, number, output)
	}
	yours := func(n int) string { return english.String("ask.cases.yours", words.Num("n", n)) }
	told("300", yours(300))
	p.Do(`document.querySelector("#ask input[type=number]").focus()`)
	p.Do(`opencases.command("guess 200")`)
	told("200", yours(200))
	p.Do(`opencases.command("restart")`)
	p.Do(`opencases.command("chapter cases 1")`)
	told("", "")
	if at := browser.Eval[[3]float64](p, `(r => [r.valueAsNumber, Number(r.min), Number(r.max)])(document.querySelector("#ask input[type=range]"))`); at[0] != (at[1]+at[2])/2 && at[0] != (at[1]+at[2]+1)/2 {
		t.Errorf("the slider stands at %v after the guess was taken back", at)
	}
	// What is typed and does not fit is put right once the field is left.
	p.Do(`document.querySelector("#ask input[type=number]").select()`)
	p.Type("12.6")
	told("12.6", yours(13))
	p.Do(`document.querySelector("#ask input[type=number]").blur()`)
	told("13", yours(13))
}
