// Package pages holds the templates and the style of every page but the player's document.
package pages

import "embed"

// FS holds the templates (html/template), the style sheets and scripts of pages, and favicon.svg.
//
//go:embed *.html *.css *.svg *.js
var FS embed.FS
