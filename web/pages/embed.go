// Package pages holds the templates and the style of every page but the player's document.
package pages

import "embed"

// FS holds the templates (html/template), page.css and favicon.svg.
//
//go:embed *.html *.css *.svg
var FS embed.FS
