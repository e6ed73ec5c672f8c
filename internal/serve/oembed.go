package serve

import (
	"errors"
	"net/http"
	"strconv"
	"strings"

	"opencases/internal/site"
)

// oembed answers /oembed, and the files of the same answers where a consumer asks them with its own room.
func (h *handler) oembed(w http.ResponseWriter, r *http.Request, name string) (answered bool) {
	if name != "oembed" && r.URL.RawQuery == "" {
		return false
	}
	origin := site.Origin(r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https"), r.Host)
	var body []byte
	var kind string
	if name == "oembed" {
		var err error
		if body, kind, err = h.site.OEmbed(r.URL.Query(), origin); err != nil {
			status := http.StatusInternalServerError
			if fault := (*site.OEmbedFault)(nil); errors.As(err, &fault) {
				status = fault.Status
			}
			w.Header().Set("Access-Control-Allow-Origin", "*")
			w.Header().Set("Cache-Control", "no-cache")
			http.Error(w, err.Error(), status)
			return true
		}
	} else if body, kind, answered = h.site.OEmbedFile(name, r.URL.Query(), origin); !answered {
		return false
	}
	f := site.NewFile("", kind, body)
	head := w.Header()
	head.Set("Content-Type", kind)
	head.Set("Content-Length", strconv.Itoa(len(body)))
	head.Set("Access-Control-Allow-Origin", "*")
	head.Set("Cache-Control", "public, max-age=3600")
	head.Set("ETag", `"`+f.Hash+`"`)
	if r.Header.Get("If-None-Match") == `"`+f.Hash+`"` {
		head.Del("Content-Length")
		w.WriteHeader(http.StatusNotModified)
		return true
	}
	w.Write(body) // net/http leaves the body out for HEAD
	return true
}
