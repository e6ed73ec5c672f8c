// Command shots photographs every chapter of the built site, in every size and theme, for people to look at.
//
//	go run ./internal/test/player/shots -out shots
//
// It writes one PNG a picture, and for each size and theme a contact sheet with all of them.
package main

import (
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"

	"opencases/data"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

func main() {
	out := flag.String("out", "shots", "folder for the pictures")
	only := flag.String("size", "", "only this size, like 360x640")
	flag.Parse()
	if err := run(*out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

func run(out, only string) (err error) {
	player, err := built.Load()
	if err != nil {
		return err
	}
	made, err := site.Make(site.Config{Data: data.FS, Player: player})
	if err != nil {
		return err
	}
	server := serve.New("127.0.0.1:0", made)
	if err := server.Open(); err != nil {
		return err
	}
	defer server.Close()
	chromium, err := browser.Start()
	if err != nil {
		return err
	}
	defer chromium.Close()
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	t := &teller{}
	defer t.end(&err)
	for _, s := range sizes {
		if only == "" || only == s.String() {
			if err := photograph(t, chromium, server.URL(), s, out); err != nil {
				return err
			}
		}
	}
	return nil
}

// photograph takes all pictures of one size and puts them on its sheets.
func photograph(t *teller, chromium *browser.Browser, address string, s size, out string) error {
	for _, set := range []struct {
		name string
		take func(t browser.T, chromium *browser.Browser, address string, s size, theme string) []picture
	}{{"", chapters}, {"page-", pages}} {
		for _, theme := range []string{"light", "dark"} {
			taken := set.take(t, chromium, address, s, theme)
			for _, p := range taken {
				if err := write(filepath.Join(out, fmt.Sprintf("%s-%s-%s.png", s, theme, p.name)), p.image); err != nil {
					return err
				}
			}
			name := filepath.Join(out, fmt.Sprintf("sheet-%s%s-%s.png", set.name, s, theme))
			if err := write(name, sheet(fmt.Sprintf("%s, %s", s, theme), taken)); err != nil {
				return err
			}
			fmt.Println(name)
		}
	}
	return nil
}

func write(name string, m image.Image) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return png.Encode(f, m)
}
