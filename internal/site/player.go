package site

import (
	"encoding/json"
	"html/template"
	"io/fs"
	"strconv"

	"opencases/internal/asset"
	"opencases/internal/frame"
	"opencases/internal/picture"
	"opencases/internal/story"
	"opencases/web"
	"opencases/web/fonts"
)

// playerDoc is what web/player/player.html is given; the template's comment describes it.
type playerDoc struct {
	Lang, Dir, Theme   string
	Eager              bool
	Title, Description string
	Meta               meta
	Icon, CSP          string
	Preloads           template.HTML
	CSS                template.CSS
	First              template.JS
	Boot               string
	Config             template.JS
	Frame              frame.Frame
	Stills             []docStill
	Beats              []docBeat
	Chapters           []link
	Views              []view
	Page, Table        string
	Sources, Article   string
}

type docStill struct {
	Comp  string
	Frame frame.Frame
	SVG   template.HTML
}

type docBeat struct {
	Title string
	Text  template.HTML
}

type link struct{ Name, Title, Href string }

type view struct{ Name, Title string }

// config is what the scripts are told; web/player/core/config.js describes it.
type config struct {
	Lang      string            `json:"lang"`
	Chapter   string            `json:"chapter"`
	Chapters  []configChapter   `json:"chapters"`
	Stills    string            `json:"stills"`
	Cards     string            `json:"cards"`
	Record    string            `json:"record"`
	Words     string            `json:"words"`
	Wasm      string            `json:"wasm"`
	WasmBytes int               `json:"wasmBytes"`
	WasmExec  string            `json:"wasmExec"`
	Late      string            `json:"late"`
	Parts     map[string]string `json:"parts"`
	Page      string            `json:"page"`
	Say       map[string]string `json:"say"`
}

type configChapter struct {
	Name   string       `json:"name"`
	Title  string       `json:"title"`
	Beats  int          `json:"beats"`
	Asks   bool         `json:"asks,omitempty"` // its first beat asks for a guess
	Views  []story.View `json:"views"`          // of each beat, and the months where they rest
	Months []string     `json:"months"`
}

func (e *edition) configChapter(ch story.Chapter) configChapter {
	c := configChapter{Name: ch.Name, Title: e.chapterTitle(ch.Name), Beats: len(ch.Beats), Asks: ch.Question != nil}
	for _, b := range ch.Beats {
		c.Views, c.Months = append(c.Views, b.View), append(c.Months, b.To.String())
	}
	return c
}

// addPlayers adds the player's document of every chapter; the answer leads from chapter to document.
func (e *edition) addPlayers(stills chapterStills, conf config) (map[string]*asset.File, error) {
	players := map[string]*asset.File{}
	for _, ch := range story.Chapters {
		conf.Chapter = ch.Name
		doc, err := e.playerDoc(ch, stills.byChapter[ch.Name], conf)
		if err != nil {
			return nil, err
		}
		body, err := e.render("player", playerRoot, doc)
		if err != nil {
			return nil, err
		}
		players[ch.Name] = e.files.Add(asset.NewFile(e.lang.Tag()+"/player/"+ch.Name+"/index.html", asset.HTMLType, body))
	}
	return players, nil
}

func (e *edition) playerDoc(ch story.Chapter, stills map[string][]frame.Still, conf config) (playerDoc, error) {
	settings, err := json.Marshal(conf)
	if err != nil {
		return playerDoc{}, err
	}
	d := playerDoc{
		Lang: e.lang.Tag(), Dir: e.lang.Direction(), Theme: "auto", Icon: playerRoot + e.icon.Path,
		Title:       e.pageTitle(ch.Name),
		Description: e.lang.String("chapter." + ch.Name + ".lead"),
		Preloads:    template.HTML(e.preloads(playerRoot)),
		First:       template.JS(e.first),
		Boot:        playerRoot + e.boot.Path,
		Config:      template.JS(settings),
		Frame:       opened(ch, stills[picture.Article.String()]).Frame,
		Page:        deepRoot, Table: deepRoot + "#record", Sources: deepRoot + "#sources", Article: deepRoot + "#statements",
	}
	for _, c := range compositions {
		s := opened(ch, stills[c.String()])
		d.Stills = append(d.Stills, docStill{c.String(), s.Frame, template.HTML(s.SVG)})
	}
	for i, s := range stills[picture.Article.String()] {
		if s.Ask == nil && (i == 0 || s.Beat != stills[picture.Article.String()][i-1].Beat) { // not explore's other views
			d.Beats = append(d.Beats, docBeat{s.Title, template.HTML(s.TextHTML)})
		}
	}
	for _, other := range story.Chapters {
		d.Chapters = append(d.Chapters, link{other.Name, e.lang.String("chapter." + other.Name + ".title"), "../" + other.Name + "/"})
	}
	for _, v := range story.Views {
		d.Views = append(d.Views, view{string(v), e.lang.String("view." + string(v))})
	}
	sheet, err := fs.ReadFile(web.FS, "player/player.css")
	if err != nil {
		return d, err
	}
	rules, err := placed(d)
	if err != nil {
		return d, err
	}
	css, err := e.cssWith(playerRoot, fonts.ShortFallbacks(), string(sheet), rules)
	if err != nil {
		return d, err
	}
	d.CSS, d.CSP = template.CSS(css), asset.PlayerPolicy(css, e.first).String()
	d.Meta, err = e.playerMeta(ch, d.Title, d.Description)
	return d, err
}

// addFirst makes the script that stands in the head of player documents, and adds the one that it may fetch.
func (s *shared) addFirst(scripts fs.FS) (string, error) {
	appearance, err := asset.BundleIIFE(scripts, "head-appearance.js", nil)
	if err != nil {
		return "", err
	}
	file, err := s.files.AddHashed("head-appearance.js", asset.JSType, appearance)
	if err != nil {
		return "", err
	}
	first, err := asset.BundleIIFE(scripts, "head.js", map[string]string{"LATER": strconv.Quote(playerRoot + file.Path)})
	return string(first), err
}
