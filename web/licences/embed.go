// Package licences holds the licences of what others made and this project passes on, word for word.
package licences

import "embed"

// FS holds one text for each part.
//
//go:embed *.txt
var FS embed.FS

// Part is one thing that others made.
type Part struct {
	Name    string // as its makers call it
	Home    string // where it is from
	Licence string // SPDX identifier
	File    string // the licence's text, in FS
	Use     string // what it is to a reader: "font", "engine", "go", or "tool" for what only the command holds
}

// Parts are all of them: first those a reader is sent, then those in the command alone.
var Parts = []Part{
	{"IBM Plex Sans, IBM Plex Sans Arabic", "https://github.com/IBM/plex", "OFL-1.1", "plex.txt", "font"},
	{"Ebitengine", "https://github.com/hajimehoshi/ebiten", "Apache-2.0", "ebitengine.txt", "engine"},
	{"Go", "https://go.dev/", "BSD-3-Clause", "go.txt", "go"},
	{"barcode", "https://github.com/boombuler/barcode", "MIT", "barcode.txt", "tool"},
	{"brotli", "https://github.com/andybalholm/brotli", "MIT", "brotli.txt", "tool"},
	{"esbuild", "https://github.com/evanw/esbuild", "MIT", "esbuild.txt", "tool"},
	{"fpdf", "https://codeberg.org/go-pdf/fpdf", "MIT", "fpdf.txt", "tool"},
	{"go-text/typesetting", "https://github.com/go-text/typesetting", "Unlicense OR BSD-3-Clause", "typesetting.txt", "tool"},
	{"minify, parse", "https://github.com/tdewolff/minify", "MIT", "minify.txt", "tool"},
	{"metrics, histogram, fastrand", "https://github.com/VictoriaMetrics/metrics", "MIT", "metrics.txt", "tool"},
}
