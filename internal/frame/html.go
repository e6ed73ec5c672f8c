package frame

import (
	"strings"

	"opencases/internal/words"
)

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

// Escape makes plain text safe inside HTML text and attribute values.
func Escape(s string) string { return escapes.Replace(s) }

// HTML is a text as markup: every figure is a link to its row on the page of its language, and names its REF for
// the script that opens its card in place.
func HTML(t words.Text, lang string, page Page) string {
	var b strings.Builder
	for _, span := range t {
		if span.Ref == "" {
			b.WriteString(Escape(span.Text))
			continue
		}
		b.WriteString(`<a class="figure" data-figure="`)
		b.WriteString(Escape(span.Ref))
		b.WriteString(`" href="`)
		b.WriteString(Escape(page.Root + lang + "/#" + Anchor(span.Ref)))
		b.WriteString(`" target="_blank" rel="noopener">`)
		b.WriteString(Escape(span.Text))
		b.WriteString(`</a>`)
	}
	return b.String()
}

// Anchor is the id of the row that shows a figure on the standalone page: "assessments-2017-11" for
// "assessments/2017-11/open". Every character that an address would escape becomes a hyphen.
func Anchor(ref string) string {
	parts := strings.SplitN(ref, "/", 3)
	if len(parts) > 2 && parts[0] != "derived" && parts[0] != "named" {
		parts = parts[:2]
	}
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '-'
	}, strings.Join(parts, "-"))
}
