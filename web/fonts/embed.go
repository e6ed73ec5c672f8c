// Package fonts holds the font files that pages, posters and share cards use, and what a style sheet
// must say about them. README.md tells where they come from and how they are made.
package fonts

import "embed"

// FS holds each font as WOFF2, for pages, and as TTF, for the server's own painters, and OFL.txt, the licence under which
// they may be passed on.
//
//go:embed *.woff2 *.ttf OFL.txt
var FS embed.FS
