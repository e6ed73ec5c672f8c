package embed

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

// boxes are parents of an embed, {x}, in which there is room for 600 px; some take their width from what is in them.
var boxes = []string{
	`<div style="width:600px">{x}</div>`,
	`<div style="width:600px;display:flex">{x}</div>`,
	`<div style="width:600px;display:flex;justify-content:center;flex-wrap:wrap">{x}</div>`,
	`<div style="width:600px;display:flex;flex-direction:column;align-items:center">{x}</div>`,
	`<div style="width:600px;display:grid;place-items:center">{x}</div>`,
	`<div style="width:600px"><div style="display:inline-block;vertical-align:top">{x}</div></div>`,
	`<div style="width:600px;display:flow-root"><div style="float:right">{x}</div></div>`,
	`<div style="width:600px"><div style="display:table">{x}</div></div>`,
	`<table style="width:600px;border-spacing:0"><td style="padding:0">{x}</table>`,
	`<div style="width:600px"><table style="border-spacing:0"><td style="padding:0">{x}</table></div>`,
	`<div style="width:600px"><div style="width:fit-content;margin:auto">{x}</div></div>`,
	`<div style="width:600px;height:900px;position:relative"><div style="position:absolute">{x}</div></div>`,
}

// embedForms are the builder's forms of an embed.
var embedForms = []string{"script", "div", "frame"}

// code is a form as the builder shows it.
func (p *tab) code(id string) string {
	p.t.Helper()
	return js[string](p, `document.getElementById("code-`+id+`").textContent`)
}

const embeds = `[...document.querySelectorAll("open-cases, [data-open-cases], [style*=container-type]")].filter(e => !e.parentElement.closest("[data-open-cases]"))`

// In every kind of parent an embed is as wide as there is room, from the first layout on, and as high as it will be.
func TestAnEmbedHasAWidthOfItsOwnInEveryParent(t *testing.T) {
	builder := open(t, ours+"en/embed/?chapter=gap", view{1280, 900})
	builder.until(`document.getElementById("code-div").textContent.includes("gap")`)
	for _, id := range embedForms {
		t.Run(id, func(t *testing.T) {
			kept.Store("/embed.js", time.Second)
			defer kept.Delete("/embed.js")
			var body strings.Builder
			for _, box := range boxes {
				// Each has room of its own, so that differences too small to be seen do not add up.
				body.WriteString(`<section style="height:1000px;overflow:hidden">` + strings.ReplaceAll(box, "{x}", builder.code(id)) + "<p>After</p></section>")
			}
			p := open(t, page(t, body.String()), view{700, 12100})
			sizes := func() [][2]float64 {
				return js[[][2]float64](p, embeds+`.map(e => (b => [b.width, b.height])(e.getBoundingClientRect()))`)
			}
			before := sizes()
			if id != "frame" {
				p.until(embeds + `.every(e => (e.querySelector("open-cases") ?? e).state)`)
			}
			after := sizes()
			if len(after) != len(boxes) || len(before) != len(boxes) {
				t.Fatalf("%d embeds, then %d, in %d boxes", len(before), len(after), len(boxes))
			}
			for i, b := range boxes {
				if before[i][0] != 600 || after[i][0] != 600 || math.Abs(before[i][1]-after[i][1]) > 2 || after[i][1] < 600 {
					t.Errorf("%s: first %v px, then %v", b, before[i], after[i])
				}
			}
			if got := js[float64](p, shift); got > 0 {
				t.Errorf("cumulative layout shift %g", got)
			}
			p.quiet()
		})
	}
}

// Beside something else it keeps a width that can be read, and never makes its row wider.
func TestAnEmbedBesideTextKeepsItsShare(t *testing.T) {
	text := strings.Repeat("words of the article ", 60)
	p := open(t, page(t, script+fmt.Sprintf(`<div id="row" style="width:900px;display:flex"><p>%s</p><open-cases chapter="gap"></open-cases></div>
		<div id="narrow" style="width:220px;display:flex"><open-cases chapter="gap"></open-cases></div>
		<div id="margin" style="width:600px"><open-cases chapter="gap" style="margin:0 20px"></open-cases></div>`, text)), view{1000, 900})
	p.until(`document.querySelector("open-cases").state`)
	for id, want := range map[string][2]float64{"row": {280, 700}, "narrow": {220, 220}, "margin": {560, 560}} {
		size := js[[2]float64](p, `(e => [e.querySelector("open-cases").offsetWidth, e.scrollWidth - e.clientWidth])(document.getElementById("`+id+`"))`)
		if size[0] < want[0] || size[0] > want[1] || size[1] > 0 {
			t.Errorf("%s: %v px wide, and %v px too wide for its row", id, size[0], size[1])
		}
	}
	p.quiet()
}
