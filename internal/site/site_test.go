package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"image/png"
	"strings"
	"sync"
	"testing"

	"opencases/data"
	"opencases/internal/asset"
	"opencases/internal/story"
	"opencases/wasm/built"
)

// testPlayer stands in for the built player: the site does not look into it.
func testPlayer() built.Player {
	plain := bytes.Repeat([]byte("\x00asm of a test"), 20)
	sum := sha256.Sum256(plain)
	return built.Player{
		Manifest: built.Manifest{SHA256: hex.EncodeToString(sum[:]), Size: len(plain), Quality: 11},
		Brotli:   asset.CompressBrotli(plain), Gzip: asset.CompressGzip(plain), Support: []byte("globalThis.Go = class {};"),
	}
}

var theSite = sync.OnceValues(func() (*Site, error) {
	return Make(Config{Data: data.FS, Player: testPlayer(), URL: "https://example.org/open-cases/"})
})

// mustMake gives the site of the built-in record; it is made once.
func mustMake(t testing.TB) *Site {
	t.Helper()
	s, err := theSite()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustFile(t testing.TB, path string) *asset.File {
	t.Helper()
	f, ok := mustMake(t).File(path)
	if !ok {
		t.Fatalf("the site has no %s", path)
	}
	return f
}

func TestEveryLanguageHasEveryPage(t *testing.T) {
	for _, lang := range mustMake(t).Languages {
		mustFile(t, lang+"/index.html")
		for _, ch := range story.Chapters {
			mustFile(t, lang+"/"+ch.Name+"/index.html")
			mustFile(t, lang+"/player/"+ch.Name+"/index.html")
		}
	}
	for _, path := range []string{"index.html", "404.html", "robots.txt", "data/assessments.csv", "data/sources.csv"} {
		mustFile(t, path)
	}
}

func TestNothingIsSaidThatNoLanguageHas(t *testing.T) {
	// A text that is missing shows as its key in brackets, in every form of file.
	for _, f := range mustMake(t).Files() {
		if !strings.HasPrefix(f.Type, "text/html") && f.Type != asset.JSONType {
			continue
		}
		if at := missingText(string(f.MustBody())); at != "" {
			t.Errorf("%s shows the missing text %s", f.Path, at)
		}
	}
}

// missingText finds "[key.with.dots]" or "[table/key/column]" outside attributes that hold selectors.
func missingText(body string) string {
	for rest := body; ; {
		i := strings.IndexByte(rest, '[')
		if i < 0 {
			return ""
		}
		rest = rest[i+1:]
		end := strings.IndexByte(rest, ']')
		if end <= 0 || end > 80 {
			continue
		}
		key := rest[:end]
		dots := strings.Count(key, ".") + strings.Count(key, "/")
		if dots > 0 && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789.-_/@:") == "" && strings.Trim(key, "0123456789.,") != "" {
			return "[" + key + "]"
		}
	}
}

func TestHashedNamesHoldTheHashOfTheirContent(t *testing.T) {
	folders := map[string]bool{}
	for _, f := range mustMake(t).Files() {
		inAssets := strings.HasPrefix(f.Path, asset.Dir)
		if inAssets != f.Immutable {
			t.Errorf("%s: immutable is %v", f.Path, f.Immutable)
		}
		if !inAssets {
			continue
		}
		if folder, _, deep := strings.Cut(strings.TrimPrefix(f.Path, asset.Dir), "/"); deep {
			folders[folder] = true
			continue
		}
		if !strings.Contains(f.Path, "-"+f.Hash[:asset.NameLetters]+".") {
			t.Errorf("%s does not carry the hash %s", f.Path, f.Hash)
		}
		if f.Type != asset.WASMType && f.Type != asset.PNGType && f.Hash != asset.Hash(f.MustBody()) {
			t.Errorf("%s: the content's hash is %s", f.Path, asset.Hash(f.MustBody()))
		}
	}
	if len(folders) != len(mustMake(t).Languages) {
		t.Errorf("folders of stills: %v, want one for each language", folders)
	}
}

func TestTheBuiltPlayerIsServedAsItWasBuilt(t *testing.T) {
	p := testPlayer()
	for _, f := range mustMake(t).Files() {
		if f.Type != asset.WASMType {
			continue
		}
		sum := sha256.Sum256(f.MustBody())
		if hex.EncodeToString(sum[:]) != p.SHA256 || !bytes.Equal(f.Encoded(asset.Brotli), p.Brotli) || !bytes.Equal(f.Encoded(asset.Gzip), p.Gzip) {
			t.Errorf("%s is not the player that was built", f.Path)
		}
		return
	}
	t.Error("the site has no WebAssembly")
}

func TestShareCardsAreHashedByWhatGoesIntoThemAndCanBeSeen(t *testing.T) {
	cards := 0
	for _, f := range mustMake(t).Files() {
		if f.Type != asset.PNGType || strings.Contains(f.Path, "-300-") || strings.Contains(f.Path, "-600-") || !f.Immutable {
			continue // smaller ones are held to their size with the answers that name them
		}
		cards++
		img, err := png.Decode(bytes.NewReader(f.MustBody()))
		if err != nil {
			t.Errorf("%s: %v", f.Path, err)
			continue
		}
		if s := img.Bounds().Size(); s.X != 1200 || s.Y != 630 {
			t.Errorf("%s is %v, want 1200 x 630", f.Path, s)
		}
	}
	if want := len(story.Chapters) * len(mustMake(t).Languages); cards != want {
		t.Errorf("%d share cards, want %d", cards, want)
	}
}

func TestTheSameRecordMakesTheSameSite(t *testing.T) {
	again, err := Make(Config{Data: data.FS, Player: testPlayer(), URL: "https://example.org/open-cases/"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range mustMake(t).Files() {
		g, ok := again.File(f.Path)
		if !ok || g.Hash != f.Hash {
			t.Errorf("%s differs from one making to the next", f.Path)
		}
	}
}

func TestCompressedFormsUnpackToTheFile(t *testing.T) {
	f := mustFile(t, "en/player/gap/index.html")
	r, err := gzip.NewReader(bytes.NewReader(f.Encoded(asset.Gzip)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if _, err := b.ReadFrom(r); err != nil || !bytes.Equal(b.Bytes(), f.MustBody()) {
		t.Errorf("the gzip form holds %d bytes, want the %d of the page (%v)", b.Len(), len(f.MustBody()), err)
	}
}

// The first response of the player document, with the script that answers, must come in one round trip.
func TestThePlayersFirstResponseIsLight(t *testing.T) {
	const most = 14 << 10
	var boot int
	for _, f := range mustMake(t).Files() {
		if strings.HasPrefix(f.Path, asset.Dir+"boot-") {
			boot = len(f.Encoded(asset.Brotli))
		}
	}
	if boot == 0 {
		t.Fatal("there is no boot script")
	}
	for _, ch := range story.Chapters {
		doc := len(mustFile(t, "en/player/"+ch.Name+"/index.html").Encoded(asset.Brotli))
		t.Logf("%s: document %d, boot script %d", ch.Name, doc, boot)
		if doc+boot > most {
			t.Errorf("%s: %d bytes of Brotli for document and boot script, want at most %d", ch.Name, doc+boot, most)
		}
	}
}
