package serve

import (
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"opencases/data"
	"opencases/internal/site"
	"opencases/wasm/built"
)

// damaged is a site whose player does not unpack, as after a fault of the disk.
func damaged(t *testing.T) *site.Site {
	t.Helper()
	s, err := site.Make(site.Config{Data: data.FS, Player: built.Player{
		Manifest: built.Manifest{SHA256: strings.Repeat("0b", 32), Size: len(wasmBody)},
		Brotli:   []byte("packed"), Gzip: []byte("no gzip at all"), Support: []byte("globalThis.Go=1"),
	}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAFileThatCannotBeMadeIsAnErrorThatIsNotCached(t *testing.T) {
	s := damaged(t)
	h := Handler(s)
	asked := []string{"/open-cases.html"}
	for _, f := range s.Files() {
		if f.Type == "application/wasm" {
			asked = append(asked, "/"+f.Path)
		}
	}
	for _, path := range asked {
		for range 2 {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
			head := w.Header()
			if w.Code != 500 || head.Get("Cache-Control") != "no-store" || head.Get("ETag") != "" || w.Body.Len() == 0 {
				t.Errorf("%s: %d with %d bytes, %v", path, w.Code, w.Body.Len(), head)
			}
		}
	}
	if len(asked) != 2 {
		t.Errorf("asked for %v", asked)
	}
}

// Making the single file takes as long as it takes: nobody else waits for it.
func TestMissingPagesAreAnsweredWithoutWaiting(t *testing.T) {
	s, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	h := Handler(s).(*handler)
	for depth := range maxDepth + 1 {
		if h.notFoundPages[notFoundKey("en", depth)] == nil {
			t.Errorf("the page for missing addresses %d deep is not made before it is asked for", depth)
		}
	}
	made, start := make(chan error), time.Now()
	go func() {
		_, err := s.MakeSingle()
		made <- err
	}()
	longest := time.Duration(0)
	for waiting := true; waiting; {
		select {
		case err := <-made:
			if waiting = false; err != nil {
				t.Fatal(err)
			}
		default:
			began := time.Now()
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest("GET", "/en/a/nothing/", nil))
			if w.Code != 404 {
				t.Fatalf("status %d", w.Code)
			}
			longest = max(longest, time.Since(began))
			time.Sleep(5 * time.Millisecond)
		}
	}
	if whole := time.Since(start); longest > whole/2 { // on a busy machine everything takes long
		t.Errorf("a page for a missing address took %v of the %v in which the single file was made", longest, whole)
	}
}
