package present

import (
	"testing"

	"opencases/internal/test/browser"
)

// windows opens a presenter and a speaker's window of one session.
func windows(t *testing.T, step string) (presenter, speaker *browser.Tab) {
	t.Helper()
	presenter = stills(t, step)
	speaker = chromium.Tab(t)
	speaker.Open(home + "en/present/speaker/")
	ready(speaker)
	at(speaker, step)
	return presenter, speaker
}

func both(step string, tabs ...*browser.Tab) {
	for _, p := range tabs {
		p.T.Helper()
		at(p, step)
	}
}

func TestTwoWindowsLeadEachOther(t *testing.T) {
	presenter, speaker := windows(t, "3")
	press(presenter, "PageDown")
	both("3.2", presenter, speaker)
	press(speaker, "PageDown")
	both("4", presenter, speaker)
	speaker.Click("#back")
	both("3.2", presenter, speaker)
	press(speaker, "b")
	presenter.Wait("the projector is dark", `!document.getElementById("blank").hidden`)
	press(presenter, "b")
	speaker.Wait("the speaker knows that it is light", `document.getElementById("blank").getAttribute("aria-pressed") === "false"`)
	press(presenter, "1", "4", "Enter")
	both("14", presenter, speaker)
}

func TestTheSpeakersWindowOpensWithItsKeyAndLeads(t *testing.T) {
	p := stills(t, "3")
	p.Do(`const open = window.open; window.open = (...asked) => window.opened = open.apply(window, asked);`)
	press(p, "s")
	p.Wait("the speaker's window is there", `opened?.document.documentElement.dataset.ready === "" && opened.location.hash === "#3"`)
	press(p, "PageDown")
	p.Wait("the speaker's window follows", `opened.location.hash === "#3.2"`)
	p.Do(`opened.document.getElementById("next").click()`)
	at(p, "4")
	press(p, "s") // the same window, not another
	p.Wait("the speaker's window is there again", `opened.document.documentElement.dataset.ready === "" && opened.location.hash === "#4"`)
	p.Do(`opened.close()`)
}

func TestWindowsAgreeAgainAfterAReloadOfEither(t *testing.T) {
	presenter, speaker := windows(t, "10")
	guessAt(presenter, .3)
	press(presenter, "PageDown", "PageDown", "PageDown")
	both("12", presenter, speaker)

	speaker.Open(home + "en/present/speaker/")
	ready(speaker)
	both("12", presenter, speaker)

	presenter.Open(home + "en/present/") // without a step: what the speaker knows is all there is
	ready(presenter)
	both("12", presenter, speaker)
	press(speaker, "PageUp", "PageUp", "PageUp")
	both("10", presenter, speaker)
	presenter.Wait("the guess is still there", `document.querySelectorAll("#room-list li").length === 1`)
	press(presenter, "PageDown")
	both("10.2", presenter, speaker)
}

// A presenter whose window is slow has not heard yet what a speaker has done when it begins the session.
func TestASpeakersStepStandsThoughThePresenterBeginsLate(t *testing.T) {
	presenter := chromium.Tab(t, noEngine)
	presenter.Before(`{
		const later = setTimeout, random = Math.random;
		window.late = { letters: [], begin: null };
		window.setTimeout = (act, ms, ...given) => ms === 300 ? late.begin = act : later(act, ms, ...given);
		Math.random = () => random() / 100 + 0.99; // of two names this window's is the greater
		const { set } = Object.getOwnPropertyDescriptor(BroadcastChannel.prototype, "onmessage");
		Object.defineProperty(BroadcastChannel.prototype, "onmessage", {
			set(hear) { set.call(this, letter => late.letters ? late.letters.push(() => hear(letter)) : hear(letter)); }
		});
	}`)
	open(presenter, "1")
	speaker := chromium.Tab(t)
	speaker.Open(home + "en/present/speaker/")
	ready(speaker)
	press(speaker, "2", "Enter")
	at(speaker, "2")
	presenter.Wait("the speaker's letter is on its way", `late.letters.length > 1`)
	presenter.Do(`late.begin(); for (const hear of late.letters) hear(); late.letters = null`)
	both("2", presenter, speaker)
}

func TestTheClockStartsWithTheFirstStepAndIsShared(t *testing.T) {
	presenter, speaker := windows(t, "1")
	if text := speaker.Text("#elapsed"); text != "00:00" {
		t.Errorf("before the first step the clock shows %s", text)
	}
	press(presenter, "PageDown")
	speaker.Wait("the clock runs", `document.getElementById("elapsed").textContent > "00:00"`)
	speaker.Click("#clock-start")
	held := speaker.Text("#elapsed")
	speaker.Open(home + "en/present/speaker/")
	ready(speaker)
	at(speaker, "2")
	if text := speaker.Text("#elapsed"); text != held {
		t.Errorf("a held clock shows %s after a reload, %s before", text, held)
	}
}

func TestThePaceIsToldAgainstThePlan(t *testing.T) {
	_, speaker := windows(t, "1")
	speaker.Do(`const m = document.getElementById("minutes"); m.value = 30; m.dispatchEvent(new Event("change"));`)
	if text := speaker.Text("#pace"); text != "no plan set" {
		t.Errorf("before the start the pace is %q", text)
	}
	speaker.Click("#clock-start")
	speaker.Wait("the pace is on time", `document.getElementById("pace").textContent === "on time"`)
	deckHasTheKeys(speaker)
	press(speaker, "2", "0", "Enter")
	speaker.Wait("far ahead of the plan", `/ahead/.test(document.getElementById("pace").textContent)`)
}

func TestTheSpeakersDotShinesOnTheProjector(t *testing.T) {
	presenter, speaker := windows(t, "1")
	b := speaker.Box("#current-picture .marks")
	press(speaker, "l")
	speaker.Hover(b.X+b.W/2, b.Y+b.H/2)
	presenter.Wait("the dot shines", `!document.getElementById("laser").hidden`)
	stage, dot := presenter.Box("#stage"), presenter.Box("#laser")
	sx, sy := stage.Centre()
	if x, y := dot.Centre(); x < sx-4 || x > sx+4 || y < sy-4 || y > sy+4 {
		t.Errorf("the dot is at %.0f, %.0f; the middle of the stage at %.0f, %.0f", x, y, sx, sy)
	}
	speaker.Do(`document.body.dispatchEvent(new KeyboardEvent("keyup", { key: "l", bubbles: true }))`)
	presenter.Wait("the dot is gone", `document.getElementById("laser").hidden`)
}

func TestEveryStepHasNotesWithSources(t *testing.T) {
	_, speaker := windows(t, "1")
	for n := 1; n <= 26; n++ {
		press(speaker, itoa(n)[:1])
		if n > 9 {
			press(speaker, itoa(n)[1:])
		}
		press(speaker, "Enter")
		at(speaker, itoa(n))
		type note struct {
			Title   string
			Sources []string
		}
		notes := browser.Eval[[]note](speaker, `[...document.querySelectorAll("#notes-text h3")].map(h => ({ Title: h.textContent, Sources: [...h.nextElementSibling.querySelectorAll("a[data-figure]")].map(a => a.href) }))`)
		if len(notes) != 4 {
			t.Errorf("step %d has %d notes, want background, what to point at, questions, misunderstandings", n, len(notes))
		}
		for _, note := range notes {
			if len(note.Sources) == 0 {
				t.Errorf("step %d: %s names no source", n, note.Title)
			}
		}
	}
}
