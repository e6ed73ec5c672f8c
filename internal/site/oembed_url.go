package site

import (
	"cmp"
	"net"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/story"
)

// embeds knows every page that can be embedded, for oEmbed.
type embeds struct {
	name   string                          // of the site
	public string                          // address with a slash at the end, or ""
	langs  []string                        // the default first
	pages  map[string]embedPlace           // by path below the site's address: "en/gap"
	about  map[string]map[string]embedInfo // by language and chapter
}

// embedInfo is what oEmbed says of a chapter.
type embedInfo struct {
	title, frameTitle string
	cards             []cardFile // the greatest first
}

// cardFile is a share card in one of its sizes, in px.
type cardFile struct {
	*asset.File
	Width, Height int
}

// embedPlace is what an address shows.
type embedPlace struct {
	base          string // address of the site, with a slash at the end
	lang, chapter string
	query         string // of the player, without "?"
}

// player is the address of the player's document.
func (p embedPlace) player() string {
	to := p.base + p.lang + "/player/" + p.chapter + "/"
	if p.query != "" {
		to += "?" + p.query
	}
	return to
}

// look is what of the parameters decides the height.
func (p embedPlace) look() FrameLook {
	q, _ := url.ParseQuery(p.query)
	return FrameLook{Chapter: p.chapter, NoControls: q.Get("controls") == "none", NoCaption: q.Get("caption") == "off"}
}

// embedParams are the parameters of a frame that are not part of the story's State. The player checks their values; here
// they are only kept short and escaped.
var embedParams = []string{"accent", "ground", "font", "numerals", "caption", "autoplay", "height"}

const longestParam = 100

// find is what an address shows, if it is one of this site's.
func (e *embeds) find(address, origin string) (p embedPlace, ok bool) {
	u, err := url.Parse(address)
	if err != nil || u.Opaque != "" || u.User != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return p, false
	}
	base := cmp.Or(e.public, origin) // a made-up Host is no address of a site that knows its own
	b, err := url.Parse(base)
	if base == "" || err != nil || !sameHost(u, b) {
		return p, false
	}
	// As the server finds its pages: by the path's letters, whatever way they were written.
	name, under := strings.CutPrefix(strings.TrimSuffix(path.Clean("/"+u.Path), "/")+"/", b.Path)
	if p, ok = e.pages[pageName(name)]; !ok || !under {
		return p, false
	}
	if p.base = base; base != e.public {
		p.base = u.Scheme + "://" + b.Host + b.EscapedPath()
	}
	return p.with(u.RawQuery, e.langs), true
}

// pageName is how embeds.pages knows the path of a page: without slashes at its ends, and without the file's name.
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
func (p embedPlace) with(query string, langs []string) embedPlace {
	values, _ := url.ParseQuery(query) // what can be read of it
	if slices.Contains(langs, values.Get("lang")) {
		p.lang = values.Get("lang")
	}
	s := story.Initial().Opened(p.chapter).Opened(values.Get("chapter"))
	for _, stands := range []string{"chapter", "lang"} { // in the path
		values.Del(stands)
	}
	s, _ = s.With(values.Encode())
	p.chapter = s.Chapter
	var kept []string
	if s.Beat != s.Opened(s.Chapter).Beat {
		kept = append(kept, "beat="+strconv.Itoa(s.Beat+1))
	}
	for pair := range strings.SplitSeq(s.Query(), "&") {
		if pair != "" && !strings.HasPrefix(pair, "chapter=") && !strings.HasPrefix(pair, "beat=") {
			kept = append(kept, pair)
		}
	}
	for _, name := range embedParams {
		if v := values.Get(name); v != "" && len(v) <= longestParam {
			kept = append(kept, name+"="+url.QueryEscape(v))
		}
	}
	p.query = strings.Join(kept, "&")
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
