package asset

import (
	"crypto/sha256"
	"encoding/base64"
	"maps"
	"slices"
	"strings"
)

// Policy is a Content-Security-Policy. It stands in each page itself, so that it holds on any static host.
type Policy [][2]string

// PagePolicy is for pages without scripts: they load their own styles, fonts, pictures and frames. Nothing in them
// connects, but tools that judge a page fetch robots.txt in its name.
func PagePolicy(css string, scripts ...string) Policy {
	return Policy{
		{"default-src", "'none'"},
		{"style-src", SourceHash(css)},
		{"script-src", SourceHashes(scripts)},
		{"connect-src", "'self'"},
		{"img-src", "'self'"},
		{"font-src", "'self'"},
		{"frame-src", "'self'"},
		{"base-uri", "'none'"},
		{"form-action", "'none'"},
	}
}

// PlayerPolicy is for the player's document. In a frame with an opaque origin 'self' is where the document came
// from, so the same policy holds there. Its worker is the one that keeps the site. What it fetches ahead has no directive
// of its own: Firefox holds it to default-src. early are inline scripts.
func PlayerPolicy(css string, early ...string) Policy {
	scripts := "'self' 'wasm-unsafe-eval'"
	if len(early) > 0 {
		scripts += " " + SourceHashes(early)
	}
	return Policy{
		{"default-src", "'self'"},
		{"object-src", "'none'"},
		{"frame-src", "'none'"},
		{"style-src", "'self' " + SourceHash(css)},
		{"script-src", scripts},
		{"worker-src", "'self'"},
		{"img-src", "'self' data: blob:"},
		{"base-uri", "'none'"},
		{"form-action", "'none'"},
	}
}

// SinglePolicy is for the single file and every document in it: its own styles and scripts, and nothing that is asked of
// anybody. Fonts and the icon stand in the file.
func SinglePolicy(styles map[string]bool, scripts []string) Policy {
	return Policy{
		{"default-src", "'none'"},
		{"style-src", strings.Join(slices.Sorted(maps.Keys(styles)), " ")},
		{"script-src", SourceHashes(scripts) + " 'wasm-unsafe-eval'"},
		{"img-src", "data:"},
		{"font-src", "data:"},
		{"base-uri", "'none'"},
		{"form-action", "'none'"},
	}
}

// String prints the policy as the header field's value.
func (p Policy) String() string {
	var parts []string
	for _, d := range p {
		parts = append(parts, d[0]+" "+d[1])
	}
	return strings.Join(parts, "; ")
}

// SourceHashes allows exactly these inline texts.
func SourceHashes(texts []string) string {
	if len(texts) == 0 {
		return "'none'"
	}
	var all []string
	for _, t := range texts {
		all = append(all, SourceHash(t))
	}
	return strings.Join(all, " ")
}

// SourceHash allows exactly this inline text.
func SourceHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
