package site

import (
	"encoding/json"
	"path"
	"strings"
	"testing"

	"opencases/internal/asset"
	"opencases/internal/frame"
)

// book knows every id of every document.
func book(t *testing.T) map[string]map[string]bool {
	ids := map[string]map[string]bool{}
	for _, f := range mustMake(t).Files() {
		if !strings.HasPrefix(f.Type, "text/html") {
			continue
		}
		ids[f.Path] = map[string]bool{"": true, "top": true}
		for _, e := range elements(t, f.Path, f.MustBody()) {
			ids[f.Path][e.attrs["id"]] = true
		}
	}
	return ids
}

// target resolves a relative address as a browser would, from a document of the site.
func target(from, href string) (file, id string) {
	href, id, _ = strings.Cut(href, "#")
	href, _, _ = strings.Cut(href, "?")
	if href == "" {
		return from, id
	}
	file = path.Join(path.Dir(from), href)
	if strings.HasSuffix(href, "/") || href == "." || href == ".." || strings.HasSuffix(href, "/..") {
		file = path.Join(file, "index.html")
	}
	return file, id
}

func foreign(href string) bool {
	return strings.Contains(href, "://") || strings.HasPrefix(href, "//") || strings.HasPrefix(href, "mailto:")
}

// follow fails the test if an address of the site does not lead to a file and an id of it.
func followLink(t *testing.T, ids map[string]map[string]bool, from, href string) {
	t.Helper()
	file, id := target(from, href)
	if _, ok := mustMake(t).File(file); !ok {
		t.Errorf("%s leads to %s: there is no %s", from, href, file)
		return
	}
	if known, ok := ids[file]; ok && !known[id] {
		t.Errorf("%s leads to %s: %s has no id %s", from, href, file, id)
	}
}

func TestEveryLinkOfEveryPageLeadsSomewhere(t *testing.T) {
	ids := book(t)
	for _, f := range mustMake(t).Files() {
		if !isDocument(f) {
			continue
		}
		for _, e := range elements(t, f.Path, f.MustBody()) {
			for _, name := range []string{"href", "src", "xlink:href"} {
				href, ok := e.attrs[name]
				if !ok || foreign(href) {
					continue
				}
				if f.Path == "404.html" {
					// A host shows it at any depth, so it names the path of the public address.
					href = strings.Replace(href, "/open-cases/", "./", 1)
				}
				if strings.HasPrefix(href, "/") {
					t.Errorf("%s: %s is not relative", f.Path, href)
				}
				followLink(t, ids, f.Path, href)
			}
		}
	}
}

// playerConfig is what a player document tells its scripts.
func playerConfig(t *testing.T) (c config) {
	t.Helper()
	for _, e := range elements(t, "player", mustFile(t, inside).MustBody()) {
		if e.name == "script" && e.attrs["type"] == "application/json" {
			if err := json.Unmarshal([]byte(e.text), &c); err != nil {
				t.Fatal(err)
			}
			return c
		}
	}
	t.Fatal("the player document has no config")
	return c
}

// inside is the player document whose scripts are followed.
const inside = "en/player/gap/index.html"

// web/player/controls/card.js looks for the line of a card and reads that alone.
func TestEachCardHasALineOfItsOwn(t *testing.T) {
	files := 0
	for _, f := range mustMake(t).Files() {
		if !strings.Contains(f.Path, "-cards-") {
			continue
		}
		files++
		var cards map[string]card
		if err := json.Unmarshal(f.MustBody(), &cards); err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(f.MustBody()), "\n")
		if len(lines) != len(cards)+2 || len(cards) < 1000 {
			t.Errorf("%s: %d cards on %d lines", f.Path, len(cards), len(lines)-2)
		}
		for _, line := range lines[1 : len(lines)-1] {
			ref, text, _ := strings.Cut(strings.TrimPrefix(line, `"`), `":`)
			var c card
			if err := json.Unmarshal([]byte(strings.TrimSuffix(text, ",")), &c); err != nil || c != cards[ref] {
				t.Errorf("%s: its line does not hold its card", ref)
			}
		}
	}
	if files < 2 {
		t.Errorf("%d files of cards, want the player's and the presenter's", files)
	}
}

// cardsOf reads the cards that the player asks for.
func cardsOf(t *testing.T) (cards map[string]card) {
	t.Helper()
	name, _ := target(inside, playerConfig(t).Cards)
	if err := json.Unmarshal(mustFile(t, name).MustBody(), &cards); err != nil {
		t.Fatal(err)
	}
	return cards
}

func TestWhatScriptsPutIntoThePlayerLeadsSomewhere(t *testing.T) {
	ids := book(t)
	links := func(name string, body []byte) {
		for _, e := range elements(t, name, body) {
			if href := e.attrs["href"]; e.name == "a" && href != "" && !foreign(href) {
				if strings.HasPrefix(href, "#") {
					continue // within the fragment, checked on the page
				}
				followLink(t, ids, inside, href)
			}
		}
	}
	for _, f := range mustMake(t).Files() {
		switch {
		case strings.HasPrefix(f.Path, asset.Dir+"en-stills-"):
			var stills []frame.Still
			if err := json.Unmarshal(f.MustBody(), &stills); err != nil {
				t.Fatal(err)
			}
			if len(stills) == 0 {
				t.Errorf("%s is empty", f.Path)
			}
			for _, s := range stills {
				links(f.Path, []byte(s.TextHTML))
				for _, l := range s.Labels {
					links(f.Path, []byte(l.HTML))
				}
				if s.Ask != nil {
					links(f.Path, []byte(s.Ask.AnswerHTML))
				}
				if !strings.HasPrefix(s.SVG, "<svg") {
					t.Errorf("%s: the still of beat %d has no picture", f.Path, s.Beat)
				}
			}
		}
	}
	for ref, c := range cardsOf(t) {
		links("card of "+ref, []byte(c.HTML))
	}
	for name, address := range playerConfig(t).Parts {
		path, _ := target(inside, address)
		links("part "+name, mustFile(t, path).MustBody())
	}
}

func TestEveryFigureShownHasACard(t *testing.T) {
	cards := cardsOf(t)
	var refs []string
	collect := func(name string, body []byte) {
		for _, e := range elements(t, name, body) {
			if ref := e.attrs["data-figure"]; ref != "" {
				refs = append(refs, ref)
			}
		}
	}
	for _, f := range mustMake(t).Files() {
		switch {
		case strings.HasPrefix(f.Path, asset.Dir+"en-stills-"):
			var stills []frame.Still
			if err := json.Unmarshal(f.MustBody(), &stills); err != nil {
				t.Fatal(err)
			}
			for _, s := range stills {
				collect(f.Path, []byte(s.TextHTML))
				for _, h := range s.Hots {
					if h.Ref != "" {
						refs = append(refs, h.Ref)
					}
				}
				for _, l := range s.Labels {
					collect(f.Path, []byte(l.HTML))
				}
			}
		case strings.HasPrefix(f.Type, "text/html"):
			collect(f.Path, f.MustBody())
		}
	}
	if len(refs) < 1000 {
		t.Errorf("only %d figures were found on all pages", len(refs))
	}
	missing := map[string]bool{}
	for _, ref := range refs {
		if c, ok := cards[ref]; (!ok || c.Title == "" || c.HTML == "") && !missing[ref] {
			missing[ref] = true
			t.Errorf("the figure %s has no card", ref)
		}
	}
}

func TestNothingIsAskedOfAnotherSite(t *testing.T) {
	loads := map[string]string{"script": "src", "img": "src", "iframe": "src", "source": "srcset", "use": "href", "image": "href", "object": "data", "embed": "src", "video": "src", "audio": "src"}
	for _, f := range mustMake(t).Files() {
		switch {
		case strings.HasPrefix(f.Type, "text/html"):
			for _, e := range elements(t, f.Path, f.MustBody()) {
				href := e.attrs[loads[e.name]]
				if e.name == "link" && e.attrs["rel"] != "canonical" && e.attrs["rel"] != "alternate" {
					href = e.attrs["href"]
				}
				if foreign(href) {
					t.Errorf("%s: <%s> loads %s", f.Path, e.name, href)
				}
				if e.name == "style" && (strings.Contains(e.text, "://") || strings.Contains(e.text, "@import")) {
					t.Errorf("%s: its style asks another site", f.Path)
				}
			}
		case f.Type == asset.CSSType || f.Type == asset.JSType || f.Type == asset.SVGType:
			body := strings.ReplaceAll(string(f.MustBody()), "http://www.w3.org/", "")
			if f.Path == embedPath { // knows its own site
				body = strings.Replace(body, here, "", 1)
			}
			if strings.Contains(body, "://") || strings.Contains(body, "@import") {
				t.Errorf("%s holds an address of another site", f.Path)
			}
		}
	}
}

func TestTheConfigOfThePlayerNamesFilesOfTheSite(t *testing.T) {
	c := playerConfig(t)
	addresses := []string{c.Cards, c.Record, c.Words, c.Wasm, c.WasmExec, c.Late, c.Page}
	for _, part := range c.Parts {
		addresses = append(addresses, part)
	}
	for _, ch := range c.Chapters {
		for _, comp := range compositions {
			addresses = append(addresses, c.Stills+ch.Name+"-"+comp.String()+".json")
		}
	}
	for _, a := range addresses {
		followLink(t, map[string]map[string]bool{}, inside, a)
	}
	if c.Lang != "en" || c.Chapter != "gap" || c.WasmBytes != testPlayer().Size || len(c.Say) == 0 {
		t.Errorf("config: %+v", c)
	}
}
