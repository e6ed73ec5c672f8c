package single

import (
	"strings"
	"testing"
)

func TestRewritingKeepsWhatItDoesNotChange(t *testing.T) {
	drop := rewriting{tag: func(t *tag) bool {
		if t.name == "a" {
			t.set("href", "#x")
		}
		return !t.has("data-online")
	}, text: func(t *tag, text string) string { return strings.ToUpper(text) }}
	for _, tt := range []struct{ in, want string }{
		{`<p>a &amp; b</p>`, `<p>a &amp; b</p>`},
		{`<a href="y" class='q"'>z</a>`, `<a class='q"' href="#x">z</a>`},
		{`<p data-online><b>x</b><p>`, ``},
		{`a<div data-online><div>b</div>c</div>d`, `ad`},
		{`<style>p{}</style><p>x</p>`, `<style>P{}</style><p>x</p>`},
		{`<svg><a href="y"/></svg>`, `<svg><a href="y"/></svg>`},
		{`<input hidden><br>`, `<input hidden><br>`},
	} {
		got, err := drop.do([]byte(tt.in))
		if tt.want == "" {
			if err == nil {
				t.Errorf("%s: an element that is not closed is left out without a word", tt.in)
			}
			continue
		}
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %s (%v), want %s", tt.in, got, err, tt.want)
		}
	}
}

func TestAddressesInsideTheSingleFile(t *testing.T) {
	for _, tt := range []struct{ url, from, href, want string }{
		{"", "en/index.html", "#how", "#how"},
		{"", "en/teach/index.html", "#goals", "#en/teach/#goals"},
		{"", "en/teach/index.html", "../", "#en/"},
		{"", "en/teach/index.html", "../present/?step=14", "#en/present/?step=14"},
		{"", "en/teach/index.html", "../../data/events.csv", "#data/events.csv"},
		{"", "en/player/gap/index.html", "../../../en/#named-x", "#en/#named-x"},
		{"", "en/player/gap/index.html", "../count/", "#en/count/"},
		{"", "en/player/gap/index.html", "../cover/", "#en/"},
		{"", "en/present/index.html", "?print", "#en/present/?print"},
		{"", "en/index.html", "embed/", ""},
		{"", "en/index.html", "../open-cases.html", ""},
		{"https://example.org/", "en/index.html", "embed/", "https://example.org/en/embed/"},
		{"https://example.org/", "en/index.html", "../open-cases.html", ""},
		{"", "en/index.html", "https://airwars.org/", "https://airwars.org/"},
	} {
		s := &build{Source: Source{URL: tt.url, Editions: []Edition{{Lang: "en"}}}, top: "en/index.html"}
		if got, ok := s.inside(tt.from, tt.href); got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s from %s is %q, want %q", tt.href, tt.from, got, tt.want)
		}
	}
}
