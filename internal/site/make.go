package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/frame"
	"opencases/internal/paint/png"
	"opencases/internal/story"
	"opencases/wasm/built"
	"opencases/web"
	"opencases/web/pages"
)

// Config says what a site is made from.
type Config struct {
	Data   fs.FS        // the record's CSV files, and words/ with a folder for each language
	Player built.Player // the player's WebAssembly
	URL    string       // public address with a slash at the end, or "": share cards and canonical links need it
	// Program identifies what makes the site; "" is Program(). What is named before it is made carries it.
	Program string

	Leave bool // browsers forget what the service worker of an earlier site has kept, and keep nothing new
}

// shared is what all languages have in common.
type shared struct {
	*Site
	url, program   string
	boot, icon     *asset.File
	first          string                 // the script in the head of player documents
	builder        *asset.File            // the script of the embed builder
	present        map[string]*asset.File // the presenter's scripts
	fonts          map[string]*asset.File
	late           *asset.File
	colours        png.Colours
	wasm, wasmExec *asset.File
	wasmBytes      int
	singleMB       int // the single file is smaller than so many MB
	record         *asset.File
	names          map[string]string // languages by tag
	locales        map[string]string // the same, as Open Graph writes them
}

// Make makes the whole site. The error names every fault of the record and the texts, one a line.
func Make(c Config) (*Site, error) {
	src, err := Load(c.Data)
	if err != nil {
		return nil, err
	}
	c.Program = cmp.Or(c.Program, Program())
	s := New(nil)
	for _, l := range src.Languages {
		s.Languages = append(s.Languages, l.Tag())
	}
	sh, err := makeShared(s, c, src)
	if err != nil {
		return nil, err
	}
	editions := map[string]*edition{}
	for _, l := range src.Languages {
		e := &edition{shared: sh, rec: src.Record, lang: l, parsed: &templates{}}
		e.also = e.aliases()
		editions[l.Tag()] = e
		if err := e.make(); err != nil {
			return nil, err
		}
	}
	s.lost = func(lang, root string) ([]byte, error) { return editions[lang].lost(root) }
	if s.oembed, err = s.addOEmbed(editions, c.URL); err != nil {
		return nil, err
	}
	if err := addEmbedPages(editions); err != nil {
		return nil, err
	}
	if err := s.addMovedPages(editions); err != nil {
		return nil, err
	}
	if err := s.addWorker(c.Leave); err != nil {
		return nil, err
	}
	if err := s.addRoot(editions); err != nil {
		return nil, err
	}
	return s, s.addSingle(c, editions)
}

func makeShared(s *Site, c Config, src *Sources) (*shared, error) {
	sh := &shared{Site: s, url: c.URL, program: c.Program, names: map[string]string{}, locales: map[string]string{}}
	for _, l := range src.Languages {
		sh.names[l.Tag()] = l.Name()
		sh.locales[l.Tag()] = l.String("embed.locale")
	}
	scripts, err := fs.Sub(web.FS, "player")
	if err != nil {
		return nil, err
	}
	modules, err := s.files.AddScripts(scripts, "boot.js", "player.js", "engine.js", "host.js")
	if err != nil {
		return nil, err
	}
	sh.boot = modules["boot.js"]
	if sh.first, err = s.first(scripts); err != nil {
		return nil, err
	}
	if sh.present, err = s.files.AddScripts(web.FS, "present/presenter.js", "present/speaker.js"); err != nil {
		return nil, err
	}
	late, err := fs.ReadFile(scripts, "late.css")
	if err != nil {
		return nil, err
	}
	if sh.late, err = s.files.AddHashed("late.css", asset.CSSType, late); err != nil {
		return nil, err
	}
	icon, err := fs.ReadFile(pages.FS, "favicon.svg")
	if err != nil {
		return nil, err
	}
	if sh.icon, err = s.files.AddHashed("favicon.svg", asset.SVGType, icon); err != nil {
		return nil, err
	}
	if sh.colours, err = palette(); err != nil {
		return nil, err
	}
	if sh.fonts, err = s.addFonts(); err != nil {
		return nil, err
	}
	if sh.wasmExec, err = s.files.AddHashed(built.SupportFile, asset.JSType, c.Player.Support); err != nil {
		return nil, err
	}
	sum, err := hex.DecodeString(c.Player.SHA256)
	if err != nil || len(sum) != sha256.Size {
		return nil, fmt.Errorf("the player's manifest says %q, which is no SHA-256; run: make clean build", c.Player.SHA256)
	}
	wasm := asset.NewCompressed("", asset.WASMType, asset.HashOf(sum), c.Player.Brotli, c.Player.Gzip)
	wasm.Path, wasm.Immutable = asset.HashedPath("player.wasm", wasm.Hash), true
	sh.wasm, sh.wasmBytes = s.files.Add(wasm), c.Player.Size
	sh.singleMB = (SingleLimit(len(s.Languages)) + 999_999) / 1_000_000
	if err := s.addEmbed(c.URL); err != nil {
		return nil, err
	}
	return sh, sh.addData(c.Data, src)
}

// addData adds the record's files as they are, and all of them as one for the engine.
func (s *shared) addData(data fs.FS, src *Sources) error {
	all := map[string]string{}
	for _, name := range src.Record.Tables() {
		body, err := fs.ReadFile(data, name+".csv")
		if err != nil {
			return err
		}
		body = bytes.TrimPrefix(body, []byte("\ufeff"))
		s.files.Add(asset.NewFile("data/"+name+".csv", asset.CSVType, body))
		all[name+".csv"] = string(body)
	}
	var err error
	s.record, err = s.files.AddJSON("record.json", all)
	return err
}

// make adds everything of one language.
func (e *edition) make() error {
	made := map[string]map[string][]frame.Still{}
	for _, ch := range story.Chapters {
		made[ch.Name] = map[string][]frame.Still{}
		for _, comp := range compositions {
			list, err := e.stills(ch, comp)
			if err != nil {
				return err
			}
			made[ch.Name][comp.String()] = list
		}
	}
	stills, err := e.addStills(made)
	if err != nil {
		return err
	}
	conf, err := e.config(stills)
	if err != nil {
		return err
	}
	e.partFiles = conf.Parts
	if err := e.addPlayers(made, conf); err != nil {
		return err
	}
	for _, add := range []func() error{func() error { return e.addPresent(conf) }, e.addTeach, e.addHandout, e.addPoll} {
		if err := add(); err != nil {
			return err
		}
	}
	return e.addPages()
}

// config is what all of a language's player documents tell the scripts.
func (e *edition) config(stills string) (config, error) {
	c := config{
		Lang: e.lang.Tag(), Record: playerRoot + e.record.Path, Wasm: playerRoot + e.wasm.Path, WasmBytes: e.wasmBytes,
		WasmExec: playerRoot + e.wasmExec.Path, Late: playerRoot + e.late.Path, Page: deepRoot,
		Stills: playerRoot + stills, Parts: map[string]string{},
	}
	for _, ch := range story.Chapters {
		c.Chapters = append(c.Chapters, configChapter{ch.Name, e.chapterTitle(ch.Name), len(ch.Beats), ch.Beats[0].Ask != story.AskNothing})
	}
	cards, err := e.addCards()
	if err != nil {
		return c, err
	}
	c.Cards = playerRoot + cards.Path
	texts, err := e.files.AddJSON(e.lang.Tag()+"-words.json", e.playerWords())
	if err != nil {
		return c, err
	}
	c.Words = playerRoot + texts.Path
	parts, err := e.parts(playerRoot, deepRoot)
	if err != nil {
		return c, err
	}
	for name, part := range map[string]string{"table": "tables", "sources": "sources", "article": "statements", "help": "help"} {
		f := asset.NewHashed(e.lang.Tag()+"-"+name+".html", asset.HTMLType, []byte(parts[part]))
		c.Parts[name] = playerRoot + e.files.Add(f).Path
	}
	c.Say, err = e.scriptWords("player/say.txt")
	return c, err
}

// playerWords are the texts that the engine makes Frames with: all but those that only pages, cards and dialogs show.
func (e *edition) playerWords() map[string]string {
	kept := map[string]string{}
	for key, text := range e.lang.Map() {
		if first, _, _ := strings.Cut(key, "."); !pageOnly[first] {
			kept[key] = text
		}
	}
	return kept
}

// pageOnly are the first parts of keys that no Frame and no Picture asks for.
var pageOnly = map[string]bool{
	"page": true, "notfound": true, "error": true, "footer": true, "nav": true, "embed": true, "present": true, "share": true,
	"statement": true, "event": true, "word": true, "title": true, "card": true, "table": true, "column": true, "formula": true, "flag": true,
	"notes": true, "poll": true, "teach": true, "handout": true, "help": true, "key": true, "keyname": true, "noscript": true, "nowasm": true, "confidence": true, "exact": true, "finding": true,
}
