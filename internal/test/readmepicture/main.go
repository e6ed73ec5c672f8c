// Command readmepicture makes the README's moving picture: the player plays three chapters, its screenshots become an
// animated WebP.
//
//	go run ./internal/test/readmepicture -out .readme/story.webp
//
// The page's clock stands still between screenshots, so that the motion is as even as a reader sees it however long a
// screenshot takes. It needs img2webp (Debian's package webp).
package main

import (
	"flag"
	"fmt"
	"os"

	"opencases/data"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

func main() {
	out := flag.String("out", ".readme/story.webp", "`file` to write")
	keep := flag.String("frames", "", "`folder` to keep the screenshots in; default: they are not kept")
	flag.Parse()
	if err := run(*out, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "readmepicture:", err)
		os.Exit(1)
	}
}

func run(out, folder string) (err error) {
	if folder == "" {
		if folder, err = os.MkdirTemp("", "readmepicture"); err != nil {
			return err
		}
		defer os.RemoveAll(folder)
	} else if err = os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	player, err := built.Load()
	if err != nil {
		return err
	}
	made, err := site.Make(site.Config{Data: data.FS, Player: player})
	if err != nil {
		return err
	}
	sources, err := site.Load(data.FS)
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
	var shots []screenshot
	err = browser.Run(func(t browser.T) error {
		shots = film(t, chromium, server.URL(), sources.Languages[0])
		return nil
	})
	if err != nil {
		return err
	}
	return encode(shots, folder, out)
}
