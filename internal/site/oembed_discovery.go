package site

import (
	"bytes"
	"errors"
	"net/url"
	"regexp"
	"strings"

	"opencases/internal/asset"
)

// discoveryLink is a page's link to its oEmbed answer, as web/pages/meta.html writes it.
var discoveryLink = regexp.MustCompile(`type="(?:application/json|text/xml)\+oembed" href="([^"]*)`)

// longestQuery of a page's address is named in its links; what is longer was written by no embed builder.
const longestQuery = 2000

// URL is the public address that the site was made for, with a slash at the end, or "".
func (s *Site) URL() string { return s.embeds.public }

// Discoverable reports whether a file is a page with links to its oEmbed answers.
func (s *Site) Discoverable(f *asset.File) bool {
	dir, page := strings.CutSuffix(f.Path, "/index.html")
	_, known := s.embeds.pages[dir]
	_, moved := s.moved[f.Path]
	return page && known && !moved
}

// Discovered is a page with the links to its oEmbed answers that are right for one request: whole addresses under base,
// which name the page with the query that was asked for. Consumers read the links and ask with them; a host of plain
// files can only send the page as it is, so there the settings in a pasted address are lost.
func (s *Site) Discovered(f *asset.File, base, query string) (*asset.File, error) {
	page, err := url.Parse(base + addressOf(f.Path))
	if err != nil || base == "" {
		return nil, errors.New("site: no address to name")
	}
	body, err := f.Body()
	if err != nil {
		return nil, err
	}
	if query != "" && len(query) <= longestQuery {
		page.RawQuery = query
	}
	var b bytes.Buffer
	end := bytes.Index(body, []byte("</head>"))
	at := 0
	for _, m := range discoveryLink.FindAllSubmatchIndex(body[:max(0, end)], -1) {
		to, err := page.Parse(string(body[m[2]:m[3]]))
		if err != nil {
			return nil, err
		}
		b.Write(body[at:m[2]])
		b.WriteString(to.String())
		if page.RawQuery != "" {
			b.WriteString("&amp;url=" + url.QueryEscape(page.String()))
		}
		at = m[3]
	}
	b.Write(body[at:])
	made := asset.NewBrief(f.Type, b.Bytes())
	made.Policy = f.Policy
	return made, nil
}
