package oembed

import (
	"cmp"
	"net"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"opencases/internal/story"
)

// Place is what an address shows.
type Place struct {
	Base          string // address of the site, with a slash at the end
	Lang, Chapter string
	Query         string // of the player, without "?"
}

// player is the address of the player's document.
func (p Place) player() string {
	to := p.Base + p.Lang + "/player/" + p.Chapter + "/"
	if p.Query != "" {
		to += "?" + p.Query
	}
	return to
}

// look is what of the parameters decides the height.
func (p Place) look() Look {
	q, _ := url.ParseQuery(p.Query)
	return Look{Chapter: p.Chapter, NoControls: q.Get("controls") == "none", NoCaption: q.Get("caption") == "off"}
}

// frameParameters are the parameters of a frame that are not part of the story's State. The player checks their values; here
// they are only kept short and escaped.
var frameParameters = []string{"accent", "ground", "font", "numerals", "caption", "autoplay", "height"}

const maxParameter = 100

// Find is what an address shows, if it is one of this site's.
func (p *Provider) Find(address, origin string) (at Place, ok bool) {
	u, err := url.Parse(address)
	if err != nil || u.Opaque != "" || u.User != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return at, false
	}
	base := cmp.Or(p.public, origin) // a made-up Host is no address of a site that knows its own
	b, err := url.Parse(base)
	if base == "" || err != nil || !sameHost(u, b) {
		return at, false
	}
	// As the server finds its pages: by the path's letters, whatever way they were written.
	name, under := strings.CutPrefix(strings.TrimSuffix(path.Clean("/"+u.Path), "/")+"/", b.Path)
	if at, ok = p.places[pageName(name)]; !ok || !under {
		return at, false
	}
	if at.Base = base; base != p.public {
		at.Base = u.Scheme + "://" + b.Host + b.EscapedPath()
	}
	return at.with(u.RawQuery, p.languages), true
}

// pageName is how Provider.places knows the path of a page: without slashes at its ends, and without the file's name.
func pageName(path string) string {
	name := strings.Trim(path, "/")
	if name == "index.html" {
		return ""
	}
	return strings.TrimSuffix(name, "/index.html")
}

// sameHost compares hosts with their ports. http and https are the same site to whoever copies an address.
func sameHost(a, b *url.URL) bool {
	return strings.EqualFold(a.Hostname(), b.Hostname()) && port(a) == port(b)
}

// port is that of an address, "" for the usual one of http or of https.
func port(u *url.URL) string {
	if p := u.Port(); p != "80" && p != "443" {
		return p
	}
	return ""
}

// with reads the parameters of an address: those of the story's State, checked, then those of the frame. A page opened
// at a chapter stands at its point, so only another beat is kept.
func (p Place) with(query string, langs []string) Place {
	values, _ := url.ParseQuery(query) // what can be read of it
	if slices.Contains(langs, values.Get("lang")) {
		p.Lang = values.Get("lang")
	}
	s := story.Initial().Opened(p.Chapter).Opened(values.Get("chapter"))
	for _, stands := range []string{"chapter", "lang"} { // in the path
		values.Del(stands)
	}
	s, _ = s.With(values.Encode())
	p.Chapter = s.Chapter
	var parts []string
	if s.Beat != s.Opened(s.Chapter).Beat {
		parts = append(parts, "beat="+strconv.Itoa(s.Beat+1))
	}
	for pair := range strings.SplitSeq(s.Query(), "&") {
		if pair != "" && !strings.HasPrefix(pair, "chapter=") && !strings.HasPrefix(pair, "beat=") {
			parts = append(parts, pair)
		}
	}
	for _, name := range frameParameters {
		if v := values.Get(name); v != "" && len(v) <= maxParameter {
			parts = append(parts, name+"="+url.QueryEscape(v))
		}
	}
	p.Query = strings.Join(parts, "&")
	return p
}

// Origin is the address of a site as a request named it: "http://host/". It is "" where host is none.
func Origin(secure bool, host string) string {
	scheme := "http"
	if secure {
		scheme = "https"
	}
	u, err := url.Parse(scheme + "://" + host + "/")
	if err != nil || u.Host != host || u.User != nil || strings.ContainsAny(host, "/?#@\\ \"'<>") {
		return ""
	}
	if h := u.Hostname(); h == "" || strings.Contains(h, ":") && net.ParseIP(h) == nil {
		return ""
	}
	return u.String()
}
