package embed

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

var (
	strippedTag  = regexp.MustCompile(`(?s)</?(?:script|iframe|noscript|open-cases)\b[^>]*>`)
	styled       = regexp.MustCompile(`style="([^"]*)"`)
	allowedCalls = regexp.MustCompile(`\b(?:var|calc|min|max|minmax|clamp)\(`)
	keptStyles   = []string{"border", "grid-template-columns", "height", "max-width", "min-width", "padding-bottom", "width"}
)

// strip does what WordPress does to the HTML of an author who may not use all of it: wp_kses_post removes tags and keeps
// what is in them, and of styles what it does not know and what calls a function that it does not know.
func strip(html string) string {
	return styled.ReplaceAllStringFunc(strippedTag.ReplaceAllString(html, ""), func(style string) string {
		var keeps []string
		for _, one := range strings.Split(styled.FindStringSubmatch(style)[1], ";") {
			name, value, _ := strings.Cut(one, ":")
			if slices.Contains(keptStyles, name) && !strings.ContainsAny(withoutCalls(value), `\(&=}`) {
				keeps = append(keeps, one)
			}
		}
		return `style="` + strings.Join(keeps, ";") + `"`
	})
}

// withoutCalls takes the functions that it knows out of a value, each with all that is in it.
func withoutCalls(value string) string {
	at := allowedCalls.FindStringIndex(value)
	if at == nil {
		return value
	}
	open, end := 1, at[1]
	for ; end < len(value) && open > 0; end++ {
		switch value[end] {
		case '(':
			open++
		case ')':
			open--
		}
	}
	return withoutCalls(value[:at[0]] + value[end:])
}

// readmeFrame is the plain frame as web/embed/README.md has it.
func readmeFrame(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../../web/embed/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(text), "**Plain frame.** `")
	code, _, found := strings.Cut(after, "`")
	if !found {
		t.Fatal("web/embed/README.md has no plain frame")
	}
	return strings.ReplaceAll(code, "https://SITE/", ours)
}

// Of every form, an author without unfiltered HTML keeps the picture and a link, with nothing blank around them.
func TestWhereFramesAndScriptsAreRemovedThePictureAndALinkRemain(t *testing.T) {
	builder := open(t, ours+"en/embed/?chapter=gap", view{1280, 900})
	builder.until(`document.getElementById("code-div").textContent.includes("gap")`)
	forms := map[string]string{"README's frame": readmeFrame(t)}
	for _, id := range embedForms {
		forms[id] = builder.code(id)
	}
	for name, code := range forms {
		p := open(t, page(t, strip(code)+`<p id="after">After</p>`), view{610, 900})
		p.until(`(img => img?.complete && img.naturalWidth)(document.querySelector("img"))`)
		if !js[bool](p, `(img => img.checkVisibility() && img.closest("a[href]") && img.alt && img.offsetWidth > 400 && after.getBoundingClientRect().top >= img.getBoundingClientRect().bottom)(document.querySelector("img"))`) {
			t.Errorf("%s: no picture with a link: %s", name, js[string](p, `document.body.innerHTML`))
		}
		const bottom = `Math.max(...[...document.querySelectorAll("img, a")].map(e => e.getBoundingClientRect().bottom))`
		if hole := js[float64](p, `after.getBoundingClientRect().top - `+bottom); hole > 40 {
			t.Errorf("%s: %v px are blank", name, hole)
		}
	}
}

// Without scripts a frame is whole, and the element and the div show the picture and the link.
func TestWithoutScriptsEveryFormShowsSomething(t *testing.T) {
	builder := open(t, ours+"en/embed/?chapter=gap", view{1280, 900})
	builder.until(`document.getElementById("code-div").textContent.includes("gap")`)
	for _, id := range embedForms {
		p := blank(t, view{610, 900})
		call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		p.visit(page(t, builder.code(id)))
		p.until(`(img => img.complete && img.naturalWidth && img.checkVisibility())(document.querySelector("img"))`)
	}
}
