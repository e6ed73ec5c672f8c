package site

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"opencases/internal/deck"
)

var (
	figureRef = regexp.MustCompile(`data-figure="([^"]+)"`)
	monthRef  = regexp.MustCompile(`^\w+/(\d{4}-\d\d)`)
	looseText = regexp.MustCompile(`<[^>]*>|\d{4}`)
)

// figuresBySeries lists the REFs of the figures in markup: by table and column, those of all dates.
func figuresBySeries(html string) map[string][]string {
	found := map[string][]string{}
	for _, m := range figureRef.FindAllStringSubmatch(html, -1) {
		parts := strings.Split(m[1], "/")
		if len(parts) == 3 && parts[0] != "derived" {
			found[parts[0]+"/"+parts[2]] = append(found[parts[0]+"/"+parts[2]], m[1])
		}
	}
	return found
}

// The words of a build may name other months, but of every series that its picture shows by number they name the
// picture's own; and they name nothing that comes after the picture's month.
func TestTheWordsOfEveryBuildNameTheFiguresOfItsPicture(t *testing.T) {
	// A sentence about the month after: what it took over from this one.
	later := map[string]bool{"assessments/2017-12/carried_over": true}
	site := mustMake(t)
	decks := 0
	for _, f := range site.Files() {
		if !strings.Contains(f.Path, "-deck") {
			continue
		}
		decks++
		var d deckDoc
		if err := json.Unmarshal(f.MustBody(), &d); err != nil {
			t.Fatal(err)
		}
		named := 0
		for i, step := range d.Steps {
			for j, b := range step.Builds {
				var shown strings.Builder
				for _, l := range b.Still.Labels {
					shown.WriteString(l.HTML)
				}
				words, picture := figuresBySeries(b.Still.Title+b.Still.TextHTML), figuresBySeries(shown.String())
				for series, refs := range words {
					for _, ref := range refs {
						if of := monthRef.FindStringSubmatch(ref); of != nil && of[1] > b.Still.Axis.Month && !later[ref] {
							t.Errorf("%s, step %d.%d: the words name %s, the picture stands at %s", f.Path, i+1, j+1, ref, b.Still.Axis.Month)
						}
					}
					if own := picture[series]; len(own) > 0 && !meet(own, refs) {
						t.Errorf("%s, step %d.%d: the words name %v, the picture shows %v", f.Path, i+1, j+1, refs, own)
					} else if len(own) > 0 {
						named++
					}
				}
				if loose := looseText.ReplaceAllString(b.Still.Title+b.Still.TextHTML, ""); b.How == deck.Begin && strings.ContainsAny(loose, "0123456789") {
					t.Errorf("%s, step %d.%d: a number without a source over the beginning of a sweep: %s %s", f.Path, i+1, j+1, b.Still.Title, b.Still.TextHTML)
				}
			}
		}
		if named < 15 {
			t.Errorf("%s: only %d series are both in the words and in the picture", f.Path, named)
		}
	}
	if decks != 2*len(site.Languages) {
		t.Errorf("%d decks, want two a language", decks)
	}
}

func meet(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
