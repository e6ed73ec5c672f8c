package single

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"strings"
	"sync"
	"testing"

	"opencases/internal/test/browser"
	"opencases/internal/test/firefox"
)

// startFox starts the Firefox that the tests share, when the first of them wants it. TestMain ends it.
var (
	startFox = sync.OnceValues(func() (*firefox.Browser, error) {
		foxWanted = true
		return firefox.Start()
	})
	foxWanted bool
)

// fox is a Firefox whose pages may log nothing and ask nothing of a network until the test ends.
func fox(t *testing.T) *firefox.Browser {
	t.Helper()
	b, err := startFox()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, line := range b.Log() {
			t.Errorf("a page in Firefox: %s", line)
		}
	})
	return b
}

func shot(t *testing.T, w *firefox.Window) *image.RGBA {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(w.Shot()))
	if err != nil {
		t.Fatal(err)
	}
	flat := image.NewRGBA(m.Bounds())
	draw.Draw(flat, flat.Bounds(), m, m.Bounds().Min, draw.Src)
	return flat
}

func foxAt(step string, windows ...*firefox.Window) {
	for _, w := range windows {
		w.T.Helper()
		w.Wait("the window stands at "+step, `location.hash.endsWith("/#`+step+`")`)
	}
}

const ready = `document.documentElement.dataset.ready === ""`

func TestFirefoxOpensTheFileFromADisk(t *testing.T) {
	b := fox(t)
	w := b.Window(t)
	w.Size(1280, 900)
	w.Open(file)
	in := func(expression string) string { return `(() => {` + inPlayer + ` return ` + expression + `; })()` }
	w.Wait("the page is whole", `!document.querySelector("[data-fill]") && document.getElementById("table-assessments")`)
	w.Wait("the engine draws", in(`$("stage").hasAttribute("data-live")`))
	if got, want := w.Text(engineSum), "application/wasm "+player.SHA256; got != want {
		t.Errorf("the program is %s, want %s", got, want)
	}
	before := shot(t, w)
	if browser.Inked(before) < .02 {
		t.Error("the page is blank")
	}
	w.Text(in(`$("next").click()`))
	w.Wait("the next chapter", in(`$("sheet").dataset.chapter === "strikes"`))
	from := w.Text(in(`$("slider").getAttribute("aria-valuenow")`))
	w.Text(in(`$("play").click()`))
	w.Wait("months go by", in(`$("slider").getAttribute("aria-valuenow") !== "`+from+`"`))
	w.Text(in(`$("play").click()`))
	if share, _ := browser.Difference(before, shot(t, w), 8); share < .01 {
		t.Error("the player shows what it showed before")
	}
	w.Text(in(`$("text").querySelector("[data-figure]").click()`))
	w.Wait("a card with a source", in(`!$("card").hidden && $("card").querySelector("a[href^='https://']")`))
	w.Text(in(`doc.querySelector("#chapters a[data-chapter=explore]").click()`))
	w.Wait("the chapter that explores", in(`$("sheet").dataset.task === "explore"`))
	w.Text(in(`doc.querySelector("#explore [data-part=table]").click()`))
	w.Wait("the table", in(`$("part-table")?.open && $("part-table").querySelectorAll("tbody tr").length > 100`))
	if fonts := w.Text(`document.fonts.ready.then(() => [...document.fonts].filter(f => /^"?Open Cases Sans"?$/.test(f.family) && f.status === "loaded").length)`); fonts != "2" {
		t.Errorf("%s font files are loaded, want 2", fonts)
	}
	if n := w.Text(`document.querySelectorAll('a[download][href^="blob:"]').length`); n == "0" {
		t.Error("the record cannot be saved")
	}
}

func TestFirefoxPresentsInTwoWindows(t *testing.T) {
	for name, before := range map[string]string{"with a channel": "", "without one": "delete globalThis.BroadcastChannel"} {
		t.Run(name, func(t *testing.T) {
			b := fox(t)
			b.Before(t, before)
			presenter := b.Window(t)
			presenter.Open(file + "#en/present/#3")
			presenter.Wait("the presenter", ready)
			speaker := presenter.Opened(func() { presenter.Press("s") })
			speaker.Wait("the speaker's window", ready)
			foxAt("3", presenter, speaker)
			presenter.Press("PageDown")
			foxAt("3.2", presenter, speaker)
			speaker.Press("PageDown")
			foxAt("4", presenter, speaker)
			speaker.Reload()
			speaker.Wait("the speaker's window", ready)
			foxAt("4", speaker)
			presenter.Text(`(history.replaceState(null, "", "#en/present/"), 0)`) // what the speaker knows is all there is
			presenter.Reload()
			presenter.Wait("the presenter", ready)
			foxAt("4", presenter)
			speaker.Press("PageUp")
			foxAt("3.2", presenter, speaker)
			if notes := speaker.Text(`document.getElementById("notes-text").innerText`); !strings.Contains(notes, "Background") {
				t.Errorf("the notes are %q", notes)
			}
		})
	}
}
