// Package oembed answers oEmbed 1.0 requests for the pages of a site: what they show, how high their frame must be, and
// the links by which consumers find the answers.
package oembed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"net/url"
	"strconv"

	"opencases/internal/asset"
	"opencases/internal/frame"
)

// RequestError is why an oEmbed request is refused. Status is the HTTP status that says so.
type RequestError struct {
	Status int
	What   string
}

// Error says what is wrong with the request and what would be right.
func (f *RequestError) Error() string { return f.What }

// Answer is a response of oEmbed 1.0; sizes are px, the age seconds.
type Answer struct {
	XMLName         xml.Name `json:"-" xml:"oembed"`
	Type            string   `json:"type" xml:"type"`
	Version         string   `json:"version" xml:"version"`
	Title           string   `json:"title" xml:"title"`
	AuthorName      string   `json:"author_name" xml:"author_name"`
	AuthorURL       string   `json:"author_url,omitempty" xml:"author_url,omitempty"`
	ProviderName    string   `json:"provider_name" xml:"provider_name"`
	ProviderURL     string   `json:"provider_url,omitempty" xml:"provider_url,omitempty"`
	CacheAge        int      `json:"cache_age" xml:"cache_age"`
	ThumbnailURL    string   `json:"thumbnail_url,omitempty" xml:"thumbnail_url,omitempty"`
	ThumbnailWidth  int      `json:"thumbnail_width,omitempty" xml:"thumbnail_width,omitempty"`
	ThumbnailHeight int      `json:"thumbnail_height,omitempty" xml:"thumbnail_height,omitempty"`
	HTML            string   `json:"html,omitempty" xml:"html,omitempty"`
	Width           int      `json:"width,omitempty" xml:"width,omitempty"`
	Height          int      `json:"height,omitempty" xml:"height,omitempty"`
}

const (
	cacheAge   = 24 * 60 * 60
	usualWidth = 640  // px, of a text column: when the consumer names no maximum
	widest     = 1280 // px: beyond it nothing is won
	maxPixels  = 1 << 20
)

// The two encodings of an answer, by the name that the parameter format has for them.
var types = map[string]string{"json": asset.JSONType, "xml": asset.XMLType}

// Answer answers an oEmbed 1.0 request with its parameters: url (one of this site's pages), maxwidth and maxheight in
// px, format. Parameters of other names are passed over. origin is the address of the site as the consumer reached it,
// "http://host/" or "" if it is not known; a url is taken if it lies under the site's public address, or there if the
// site knows none. The error is a *RequestError: 400 for parameters that cannot be read, 404 for a url that is no page of this site,
// 501 for another format.
func (p *Provider) Answer(q url.Values, origin string) (body []byte, contentType string, err error) {
	format := q.Get("format")
	if format == "" {
		format = "json"
	}
	contentType, ok := types[format]
	if !ok {
		return nil, "", &RequestError{501, fmt.Sprintf("format %.20q is not spoken here; write json or xml", format)}
	}
	most := [2]int{}
	for i, name := range []string{"maxwidth", "maxheight"} {
		if most[i], ok = pixels(q.Get(name)); !ok {
			return nil, "", &RequestError{400, fmt.Sprintf("%s %.20q is not a size; write a whole number of pixels like 640", name, q.Get(name))}
		}
	}
	if q.Get("url") == "" {
		return nil, "", &RequestError{400, "url is missing; write the address of a page of this site"}
	}
	at, ok := p.Find(q.Get("url"), origin)
	if !ok {
		return nil, "", &RequestError{404, "url is not the address of a page that can be embedded from here"}
	}
	body, err = p.Describe(at, most[0], most[1]).encode(format)
	return body, contentType, err
}

// pixels reads a size; "" and 0 are no limit, as is everything beyond any screen.
func pixels(text string) (int, bool) {
	if text == "" {
		return maxPixels, true
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil || n == 0 || n > maxPixels {
		return maxPixels, err == nil || errIsRange(err)
	}
	return int(n), true
}

func errIsRange(err error) bool {
	e, ok := err.(*strconv.NumError)
	return ok && e.Err == strconv.ErrRange
}

// Describe answers for a place for a consumer with room for a number of px.
func (p *Provider) Describe(at Place, maxWidth, maxHeight int) Answer {
	page := p.pages[at.Lang][at.Chapter]
	a := Answer{
		Type: "link", Version: "1.0", Title: page.Title, AuthorName: p.name, ProviderName: p.name, CacheAge: cacheAge,
	}
	if at.Base == "" {
		return a // a file that does not know where it will stand
	}
	a.Type, a.AuthorURL, a.ProviderURL = "rich", at.Base, at.Base
	for _, t := range page.Cards {
		if t.Width <= maxWidth && t.Height <= maxHeight {
			a.ThumbnailURL, a.ThumbnailWidth, a.ThumbnailHeight = at.Base+t.Path, t.Width, t.Height
			break
		}
	}
	a.Width, a.Height = frameSize(at.look(), maxWidth, maxHeight)
	a.HTML = fmt.Sprintf(`<iframe src="%s" title="%s" width="100%%" height="%d" style="border:0" frameborder="0" loading="lazy" allow="fullscreen" sandbox="%s" referrerpolicy="no-referrer"></iframe>`,
		frame.Escape(at.player()), frame.Escape(page.FrameTitle), a.Height, Sandbox)
	return a
}

// Sandbox is what the player's frame is allowed: to run, and to open links beside the article.
const Sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox"

// phoneWidth is the width in px of a narrow phone: whatever column the frame was asked for, it is read there too.
const phoneWidth = 320

// frameSize is the widest frame within the maxima that shows all of the player; where there is none, as much as fits,
// into which the player fits itself. It is high enough for a phone, too, because the frame is as wide as its column and
// keeps its height.
func frameSize(look Look, maxWidth, maxHeight int) (width, height int) {
	width = min(maxWidth, widest)
	if maxWidth == maxPixels {
		width = usualWidth
	}
	high := func(w int) int { return max(FrameHeight(w, look), FrameHeight(phoneWidth, look)) }
	for w := width; w >= 280; w-- {
		if FrameHeight(w, look) <= maxHeight {
			return w, min(high(w), maxHeight)
		}
	}
	return width, min(high(width), maxHeight)
}

func (a Answer) encode(format string) ([]byte, error) {
	var b bytes.Buffer
	if format == "xml" {
		b.WriteString(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>` + "\n")
		err := xml.NewEncoder(&b).Encode(a)
		return b.Bytes(), err
	}
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(a)
	return b.Bytes(), err
}
