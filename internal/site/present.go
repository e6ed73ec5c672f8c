package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/deck"
	"opencases/internal/frame"
	"opencases/internal/picture"
	"opencases/internal/story"
	"opencases/internal/words"
	"opencases/web"
)

// presentConfig is what the presenter's and the speaker's scripts are told.
type presentConfig struct {
	config
	Deck    string `json:"deck"`              // URL of the deck
	Upright string `json:"upright,omitempty"` // URL of the same deck for a window that is higher than wide
	Speaker string `json:"speaker"`           // URL of the speaker's window; "" in that window itself
	Help    string `json:"help"`              // URL of the page for teachers
}

// deckDoc is the deck as the scripts read it.
type deckDoc struct {
	ID    string                 `json:"id"` // tells this deck from those of other versions
	Steps []deckStep             `json:"steps"`
	Asks  map[string][]deckFound `json:"asks"` // by chapter: what stands on the scale once the answer is shown
}

type deckStep struct {
	Chapter string      `json:"chapter"`
	Beat    int         `json:"beat"` // from 0
	Kicker  string      `json:"kicker"`
	Title   string      `json:"title"`
	Share   float64     `json:"share"` // of the whole time, for the speaker's pace
	Notes   []deckNote  `json:"notes"`
	Builds  []deckBuild `json:"builds"`
}

type deckNote struct {
	Title string        `json:"title"`
	HTML  template.HTML `json:"html"`
}

type deckBuild struct {
	How   deck.How    `json:"how"`
	Do    []string    `json:"do"`
	To    string      `json:"to,omitempty"` // the month at which a sweep ends
	Still frame.Still `json:"still"`
}

type deckFound struct {
	N    float64 `json:"n"`
	Text string  `json:"text"`
	Ink  string  `json:"ink"`
}

// noteParts are the parts of a beat's speaker notes, in the order they are shown.
var noteParts = []string{"background", "point", "ask", "mistake"}

// askShare is how much longer than another step one takes that asks the room.
const askShare = 3

// presentDoc is what presenter.html and speaker.html are given.
type presentDoc struct {
	Lang, Dir string
	Title     string
	Head      template.HTML
	Meta      meta // of the presenter; the speaker's window is nobody's to find
	CSS       template.CSS
	Script    string
	Config    template.JS
	First     frame.Still
	SVG       template.HTML
	Page      string // the standalone page
	Teach     string // the page for teachers
	Views     []view
	Beats     []docBeat
}

// addPresent adds the presenter's document and the speaker's window. Each is a document of its own with the player's
// modules in it and no frame: a frame would swallow a clicker's keys after one click into it.
func (e *edition) addPresent(conf config, cards *asset.File) error {
	slides, err := e.deck(picture.Projector)
	if err != nil {
		return err
	}
	text, err := json.Marshal(slides)
	if err != nil {
		return err
	}
	slides.ID = asset.Hash(text)
	file, err := e.files.AddJSON(e.lang.Tag()+"-deck.json", slides)
	if err != nil {
		return err
	}
	upright, err := e.deck(picture.Narrow)
	if err != nil {
		return err
	}
	upright.ID = slides.ID // one session, however its windows are held
	uprightFile, err := e.files.AddJSON(e.lang.Tag()+"-deck-upright.json", upright)
	if err != nil {
		return err
	}
	var speaker *asset.File // comes first
	for _, doc := range []struct {
		name, path, root string
		css              []string
	}{
		{"speaker", "present/speaker/", playerRoot, []string{"present/slide.css", "present/speaker.css"}},
		{"presenter", "present/", deepRoot, []string{"player/player.css", "present/slide.css", "present/presenter.css", "present/poll.css"}},
	} {
		settings, err := e.presentConfig(conf, cards, doc.root)
		if err != nil {
			return err
		}
		settings.Deck = doc.root + file.Path
		if doc.name == "presenter" { // opens the other
			settings.Speaker = pinned(doc.root, speaker)
			settings.Upright = doc.root + uprightFile.Path
		}
		if speaker, err = e.addPresentDoc(doc.name, doc.path, doc.root, settings, doc.css, slides.Steps); err != nil {
			return err
		}
	}
	return nil
}

func (e *edition) addPresentDoc(name, path, root string, settings presentConfig, sheets []string, steps []deckStep) (*asset.File, error) {
	text, err := json.Marshal(settings)
	if err != nil {
		return nil, err
	}
	var parts []string
	for _, sheet := range sheets {
		body, err := fs.ReadFile(web.FS, sheet)
		if err != nil {
			return nil, err
		}
		parts = append(parts, string(body))
	}
	css, err := e.css(root, parts...)
	if err != nil {
		return nil, err
	}
	home := root + e.lang.Tag() + "/"
	d := presentDoc{
		Lang: e.lang.Tag(), Dir: e.lang.Direction(), CSS: template.CSS(css), Config: template.JS(text),
		Title:  e.lang.String("page.title.document", words.Str("title", e.lang.String("present."+name)), words.Str("site", e.lang.String("site.title"))),
		Script: root + e.present[name+".js"].Path,
		First:  steps[0].Builds[0].Still, SVG: template.HTML(steps[0].Builds[0].Still.SVG),
		Page: home, Teach: home + "teach/",
	}
	for _, v := range story.Views {
		d.Views = append(d.Views, view{string(v), e.lang.String("view." + string(v))})
	}
	for _, st := range steps {
		if st.Builds[0].How != deck.Ask {
			d.Beats = append(d.Beats, docBeat{st.Title, template.HTML(st.Builds[0].Still.TextHTML)})
		}
	}
	d.Head = template.HTML(`<meta http-equiv="Content-Security-Policy" content="` + frame.Escape(asset.PlayerPolicy(css).String()) + `">` +
		`<link rel="icon" href="` + root + e.icon.Path + `" type="image/svg+xml">`)
	if name == "presenter" {
		if d.Meta, err = e.meta(story.Chapters[0], root, e.lang.Tag()+"/"+path, d.Title, e.lang.String("present.description")); err != nil {
			return nil, err
		}
	}
	body, err := e.render(name, root, d)
	if err != nil {
		return nil, err
	}
	return e.files.Add(asset.NewFile(e.lang.Tag()+"/"+path+"index.html", asset.HTMLType, body)), nil
}

// presentConfig is the player's config for a document that reaches the site's root by root.
func (e *edition) presentConfig(conf config, cards *asset.File, root string) (presentConfig, error) {
	here := func(address string) string { return root + strings.TrimPrefix(address, playerRoot) }
	for _, address := range []*string{&conf.Record, &conf.Words, &conf.Wasm, &conf.WasmExec, &conf.Late, &conf.Stills} {
		*address = here(*address)
	}
	conf.Cards, conf.Page, conf.Chapter = root+e.cardsFor(cards, root).Path, root+e.lang.Tag()+"/", cover
	conf.Parts = nil
	var err error
	if conf.Say, err = e.scriptWords("player/say.txt", "present/say.txt"); err != nil {
		return presentConfig{}, err
	}
	return presentConfig{config: conf, Help: root + e.lang.Tag() + "/teach/"}, nil
}

// cardsFor are the cards with links that are right for documents at another depth than the player's.
func (e *edition) cardsFor(cards *asset.File, root string) *asset.File {
	if root == playerRoot {
		return cards
	}
	return e.files.Add(asset.NewHashed(e.lang.Tag()+"-cards.json", asset.JSONType, bytes.ReplaceAll(cards.MustBody(), []byte(playerRoot), []byte(root))))
}

// scriptWords are the texts that scripts say themselves, as they are written: those whose keys the lists name.
func (e *edition) scriptWords(lists ...string) (map[string]string, error) {
	texts, say := e.lang.Map(), map[string]string{}
	for _, name := range lists {
		list, err := fs.ReadFile(web.FS, name)
		if err != nil {
			return nil, err
		}
		for _, key := range strings.Fields(string(list)) {
			if say[key] = texts[key]; say[key] == "" {
				say[key] = e.lang.String(key) // shows, and remembers, that it is missing
			}
		}
	}
	return say, nil
}

// deck makes the deck with a still for each build.
func (e *edition) deck(c picture.Composition) (deckDoc, error) {
	steps, err := deck.Steps(e.lang.Tag())
	if err != nil {
		return deckDoc{}, err
	}
	d := deckDoc{Asks: map[string][]deckFound{}}
	total := 0.
	for _, st := range steps {
		s := deckStep{Chapter: st.Chapter, Beat: st.Beat, Share: 1, Notes: e.notes(st)}
		if st.Builds[0].How == deck.Ask {
			s.Share = askShare
		}
		total += s.Share
		for _, b := range st.Builds {
			still, p := e.still(b.State, c, deepRoot)
			build := deckBuild{How: b.How, Do: b.Do, Still: still}
			if b.How == deck.Sweep {
				build.To = p.Month.String()
			}
			s.Kicker, s.Title = still.Kicker, still.Title
			s.Builds = append(s.Builds, build)
		}
		if begin := &s.Builds[0]; begin.How == deck.Begin {
			begin.Still.Title, begin.Still.TextHTML = e.sweepWords(st)
		}
		d.Steps = append(d.Steps, s)
	}
	for i := range d.Steps {
		d.Steps[i].Share /= total
	}
	for _, chapter := range story.ChapterNames() {
		q, _ := story.QuestionOf(chapter)
		for _, a := range q.Figures {
			f, ok := e.rec.Figure(a.Ref)
			if n, known := f.Count.Float(); ok && known {
				d.Asks[chapter] = append(d.Asks[chapter], deckFound{n, e.lang.String(a.Label, words.Fig("n", f)), a.Ink})
			}
		}
	}
	return d, nil
}

// sweepWords are the words over the beginning of a sweep: those of the beat tell of its end.
func (e *edition) sweepWords(st deck.Step) (title, text string) {
	beat := story.Chapters[st.Number].Beats[st.Beat]
	from, to := words.Str("from", e.lang.Month(beat.From)), words.Str("to", e.lang.Month(beat.To))
	return e.lang.String("present.ahead.title", from, to), frame.Escape(e.lang.String("present.ahead.text", from, to))
}

// notes are what a speaker may say at a beat; a part without a text is left out.
func (e *edition) notes(st deck.Step) []deckNote {
	list := []deckNote{}
	for _, part := range noteParts {
		key := fmt.Sprintf("notes.%s.%d.%s", st.Chapter, st.Beat+1, part)
		if e.lang.Has(key) {
			list = append(list, deckNote{e.lang.String("present.notes." + part), e.markup(playerRoot, key)})
		}
	}
	return list
}
