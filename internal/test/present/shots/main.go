// Command shots photographs the presenter, the speaker's window and the pages for teachers, for people to look at.
//
//	go run ./internal/test/present/shots -out shots
package main

import (
	"flag"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"opencases/data"
	"opencases/internal/classroom"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

func main() {
	out := flag.String("out", "shots", "folder for the pictures")
	only := flag.String("only", "", "only sets whose name holds this")
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
	class, err := classroom.New(made, server.Handler, classroom.Options{Address: func() string { return "http://192.168.1.23:8080/p" }})
	if err != nil {
		return err
	}
	server.Handler = class
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
	for _, set := range append(sets(), newRoom(server.URL(), class).sets()...) {
		if !strings.Contains(set.name, only) {
			continue
		}
		p := chromium.Tab(t)
		p.Size(set.width, set.height)
		p.Open(server.URL() + set.path)
		set.take(p, func(name string) {
			p.Fonts()
			p.Do(`await new Promise(done => setTimeout(done, 900))`) // fades and motion come to rest
			if err := write(filepath.Join(out, set.name+"-"+name+".png"), p.Shot()); err != nil {
				p.T.Fatalf("%v", err)
			}
		})
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
