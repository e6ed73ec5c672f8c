package site

import (
	"cmp"
	"io/fs"
	"strings"
	"time"

	"opencases/internal/asset"
	"opencases/internal/story"
	"opencases/wasm/built"
)

// Config says what a site is made from.
type Config struct {
	Data   fs.FS        // the record's CSV files, and words/ with a folder for each language
	Player built.Player // the player's WebAssembly
	URL    string       // public address with a slash at the end, or "": share cards and canonical links need it
	// Program identifies what makes the site; "" is Program(). What is named before it is made carries it.
	Program string

	// SecurityContact is whom reports of faults go to (RFC 9116), "" nobody: a mailto: or https: address, and the day until which
	// it holds.
	SecurityContact string
	SecurityExpires time.Time

	DisableOffline bool // browsers delete what the service worker of an earlier site has stored, and store nothing new
}

// Make makes the whole site: what all languages share, then the edition of each, then what is made of all of them. The
// error names every fault of the record and the texts, one a line.
func Make(c Config) (*Site, error) {
	src, err := Load(c.Data)
	if err != nil {
		return nil, err
	}
	c.Program = cmp.Or(c.Program, Program())
	s, err := makeShared(c, src)
	if err != nil {
		return nil, err
	}
	var editions []*finished
	for _, l := range src.Languages {
		e, err := newEdition(s, src.Record, l).make()
		if err != nil {
			return nil, err
		}
		editions = append(editions, e)
	}
	return finish(c, s, editions)
}

// finish makes what is one for all languages, of finished editions.
func finish(c Config, s *shared, editions []*finished) (*Site, error) {
	provider, err := s.addOEmbed(editions)
	if err != nil {
		return nil, err
	}
	for _, e := range editions {
		if err := e.addEmbedPages(editions); err != nil {
			return nil, err
		}
	}
	moved, err := addMovedPages(editions)
	if err != nil {
		return nil, err
	}
	offline := offlineFiles(s.files.Files(), s.languages, moved)
	if err := s.addWorker(offline, moved, c.DisableOffline); err != nil {
		return nil, err
	}
	if err := editions[0].addRoot(); err != nil {
		return nil, err
	}
	s.addSecurity(c)
	made := &Site{Languages: s.languages, version: s.version, files: s.files, moved: moved, offline: offline, oembed: provider, polls: map[string]*pollPage{}}
	editionsByTag := map[string]*finished{}
	for _, e := range editions {
		editionsByTag[e.lang.Tag()], made.polls[e.lang.Tag()] = e, e.poll
	}
	made.notFound = func(lang, root string) ([]byte, error) { return editionsByTag[lang].notFound(root) }
	return made, made.addSingle(c, editions)
}

// finished is an edition whose own documents are made, with what later stages ask of it.
type finished struct {
	*edition
	players   map[string]*asset.File // the player's document of each chapter
	partFiles map[string]string      // addresses of the player's parts, by name, from its documents
	poll      *pollPage
}

// make makes everything of one language. Each stage is given what it needs of earlier ones.
func (e *edition) make() (*finished, error) {
	stills, err := e.addStills()
	if err != nil {
		return nil, err
	}
	cards, err := e.addCards()
	if err != nil {
		return nil, err
	}
	conf, err := e.config(stills.folder, cards)
	if err != nil {
		return nil, err
	}
	players, err := e.addPlayers(stills, conf)
	if err != nil {
		return nil, err
	}
	if err := e.addPresent(conf, cards); err != nil {
		return nil, err
	}
	if err := e.addTeach(); err != nil {
		return nil, err
	}
	if err := e.addHandout(); err != nil {
		return nil, err
	}
	if err := e.addPages(players); err != nil {
		return nil, err
	}
	poll, err := e.makePoll()
	return &finished{e, players, conf.Parts, poll}, err
}

// config is what all of a language's player documents tell the scripts.
func (e *edition) config(stills string, cards *asset.File) (config, error) {
	c := config{
		Lang: e.lang.Tag(), Record: playerRoot + e.record.Path, Wasm: playerRoot + e.wasm.Path, WasmBytes: e.wasmBytes,
		WasmExec: playerRoot + e.wasmExec.Path, Late: playerRoot + e.late.Path, Page: deepRoot,
		Stills: playerRoot + stills, Parts: map[string]string{},
	}
	for _, ch := range story.Chapters {
		c.Chapters = append(c.Chapters, e.configChapter(ch))
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
	texts := map[string]string{}
	for key, text := range e.lang.Map() {
		if first, _, _ := strings.Cut(key, "."); !pageOnly[first] {
			texts[key] = text
		}
	}
	return texts
}

// pageOnly are the first parts of keys that no Frame and no Picture asks for.
var pageOnly = map[string]bool{
	"page": true, "notfound": true, "error": true, "footer": true, "nav": true, "embed": true, "present": true, "share": true,
	"statement": true, "event": true, "word": true, "title": true, "card": true, "table": true, "column": true, "formula": true, "flag": true,
	"notes": true, "poll": true, "teach": true, "handout": true, "help": true, "key": true, "keyname": true, "noscript": true, "nowasm": true, "confidence": true, "exact": true, "finding": true,
}
