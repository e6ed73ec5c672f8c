package embed

import (
	"fmt"
	"net/http"
	"testing"
)

func TestTheArticleDrivesItsPlayerByScrolling(t *testing.T) {
	p := open(t, ours+"en/demo/article/", view{1280, 900})
	p.until(`document.querySelectorAll("open-cases").length === 4 && document.querySelectorAll("[data-open-cases-step]").length === 3`)
	js[bool](p, `(document.getElementById("driven").scrollIntoView(), true)`)
	p.until(`document.querySelector("#driven open-cases").state`)
	for _, step := range []int{0, 2, 1, 0, 2} { // forward and back, slow and fast
		js[bool](p, fmt.Sprintf(`(document.querySelectorAll("[data-open-cases-step]")[%d].scrollIntoView({ block: "center", behavior: "instant" }), true)`, step))
		p.until(fmt.Sprintf(`document.querySelector("#driven open-cases").state.beat === %d`, step+2))
	}
	p.quiet()
}

func TestTheStrictPageSendsItsPolicyAndPlays(t *testing.T) {
	res, err := http.Get(ours + "en/demo/strict/")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	p := open(t, ours+"en/demo/strict/", view{700, 900})
	said := js[string](p, `document.querySelector("meta[http-equiv]").content`)
	if sent := res.Header.Get("Content-Security-Policy"); sent == "" || sent != said || js[string](p, `document.querySelector("pre").textContent`) != sent {
		t.Errorf("the header says %q, the page %q", sent, said)
	}
	js[bool](p, `(globalThis.violations = [], addEventListener("securitypolicyviolation", e => violations.push(e.effectiveDirective + " " + e.blockedURI)), true)`)
	p.until(`document.querySelector("open-cases").state?.chapter === "cases"`)
	js[bool](p, `(document.querySelector("open-cases").next(), true)`)
	p.until(`document.querySelector("open-cases").state.chapter !== "cases" || document.querySelector("open-cases").state.beat !== 3`)
	if v := js[[]string](p, `violations`); len(v) > 0 {
		t.Errorf("its policy blocks %q", v)
	}
	p.quiet()
}
