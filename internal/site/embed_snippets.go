package site

import (
	"net/url"
	"strconv"
	"strings"

	"opencases/internal/frame"
	"opencases/internal/oembed"
)

// snippet is one form of an embed, as code to be copied. Words in braces stand for what the builder's choices make of it;
// the page's script fills them in the same way as filled does here.
type snippet struct {
	ID   string `json:"id"`
	Kind string `json:"kind"` // html, markdown or text: how what is filled in is escaped
	Form string `json:"form"`
}

// stillPicture is for who runs no scripts, and for systems that remove elements and styles: they keep what is inside.
const stillPicture = `<noscript><a href="{story}"><img src="{image}" alt="{alt}" width="1200" height="630" style="max-width:100%;height:auto"></a></noscript>`

const fallback = `
  ` + stillPicture + `
  <p><a href="{story}">{title}</a></p>
`

// room is as wide as there is room, also where a parent takes its width from what is in it.
const room = "display:grid;grid-template-columns:minmax(0,100vw);"

// snippets are the forms, in the order in which the builder shows them. WordPress removes env() from what authors write,
// and with it the place that nothing would fill; a frame holds its place itself.
var snippets = []snippet{
	{"script", "html", `<script async src="{site}embed.js"></script>
<open-cases{attributes} style="` + room + `height:0;padding-bottom:{hold}">` + fallback + `</open-cases>`},
	{"div", "html", `<script async src="{site}embed.js"></script>
<div data-open-cases="{settings}" style="` + room + `height:env(held,0px);padding-bottom:env(held,{hold})">` + fallback + `</div>`},
	{"frame", "html", `<div style="` + room + `min-width:min(280px,100%)"><div style="container-type:inline-size">
  <iframe src="{frame}" title="{title}" width="100%" height="{height}" style="height:{framehold};border:0" loading="lazy" allow="fullscreen" sandbox="` + oembed.Sandbox + `" referrerpolicy="no-referrer"></iframe>
  ` + stillPicture + `
</div></div>`},
	{"oembed", "text", `{page}`},
	{"endpoint", "text", `{site}oembed?format=json&url={encoded}`},
	{"amp", "html", `<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>
<amp-iframe src="{frame}" title="{title}" width="{phonewidth}" height="{phoneheight}" layout="responsive" sandbox="` + oembed.Sandbox + `" allowfullscreen resizable frameborder="0">
  <amp-img placeholder layout="fill" src="{image}" alt="{alt}"></amp-img>
  <button overflow type="button">{more}</button>
</amp-iframe>`},
	{"html", "html", `<a href="{story}"><img src="{image}" alt="{alt}" width="1200" height="630" style="max-width:100%;height:auto"></a>
<p><a href="{story}">{title}</a></p>`},
	{"markdown", "markdown", `[![{alt}]({image})]({story})

[{title}]({story})`},
}

// Widths at which a snippet that has one fixed height takes it, in px: a text column, and a phone.
const (
	columnWidth = 640
	phoneWidth  = 360
)

// values are what a snippet of a chapter with the usual settings is filled with. site is the address of the site.
func (e *edition) values(site, chapter string) map[string]string {
	info := e.chapterInfo(chapter)
	page, look := site+pagePath(e.lang.Tag(), chapter), oembed.Look{Chapter: chapter}
	return map[string]string{
		"site": site, "page": page, "story": page, "encoded": url.QueryEscape(page), "frame": site + e.lang.Tag() + "/player/" + chapter + "/",
		"image": site + info.Image, "alt": info.Alt, "title": info.Title,
		"settings": "chapter=" + chapter + "&lang=" + e.lang.Tag(), "hold": oembed.HeightCSS(look), "framehold": ofContainer(oembed.HeightCSS(look)),
		"height": strconv.Itoa(oembed.FrameHeight(columnWidth, look)), "phonewidth": strconv.Itoa(phoneWidth),
		"phoneheight": strconv.Itoa(oembed.FrameHeight(phoneWidth, look)), "more": e.lang.String("embed.snippet.amp.more"),
		"attributes": ` chapter="` + chapter + `" lang="` + e.lang.Tag() + `"`,
	}
}

// ofContainer is a length in per cent of the width around it, in shares of a container's width.
func ofContainer(length string) string { return strings.ReplaceAll(length, "%", "cqw") }

// filled puts values into the form, escaped as its kind needs. attributes are escaped already.
func (s snippet) filled(values map[string]string) string {
	var pairs []string
	for name, value := range values {
		switch {
		case s.Kind == "html" && name != "attributes":
			value = frame.Escape(value)
		case s.Kind == "markdown" && (name == "alt" || name == "title"):
			value = strings.NewReplacer("[", `\[`, "]", `\]`).Replace(value)
		}
		pairs = append(pairs, "{"+name+"}", value)
	}
	return strings.NewReplacer(pairs...).Replace(s.Form)
}

// builderInfo is what the builder's script knows of a chapter in a language.
type builderInfo struct {
	Title string `json:"title"` // of the frame
	Alt   string `json:"alt"`
	Image string `json:"image"` // below the site's address
}

func (e *edition) chapterInfo(name string) builderInfo {
	return builderInfo{e.frameTitle(name), e.shareAlt(name), pagePath(e.lang.Tag(), name) + cardName}
}
