package player

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"opencases/internal/frame"
	"opencases/internal/picture"
	"opencases/internal/story"
	"opencases/internal/test/browser"
	"opencases/wasm/player/codec"
	"opencases/wasm/player/playback"
	"opencases/web"
)

// moment is a Frame as the engine tells it and as a still has it.
type moment struct {
	Told  string      `json:"told"`
	Whole frame.Frame `json:"whole"`
}

// wander goes through the story by commands of every kind that changes a Frame, time, and other compositions.
func wander(t *testing.T, random *rand.Rand, steps int) (way []moment) {
	t.Helper()
	d, wrong := playback.New(rec, english, frame.Page{Root: "../"}, "", picture.Wide, false)
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	var teller codec.FrameEncoder
	month := func() string { return fmt.Sprintf("seek %d-%02d", 2014+random.IntN(7), 1+random.IntN(12)) }
	chapter := func() string { return "chapter " + story.Chapters[random.IntN(len(story.Chapters))].Name }
	commands := []func() string{
		month, month, month, chapter, func() string { return fmt.Sprint("step ", random.IntN(5)-2) },
		func() string { return "view " + string(story.Views[random.IntN(len(story.Views))]) },
		func() string { return fmt.Sprint("guess ", random.IntN(1000)) },
		func() string { return "guess 100,-,300" }, func() string { return "reveal" }, func() string { return "skip" },
		func() string { return fmt.Sprintf("suppose 0.%02d", random.IntN(100)) },
		func() string { return "only " + []string{"all", "open", "credible"}[random.IntN(3)] },
		func() string { return "toggle" }, func() string { return "next" }, func() string { return "back" },
		func() string { return fmt.Sprint("speed ", 1+random.IntN(4)) }, func() string { return "restart" },
	}
	for range steps {
		switch random.IntN(12) {
		case 0:
			d.SetComposition(picture.Composition(random.IntN(4)))
		case 1, 2:
			d.Advance(random.Float64() * 3)
		default:
			d.Command(commands[random.IntN(len(commands))]()) // what does not fit where the story stands is refused
		}
		if f, changed := d.Frame(); changed {
			way = append(way, moment{teller.Encode(f), f})
		}
	}
	return way
}

// Only what has changed crosses from Go to the page (wasm/player/codec). Put together again it must be the whole Frame.
func TestTheFrameThatThePagePutsTogetherIsTheWholeFrame(t *testing.T) {
	code, err := fs.ReadFile(web.FS, "player/join.js")
	if err != nil {
		t.Fatal(err)
	}
	p := chromium.Tab(t)
	p.Open("about:blank")
	p.Do(strings.ReplaceAll(string(code), "export ", "") + `
		const join = joining(), sorted = (_, v) => v && typeof v === "object" && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort()) : v;
		const text = v => JSON.stringify(v, sorted);
		let before = {};
		// follow gives what is wrong with the Frames of a part of the way.
		globalThis.follow = way => {
			const faults = [], frames = way.map(m => join(m.told)); // first all, then each: none may change once it is given
			way.forEach((m, i) => {
				const frame = frames[i];
				if (text(frame) !== text(m.whole)) faults.push("put together " + text(frame) + "\nof " + m.told + "\nwant " + text(m.whole));
				for (const list of ["labels", "hots"]) {
					if (before[list] && text(before[list]) === text(frame[list]) && before[list] !== frame[list]) faults.push(list + " that did not change are others");
					const had = new Map(before[list]?.map(e => [e.id, e]));
					for (const e of frame[list]) if (had.has(e.id) && text(had.get(e.id)) === text(e) && had.get(e.id) !== e) faults.push(e.id + " did not change and is another");
				}
				before = frame;
			});
			return faults.slice(0, 3);
		}`)
	way := wander(t, rand.New(rand.NewPCG(2014, 8)), 700)
	if len(way) < 350 {
		t.Fatalf("only %d Frames on the way", len(way))
	}
	whole, told, asked, supposed := 0, 0, 0, 0
	for len(way) > 0 {
		part := way[:min(50, len(way))]
		for _, fault := range browser.Eval[[]string](p, `follow(%s)`, part) {
			t.Fatal(fault)
		}
		for _, m := range part {
			text, err := json.Marshal(m.Whole)
			if err != nil {
				t.Fatal(err)
			}
			whole, told = whole+len(text), told+len(m.Told)
			if m.Whole.Ask != nil {
				asked++
			}
			if m.Whole.Suppose != nil {
				supposed++
			}
		}
		way = way[len(part):]
	}
	if asked == 0 || supposed == 0 {
		t.Errorf("%d questions and %d exercises on the way: it does not lead everywhere", asked, supposed)
	}
	t.Logf("%d bytes were told of %d", told, whole)
}
