package site

import (
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/asset"
	"opencases/wasm/built"
)

// benchConfig is the whole site with a player of a few bytes.
func benchConfig() Config {
	f := asset.NewFile("", asset.WASMType, []byte(strings.Repeat("engine ", 300)))
	return Config{Data: data.FS, Player: built.Player{
		Manifest: built.Manifest{SHA256: strings.Repeat("0a", 32), Size: 2100},
		Brotli:   f.Encoded(asset.Brotli), Gzip: f.Encoded(asset.Gzip), Support: []byte("globalThis.Go=1"),
	}}
}

// What a server does before it answers.
func BenchmarkMake(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Make(benchConfig()); err != nil {
			b.Fatal(err)
		}
	}
}

// What is left for after that: the heaviest page's Brotli form.
func BenchmarkCompressPage(b *testing.B) {
	s, err := Make(benchConfig())
	if err != nil {
		b.Fatal(err)
	}
	page, _ := s.File("en/index.html")
	b.SetBytes(int64(len(page.MustBody())))
	for b.Loop() {
		asset.CompressBrotli(page.MustBody())
	}
}
