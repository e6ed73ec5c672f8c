// Package web holds the files a browser is given: templates, styles and scripts, as they were written.
// The site package renders, bundles, minifies and names them.
package web

import "embed"

// FS holds the folders player, present, offline, style, embed, poll and bundle.
//
//go:embed all:player all:present all:offline all:style all:embed all:poll all:bundle
var FS embed.FS
