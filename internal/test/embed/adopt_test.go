package embed

import (
	"fmt"
	"strings"
	"testing"
)

// What stands in a div goes into the player's place with it, however late it arrives, and whatever comes first.
func TestADivsFallbackNeverStandsBesideThePlayer(t *testing.T) {
	p := open(t, page(t, `<script src="{ours}embed.js"></script>
		<div data-open-cases="gap">`+pause+`<p class="late"><a href="#">one</a></p>text</div>
		<div data-open-cases="gap"><script src="{ours}embed.js"></script><p class="late">two</p></div>
		<div data-open-cases="gap" id="three"><p class="late">three</p></div><open-cases chapter="gap"><p class="late">four</p></open-cases>`), view{640, 900})
	p.until(`document.querySelectorAll("open-cases").length === 4`)
	js[any](p, `three.append(Object.assign(document.createElement("p"), {className: "late"}), "more"); 0`)
	p.until(`document.querySelectorAll(".late").length === 5`)
	if seen := js[[]string](p, `[...document.querySelectorAll(".late")].filter(e => e.checkVisibility()).map(e => e.parentElement.outerHTML)`); len(seen) > 0 {
		t.Errorf("beside a player stands %q", seen)
	}
	if bare := js[[]string](p, `[...document.querySelectorAll("[data-open-cases]")].map(d => d.innerText.trim()).filter(Boolean)`); len(bare) > 0 {
		t.Errorf("beside a player stands %q", bare)
	}
	p.quiet()
}

// A div that is told, told otherwise or told no more that it is an embed becomes one, changes, or is a div again.
func TestADivIsHeardWhenItsSettingsChange(t *testing.T) {
	p := open(t, page(t, script+`<div id="d"><a id="link" href="#">link</a></div>`), view{640, 900})
	p.until(`customElements.get("open-cases")`)
	js[any](p, `d.dataset.openCases = "chapter=reports&beat=2"`)
	p.until(`(s => s?.chapter === "reports" && s.beat === 2)(d.querySelector("open-cases")?.state) && !link.checkVisibility()`)
	f := p.frame(0)
	js[any](p, `d.dataset.openCases = "chapter=count&theme=dark"`)
	p.until(`d.querySelector("open-cases").state.chapter === "count"`)
	p.untilIn(f, `document.documentElement.dataset.theme === "dark"`)
	js[any](p, `d.dataset.openCases = "count"`)
	p.untilIn(f, `document.documentElement.dataset.theme !== "dark"`)
	js[any](p, `delete d.dataset.openCases`)
	p.until(`d.innerHTML === '<a id="link" href="#">link</a>'`)
	js[any](p, `d.dataset.openCases = ""`)
	p.until(`d.querySelector("open-cases")?.state?.chapter === "cover"`)
	p.quiet()
}

// A step that is named, or named otherwise, after the page has come, drives its player.
func TestAStepIsHeardWhenItIsNamedLater(t *testing.T) {
	p := open(t, page(t, script+`<open-cases id="oc" chapter="gap"></open-cases><p id="step">step</p><div style="height:3000px"></div>`), view{640, 900})
	p.until(`oc.state`)
	js[any](p, `step.dataset.openCasesStep = "reports 2"; step.scrollIntoView()`)
	p.until(`(s => s.chapter === "reports" && s.beat === 2)(oc.state)`)
	js[any](p, `step.dataset.openCasesStep = "cases 3"`)
	p.until(`(s => s.chapter === "cases" && s.beat === 3)(oc.state)`)
	p.quiet()
}

// inShadow puts markup into the shadow root of a component, at once or when the page has come.
const inShadow = `<story-part></story-part><script>customElements.define("story-part", class extends HTMLElement {
	constructor() { super(); this.attachShadow({mode: "open"}); }
	connectedCallback() { setTimeout(() => { this.shadowRoot.innerHTML = %q; }, %d); } });
	window.inside = selector => document.querySelector("story-part").shadowRoot.querySelector(selector)</script>`

// In a shadow root the element shows its steps and is driven by them, and a div becomes an element.
func TestEmbedsAndStepsWorkInAShadowRoot(t *testing.T) {
	markup := `<open-cases id=oc chapter=gap><p data-open-cases-step="strikes 1" style="height:500px">first</p><p data-open-cases-step="cases 3" style="height:500px">second</p></open-cases>` +
		`<p data-open-cases-step="reports 2" data-open-cases-for=oc style="height:500px">third</p><div id=d data-open-cases=count><i>fallback</i></div><div style="height:900px"></div>`
	for _, after := range []int{0, 500} {
		for order, body := range map[string]string{
			"script first": script + fmt.Sprintf(inShadow, markup, after),
			"script last":  fmt.Sprintf(inShadow, markup, after) + strings.Replace(script, "async", "defer", 1),
			"declared":     `<story-part><template shadowrootmode="open">` + markup + `</template></story-part><script>window.inside = selector => document.querySelector("story-part").shadowRoot.querySelector(selector)</script>` + script,
		} {
			if order == "declared" && after > 0 {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d", order, after), func(t *testing.T) {
				p := open(t, page(t, body), view{640, 900})
				p.until(`inside("#oc")?.state && inside("#d open-cases")`)
				if got := js[string](p, `inside("#oc").innerText.replace(/\s+/g, " ").trim()`); got != "first second" {
					t.Errorf("its steps read %q", got)
				}
				if js[bool](p, `inside("i").checkVisibility()`) {
					t.Error("the fallback stands beside the player")
				}
				for _, step := range []string{"cases 3", "reports 2", "strikes 1", "cases 3"} {
					js[any](p, fmt.Sprintf(`inside('[data-open-cases-step="%s"]').scrollIntoView({block: "center"})`, step))
					p.until(fmt.Sprintf(`(s => s.chapter + " " + s.beat)(inside("#oc").state) === %q`, step))
				}
				p.quiet()
			})
		}
	}
}

// A div is found in an open shadow root also where no element is.
func TestADivAloneInAShadowRootBecomesAnEmbed(t *testing.T) {
	const div = `<div data-open-cases=count><i>fallback</i></div>`
	const part = `document.querySelector("story-part")`
	for order, body := range map[string]string{
		"script first": script + fmt.Sprintf(inShadow, div, 300),
		"script last":  fmt.Sprintf(inShadow, div, 0) + strings.Replace(script, "async", "defer", 1),
		"declared":     `<story-part><template shadowrootmode="open">` + div + `</template></story-part>` + script,
		"added later": script + `<script>setTimeout(() => { const e = document.createElement("story-part"); e.attachShadow({mode: "open"}).innerHTML = ` + "`" + div + "`" + `;
			const around = document.createElement("section"); around.append(e); document.body.append(around); }, 300)</script>`,
	} {
		p := open(t, page(t, body), view{640, 900})
		p.until(part + `?.shadowRoot?.querySelector("open-cases")?.frame`)
		if js[bool](p, part+`.shadowRoot.querySelector("i").checkVisibility()`) {
			t.Errorf("%s: the fallback stands beside the player", order)
		}
		p.quiet()
	}
}
