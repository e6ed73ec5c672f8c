package single

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	cdbrowser "github.com/chromedp/cdproto/browser"

	"opencases/data"
	"opencases/internal/test/browser"
)

// page opens the file's page and waits until everything is unpacked and the player's scripts are at work.
func page(t *testing.T, options ...browser.Option) *browser.Tab {
	t.Helper()
	p := chromium.Tab(t, options...)
	p.Open(file)
	whole(p)
	return p
}

func whole(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the page is whole", `!document.querySelector("[data-fill]") && document.getElementById("table-assessments")`)
	p.Wait("the player's scripts are at work", `document.querySelector(".player iframe").contentDocument.getElementById("poster").querySelector(".set") === null`)
}

func live(p *browser.Tab) {
	p.T.Helper()
	p.Wait("the engine draws", `(() => {`+inPlayer+` return $("stage").hasAttribute("data-live"); })()`)
}

// inFrame evaluates an expression beside the player's document, with $ for its elements.
func inFrame[T any](p *browser.Tab, expression string, args ...any) T {
	p.T.Helper()
	return browser.Eval[T](p, `(async () => {`+inPlayer+` return (`+expression+`); })()`, args...)
}

func TestTheTruePictureAndTheStoryStandWithoutScripts(t *testing.T) {
	p := chromium.Tab(t)
	p.NoScripts()
	p.Open(file)
	theStoryStands(t, p)
	if text := p.Text("#record ~ [data-fill], .record [data-fill]"); !strings.Contains(text, "needs scripts") {
		t.Errorf("in place of the tables stands %q", text)
	}
}

// theStoryStands checks that the player's still, its words and the story's pictures are shown.
func theStoryStands(t *testing.T, p *browser.Tab) {
	t.Helper()
	if words := inFrame[string](p, `$("words").innerText + $("labels").innerText`); !strings.Contains(words, "603") || !strings.Contains(words, "208") {
		t.Errorf("the player's words are %q", words)
	}
	if ink := browser.Inked(p.ShotOfElement(".player iframe")); ink < .02 {
		t.Error("the player's picture is blank")
	}
	if n := browser.Eval[int](p, `document.querySelectorAll(".story figure svg").length`); n < 14 {
		t.Errorf("%d pictures of chapters, want one for a phone and one for a wide page of each", n)
	}
	if !p.Shown(".story") || !p.Shown("h1") || !strings.Contains(p.Text(".story"), "The gap") {
		t.Error("the story is not shown")
	}
}

func TestThePlayerPlaysAndStepsFromADisk(t *testing.T) {
	p := page(t)
	live(p)
	before := p.ShotOfElement(".player iframe")
	inFrame[any](p, `($("next").click(), 0)`)
	p.Wait("the next chapter", `(() => {`+inPlayer+` return $("sheet").dataset.chapter === "strikes"; })()`)
	from := inFrame[string](p, `$("slider").getAttribute("aria-valuenow")`)
	inFrame[any](p, `($("play").click(), 0)`)
	p.Wait("months go by", `(() => {`+inPlayer+` return $("slider").getAttribute("aria-valuenow") !== %s; })()`, from)
	if share, _ := browser.Difference(before, p.ShotOfElement(".player iframe"), 8); share < .02 {
		t.Error("the player shows what it showed before")
	}
	inFrame[any](p, `($("play").click(), 0)`)
	if canvas := inFrame[int](p, `$("canvas-holder").querySelector("canvas").width`); canvas < 300 {
		t.Errorf("the canvas is %d px wide", canvas)
	}
}

func TestFiguresTablesAndSourcesAreInTheFile(t *testing.T) {
	p := page(t)
	inFrame[any](p, `($("text").querySelector("[data-figure]").click(), 0)`)
	p.Wait("a card with a source", `(() => {`+inPlayer+` return !$("card").hidden && $("card").querySelector("a[href^='https://']"); })()`)
	inFrame[any](p, `(doc.querySelector("#chapters a[data-chapter=explore]").click(), 0)`)
	p.Wait("the chapter that explores", `(() => {`+inPlayer+` return $("sheet").dataset.task === "explore"; })()`)
	inFrame[any](p, `(doc.querySelector("#explore [data-part=table]").click(), 0)`)
	p.Wait("the table in the player", `(() => {`+inPlayer+` return $("part-table")?.open && $("part-table").querySelectorAll("tbody tr").length > 100; })()`)
	if n := browser.Eval[int](p, `document.querySelectorAll("#sources ~ .sources li, section.sources li").length`); n < 150 {
		t.Errorf("the page lists %d sources", n)
	}
	// A figure of the text leads to its row, a source's short name to the source.
	const reached = `(() => {
		const e = document.getElementById(location.hash.slice(location.hash.lastIndexOf("#") + 1)), b = e?.getBoundingClientRect();
		return e?.matches(%s) && b.top >= -1 && b.top < innerHeight;
	})()`
	p.Click(`.minute a[data-figure]`)
	p.Wait("the row of the figure is in view", reached, "tr")
	p.Do(`document.querySelector('#table-assessments ~ .scroll a[href*="#sources-"]').click()`)
	p.Wait("the source is in view", reached, "li")
}

func TestTheRecordCanBeSavedOutOfTheFile(t *testing.T) {
	p := page(t)
	dir := t.TempDir()
	browser.Call(p, cdbrowser.SetDownloadBehavior, cdbrowser.SetDownloadBehaviorParams{Behavior: "allow", DownloadPath: dir})
	p.Click(`.downloads a[download="assessments.csv"]`)
	want, err := fs.ReadFile(data.FS, "assessments.csv")
	if err != nil {
		t.Fatal(err)
	}
	var got []byte
	p.Until("assessments.csv is saved as it is", func() bool {
		got, _ = os.ReadFile(filepath.Join(dir, "assessments.csv"))
		return bytes.Equal(got, want)
	})
}

func TestEveryDocumentOfTheFileOpensAtItsAddress(t *testing.T) {
	for address, want := range map[string]string{
		"en/teach/": "For teachers", "en/handout/": "handout", "en/licences/": "Licences", "en/gap/": "The gap", "en/count/#sources": "The count",
		"nowhere/": "Open Cases", "xx/": "Open Cases", "en/none/": "Open Cases",
	} {
		p := chromium.Tab(t)
		p.Open(file + "#" + address)
		p.Wait(address+" is shown", `!("wait" in document.documentElement.dataset) && document.querySelector("h1").innerText.includes(%s)`, want)
	}
}

func TestLinksLeadThroughTheFileAndBack(t *testing.T) {
	p := page(t)
	p.Click(`.top a[href="#en/present/"]`)
	p.Wait("the presenter", `document.documentElement.dataset.ready === ""`)
	p.Do(`history.back()`)
	whole(p)
	p.Click(`#chapter-gap a`)
	p.Wait("the page at the gap", `document.querySelector("h1").textContent === "The gap" && document.querySelector(".player iframe").contentDocument?.getElementById("sheet")?.dataset.chapter === "gap"`)
	p.Do(`location.reload()`)
	p.Wait("the same after a reload", `document.querySelector("h1").textContent === "The gap"`)
}

// oldBrowser takes away what browsers from before 2023 do not have.
const oldBrowser = `delete globalThis.DecompressionStream`

func TestAnOldBrowserSaysSoAndStillTellsTheStory(t *testing.T) {
	for _, address := range []string{"", "#en/present/", "#en/gap/"} {
		p := chromium.Tab(t)
		p.Before(oldBrowser)
		p.Log.Expect(`cannot be unpacked`)
		p.Open("about:blank")
		p.Open(file + address)
		p.Wait("the file says that the browser is too old", `document.querySelector("[role=alert]")?.checkVisibility() && document.querySelector("[role=alert]").innerText.includes("too old")`)
		if n := browser.Eval[int](p, `[...document.querySelectorAll("[data-fill]")].filter(e => e.checkVisibility() && e.innerText.includes("too old")).length`); n != 3 {
			t.Errorf("%q: %d of 3 parts that cannot be shown say so", address, n)
		}
		theStoryStands(t, p)
	}
}

func TestADamagedCopySaysSoAndStillTellsTheStory(t *testing.T) {
	at := bytes.Index(content, []byte(`id="packed-site"`))
	spoilt := bytes.Clone(content)
	for i := at + 20_000; i < at+20_040; i++ {
		if spoilt[i] != '\n' {
			spoilt[i] = 'x'
		}
	}
	name := filepath.Join(t.TempDir(), "damaged.html")
	if err := os.WriteFile(name, spoilt, 0o644); err != nil {
		t.Fatal(err)
	}
	p := chromium.Tab(t)
	p.Log.Expect(`cannot be unpacked`)
	p.Open("file://" + name + "#en/present/")
	p.Wait("the copy says that it is damaged", `document.querySelector("[role=alert]")?.checkVisibility()`)
	theStoryStands(t, p)
	if !strings.Contains(p.Text("h1"), "Open Cases") {
		t.Error("the page has no name")
	}
}
