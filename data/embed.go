// Package data holds the record and the words of each language, as files.
package data

import "embed"

// FS has the record's CSV files at its root and the languages below words/.
//
//go:embed *.csv words
var FS embed.FS
