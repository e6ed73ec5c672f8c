package site

import (
	"crypto/sha256"
	"encoding/base64"
	"maps"
	"slices"
	"strings"
)

// policy is a Content-Security-Policy. It stands in each page itself, so that it holds on any static host.
type policy [][2]string

// pagePolicy is for pages without scripts: they load their own styles, fonts, pictures and frames. Nothing in them
// connects, but tools that judge a page fetch robots.txt in its name.
func pagePolicy(css string, scripts ...string) policy {
	return policy{
		{"default-src", "'none'"},
		{"style-src", sourceHash(css)},
		{"script-src", hashes(scripts)},
		{"connect-src", "'self'"},
		{"img-src", "'self'"},
		{"font-src", "'self'"},
		{"frame-src", "'self'"},
		{"base-uri", "'none'"},
		{"form-action", "'none'"},
	}
}

// playerPolicy is for the player's document. In a frame with an opaque origin 'self' is where the document came
// from, so the same policy holds there. Its worker is the one that keeps the site. What it fetches ahead has no directive
// of its own: Firefox holds it to default-src. early are inline scripts.
func playerPolicy(css string, early ...string) policy {
	scripts := "'self' 'wasm-unsafe-eval'"
	if len(early) > 0 {
		scripts += " " + hashes(early)
	}
	return policy{
		{"default-src", "'self'"},
		{"object-src", "'none'"},
		{"frame-src", "'none'"},
		{"style-src", "'self' " + sourceHash(css)},
		{"script-src", scripts},
		{"worker-src", "'self'"},
		{"img-src", "'self' data: blob:"},
		{"base-uri", "'none'"},
		{"form-action", "'none'"},
	}
}

// singlePolicy is for the single file and every document in it: its own styles and scripts, and nothing that is asked of
// anybody. Fonts and the icon stand in the file.
func singlePolicy(styles map[string]bool, scripts []string) policy {
	return policy{
		{"default-src", "'none'"},
		{"style-src", strings.Join(slices.Sorted(maps.Keys(styles)), " ")},
		{"script-src", hashes(scripts) + " 'wasm-unsafe-eval'"},
		{"img-src", "data:"},
		{"font-src", "data:"},
		{"base-uri", "'none'"},
		{"form-action", "'none'"},
	}
}

// String prints the policy as the header field's value.
func (p policy) String() string {
	var parts []string
	for _, d := range p {
		parts = append(parts, d[0]+" "+d[1])
	}
	return strings.Join(parts, "; ")
}

func hashes(texts []string) string {
	if len(texts) == 0 {
		return "'none'"
	}
	var all []string
	for _, t := range texts {
		all = append(all, sourceHash(t))
	}
	return strings.Join(all, " ")
}

// sourceHash allows exactly this inline text.
func sourceHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func base64Of(body []byte) string { return base64.StdEncoding.EncodeToString(body) }
