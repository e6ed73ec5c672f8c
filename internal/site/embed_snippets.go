package site

import (
	"net/url"
	"strings"

	"opencases/internal/frame"
	"opencases/internal/story"
)

// snippet is one form of an embed, as code to be copied. Words in braces stand for what the builder's choices make of it;
// the page's script fills them in the same way as filled does here.
type snippet struct {
	ID   string `json:"id"`
	Kind string `json:"kind"` // html, markdown or text: how what is filled in is escaped
	Form string `json:"form"`
}

const fallback = `
  <a href="{story}"><img src="{image}" alt="{alt}" width="1200" height="630" style="width:100%;height:auto"></a>
  <p><a href="{story}">{title}</a></p>
`

// snippets are the forms, in the order in which the builder shows them.
var snippets = []snippet{
	{"script", "html", `<script async src="{site}embed.js"></script>
<open-cases{attributes} style="display:block;height:0;padding-bottom:{hold}">` + fallback + `</open-cases>`},
	{"div", "html", `<script async src="{site}embed.js"></script>
<div data-open-cases="{settings}" style="height:0;padding-bottom:{hold}">` + fallback + `</div>`},
	{"frame", "html", `<div style="position:relative;height:0;padding-bottom:{hold}">
  <iframe src="{frame}" title="{title}" width="100%" height="{height}" style="position:absolute;inset:0;width:100%;height:100%;border:0" loading="lazy" allow="fullscreen" sandbox="` + sandbox + `" referrerpolicy="no-referrer"></iframe>
</div>`},
	{"oembed", "text", `{page}`},
	{"endpoint", "text", `{site}oembed?format=json&url={encoded}`},
	{"amp", "html", `<script async custom-element="amp-iframe" src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>
<amp-iframe src="{frame}" title="{title}" width="{phonewidth}" height="{phoneheight}" layout="responsive" sandbox="` + sandbox + `" allowfullscreen resizable frameborder="0">
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
	page, look := site+pagePath(e.lang.Tag(), chapter), FrameLook{Chapter: chapter}
	return map[string]string{
		"site": site, "page": page, "story": page, "encoded": url.QueryEscape(page), "frame": site + e.lang.Tag() + "/player/" + chapter + "/",
		"image": site + info.Image, "alt": info.Alt, "title": info.Title,
		"settings": "chapter=" + chapter + "&lang=" + e.lang.Tag(), "hold": holdCSS(look),
		"height": decimal(float64(FrameHeight(columnWidth, look))), "phonewidth": decimal(phoneWidth),
		"phoneheight": decimal(float64(FrameHeight(phoneWidth, look))), "more": e.lang.String("embed.snippet.amp.more"),
		"attributes": ` chapter="` + chapter + `" lang="` + e.lang.Tag() + `"`,
	}
}

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
	for _, ch := range story.Chapters {
		if ch.Name == name {
			about := e.embedInfo(ch)
			return builderInfo{about.frameTitle, e.shareAlt(ch.Name), pagePath(e.lang.Tag(), ch.Name) + cardName}
		}
	}
	return builderInfo{}
}
