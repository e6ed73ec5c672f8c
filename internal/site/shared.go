package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"

	"opencases/internal/asset"
	"opencases/internal/paint/png"
	"opencases/internal/single"
	"opencases/wasm/built"
	"opencases/web"
	"opencases/web/pages"
)

// shared is what all languages have in common.
type shared struct {
	files          *asset.Set // what is made is added here
	languages      []string   // tags, the default first
	url, program   string
	version        Version
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

// makeShared makes what all languages have in common.
func makeShared(c Config, src *Sources) (*shared, error) {
	version, err := versionOf(c, src.Record.Tables())
	if err != nil {
		return nil, err
	}
	s := &shared{version: version, files: asset.NewSet(), url: c.URL, program: c.Program, names: map[string]string{}, locales: map[string]string{}}
	for _, l := range src.Languages {
		s.languages = append(s.languages, l.Tag())
		s.names[l.Tag()] = l.Name()
		s.locales[l.Tag()] = l.String("embed.locale")
	}
	s.singleMB = (single.Limit(len(s.languages)) + 999_999) / 1_000_000
	if err := s.addScripts(); err != nil {
		return nil, err
	}
	if err := s.addStyles(); err != nil {
		return nil, err
	}
	if err := s.addEngine(c.Player); err != nil {
		return nil, err
	}
	if err := s.addVersion(); err != nil {
		return nil, err
	}
	return s, s.addData(c.Data, src)
}

func (s *shared) addScripts() error {
	scripts, err := fs.Sub(web.FS, "player")
	if err != nil {
		return err
	}
	modules, err := s.files.AddScripts(scripts, "boot.js", "player.js", "engine/engine.js", "host/host.js")
	if err != nil {
		return err
	}
	s.boot = modules["boot.js"]
	if s.first, err = s.addFirst(scripts); err != nil {
		return err
	}
	if s.present, err = s.files.AddScripts(web.FS, "present/presenter.js", "present/speaker.js"); err != nil {
		return err
	}
	if err := s.addEmbed(); err != nil {
		return err
	}
	s.builder, err = s.addBuilderScript()
	return err
}

func (s *shared) addStyles() error {
	late, err := fs.ReadFile(web.FS, "player/late.css")
	if err != nil {
		return err
	}
	if s.late, err = s.files.AddHashed("late.css", asset.CSSType, late); err != nil {
		return err
	}
	icon, err := fs.ReadFile(pages.FS, "favicon.svg")
	if err != nil {
		return err
	}
	if s.icon, err = s.files.AddHashed("favicon.svg", asset.SVGType, icon); err != nil {
		return err
	}
	if s.colours, err = palette(); err != nil {
		return err
	}
	s.fonts, err = s.addFonts()
	return err
}

// addEngine adds the player's WebAssembly as the build has compressed it, and the script that starts it.
func (s *shared) addEngine(player built.Player) (err error) {
	if s.wasmExec, err = s.files.AddHashed(built.SupportFile, asset.JSType, player.Support); err != nil {
		return err
	}
	sum, err := hex.DecodeString(player.SHA256)
	if err != nil || len(sum) != sha256.Size {
		return fmt.Errorf("the player's manifest says %q, which is no SHA-256; run: make clean build", player.SHA256)
	}
	wasm := asset.NewCompressed("", asset.WASMType, asset.HashOf(sum), player.Brotli, player.Gzip)
	wasm.Path, wasm.Immutable = asset.HashedPath("player.wasm", wasm.Hash), true
	s.wasm, s.wasmBytes = s.files.Add(wasm), player.Size
	return nil
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
