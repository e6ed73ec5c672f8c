package asset

import (
	"slices"
	"testing"
)

// The one table of header fields: what is sent with which kind of file.
func TestEveryKindOfFileIsSentWithItsFields(t *testing.T) {
	common := []string{"Access-Control-Allow-Origin: *", "Cross-Origin-Resource-Policy: cross-origin", "Cross-Origin-Embedder-Policy: require-corp",
		"X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"}
	const ask, keep = "Cache-Control: no-cache", "Cache-Control: public, max-age=31536000, immutable"
	const nothing = "Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), xr-spatial-tracking=()"
	worker := NewFile("sw.js", JSType, []byte("x"))
	worker.Policy = "default-src 'none'"
	strict := NewFile("en/demo/strict/index.html", HTMLType, []byte("x"))
	strict.Policy = "default-src 'self'"
	for name, tt := range map[string]struct {
		f    *File
		want []string
	}{
		"a page":          {NewFile("en/index.html", HTMLType, []byte("x")), []string{ask, nothing}},
		"a strict page":   {strict, []string{ask, nothing, "Content-Security-Policy: default-src 'self'"}},
		"a named script":  {NewHashed("a.js", JSType, []byte("x")), []string{keep}},
		"a named part":    {NewHashed("help.html", HTMLType, []byte("x")), []string{keep, nothing}},
		"the worker":      {worker, []string{ask, "Content-Security-Policy: default-src 'none'"}},
		"the record":      {NewFile("data/events.csv", CSVType, []byte("x")), []string{ask}},
		"a share picture": {NewFile("en/card.png", PNGType, []byte("x")), []string{ask}},
	} {
		var got []string
		for _, f := range tt.f.Header() {
			got = append(got, f.Name+": "+f.Value)
		}
		want := slices.Sorted(slices.Values(append(slices.Clone(tt.want), common...)))
		if slices.Sort(got); !slices.Equal(got, want) {
			t.Errorf("%s is sent with %q, want %q", name, got, want)
		}
	}
}
