package site

import (
	"bytes"
	"image"
	"image/png"
	"net/url"
	"path"
	"strconv"
	"strings"

	"golang.org/x/image/draw"

	"opencases/internal/asset"
	cards "opencases/internal/paint/png"
	"opencases/internal/story"
	"opencases/internal/words"
)

// addEmbeds gathers what oEmbed knows and adds its answers as files, for hosts that only serve files: one beside each
// page, in both formats. A site that does not know its address answers with a link.
func (s *Site) addEmbeds(editions map[string]*edition, public string) error {
	first := editions[s.Languages[0]].lang
	s.embeds = &embeds{
		name: first.String("site.title"), public: public, langs: s.Languages,
		pages: map[string]embedPlace{"": {lang: s.Languages[0], chapter: cover}},
		about: map[string]map[string]embedInfo{},
	}
	for _, tag := range s.Languages {
		e := editions[tag]
		s.embeds.about[tag] = map[string]embedInfo{}
		for _, ch := range story.Chapters {
			s.embeds.about[tag][ch.Name] = e.embedInfo(ch)
			s.files.Add(s.embeds.about[tag][ch.Name].cards[0].File.At(pagePath(tag, ch.Name) + cardName))
			place := embedPlace{lang: tag, chapter: ch.Name}
			s.embeds.pages[pageName(pagePath(tag, ch.Name))] = place
			s.embeds.pages[tag+"/"+ch.Name] = place
			s.embeds.pages[tag+"/player/"+ch.Name] = place
			place.base = public
			for format, kind := range oembedTypes {
				body, err := s.embeds.answer(place, mostPixels, mostPixels).encode(format)
				if err != nil {
					return err
				}
				s.files.Add(asset.NewFile(pagePath(tag, ch.Name)+"oembed."+format, kind, body))
			}
		}
	}
	return nil
}

// addEmbedPages adds what hosts are shown in each language: the builder, the demonstrations, the licences.
func addEmbedPages(editions map[string]*edition) error {
	for _, e := range editions {
		if e.builder == nil {
			if err := e.addBuilderScript(); err != nil {
				return err
			}
		}
		for _, add := range []func() error{func() error { return e.addBuilder(editions) }, e.addDemos, e.addLicences} {
			if err := add(); err != nil {
				return err
			}
		}
	}
	return nil
}

// OEmbedFile answers for one of the files that addEmbeds adds, where a server can do better than the file: it knows the
// maxima that a consumer asks with, and the address that was pasted. ok is false for every other path.
func (s *Site) OEmbedFile(path string, q url.Values, origin string) (body []byte, contentType string, ok bool) {
	dir, name, _ := strings.Cut(path, "oembed.")
	base := s.embeds.public
	if base == "" {
		base = origin
	}
	if _, known := s.files.File(path); !known || oembedTypes[name] == "" || base == "" {
		return nil, "", false
	}
	asked := url.Values{"url": {base + dir}, "format": {name}, "maxwidth": q["maxwidth"], "maxheight": q["maxheight"]}
	if _, ours := s.embeds.find(q.Get("url"), origin); ours {
		asked.Set("url", q.Get("url")) // the page that was pasted, with its settings
	}
	body, contentType, err := s.OEmbed(asked, origin)
	return body, contentType, err == nil
}

// pagePath is the path of a chapter's standalone page: "en/gap/", and "en/" for the cover.
func pagePath(lang, chapter string) string {
	if chapter == cover {
		return lang + "/"
	}
	return lang + "/" + chapter + "/"
}

func (e *edition) embedInfo(ch story.Chapter) embedInfo {
	info := embedInfo{
		title:      e.pageTitle(ch.Name),
		frameTitle: e.lang.String("embed.frame.title", words.Str("name", e.chapterTitle(ch.Name))),
	}
	card := e.shareCard(ch)
	info.cards = []cardFile{{card, cards.CardWidth, cards.CardHeight}}
	for _, part := range []int{2, 4} {
		w, h := cards.CardWidth/part, cards.CardHeight/part
		info.cards = append(info.cards, cardFile{e.files.Add(smallCard(card, w, h)), w, h})
	}
	return info
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
