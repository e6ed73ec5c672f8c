package words

import "strings"

// Span is a run of words. A Span with a Ref is a figure of the record: the page shows it as a link
// to the figure's source.
type Span struct {
	Text string
	Ref  string // REF of a figure, or ""
}

// Text is a sentence or label whose figures still know where they come from.
type Text []Span

// String is the text as plain words.
func (t Text) String() string {
	if len(t) == 1 {
		return t[0].Text
	}
	var b strings.Builder
	for _, s := range t {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Refs lists the REFs of the figures in the text, in order, each once.
func (t Text) Refs() []string {
	var refs []string
next:
	for _, s := range t {
		if s.Ref == "" {
			continue
		}
		for _, r := range refs {
			if r == s.Ref {
				continue next
			}
		}
		refs = append(refs, s.Ref)
	}
	return refs
}
