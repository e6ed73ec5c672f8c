package serve

import (
	"context"
	"fmt"
	"net/http"
	"path"
	"strings"
)

type baseKey struct{}

// ParseBase reads the path that a site is served below; it begins and ends with a slash.
func ParseBase(text string) (string, error) {
	base := "/" + strings.Trim(text, "/") + "/"
	if base == "//" {
		return "/", nil
	}
	if path.Clean(base)+"/" != base || strings.ContainsAny(base, "?#%\\ \"'<>") {
		return "", fmt.Errorf("%q is no path to serve below; write it like /open-cases/", text)
	}
	return base, nil
}

// below serves a handler below a path that begins and ends with a slash. The root leads there.
func below(base string, next http.Handler) http.Handler {
	if base == "/" || base == "" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rest, ok := strings.CutPrefix(r.URL.Path, base)
		switch {
		case ok:
			inner := r.WithContext(context.WithValue(r.Context(), baseKey{}, base))
			u := *r.URL
			u.Path, inner.URL = "/"+rest, &u
			if u.RawPath != "" {
				if u.RawPath, ok = strings.CutPrefix(u.RawPath, base); !ok {
					u.RawPath = "" // the base itself is escaped
				} else {
					u.RawPath = "/" + u.RawPath
				}
			}
			next.ServeHTTP(w, inner)
		case r.URL.Path == "/":
			redirect(w, r, "."+base, http.StatusFound)
		case r.URL.Path+"/" == base:
			redirect(w, r, "./"+path.Base(base)+"/", http.StatusMovedPermanently)
		default:
			w.Header().Set("Cache-Control", "no-cache")
			http.Error(w, "the site is at "+base, http.StatusNotFound)
		}
	})
}

// baseOf is the path below which a request was served.
func baseOf(r *http.Request) string {
	base, _ := r.Context().Value(baseKey{}).(string)
	return strings.TrimPrefix(base, "/")
}
