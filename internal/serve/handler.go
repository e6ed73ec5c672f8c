package serve

import (
	"bytes"
	"io"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"

	"opencases/internal/site"
)

// handler answers requests from a site's files.
type handler struct{ site *site.Site }

// Handler serves a site's files and /healthz. Addresses end in a slash for pages; `/` leads to the reader's
// language.
func Handler(s *site.Site) http.Handler { return handler{s} }

// ServeHTTP implements http.Handler.
func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "no-referrer")
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		head.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are served here", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	switch {
	case name == "healthz":
		head.Set("Cache-Control", "no-store")
		head.Set("Content-Type", "text/plain; charset=utf-8")
		io.WriteString(w, "ok\n")
		return
	case name == "":
		head.Set("Vary", "Accept-Language")
		head.Set("Cache-Control", "no-cache")
		redirect(w, r, "./"+h.language(r)+"/", http.StatusFound)
		return
	case h.oembed(w, r, name):
		return
	case strings.HasSuffix(name, "/"):
		name += "index.html"
	case strings.HasSuffix(name, "/index.html"):
		if _, ok := h.site.File(name); ok {
			redirect(w, r, "./", http.StatusMovedPermanently)
			return
		}
	}
	if to, ok := h.site.Moved(name); ok {
		redirect(w, r, to, http.StatusFound)
		return
	}
	if f, ok := h.site.File(name); ok {
		serveFile(w, r, f)
		return
	}
	if _, ok := h.site.File(name + "/index.html"); ok {
		redirect(w, r, "./"+url.PathEscape(path.Base(name))+"/", http.StatusMovedPermanently)
		return
	}
	h.notFound(w, r)
}

// serveFile sends one file in the best form the client takes. Each form has its own entity tag, and ranges
// count in the bytes of the form that is sent, as RFC 9110 has it.
func serveFile(w http.ResponseWriter, r *http.Request, f *site.File) {
	head := w.Header()
	form := site.Accept(r.Header.Get("Accept-Encoding"), f.Encodings())
	body := f.Encoded(form)
	tag := f.Hash
	if form != site.Identity {
		head.Set("Content-Encoding", string(form))
		tag += "-" + string(form)
		// ServeContent leaves the length of an encoded body out, in case it is encoded on the way.
		head.Set("Content-Length", strconv.Itoa(len(body)))
	}
	head.Set("ETag", `"`+tag+`"`)
	// Also on plain answers: a cache must not hand them to a client that asked otherwise.
	head.Set("Vary", "Accept-Encoding")
	head.Set("Content-Type", f.Type)
	if f.Policy != "" {
		head.Set("Content-Security-Policy", f.Policy)
	}
	head.Set("Cache-Control", "no-cache")
	if f.Immutable {
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	// A frame sandboxed without allow-same-origin has an opaque origin: everything it loads is from elsewhere.
	head.Set("Access-Control-Allow-Origin", "*")
	head.Set("Cross-Origin-Resource-Policy", "cross-origin")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// notFound answers in the language of the address, else of the reader, with links that work at any depth.
func (h handler) notFound(w http.ResponseWriter, r *http.Request) {
	lang := h.language(r)
	first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	for _, l := range h.site.Languages {
		if first == l {
			lang = l
		}
	}
	root := "./" + strings.Repeat("../", strings.Count(strings.TrimPrefix(r.URL.Path, "/"), "/"))
	page, err := h.site.NotFound(lang, root)
	if err != nil {
		http.Error(w, "there is no page at this address", http.StatusNotFound)
		return
	}
	head := w.Header()
	head.Set("Content-Type", "text/html; charset=utf-8")
	head.Set("Content-Length", strconv.Itoa(len(page)))
	head.Set("Cache-Control", "no-cache")
	head.Set("Vary", "Accept-Language")
	w.WriteHeader(http.StatusNotFound)
	w.Write(page) // net/http leaves the body out for HEAD
}

func (h handler) language(r *http.Request) string {
	return site.AcceptLanguage(r.Header.Get("Accept-Language"), h.site.Languages)
}

// redirect sends a relative address, so that it holds behind a proxy that serves the site under a path.
func redirect(w http.ResponseWriter, r *http.Request, to string, code int) {
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	w.Header().Set("Location", to)
	w.WriteHeader(code)
}
