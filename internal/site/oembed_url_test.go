package site

import (
	"errors"
	"strings"
	"testing"

	"opencases/internal/oembed"
)

func TestOEmbedKnowsEveryAddressOfAPage(t *testing.T) {
	for _, tt := range []struct{ url, src string }{
		{here + "en/gap/", here + "en/player/gap/"},
		{here + "en/gap", here + "en/player/gap/"},
		{here + "en/gap/index.html", here + "en/player/gap/"},
		{here + "en/player/gap/", here + "en/player/gap/"},
		{here + "en/", here + "en/player/cover/"},
		{here + "en", here + "en/player/cover/"},
		{here, here + "en/player/cover/"},
		{strings.TrimSuffix(here, "/"), here + "en/player/cover/"},
		{here + "index.html", here + "en/player/cover/"},
		{here + "en/cover/", here + "en/player/cover/"},
		{here + "/en//gap/", here + "en/player/gap/"},
		{here + "en/./gap/", here + "en/player/gap/"},
		{here + "en/../en/gap//", here + "en/player/gap/"},
		{here + "en/%67ap/", here + "en/player/gap/"},
		{"https://example.org//open%2Dcases/en/gap", here + "en/player/gap/"},
		{here + "en/gap/?chapter=cases", here + "en/player/cases/"},
		{here + "en/gap/?beat=2&month=2017-06", here + "en/player/gap/?beat=2&month=2017-06"},
		{here + "en/gap/?beat=4", here + "en/player/gap/"},
		{here + "en/gap/?beat=9", here + "en/player/gap/"},
		{here + "en/?chapter=gap&beat=1", here + "en/player/gap/?beat=1"},
		{here + "en/gap/?theme=neon&month=later&x=%22%3E%3Cscript%3E", here + "en/player/gap/"},
		{here + "en/gap/?accent=%22%3E%3Cscript%3E", here + "en/player/gap/?accent=%22%3E%3Cscript%3E"},
		{here + "en/gap/?accent=" + strings.Repeat("a", 101), here + "en/player/gap/"},
		{here + "en/gap/?accent=" + strings.Repeat("a", 100), here + "en/player/gap/?accent=" + strings.Repeat("a", 100)},
		{here + "en/gap/?guess=off&controls=none&accent=%231f5f9e", here + "en/player/gap/?controls=none&guess=off&accent=%231f5f9e"},
		{here + "en/gap/?utm_source=x#assessments-2017-11", here + "en/player/gap/"},
		{"HTTPS://EXAMPLE.ORG:443/open-cases/en/gap/", here + "en/player/gap/"},
		{"http://example.org/open-cases/en/gap/", here + "en/player/gap/"},
	} {
		a, err := ask(t, "url", tt.url)
		if err != nil {
			t.Errorf("%s: %v", tt.url, err)
			continue
		}
		if src := elements(t, tt.url, []byte(a.HTML))[0].attrs["src"]; src != tt.src {
			t.Errorf("%s is embedded from %s, want %s", tt.url, src, tt.src)
		}
	}
}

func TestOEmbedRefusesWhatIsNotItsOwn(t *testing.T) {
	for _, tt := range []struct {
		pairs  []string
		status int
	}{
		{nil, 400},
		{[]string{"url", ""}, 400},
		{[]string{"url", here + "en/gap/", "maxwidth", "wide"}, 400},
		{[]string{"url", here + "en/gap/", "maxheight", "-3"}, 400},
		{[]string{"url", here + "en/gap/", "format", "yaml"}, 501},
		{[]string{"url", here + "en/nothing/"}, 404},
		{[]string{"url", here + "xx/gap/"}, 404},
		{[]string{"url", here + "en/embed/?chapter=gap"}, 404}, // pages without a player of their own
		{[]string{"url", here + "en/teach/"}, 404},
		{[]string{"url", here + "en/handout/"}, 404},
		{[]string{"url", here + "en/present/"}, 404},
		{[]string{"url", here + "en/demo/article/"}, 404},
		{[]string{"url", here + "en/licences/"}, 404},
		{[]string{"url", "http://127.0.0.1:8080/en/gap/"}, 404}, // where the request says it was asked; the site knows better
		{[]string{"url", here + "en/gapindex.html"}, 404},
		{[]string{"url", here + "../en/gap/"}, 404},
		{[]string{"url", here + "assets/"}, 404},
		{[]string{"url", "https://example.org/en/gap/"}, 404},
		{[]string{"url", "https://example.org.evil.example/open-cases/en/gap/"}, 404},
		{[]string{"url", "https://example.org@evil.example/open-cases/en/gap/"}, 404},
		{[]string{"url", "https://evil.example/?https://example.org/open-cases/en/gap/"}, 404},
		{[]string{"url", "https://user:word@example.org/open-cases/en/gap/"}, 404},
		{[]string{"url", "https://example.org:8443/open-cases/en/gap/"}, 404},
		{[]string{"url", "ftp://example.org/open-cases/en/gap/"}, 404},
		{[]string{"url", "javascript://example.org/open-cases/en/gap/"}, 404},
		{[]string{"url", "//example.org/open-cases/en/gap/"}, 404},
		{[]string{"url", "/open-cases/en/gap/"}, 404},
		{[]string{"url", "en/gap/"}, 404},
		{[]string{"url", "http://127.0.0.1:8081/en/gap/"}, 404},
		{[]string{"url", "http://[::1"}, 404},
	} {
		_, err := ask(t, tt.pairs...)
		var fault *oembed.RequestError
		if !errors.As(err, &fault) || fault.Status != tt.status || fault.What == "" {
			t.Errorf("%v: %v, want status %d", tt.pairs, err, tt.status)
		}
	}
}

// Whatever stands in the address, the answer holds one frame of this site or none.
func FuzzOEmbed(f *testing.F) {
	for _, seed := range []string{
		here + "en/gap/", here + "en/gap/?beat=2#x", "http://127.0.0.1:8080/en/", here + `en/gap/?accent="><script>`, "//x", "http://[::1",
		here + "en/%67ap/", here + "en/gap/?lang=ar&lang=en", here + "en/gap/?caption=%00%ff", "https://example.org\\@evil.example/open-cases/en/gap/",
	} {
		f.Add(seed)
	}
	s := mustMake(f)
	f.Fuzz(func(t *testing.T, address string) {
		p, ok := s.OEmbed().Find(address, "http://127.0.0.1:8080/")
		if !ok {
			return
		}
		if p.Base != here {
			t.Fatalf("%q leads to the site %q", address, p.Base)
		}
		if _, ok := s.File(p.Lang + "/player/" + p.Chapter + "/index.html"); !ok {
			t.Fatalf("%q leads to no player: %+v", address, p)
		}
		a := s.OEmbed().Describe(p, 1<<20, 1<<20)
		all := elements(t, address, []byte(a.HTML))
		if len(all) != 1 || len(all[0].attrs) != 10 || !strings.HasPrefix(all[0].attrs["src"], p.Base) {
			t.Fatalf("%q makes %s", address, a.HTML)
		}
		if strings.ContainsAny(p.Query, " \"'<>#") {
			t.Fatalf("%q leaves %q in the address", address, p.Query)
		}
	})
}
