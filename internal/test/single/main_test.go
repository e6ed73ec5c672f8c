// Package single opens the single file as a teacher would: from a disk, without a network, in Chromium and in Firefox.
package single

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"opencases/data"
	"opencases/internal/site"
	"opencases/internal/test/browser"
	"opencases/wasm/built"
)

// All tests share one file, written once, and one browser.
var (
	file     string // address of the single file, "file:///…"
	content  []byte
	made     *site.Site // what the file is made from
	player   built.Player
	chromium *browser.Browser
)

func TestMain(m *testing.M) {
	code, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "tests of the single file:", err)
		code = 1
	}
	os.Exit(code)
}

func run(m *testing.M) (code int, err error) {
	if player, err = built.Load(); err != nil {
		return 1, err
	}
	if made, err = site.Make(site.Config{Data: data.FS, Player: player}); err != nil {
		return 1, err
	}
	if content, err = made.MakeSingle(); err != nil {
		return 1, err
	}
	dir, err := os.MkdirTemp("", "open-cases")
	if err != nil {
		return 1, err
	}
	defer os.RemoveAll(dir)
	// A name as a copy gets on a desk: with a space, an umlaut and a number sign.
	name := filepath.Join(dir, "Open Cases für #3.html")
	if err := os.WriteFile(name, content, 0o644); err != nil {
		return 1, err
	}
	file = (&url.URL{Scheme: "file", Path: name}).String()
	// Whatever a page would ask of a network goes to a port where nobody listens.
	if chromium, err = browser.Start(browser.Flag{Name: "proxy-server", Value: "127.0.0.1:9"}); err != nil {
		return 1, err
	}
	defer chromium.Close()
	code = m.Run()
	if foxWanted {
		if b, err := startFox(); err == nil {
			b.Close()
		}
	}
	return code, nil
}

// inPlayer puts the player's document on the page before a script: doc, and $ for its elements.
const inPlayer = `const doc = document.querySelector(".player iframe").contentDocument, $ = id => doc.getElementById(id);`
