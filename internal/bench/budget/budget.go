// Package budget weighs what a reader's device is asked to load and holds it to limits, which internal/bench/RESULTS.md
// shows beside the weights.
package budget

import (
	"fmt"
	"slices"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/bench/report"
	"opencases/internal/engine"
	"opencases/internal/single"
	"opencases/internal/site"
)

// Item is one thing with a limit: the files that are loaded together.
type Item struct {
	Name  string
	Files []*asset.File
	Limit int // bytes over the wire with Brotli; 0: only weighed
}

// Weight is an item's size in bytes, by encoding. A file that does not get smaller counts as it is.
func (i Item) Weight(e asset.Encoding) int {
	n := 0
	for _, f := range i.Files {
		if b := f.Encoded(e); b != nil {
			n += len(b)
		} else {
			body, err := f.Body()
			if err != nil {
				panic(err) // a file that cannot be made has no weight
			}
			n += len(body)
		}
	}
	return n
}

// Over reports that the item is heavier than its limit.
func (i Item) Over() bool { return i.Limit > 0 && i.Weight(asset.Brotli) > i.Limit }

// The limits, in bytes of Brotli 11. First response: ten TCP segments, so that the true picture comes with the first
// round trip. Engine: 0.56 of a do-nothing Ebitengine v2.8.8 program, 1.75 MB.
const (
	FirstResponse = 14_000
	Engine        = 980_000
	Fonts         = 60_000
	EmbedScript   = 4_000
)

// Items lists what is weighed in a site, the heaviest of each kind of document.
func Items(s *site.Site) []Item {
	var items []Item
	files := s.Files()
	find := func(match func(path string) bool) []*asset.File {
		var found []*asset.File
		for _, f := range files {
			if match(f.Path) {
				found = append(found, f)
			}
		}
		return found
	}
	hashed := func(prefix, suffix string) []*asset.File {
		return find(func(p string) bool {
			return strings.HasPrefix(p, "assets/"+prefix) && strings.HasSuffix(p, suffix)
		})
	}
	for _, lang := range s.Languages {
		player := heaviest(find(func(p string) bool { return strings.HasPrefix(p, lang+"/player/") && strings.HasSuffix(p, ".html") }))
		items = append(items,
			Item{"player document and boot script, " + lang, append(player, hashed("boot-", ".js")...), FirstResponse},
			Item{"standalone page, " + lang, find(func(p string) bool { return p == lang+"/index.html" }), 0},
			Item{"fonts of a page, " + lang, fontsOf(lang, hashed("open-cases-sans", ".woff2")), Fonts},
			Item{"texts for the engine, " + lang, hashed(lang+"-words-", ".json"), 0})
	}
	engine := hashed("player-", ".wasm")
	if f := s.Single(); f != nil {
		items = append(items, Item{"single file", []*asset.File{f}, single.Limit(len(s.Languages))})
	}
	return append(items,
		Item{"engine (WebAssembly)", engine, Engine},
		Item{"engine's scripts", slices.Concat(hashed("engine-", ".js"), hashed("wasm_exec-", ".js")), 0},
		Item{"record for the engine", hashed("record-", ".json"), 0},
		Item{"script for host pages", find(func(p string) bool { return p == "embed.js" }), EmbedScript},
		Item{"copy kept for use without a network, all languages", s.OfflineFiles(), 0})
}

// fontsOf are the font files that a page of a language may load: the Arabic ones only where they are written.
func fontsOf(lang string, all []*asset.File) []*asset.File {
	if lang == "ar" {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(f *asset.File) bool { return strings.Contains(f.Path, "-arabic-") })
}

func heaviest(files []*asset.File) []*asset.File {
	if len(files) == 0 {
		return nil
	}
	return []*asset.File{slices.MaxFunc(files, func(a, b *asset.File) int {
		return len(a.Encoded(asset.Brotli)) - len(b.Encoded(asset.Brotli))
	})}
}

// Table lists the items' weights, and Faults the items that are too heavy or not there at all.
func Table(items []Item) report.Table {
	t := report.Table{Name: "size", Title: "What a reader's device is asked to load"}
	for _, name := range []string{"plain", "gzip", "Brotli 11", "limit"} {
		t.Columns = append(t.Columns, report.Column{Name: name, Unit: "bytes", Exact: true})
	}
	for _, i := range items {
		cells := []report.Cell{{}, {}, {}, {}}
		for k, e := range []asset.Encoding{asset.Identity, asset.Gzip, asset.Brotli} {
			cells[k] = report.Of(float64(i.Weight(e)))
		}
		if i.Limit > 0 {
			cells[3] = report.Of(float64(i.Limit))
		}
		t.Rows = append(t.Rows, report.Row{Name: i.Name, Cells: cells})
	}
	return t
}

// Faults says what is too heavy, and what is missing.
func Faults(items []Item) (faults []string) {
	for _, i := range items {
		switch {
		case len(i.Files) == 0:
			faults = append(faults, i.Name+": no such file in the site")
		case i.Over():
			faults = append(faults, fmt.Sprintf("%s: %d bytes, limit %d", i.Name, i.Weight(asset.Brotli), i.Limit))
		}
	}
	return faults
}

// Packages lists what the heaviest Go packages weigh in the engine, before compression.
func Packages(s engine.Sizes, n int) report.Table {
	t := report.Table{
		Name: "packages", Title: "What each package weighs in the engine",
		Columns: []report.Column{{Name: "code", Unit: "bytes", Exact: true}, {Name: "of the module", Unit: "%", Exact: true}},
		Note:    "Before compression; the same program, linked with its names. `make weigh` lists more.",
	}
	add := func(name string, bytes int) {
		t.Rows = append(t.Rows, report.Row{Name: name, Cells: []report.Cell{report.Of(float64(bytes)), report.Of(100 * float64(bytes) / float64(s.Code+s.Data))}})
	}
	rest := s.Code
	for _, p := range s.Packages[:min(n, len(s.Packages))] {
		add(p.Package, p.Bytes)
		rest -= p.Bytes
	}
	add("code of all others", rest)
	add("data of all", s.Data)
	return t
}
