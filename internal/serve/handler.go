package serve

import (
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/site"
)

// handler answers requests from a site's files.
type handler struct {
	site          *site.Site
	files         map[string]*servedFile // by path
	notFoundPages map[string]*servedFile // by language and depth, see notFoundKey
	pageVariants  variantCache
}

// Handler serves a site's files and /healthz. Addresses end in a slash for pages; `/` leads to the reader's
// language.
func Handler(s *site.Site) http.Handler {
	h := &handler{site: s, files: map[string]*servedFile{}, notFoundPages: map[string]*servedFile{}}
	for _, f := range s.Files() {
		h.files[f.Path] = newServedFile(f)
	}
	if f := s.Single(); f != nil {
		h.files[f.Path] = newServedFile(f) // made when it is first asked for
	}
	for _, lang := range s.Languages {
		for depth := range maxDepth + 1 {
			if page, err := s.NotFound(lang, "./"+strings.Repeat("../", depth)); err == nil {
				h.notFoundPages[notFoundKey(lang, depth)] = newServedFile(asset.NewFile("", "text/html; charset=utf-8", page))
			}
		}
	}
	return h
}

var nosniff, noReferrer = []string{"nosniff"}, []string{"no-referrer"}

// ServeHTTP implements http.Handler.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header["X-Content-Type-Options"], header["Referrer-Policy"] = nosniff, noReferrer
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are served here", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	switch {
	case name == "healthz":
		header.Set("Cache-Control", "no-store")
		header.Set("Content-Type", "text/plain; charset=utf-8")
		io.WriteString(w, "ok\n")
		return
	case name == "":
		header.Set("Vary", "Accept-Language")
		header.Set("Cache-Control", "no-cache")
		redirect(w, r, "./"+h.language(r)+"/", http.StatusFound)
		return
	case h.oembed(w, r, name):
		return
	case strings.HasSuffix(name, "/"):
		name += "index.html"
	case strings.HasSuffix(name, "/index.html"):
		if h.files[name] != nil {
			redirect(w, r, "./", http.StatusMovedPermanently)
			return
		}
	}
	if to, ok := h.site.Moved(name); ok {
		redirect(w, r, to, http.StatusFound)
		return
	}
	if a := h.files[name]; a != nil {
		a, vary := h.variant(a, r)
		a.send(w, r, vary...)
		return
	}
	if h.files[name+"/index.html"] != nil {
		redirect(w, r, "./"+url.PathEscape(path.Base(name))+"/", http.StatusMovedPermanently)
		return
	}
	if to, ok := h.cleanAddress(r.URL); ok {
		redirect(w, r, to, http.StatusMovedPermanently)
		return
	}
	h.notFound(w, r)
}

// cleanAddress is where an address with two slashes or dots leads, relative to it; ok is false where no page is there either.
func (h *handler) cleanAddress(u *url.URL) (to string, ok bool) {
	name := path.Clean(u.Path)
	if strings.HasSuffix(u.Path, "/") && name != "/" {
		name += "/"
	}
	if name == u.Path {
		return "", false
	}
	name = strings.TrimPrefix(name, "/")
	switch {
	case name == "", name == "oembed", h.files[name] != nil, strings.HasSuffix(name, "/") && h.files[name+"index.html"] != nil:
	case h.files[name+"/index.html"] != nil:
		name += "/"
	default:
		return "", false
	}
	// As a browser counts: a segment of no letters is one, a dot is none.
	depth := 0
	folders := strings.Split(strings.TrimPrefix(u.EscapedPath(), "/"), "/")
	for _, segment := range folders[:len(folders)-1] {
		switch segment {
		case ".":
		case "..":
			depth = max(0, depth-1)
		default:
			depth++
		}
	}
	return "./" + strings.Repeat("../", depth) + (&url.URL{Path: name}).EscapedPath(), true
}

// maxDepth is how far below the root a missing page is answered with the site's own page; no page is deeper.
const maxDepth = 8

// notFound answers in the language of the address, else of the reader, with links that work at any depth.
func (h *handler) notFound(w http.ResponseWriter, r *http.Request) {
	lang := h.language(r)
	asked := strings.TrimPrefix(r.URL.Path, "/")
	first, _, _ := strings.Cut(asked, "/")
	for _, l := range h.site.Languages {
		if first == l {
			lang = l
		}
	}
	page := h.notFoundPages[notFoundKey(lang, strings.Count(asked, "/"))]
	if page == nil {
		http.Error(w, "there is no page at this address", http.StatusNotFound)
		return
	}
	chosen, err := page.choose(r)
	if err != nil {
		serverError(w)
		return
	}
	header := w.Header()
	for name, value := range chosen.header {
		if name != "Etag" && name != "Accept-Ranges" {
			header[name] = value
		}
	}
	header.Set("Cache-Control", "no-cache")
	header.Set("Vary", "Accept-Language, Accept-Encoding")
	w.WriteHeader(http.StatusNotFound)
	w.Write(chosen.body) // net/http leaves the body out for HEAD
}

// notFoundKey names the page for missing addresses of one depth. All are made before anything is served: no request waits for one.
func notFoundKey(lang string, depth int) string {
	return lang + strings.Repeat("/", min(depth, maxDepth+1))
}

func (h *handler) language(r *http.Request) string {
	return asset.AcceptLanguage(r.Header.Get("Accept-Language"), h.site.Languages)
}

// redirect sends a relative address, so that it holds behind a proxy that serves the site under a path.
func redirect(w http.ResponseWriter, r *http.Request, to string, code int) {
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", to)
	w.WriteHeader(code)
}
