package serve

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"opencases/internal/asset"
	"opencases/internal/site"
)

func TestTheWorkersScriptIsAskedForEachTimeAndBound(t *testing.T) {
	script := asset.NewFile("sw.js", "text/javascript; charset=utf-8", []byte("self.openCases={}"))
	script.Policy = "default-src 'none'; connect-src 'self'"
	w := httptest.NewRecorder()
	Handler(site.New([]string{"en"}, script)).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/sw.js", nil))
	head := w.Header()
	if w.Code != http.StatusOK || head.Get("Cache-Control") != "no-cache" || !strings.HasPrefix(head.Get("Content-Type"), "text/javascript") {
		t.Errorf("status %d, %v", w.Code, head)
	}
	if policy := head.Get("Content-Security-Policy"); policy != script.Policy {
		t.Errorf("the worker's policy is %q", policy)
	}
}
