// Package budget weighs what a reader's device is asked to load and holds it to the project's limits: DESIGN.md,
// section 4, and the README name them.
package budget

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"opencases/internal/site"
)

// Item is one thing with a limit: the files that are loaded together.
type Item struct {
	Name  string
	Files []*site.File
	Limit int // bytes over the wire with Brotli; 0: only weighed
}

// Weight is an item's size in bytes, by encoding. A file that does not get smaller counts as it is.
func (i Item) Weight(e site.Encoding) int {
	n := 0
	for _, f := range i.Files {
		if b := f.Encoded(e); b != nil {
			n += len(b)
		} else {
			n += len(f.Body())
		}
	}
	return n
}

// Over reports that the item is heavier than its limit.
func (i Item) Over() bool { return i.Limit > 0 && i.Weight(site.Brotli) > i.Limit }

// The limits, in bytes of Brotli 11. First response: ten TCP segments, so that the true picture comes with the first
// round trip. Engine: 0.80 of a do-nothing Ebitengine v2.8.8 program, 1.75 MB.
const (
	FirstResponse = 14_000
	Engine        = 1_400_000
	Fonts         = 60_000
	EmbedScript   = 4_000
)

// Items lists what is weighed in a site, the heaviest of each kind of document.
func Items(s *site.Site) []Item {
	var items []Item
	files := s.Files()
	find := func(match func(path string) bool) []*site.File {
		var found []*site.File
		for _, f := range files {
			if match(f.Path) {
				found = append(found, f)
			}
		}
		return found
	}
	asset := func(prefix, suffix string) []*site.File {
		return find(func(p string) bool {
			return strings.HasPrefix(p, "assets/"+prefix) && strings.HasSuffix(p, suffix)
		})
	}
	for _, lang := range s.Languages {
		player := heaviest(find(func(p string) bool { return strings.HasPrefix(p, lang+"/player/") && strings.HasSuffix(p, ".html") }))
		items = append(items,
			Item{"player document and boot script, " + lang, append(player, asset("boot-", ".js")...), FirstResponse},
			Item{"standalone page, " + lang, find(func(p string) bool { return p == lang+"/index.html" }), 0},
			Item{"fonts of a page, " + lang, fontsOf(lang, asset("open-cases-sans", ".woff2")), Fonts},
			Item{"texts for the engine, " + lang, asset(lang+"-words-", ".json"), 0})
	}
	return append(items,
		Item{"engine (WebAssembly)", asset("player-", ".wasm"), Engine},
		Item{"engine's scripts", append(asset("engine-", ".js"), asset("wasm_exec-", ".js")...), 0},
		Item{"record for the engine", asset("record-", ".json"), 0},
		Item{"script for host pages", find(func(p string) bool { return p == "embed.js" }), EmbedScript})
}

// fontsOf are the font files that a page of a language may load: the Arabic ones only where they are written.
func fontsOf(lang string, all []*site.File) []*site.File {
	if lang == "ar" {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(f *site.File) bool { return strings.Contains(f.Path, "-arabic-") })
}

func heaviest(files []*site.File) []*site.File {
	if len(files) == 0 {
		return nil
	}
	return []*site.File{slices.MaxFunc(files, func(a, b *site.File) int {
		return len(a.Encoded(site.Brotli)) - len(b.Encoded(site.Brotli))
	})}
}

// Report writes the table and answers with the items that are too heavy or not there at all.
func Report(w io.Writer, items []Item) (faults []string) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "bytes\tplain\tgzip\tBrotli\tlimit\t")
	for _, i := range items {
		limit := "-"
		if i.Limit > 0 {
			limit = fmt.Sprint(i.Limit)
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%s\t\n", i.Name, i.Weight(site.Identity), i.Weight(site.Gzip), i.Weight(site.Brotli), limit)
		switch {
		case len(i.Files) == 0:
			faults = append(faults, i.Name+": no such file in the site")
		case i.Over():
			faults = append(faults, fmt.Sprintf("%s: %d bytes, limit %d", i.Name, i.Weight(site.Brotli), i.Limit))
		}
	}
	t.Flush()
	return faults
}
