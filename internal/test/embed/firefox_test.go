package embed

import (
	"fmt"
	"strings"
	"testing"

	"opencases/internal/test/firefox"
)

// Firefox gives embeds the same widths and hears the same steps.
func TestInFirefoxEmbedsHaveTheirWidthAndHearTheirSteps(t *testing.T) {
	builder := open(t, ours+"en/embed/?chapter=gap", view{1280, 900})
	builder.until(`document.getElementById("code-div").textContent.includes("gap")`)
	b, err := firefox.Start()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	w := b.Window(t)
	w.Size(700, 900)
	for _, id := range embedForms {
		var body strings.Builder
		for _, box := range boxes {
			body.WriteString(strings.ReplaceAll(box, "{x}", builder.code(id)))
		}
		w.Open(page(t, body.String()))
		if id != "frame" {
			w.Wait("embeds", embeds+`.every(e => (e.querySelector("open-cases") ?? e).frame)`)
		}
		if got, want := w.Text(`String(`+embeds+`.map(e => Math.round(e.getBoundingClientRect().width)))`), strings.Repeat(",600", len(boxes))[1:]; got != want {
			t.Errorf("%s: widths %s in %q", id, got, boxes)
		}
	}
	for _, name := range []string{"a low container inside a scroller", "a shadow root's container"} {
		w.Open(page(t, script+scrollers[name]))
		w.Wait("the player", `document.getElementById("oc")?.state`)
		w.Text(`String(` + strings.TrimSuffix(scrolling, "; true") + `)`)
		for _, at := range [][2]int{{0, -20}, {1, -20}, {3, -20}, {3, 20}, {1, 20}} {
			w.Text(fmt.Sprintf(`String(put(%d, %d))`, at[0], at[1]))
			want := at[0]
			if at[1] > 0 {
				want--
			}
			w.Wait(fmt.Sprintf("%s: %s", name, stepTo[want]), fmt.Sprintf(`%s === %q`, stands, stepTo[want]))
		}
	}
}
