package player

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
	"opencases/internal/test/firefox"
)

// The same in Firefox, at the marks of a start and after it. TRIALS=200 tries as many.
func TestWhatAReaderDoesInFirefoxIsWhatStandsAfterwards(t *testing.T) {
	b, err := firefox.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	trials, seed := 6, uint64(1)
	if n, err := strconv.Atoi(os.Getenv("TRIALS")); err == nil {
		trials = n
	}
	if n, err := strconv.Atoi(os.Getenv("SEED")); err == nil {
		seed = uint64(n)
	}
	random := rand.New(rand.NewPCG(1799, seed))
	marks := []string{"begun", "fetched", "after", "drawn", "started", "shown", "wanted", "canvas"}
	for i := range trials {
		chapter, moment := story.Chapters[random.IntN(len(story.Chapters))].Name, marks[i%len(marks)]
		done, script := someActs(random, moment)
		t.Run(fmt.Sprintf("%d %s %s", i, chapter, moment), func(t *testing.T) {
			b.Before(t, `const real = matchMedia;
				window.matchMedia = query => real(query.includes("prefers-reduced-motion: reduce") ? "all" : query.includes("prefers-reduced-motion") ? "not all" : query);
				if (!location.search) { `+script+` }`) // a document opened at an address is acted on by nobody
			what := fmt.Sprintf("%s: %s at %s", chapter, strings.Join(done, ", "), moment)
			w := b.Window(t)
			w.Size(1280, 800)
			w.Open(home + "en/player/" + chapter + "/")
			told, picture := settledInFirefox(t, w, moment == "after")
			fresh := b.Window(t)
			fresh.Size(1280, 800)
			fresh.Open(home + "en/player/" + chapter + "/" + told["address"])
			want, there := settledInFirefox(t, fresh, false)
			for name, value := range told {
				if name != "playing" && value != want[name] {
					t.Errorf("%s: at %s the document tells %s %q, one opened there %q", what, told["address"], name, value, want[name])
				}
			}
			if share, most := browser.Difference(picture, there, 36); share > .001 {
				t.Errorf("%s: %.2f%% of the picture differs from that of a document opened at %s, by up to %d", what, 100*share, told["address"], most)
			}
		})
	}
}

// settledInFirefox waits until the engine draws and nothing moves, and gives what the document tells and shows.
func settledInFirefox(t *testing.T, w *firefox.Window, act bool) (told map[string]string, picture *image.RGBA) {
	t.Helper()
	w.Wait("its first picture", `document.getElementById("ticks").querySelector(":scope > .track")`)
	w.Text(`document.body.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }))`) // a reader is there
	w.Wait("the engine draws", `document.getElementById("stage").hasAttribute("data-live")`)
	if act {
		w.Text(`acting()`)
	}
	w.Text(`document.getElementById("play").hasAttribute("data-playing") && document.getElementById("play").click()`)
	w.Text(`document.activeElement?.blur()`)
	w.Wait("the card", `new URLSearchParams(location.search).has("select") !== document.getElementById("card").hidden`)
	w.Text(`new Promise(done => setTimeout(done, 1500))`) // the address is written, and what moves has come to rest
	if err := json.Unmarshal([]byte(w.Text(`JSON.stringify(`+toldScript+`)`)), &told); err != nil {
		t.Fatal(err)
	}
	w.Text(`document.getElementById("card").style.visibility = "hidden"`)
	box := strings.Fields(w.Text(`(b => [b.x, b.y, b.right, b.bottom].map(Math.round).join(" "))(document.getElementById("stage").getBoundingClientRect())`))
	whole, err := png.Decode(bytes.NewReader(w.Shot()))
	if err != nil {
		t.Fatal(err)
	}
	at := func(i int) int { n, _ := strconv.Atoi(box[i]); return n }
	picture = image.NewRGBA(image.Rect(0, 0, at(2)-at(0), at(3)-at(1)))
	draw.Draw(picture, picture.Bounds(), whole, image.Pt(at(0), at(1)), draw.Src)
	return told, picture
}
