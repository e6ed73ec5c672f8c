package oembed

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

// maxQuery of a page's address is named in its links; what is longer was written by no embed builder.
const maxQuery = 2000

// Public is the address that the site was made for, with a slash at the end, or "".
func (p *Provider) Public() string { return p.public }

// Discoverable reports whether a file is a document with links to its oEmbed answers.
func (p *Provider) Discoverable(f *asset.File) bool {
	dir, document := strings.CutSuffix(f.Path, "index.html")
	return document && p.documents[dir]
}

// WithLinks is a page with the links to its oEmbed answers that are right for one request: whole addresses under base,
// which name the page with the query that was asked for. Consumers read the links and ask with them; a host of plain
// files can only send the page as it is, so there the settings in a pasted address are lost.
func WithLinks(f *asset.File, base, query string) (*asset.File, error) {
	page, err := url.Parse(base + strings.TrimSuffix(f.Path, "index.html"))
	if err != nil || base == "" {
		return nil, errors.New("oembed: no address to name")
	}
	body, err := f.Body()
	if err != nil {
		return nil, err
	}
	if query != "" && len(query) <= maxQuery {
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
