package site

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"opencases/internal/oembed"
	"opencases/internal/story"
)

const here = "https://example.org/open-cases/" // the address that theSite is made for

func ask(t *testing.T, pairs ...string) (oembed.Answer, error) {
	t.Helper()
	q := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	body, kind, err := mustMake(t).OEmbed().Answer(q, "http://127.0.0.1:8080/")
	var a oembed.Answer
	if err != nil {
		return a, err
	}
	if kind != "application/json" {
		t.Errorf("the type is %s, want application/json", kind)
	}
	if err := json.Unmarshal(body, &a); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return a, nil
}

func TestOEmbedKeepsWithinTheMaxima(t *testing.T) {
	for _, tt := range []struct{ maxWidth, maxHeight, width int }{
		{0, 0, 640}, // a column of text
		{600, 0, 600},
		{320, 0, 320},
		{200, 0, 200},
		{4000, 0, 1280},
		{640, 968, 640}, // what WordPress sends for a column of 640 px
		{1200, 640, 0},  // wide and low: the widest that is low enough, checked below
		{640, 300, 640},
		{1, 1, 1},
	} {
		a, err := ask(t, "url", here+"en/gap/", "maxwidth", strconv.Itoa(tt.maxWidth), "maxheight", strconv.Itoa(tt.maxHeight))
		if err != nil {
			t.Fatal(err)
		}
		within := func(what string, n, most int) {
			if n <= 0 || most > 0 && n > most {
				t.Errorf("at most %d x %d: %s is %d", tt.maxWidth, tt.maxHeight, what, n)
			}
		}
		within("width", a.Width, tt.maxWidth)
		within("height", a.Height, tt.maxHeight)
		if tt.width == 0 && (oembed.FrameHeight(a.Width, oembed.Look{}) > tt.maxHeight || oembed.FrameHeight(a.Width+1, oembed.Look{}) <= tt.maxHeight) {
			t.Errorf("at most %d x %d: %d is not the widest that fits", tt.maxWidth, tt.maxHeight, a.Width)
		}
		if tt.width != 0 && a.Width != tt.width {
			t.Errorf("at most %d x %d: width %d, want %d", tt.maxWidth, tt.maxHeight, a.Width, tt.width)
		}
		// The frame is as wide as its column and keeps its height: it must do for a phone, too.
		if want := max(oembed.FrameHeight(a.Width, oembed.Look{}), oembed.FrameHeight(320, oembed.Look{})); tt.maxHeight == 0 && a.Height != want {
			t.Errorf("%d px wide: height %d, want %d", a.Width, a.Height, want)
		}
		if a.ThumbnailURL == "" {
			if tt.maxWidth > 300 && (tt.maxHeight == 0 || tt.maxHeight > 160) || a.ThumbnailWidth != 0 || a.ThumbnailHeight != 0 {
				t.Errorf("at most %d x %d: thumbnail %q of %d x %d", tt.maxWidth, tt.maxHeight, a.ThumbnailURL, a.ThumbnailWidth, a.ThumbnailHeight)
			}
			continue
		}
		within("thumbnail_width", a.ThumbnailWidth, tt.maxWidth)
		within("thumbnail_height", a.ThumbnailHeight, tt.maxHeight)
		img, err := png.Decode(bytes.NewReader(mustFile(t, strings.TrimPrefix(a.ThumbnailURL, here)).MustBody()))
		if err != nil {
			t.Fatal(err)
		}
		if s := img.Bounds().Size(); s.X != a.ThumbnailWidth || s.Y != a.ThumbnailHeight {
			t.Errorf("the thumbnail is %v, announced as %d x %d", s, a.ThumbnailWidth, a.ThumbnailHeight)
		}
	}
}

func TestOEmbedGivesEveryFieldAndAFrameThatStandsAlone(t *testing.T) {
	for _, ch := range story.Chapters {
		a, err := ask(t, "url", here+"en/player/"+ch.Name+"/", "maxwidth", "700", "dnt", "1")
		if err != nil {
			t.Fatal(err)
		}
		if a.Type != "rich" || a.Version != "1.0" || a.Title == "" || a.AuthorName != "Open Cases" || a.AuthorURL != here ||
			a.ProviderName != "Open Cases" || a.ProviderURL != here || a.CacheAge <= 0 || a.ThumbnailWidth != 600 || a.ThumbnailHeight != 315 {
			t.Errorf("%s: %+v", ch.Name, a)
		}
		all := elements(t, ch.Name, []byte(a.HTML))
		if len(all) != 1 || all[0].name != "iframe" {
			t.Fatalf("%s: %s is not one frame", ch.Name, a.HTML)
		}
		at := all[0].attrs
		// What WordPress leaves of it must be enough.
		if at["src"] != here+"en/player/"+ch.Name+"/" || at["title"] == "" || at["width"] != "100%" || at["height"] != strconv.Itoa(a.Height) {
			t.Errorf("%s: %v", ch.Name, at)
		}
		if at["sandbox"] != oembed.Sandbox || strings.Contains(at["sandbox"], "same-origin") || at["loading"] != "lazy" || at["allow"] != "fullscreen" || at["referrerpolicy"] == "" {
			t.Errorf("%s: %v", ch.Name, at)
		}
	}
}

func TestOEmbedSaysTheSameInXML(t *testing.T) {
	q := url.Values{"url": {here + "en/gap/"}, "format": {"xml"}, "maxwidth": {"640"}}
	body, kind, err := mustMake(t).OEmbed().Answer(q, "")
	if err != nil || kind != "text/xml; charset=utf-8" {
		t.Fatalf("%s, %v", kind, err)
	}
	if !bytes.HasPrefix(body, []byte(`<?xml version="1.0" encoding="utf-8"`)) {
		t.Errorf("it begins with %.60s", body)
	}
	var x oembed.Answer
	if err := xml.Unmarshal(body, &x); err != nil {
		t.Fatal(err)
	}
	j, err := ask(t, "url", here+"en/gap/", "maxwidth", "640")
	if err != nil {
		t.Fatal(err)
	}
	if x.XMLName.Local != "oembed" {
		t.Errorf("the root is %s", x.XMLName.Local)
	}
	x.XMLName = j.XMLName
	if x != j {
		t.Errorf("XML says %+v, JSON %+v", x, j)
	}
}

func TestTheFilesOfOEmbedSayWhatTheServerSays(t *testing.T) {
	for _, tt := range []struct{ path, page string }{{"en/gap/", "en/gap/"}, {"en/", "en/"}} {
		for _, format := range []string{"json", "xml"} {
			body, kind, err := mustMake(t).OEmbed().Answer(url.Values{"url": {here + tt.page}, "format": {format}}, "")
			if err != nil {
				t.Fatal(err)
			}
			f := mustFile(t, tt.path+"oembed."+format)
			if !bytes.Equal(f.MustBody(), body) || f.Type != kind {
				t.Errorf("%s differs from the server's answer", f.Path)
			}
		}
	}
	pasted := here + "en/gap/?theme=dark&accent=%231f5f9e"
	for asked, src := range map[string]string{
		pasted:                        here + "en/player/gap/?theme=dark&accent=%231f5f9e",
		here + "en/count/?theme=dark": here + "en/player/count/?theme=dark",
		"https://evil.example/en/":    here + "en/player/gap/", // not ours: that of the page beside the file
		"":                            here + "en/player/gap/",
	} {
		body, _, ok := mustMake(t).OEmbed().AnswerFile("en/gap/oembed.json", url.Values{"url": {asked}}, "http://evil.example/")
		var a oembed.Answer
		if err := json.Unmarshal(body, &a); !ok || err != nil {
			t.Fatalf("%q: %v, %v", asked, ok, err)
		}
		if got := elements(t, asked, []byte(a.HTML))[0].attrs["src"]; got != src {
			t.Errorf("with %q pasted, the file answers %s, want %s", asked, got, src)
		}
	}
	body, _, ok := mustMake(t).OEmbed().AnswerFile("en/gap/oembed.json", url.Values{"maxwidth": {"300"}}, "")
	if !ok || !strings.Contains(string(body), `"width":300`) {
		t.Errorf("asked with a maximum: %v, %s", ok, body)
	}
	for _, path := range []string{"en/gap/index.html", "en/none/oembed.json", "oembed.json", "en/gap/oembed.yaml"} {
		if _, _, ok := mustMake(t).OEmbed().AnswerFile(path, url.Values{"maxwidth": {"300"}}, ""); ok {
			t.Errorf("%s is answered", path)
		}
	}
}
