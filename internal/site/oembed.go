package site

import (
	"bytes"
	"image"
	"image/png"
	"path"
	"strconv"
	"strings"

	"golang.org/x/image/draw"

	"opencases/internal/asset"
	"opencases/internal/oembed"
	cards "opencases/internal/paint/png"
	"opencases/internal/story"
	"opencases/internal/words"
)

// addOEmbed makes what answers oEmbed requests, and adds its answers as files.
func (s *shared) addOEmbed(editions []*finished) (*oembed.Provider, error) {
	var pages []oembed.Page
	for _, e := range editions {
		for _, ch := range story.Chapters {
			pages = append(pages, e.embedPage(ch))
		}
	}
	p := oembed.New(editions[0].lang.String("site.title"), s.url, s.languages, pages)
	files, err := p.Files()
	for _, f := range files {
		s.files.Add(f)
	}
	return p, err
}

// addEmbedPages adds what hosts are shown in a language: the builder, the demonstrations, the licences.
func (e *edition) addEmbedPages(editions []*finished) error {
	if err := e.addBuilder(editions); err != nil {
		return err
	}
	if err := e.addDemos(); err != nil {
		return err
	}
	return e.addLicences()
}

// pagePath is the path of a chapter's standalone page: "en/gap/", and "en/" for the cover.
func pagePath(lang, chapter string) string {
	if chapter == cover {
		return lang + "/"
	}
	return lang + "/" + chapter + "/"
}

// embedPage describes a chapter's page to who embeds it, and adds its share card in all sizes.
func (e *edition) embedPage(ch story.Chapter) oembed.Page {
	page := oembed.Page{
		Lang: e.lang.Tag(), Chapter: ch.Name, Path: pagePath(e.lang.Tag(), ch.Name),
		Title: e.pageTitle(ch.Name), FrameTitle: e.frameTitle(ch.Name),
	}
	card := e.shareCard(ch)
	e.files.Add(card.At(page.Path + cardName))
	page.Cards = []oembed.Card{{Path: card.Path, Width: cards.CardWidth, Height: cards.CardHeight}}
	for _, part := range []int{2, 4} {
		w, h := cards.CardWidth/part, cards.CardHeight/part
		page.Cards = append(page.Cards, oembed.Card{Path: e.files.Add(smallCard(card, w, h)).Path, Width: w, Height: h})
	}
	return page
}

// frameTitle is what the frame with a chapter's player is called.
func (e *edition) frameTitle(chapter string) string {
	return e.lang.String("embed.frame.title", words.Str("name", e.chapterTitle(chapter)))
}

// cardName is what a share card is called beside its page: an address that stays, for pictures in articles and mails.
const cardName = "card.png"

// smallCard is a share card in a smaller size, for consumers with less room; it is made when somebody asks for it.
func smallCard(card *asset.File, w, h int) *asset.File {
	size := strconv.Itoa(w)
	name := asset.HashedPath(strings.TrimSuffix(path.Base(card.Path), "-"+card.Hash[:asset.NameLetters]+".png")+"-"+size+".png", card.Hash)
	f := asset.NewDeferred(name, asset.PNGType, card.Hash, func() ([]byte, error) {
		body, err := card.Body()
		if err != nil {
			return nil, err
		}
		whole, err := png.Decode(bytes.NewReader(body))
		if err != nil {
			return nil, err
		}
		small := image.NewRGBA(image.Rect(0, 0, w, h))
		draw.CatmullRom.Scale(small, small.Bounds(), whole, whole.Bounds(), draw.Src, nil)
		return cards.Encode(small)
	})
	f.Immutable = true
	return f
}
