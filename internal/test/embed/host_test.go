package embed

import (
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// hosts serves the pages that tests make, and the parent scripts of npm under /npm/.
type hosts struct {
	sync.Mutex
	made map[string]hostPage
}

// pause is where a page stops for a while on its way.
const pause = "<!--pause-->"

type hostPage struct {
	html   string
	header map[string]string
}

func (h *hosts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/npm/") {
		http.StripPrefix("/npm/", http.FileServer(http.Dir(libraries))).ServeHTTP(w, r)
		return
	}
	h.Lock()
	p, ok := h.made[r.URL.Path]
	h.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	for k, v := range p.header {
		w.Header().Set(k, v)
	}
	before, after, paused := strings.Cut(p.html, pause)
	fmt.Fprint(w, before)
	if paused {
		w.(http.Flusher).Flush()
		time.Sleep(700 * time.Millisecond)
		fmt.Fprint(w, after)
	}
}

// page makes a host page of a body and answers with its address. In the body, {ours} is the site's address.
// header holds names and values by turns.
func page(t testing.TB, body string, header ...string) string {
	t.Helper()
	p := hostPage{header: map[string]string{}}
	for i := 0; i < len(header); i += 2 {
		p.header[header[i]] = strings.ReplaceAll(header[i+1], "{ours}", strings.TrimSuffix(ours, "/"))
	}
	p.html = "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Host</title>" +
		"<style nonce=host>body{margin:0;font:16px/1.5 sans-serif}</style>" + strings.ReplaceAll(body, "{ours}", ours)
	pages.Lock()
	defer pages.Unlock()
	path := fmt.Sprintf("/%d/", len(pages.made))
	pages.made[path] = p
	return theirs + strings.TrimPrefix(path, "/")
}

// module is a small module of ours as an expression: an object with what it exports.
func module(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	body := exported.ReplaceAllStringFunc(string(text), func(m string) string {
		names = append(names, exported.FindStringSubmatch(m)[2])
		return strings.TrimPrefix(m, "export ")
	})
	return "(() => {" + body + "\nreturn {" + strings.Join(names, ",") + "};})()"
}

var exported = regexp.MustCompile(`(?m)^export (function|const) (\w+)`)
