package site

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"opencases/internal/asset"

	"opencases/internal/single"
)

var theSingle = sync.OnceValues(func() ([]byte, error) {
	s, err := theSite()
	if err != nil {
		return nil, err
	}
	return s.MakeSingle()
})

func mustSingle(t testing.TB) []byte {
	t.Helper()
	body, err := theSingle()
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestTheSingleFileHoldsTheEngineAndTheRecordAsTheyAre(t *testing.T) {
	body := mustSingle(t)
	want, err := asset.Decompress(testPlayer().Gzip)
	if err != nil {
		t.Fatal(err)
	}
	if got := packedIn(t, body, "packed-engine"); !bytes.Equal(got, want) {
		t.Errorf("the engine comes out as %d bytes, want %d", len(got), len(want))
	}
	files := packedFiles(t, body)
	for _, f := range mustMake(t).Files() {
		if strings.HasPrefix(f.Path, "data/") || strings.HasPrefix(f.Path, "licences/") {
			if !bytes.Equal(files[f.Path], f.MustBody()) {
				t.Errorf("%s is not in the file as it is", f.Path)
			}
		}
	}
}

// TestEveryAddressInTheSingleFileLeadsSomewhere follows links of documents, of fragments and of markup in JSON, and what
// configs name.
func TestEveryAddressInTheSingleFileLeadsSomewhere(t *testing.T) {
	body := mustSingle(t)
	files := packedFiles(t, body)
	ids := map[string]map[string]bool{}
	collect := func(path string, text []byte) {
		if ids[path] == nil {
			ids[path] = map[string]bool{"": true, "top": true}
		}
		for _, e := range elements(t, path, text) {
			ids[path][e.attrs["id"]] = true
		}
	}
	top := body[:bytes.Index(body, []byte(`<style id="fonts">`))]
	collect("en/", append(bytes.Clone(top), "</body></html>"...))
	for path, text := range files {
		if strings.HasSuffix(path, "index.html") {
			collect(strings.TrimSuffix(path, "index.html"), text)
		}
	}
	filled := 0
	for _, e := range elements(t, "top", append(bytes.Clone(top), "</body></html>"...)) {
		if path := e.attrs["data-fill"]; path != "" {
			filled++
			collect("en/", files[path])
		}
	}
	if filled != 3 {
		t.Errorf("%d parts of the page are in the pack, want 3", filled)
	}
	chapters := map[string]map[string]single.Heading{}
	for _, tag := range mustMake(t).Languages {
		var all map[string]single.Heading
		if err := json.Unmarshal(files[tag+"/headings.json"], &all); err != nil {
			t.Fatal(err)
		}
		chapters[tag] = all
	}
	followed := 0
	follow := func(from, href string) {
		if foreign(href) {
			return
		}
		followed++
		if from == "en/" && strings.HasPrefix(href, "#") && !strings.Contains(href, "/") {
			if !ids["en/"][href[1:]] {
				t.Errorf("the page leads to %s, which it does not have", href)
			}
			return
		}
		address, ok := strings.CutPrefix(href, "#")
		if !ok {
			t.Errorf("%s leads to %s, out of the file", from, href)
			return
		}
		address, id, _ := strings.Cut(address, "#")
		address, _, _ = strings.Cut(address, "?")
		if _, ok := files[address]; ok {
			return
		}
		if parts := strings.Split(address, "/"); len(parts) == 3 && parts[2] == "" && ids[address] == nil {
			if chapters[parts[0]][parts[1]].Title != "" {
				address = parts[0] + "/"
			}
		}
		known := ids[address]
		if known == nil {
			t.Errorf("%s leads to %s: there is nothing there", from, href)
		} else if !known[id] && !strings.Contains(address, "/present/") {
			t.Errorf("%s leads to %s: there is no such place", from, href)
		}
	}
	for path, text := range map[string][]byte{"en/": append(bytes.Clone(top), "</body></html>"...)} {
		for _, e := range elements(t, path, text) {
			if href := e.attrs["href"]; e.name == "a" && href != "" {
				follow(path, href)
			}
		}
	}
	quoted := regexp.MustCompile(`href=\\"([^"\\]*)\\"`)
	for path, text := range files {
		switch {
		case strings.HasSuffix(path, ".html"):
			for _, e := range elements(t, path, text) {
				if href := e.attrs["href"]; e.name == "a" && href != "" {
					follow(strings.TrimSuffix(path, "index.html"), href)
				}
				if e.attrs["type"] == "application/json" {
					followConfig(t, files, path, e.text)
				}
			}
		case strings.HasSuffix(path, ".json"):
			for _, m := range quoted.FindAllSubmatch(text, -1) {
				follow(path, unescape(string(m[1])))
			}
		}
	}
	if followed < 3000 {
		t.Errorf("only %d addresses were followed", followed)
	}
}

// followConfig checks that what a document's scripts fetch is in the file.
func followConfig(t *testing.T, files map[string][]byte, path, text string) {
	t.Helper()
	var c presentConfig
	if err := json.Unmarshal([]byte(text), &c); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	wanted := []string{c.Cards, c.Record, c.Words}
	for _, part := range c.Parts {
		wanted = append(wanted, part)
	}
	for _, deck := range []string{c.Deck, c.Upright} {
		if deck != "" {
			wanted = append(wanted, deck)
		}
	}
	for _, ch := range c.Chapters {
		for _, comp := range compositions {
			wanted = append(wanted, c.Stills+ch.Name+"-"+comp.String()+".json")
		}
	}
	for _, name := range wanted {
		if len(files[name]) == 0 {
			t.Errorf("%s asks for %s, which is not in the file", path, name)
		}
	}
	if c.WasmExec != "" || c.Late != "" {
		t.Errorf("%s would load %s and %s", path, c.WasmExec, c.Late)
	}
}

func TestTheSingleFileAsksNobodyForAnything(t *testing.T) {
	body := mustSingle(t)
	docs := packedFiles(t, body)
	docs["the file"] = bytes.Clone(body)
	for path, text := range docs {
		if path != "the file" && !strings.HasSuffix(path, ".html") {
			continue
		}
		for _, e := range elements(t, path, text) {
			for _, name := range []string{"src", "srcset", "data", "poster", "action"} {
				if v := e.attrs[name]; v != "" && !strings.HasPrefix(v, "data:") {
					t.Errorf("%s: <%s %s=%q>", path, e.name, name, v)
				}
			}
			if e.name == "link" && !strings.HasPrefix(e.attrs["href"], "data:") {
				t.Errorf("%s: <link href=%q>", path, e.attrs["href"])
			}
			if e.name == "style" && strings.Contains(strings.ReplaceAll(e.text, "url(data:", ""), "url(") {
				t.Errorf("%s: a style loads something", path)
			}
		}
	}
}

// TestThePolicyAllowsExactlyWhatTheSingleFileRuns computes the hash of every style and script again.
func TestThePolicyAllowsExactlyWhatTheSingleFileRuns(t *testing.T) {
	body := mustSingle(t)
	files := packedFiles(t, body)
	policy := ""
	texts := map[string]string{}
	see := func(path string, text []byte) {
		for _, e := range elements(t, path, text) {
			switch {
			case e.name == "meta" && strings.EqualFold(e.attrs["http-equiv"], "Content-Security-Policy"):
				policy += e.attrs["content"]
			case e.name == "style", e.name == "script" && (e.attrs["type"] == "" || e.attrs["type"] == "module"):
				texts[path+" "+e.name+strconv.Itoa(len(texts))] = e.text
			}
			if srcdoc := e.attrs["srcdoc"]; srcdoc != "" {
				for _, inner := range elements(t, path, []byte(srcdoc)) {
					if inner.name == "style" {
						texts[path+" srcdoc"] = inner.text
					}
				}
			}
		}
	}
	see("the file", bytes.Clone(body))
	for path, text := range files {
		if strings.HasSuffix(path, ".html") {
			see(path, text)
		}
		if strings.HasPrefix(path, "scripts/") {
			texts[path] = string(text)
		}
	}
	if len(texts) < 20 {
		t.Errorf("%d styles and scripts were found", len(texts))
	}
	for name, text := range texts {
		if !strings.Contains(policy, asset.SourceHash(text)) {
			t.Errorf("the policy does not allow %s (%.60q)", name, text)
		}
	}
	for _, never := range []string{"unsafe-inline", "'unsafe-eval'", "http", "blob:", "*", "'self'"} {
		if strings.Contains(policy, never) {
			t.Errorf("the policy holds %s: %s", never, policy)
		}
	}
}

func TestTheSingleFileIsPlainTextWithinItsLimit(t *testing.T) {
	body := mustSingle(t)
	if most := single.Limit(1) - 1_810_000; len(body) > most { // what an engine at its own limit leaves
		t.Errorf("without an engine the file has %d bytes, want at most %d", len(body), most)
	}
	if !utf8.Valid(body) {
		t.Error("the file is not UTF-8")
	}
	for at, r := range string(body) {
		if unicode.IsControl(r) && r != '\n' {
			t.Fatalf("the file holds the control character %q, which a copy may change, in %q", r, body[max(0, at-40):at+10])
		}
	}
	i := bytes.Index(body, []byte(`id="packed-site"`))
	if bytes.ContainsFunc(body[i:], func(r rune) bool { return r > 127 }) {
		t.Error("what is packed is not plain ASCII")
	}
	if !bytes.Contains(body[:1024], []byte(single.Mark)) || !bytes.Contains(body[:1024], []byte(`charset="utf-8"`)) {
		t.Error("the file does not say at its beginning what it is")
	}
}

func TestTheSingleFileLinksToTheSiteOnlyWhereItHasAnAddress(t *testing.T) {
	body := mustSingle(t) // of a site with an address
	if !bytes.Contains(body, []byte(`href="https://example.org/open-cases/en/embed/"`)) {
		t.Error("with an address, the page to embed is linked there")
	}
	if bytes.Contains(body, []byte(single.Path+`"`)) {
		t.Error("the file offers itself")
	}
}
