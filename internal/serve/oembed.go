package serve

import (
	"errors"
	"net/http"
	"strings"
	"sync"

	"opencases/internal/asset"
	"opencases/internal/oembed"
)

// oembed answers /oembed, and the files of the same answers where a consumer asks them with its own room.
func (h *handler) oembed(w http.ResponseWriter, r *http.Request, name string) (answered bool) {
	if name != "oembed" && r.URL.RawQuery == "" {
		return false
	}
	var body []byte
	var kind string
	if name == "oembed" {
		var err error
		if body, kind, err = h.site.OEmbed().Answer(r.URL.Query(), origin(r)); err != nil {
			status := http.StatusInternalServerError
			if fault := (*oembed.RequestError)(nil); errors.As(err, &fault) {
				status = fault.Status
			}
			w.Header().Set("Access-Control-Allow-Origin", "*")
			w.Header().Set("Cache-Control", "no-cache")
			http.Error(w, err.Error(), status)
			return true
		}
	} else if body, kind, answered = h.site.OEmbed().AnswerFile(name, r.URL.Query(), origin(r)); !answered {
		return false
	}
	// An answer that names the host it was asked at is for that consumer alone: a Host field is easily forged.
	cache, vary := "private, max-age=3600", "Accept-Encoding, X-Forwarded-Proto"
	if h.site.OEmbed().Public() != "" {
		cache, vary = "public, max-age=3600", "Accept-Encoding"
	}
	newServedFile(asset.NewBrief(kind, body)).send(w, r, "Cache-Control", cache, "Vary", vary)
	return true
}

// origin is the address of the site as a request named it, "" where its Host is none. Of several proxies the first one met
// the reader.
func origin(r *http.Request) string {
	scheme, _, _ := strings.Cut(r.Header.Get("X-Forwarded-Proto"), ",")
	at := oembed.Origin(r.TLS != nil || strings.EqualFold(strings.TrimSpace(scheme), "https"), r.Host)
	if at == "" {
		return ""
	}
	return at + baseOf(r)
}

// variant is a page as a consumer of oEmbed needs it: with links that name the very address asked for, which the page's
// file cannot know. Browsers, which say so (Sec-Fetch-Dest), read no such links; they get the file, which the service
// worker holds to its hash and finds in the browser's cache. Both have tags of their own, and caches ask again each time.
// vary are the header fields of a variant.
func (h *handler) variant(a *servedFile, r *http.Request) (variant *servedFile, vary []string) {
	public, query := h.site.OEmbed().Public(), r.URL.RawQuery
	if public != "" && query == "" || r.Header["Sec-Fetch-Dest"] != nil || !h.site.OEmbed().Discoverable(a.file) {
		return a, nil
	}
	vary = []string{"Vary", "Accept-Encoding, Sec-Fetch-Dest, X-Forwarded-Proto"}
	base := public
	if base == "" {
		base = origin(r)
	}
	if query == "" {
		if known := h.pageVariants.get(base + a.file.Path); known != nil {
			return known, vary
		}
	}
	f, err := oembed.WithLinks(a.file, base, query)
	if err != nil {
		return a, vary
	}
	variant = newServedFile(f)
	if query == "" {
		h.pageVariants.put(base+a.file.Path, variant)
	}
	return variant, vary
}

// variantCache holds pages by the address of the site that they name. Anybody can invent host names, so their number is limited.
type variantCache struct {
	mu    sync.Mutex
	pages map[string]*servedFile
}

const maxVariants = 64

func (v *variantCache) get(key string) *servedFile {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.pages[key]
}

func (v *variantCache) put(key string, a *servedFile) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.pages == nil || len(v.pages) >= maxVariants {
		v.pages = map[string]*servedFile{}
	}
	v.pages[key] = a
}
