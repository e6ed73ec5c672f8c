package site

import (
	"strings"
	"testing"

	"opencases/internal/asset"
	"opencases/internal/story"
)

// Reader modes drop drawings that are hidden from screen readers, text browsers show only their words: both get a picture
// with its description. Where styles hold it is neither shown nor fetched.
func TestEveryChaptersPictureIsThereWithoutStyles(t *testing.T) {
	for _, path := range []string{"en/", "en/gap/"} {
		f := mustFile(t, path+"index.html")
		pictures, rule := map[string]string{}, false
		for _, e := range elements(t, f.Path, f.MustBody()) {
			switch {
			case e.name == "img":
				if e.attrs["loading"] != "lazy" || e.attrs["width"] != "1200" || e.attrs["height"] != "630" || e.attrs["data-online"] != "only" {
					t.Errorf("%s: a picture with %v", f.Path, e.attrs)
				}
				file, _ := target(f.Path, e.attrs["src"])
				pictures[file] = e.attrs["alt"]
			case e.name == "style":
				rule = strings.Contains(e.text, ".still img{display:none}")
			}
		}
		if !rule {
			t.Errorf("%s: styles do not hide the pictures", f.Path)
		}
		for _, ch := range story.Chapters {
			alt, there := pictures["en/"+ch.Name+"/card.png"]
			if ch.Name == cover || ch.Name == "explore" {
				if there {
					t.Errorf("%s: %s stands on the page as a picture", f.Path, ch.Name)
				}
				continue
			}
			if g := mustFile(t, "en/"+ch.Name+"/card.png"); !there || g.Type != asset.PNGType || len(alt) < 40 || !strings.Contains(string(f.MustBody()), "<figcaption>"+alt) {
				t.Errorf("%s: the picture of %s is described as %q", f.Path, ch.Name, alt)
			}
		}
	}
}

// Text browsers show a drawing's labels one after the other.
func TestLabelsOfDrawingsDoNotRunTogether(t *testing.T) {
	body := string(mustFile(t, "en/index.html").MustBody())
	labels := strings.Count(body, "</text>")
	if apart := strings.Count(body, "</text> "); labels < 50 || apart != labels {
		t.Errorf("%d of %d labels are set apart", apart, labels)
	}
}
