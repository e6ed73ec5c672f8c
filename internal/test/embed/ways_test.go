package embed

import (
	"fmt"
	"strings"
	"testing"
)

// The attributes that say where the story stands reach the player as its address has them.
func TestViewAndMonthOfTheElementAreShown(t *testing.T) {
	p := open(t, page(t, script+`<open-cases chapter="explore" view="reports" month="2017-03"></open-cases>`), view{640, 900})
	p.until(`(s => s?.view === "reports" && s.month === "2017-03" && s.chapter === "explore")(document.querySelector("open-cases").state)`)
	p.quiet()
}

// A height that the page gives is kept, and the whole player fits into it.
func TestAHeightThatThePageGivesIsKept(t *testing.T) {
	for body, want := range map[string]int{
		`<open-cases chapter="gap" height="690"></open-cases>`:                                                     690,
		`<div style="height:700px"><open-cases chapter="gap" height="fit" style="height:100%"></open-cases></div>`: 700,
	} {
		p := open(t, page(t, script+body), view{400, 900})
		p.until(`document.querySelector("open-cases").state`)
		f := p.frame(0)
		p.untilIn(f, `document.documentElement.scrollHeight <= innerHeight && document.getElementById("controls").getBoundingClientRect().bottom <= innerHeight`)
		if got := js[int](p, frameHeight); got != want {
			t.Errorf("%s: the frame is %d px high", body, got)
		}
		p.quiet()
	}
}

// Before its frame has come, an embed is printed as the picture inside it.
func TestAnArticlePrintedBeforeTheFrameHasComeShowsThePictureInside(t *testing.T) {
	p := open(t, page(t, script+`<div style="height:9000px"></div><open-cases chapter="gap"><a id="fallback" href="{ours}en/gap/">The picture</a></open-cases>`), view{700, 900})
	p.until(`document.querySelector("open-cases").frame`)
	if js[bool](p, `document.getElementById("fallback").checkVisibility()`) {
		t.Error("on the screen the fallback stands beside the place of the frame")
	}
	p.printed("", func() { p.until(`document.getElementById("fallback").checkVisibility()`) })
}

// The frame's address alone is a page: it says what it is, fills its window, and leads out.
func TestTheFramesAddressAloneIsAWholePage(t *testing.T) {
	for _, v := range []view{{360, 740}, {1280, 720}} {
		p := open(t, ours+"en/player/gap/", v)
		p.until(`document.querySelectorAll("#labels > .label").length && document.documentElement.hasAttribute("data-own")`)
		if !js[bool](p, `document.title.length > 5 && document.querySelectorAll("h1").length === 1 && !!document.querySelector("main h1") && document.documentElement.lang === "en"`) {
			t.Error("it does not say what it is")
		}
		if size := js[[]int](p, `[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]`); size[0] > 0 || size[1] > 0 {
			t.Errorf("in a window of %d × %d px it is %v px too large", v.w, v.h, size)
		}
		if !js[bool](p, `document.getElementById("foot").checkVisibility() && /\/en\/$/.test(document.querySelector("#foot a").href)`) {
			t.Error("nothing leads to the whole story")
		}
		p.quiet()
	}
}

// Links of the player never replace it in its frame; only the list of chapters goes on inside.
func TestLinksOpenBesideTheArticle(t *testing.T) {
	for _, chapter := range []string{"cover", "gap", "explore"} {
		p := open(t, page(t, strings.ReplaceAll(`<iframe title=x src="{ours}en/player/CHAPTER/" style="width:640px;height:900px;border:0"></iframe>`, "CHAPTER", chapter)), view{680, 900})
		f := p.frame(0)
		p.untilIn(f, `document.querySelectorAll("#labels > .label").length`)
		const bad = `[...document.querySelectorAll("a[href]")].filter(a => !a.closest("#chapters") && !(a.target === "_blank" && a.relList.contains("noopener"))).map(a => a.outerHTML)`
		if stay := within[[]string](p, f, bad); len(stay) > 0 {
			t.Errorf("%s: %q", chapter, stay)
		}
		if chapter != "gap" {
			continue
		}
		within[any](p, f, `document.querySelector('#text [data-figure="assessments/2017-11/open"]').click()`)
		p.untilIn(f, `document.querySelector("#card a[href]")`)
		if stay := within[[]string](p, f, bad); len(stay) > 0 {
			t.Errorf("the card: %q", stay)
		}
		p.quiet()
	}
}

// A key in one player is none of another's, and neither takes the focus of the page.
func TestPlayersOnOnePageShareNoKeys(t *testing.T) {
	p := open(t, page(t, script+`<open-cases id="one" chapter="gap" controls="minimal"></open-cases><open-cases id="two" chapter="gap"></open-cases>`), view{640, 1800})
	p.until(`one.state && two.state`)
	before := js[int](p, `two.state.beat`)
	within[any](p, p.frame(0), `document.getElementById("back").focus()`)
	p.key("PageUp", "PageUp", 33, 0)
	p.until(fmt.Sprintf(`one.state.beat !== %d`, before))
	if now := js[int](p, `two.state.beat`); now != before {
		t.Errorf("a key in one player moved another from %d to %d", before, now)
	}
	p.quiet()
}
