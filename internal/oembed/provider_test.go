package oembed

import (
	"net/url"
	"strings"
	"testing"
)

func provider(public string) *Provider {
	card := []Card{{Path: "assets/x.png", Width: 1200, Height: 630}}
	return New("A Site", public, []string{"en", "ar"}, []Page{
		{Lang: "en", Chapter: "cover", Path: "en/", Title: "A cover", FrameTitle: "Its frame", Cards: card},
		{Lang: "ar", Chapter: "gap", Path: "ar/gap/", Title: "A gap", FrameTitle: "Its frame"},
	})
}

func TestAProviderAnswersForThePagesItIsGiven(t *testing.T) {
	p := provider("https://example.org/")
	for address, player := range map[string]string{
		"": "en/player/cover/", "en/": "en/player/cover/", "en/cover/": "en/player/cover/", "ar/gap": "ar/player/gap/", "ar/player/gap/": "ar/player/gap/",
	} {
		body, _, err := p.Answer(url.Values{"url": {"https://example.org/" + address}}, "")
		if err != nil || !strings.Contains(string(body), `src=\"https://example.org/`+player+`\"`) {
			t.Errorf("%q: %v, %s", address, err, body)
		}
	}
	for _, address := range []string{"en/gap/", "ar/", "ar/cover/"} {
		if _, _, err := p.Answer(url.Values{"url": {"https://example.org/" + address}}, ""); err == nil {
			t.Errorf("%q is answered", address)
		}
	}
}

func TestAnswersAreFilesBesideTheirPages(t *testing.T) {
	p := provider("")
	files, err := p.Files()
	if err != nil || len(files) != 4 {
		t.Fatalf("%d files, %v; want two for each page", len(files), err)
	}
	for _, f := range files {
		if !strings.Contains(string(f.MustBody()), "link") {
			t.Errorf("%s of a site without an address holds more than a link: %s", f.Path, f.MustBody())
		}
		if _, _, ok := p.AnswerFile(f.Path, url.Values{"maxwidth": {"300"}}, "http://example.org/"); !ok {
			t.Errorf("a server does not answer for %s", f.Path)
		}
	}
	for _, path := range []string{"oembed.json", "en/gap/oembed.json", "en/oembed.yaml"} {
		if _, _, ok := p.AnswerFile(path, nil, "http://example.org/"); ok {
			t.Errorf("%s is answered", path)
		}
	}
}

func TestAnOriginIsReadFromTheHostOfARequest(t *testing.T) {
	for host, want := range map[string]string{
		"example.org": "http://example.org/", "127.0.0.1:8080": "http://127.0.0.1:8080/", "[::1]:80": "http://[::1]:80/",
		"": "", "a/b": "", `x">`: "", "user@host": "", "[x]": "", "a b": "", "a?b": "",
	} {
		if got := Origin(false, host); got != want {
			t.Errorf("%q: %q, want %q", host, got, want)
		}
	}
	if got := Origin(true, "example.org"); got != "https://example.org/" {
		t.Errorf("secure: %q", got)
	}
}
