package site

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"opencases/internal/asset"
	"opencases/internal/story"
)

// pageTags reads what a page says of itself: metas by name or property, links by type or relation.
func pageTags(t *testing.T, f *asset.File) (metas, links map[string]string, linked []byte) {
	t.Helper()
	metas, links = map[string]string{}, map[string]string{}
	for _, e := range elements(t, f.Path, f.MustBody()) {
		switch {
		case e.name == "meta":
			metas[e.attrs["name"]+e.attrs["property"]] = e.attrs["content"]
		case e.name == "link" && e.attrs["rel"] == "alternate" && e.attrs["type"] != "":
			links[e.attrs["type"]] = e.attrs["href"]
		case e.name == "link":
			links[e.attrs["rel"]] = e.attrs["href"]
		case e.name == "script" && e.attrs["type"] == "application/ld+json":
			linked = []byte(e.text)
		}
	}
	return metas, links, linked
}

// described are the pages that are read by themselves, in English.
func described() []string {
	paths := []string{"en/", "en/embed/", "en/demo/article/", "en/demo/strict/", "en/licences/", "en/teach/", "en/handout/", "en/present/"}
	for _, ch := range story.Chapters {
		if ch.Name != cover {
			paths = append(paths, "en/"+ch.Name+"/")
		}
	}
	return paths
}

func TestEveryPageSaysWhatItIs(t *testing.T) {
	paths := described()
	for _, ch := range story.Chapters {
		paths = append(paths, "en/player/"+ch.Name+"/")
	}
	for _, path := range paths {
		f := mustFile(t, path+"index.html")
		page, player := strings.CutPrefix(path, "en/player/")
		if player { // is shared as the page whose player it is, which also lists the files
			path = pagePath("en", strings.TrimSuffix(page, "/"))
		}
		metas, links, linked := pageTags(t, f)
		for _, name := range []string{
			"description", "author", "og:type", "og:site_name", "og:title", "og:description", "og:locale", "og:url", "og:image", "og:image:alt",
			"og:image:width", "og:image:height", "twitter:card", "twitter:title", "twitter:description", "twitter:image", "twitter:image:alt",
		} {
			if metas[name] == "" {
				t.Errorf("%s: no %s", f.Path, name)
			}
		}
		if metas["author"] != "Open Cases" {
			t.Errorf("%s: its author is %q", f.Path, metas["author"])
		}
		if metas["og:url"] != here+path || links["canonical"] != here+path {
			t.Errorf("%s: its address is %q and %q", f.Path, metas["og:url"], links["canonical"])
		}
		for _, name := range []string{"og:image", "twitter:image"} {
			image, own := strings.CutPrefix(metas[name], here)
			if g, ok := mustMake(t).File(image); !own || !ok || g.Type != asset.PNGType {
				t.Errorf("%s: %s is %q, which is no picture of the site", f.Path, name, metas[name])
			}
		}
		var ld struct {
			Context string `json:"@context"`
			Graph   []struct {
				Type         string `json:"@type"`
				ID           string `json:"@id"`
				Name         string
				Description  string
				Temporal     string `json:"temporalCoverage"`
				Distribution []struct {
					URL string `json:"contentUrl"`
				}
			} `json:"@graph"`
		}
		if err := json.Unmarshal(linked, &ld); err != nil {
			t.Errorf("%s: JSON-LD: %v", f.Path, err)
			continue
		}
		var types []string
		for _, node := range ld.Graph {
			types = append(types, node.Type)
			if node.ID == "" || node.Name == "" || node.Description == "" {
				t.Errorf("%s: %s of JSON-LD: %+v", f.Path, node.Type, node)
			}
			if node.Type == "Dataset" && (node.Temporal == "" || len(node.Distribution) == 0 && !player) {
				t.Errorf("%s: %+v", f.Path, node)
			}
			for _, d := range node.Distribution {
				mustFile(t, strings.TrimPrefix(d.URL, here))
			}
		}
		slices.Sort(types)
		if ld.Context != "https://schema.org" || !slices.Equal(types, []string{"CreativeWork", "Dataset"}) {
			t.Errorf("%s: JSON-LD of %v in %s", f.Path, types, ld.Context)
		}
	}
}

// A page offers its own player and no other's.
func TestPagesWithoutAPlayerOfferNone(t *testing.T) {
	for _, path := range []string{"en/embed/", "en/demo/article/", "en/demo/strict/", "en/licences/", "en/teach/", "en/handout/", "en/present/"} {
		if f := mustFile(t, path+"index.html"); strings.Contains(string(f.MustBody()), "+oembed") || mustMake(t).OEmbed().Discoverable(f) {
			t.Errorf("%s offers to be embedded", path)
		}
	}
}

func TestEveryPageSaysHowItIsEmbedded(t *testing.T) {
	paths := []string{"en/"}
	for _, ch := range story.Chapters[1:] {
		paths = append(paths, "en/"+ch.Name+"/")
	}
	for _, ch := range story.Chapters {
		paths = append(paths, "en/player/"+ch.Name+"/")
	}
	for _, path := range paths {
		f := mustFile(t, path+"index.html")
		_, links, _ := pageTags(t, f)
		head, _, found := strings.Cut(string(f.MustBody()), "</head>")
		if !found || len(head) > 150<<10 || !strings.Contains(head, "+oembed") {
			t.Errorf("%s: WordPress reads 150 KB of the head, which has %d bytes", f.Path, len(head))
		}
		for kind, name := range map[string]string{"application/json+oembed": "json", "text/xml+oembed": "xml"} {
			href := links[kind]
			if !strings.HasSuffix(href, name) {
				t.Errorf("%s: %s is %q", f.Path, kind, href)
			}
			file, _, _ := strings.Cut(strings.TrimPrefix(href, here), "?")
			g := mustFile(t, file)
			want, ok := mustMake(t).OEmbed().Find(here+path, "")
			if !ok || !strings.Contains(string(g.MustBody()), here+"en/player/"+want.Chapter+"/") {
				t.Errorf("%s: %s leads to %s, which embeds something else", f.Path, kind, file)
			}
		}
		if strings.Contains(path, "/player/") && links["canonical"] != here+pagePath("en", strings.Split(path, "/")[2]) {
			t.Errorf("%s belongs to %s", f.Path, links["canonical"])
		}
	}
}

func TestTheSpeakersWindowIsNotFoundOrShared(t *testing.T) {
	metas, links, linked := pageTags(t, mustFile(t, "en/present/speaker/index.html"))
	if metas["robots"] != "noindex" || metas["og:title"] != "" || links["canonical"] != "" || linked != nil {
		t.Errorf("it says %v %v %s", metas, links, linked)
	}
}
