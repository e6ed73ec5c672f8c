package asset

import (
	"crypto/sha256"
	"encoding/base32"
	"path"
	"strings"
)

// Content types of what a site holds.
const (
	HTMLType = "text/html; charset=utf-8"
	CSSType  = "text/css; charset=utf-8"
	JSType   = "text/javascript; charset=utf-8"
	JSONType = "application/json"
	XMLType  = "text/xml; charset=utf-8"
	CSVType  = "text/csv; charset=utf-8"
	SVGType  = "image/svg+xml"
	PNGType  = "image/png"
	TextType = "text/plain; charset=utf-8"
	WASMType = "application/wasm"
	WOFFType = "font/woff2"
)

// Hash names content: 80 bits of SHA-256 in lower-case letters and digits.
func Hash(body []byte) string {
	sum := sha256.Sum256(body)
	return HashOf(sum[:])
}

// HashOf is the name that a SHA-256 makes.
func HashOf(sum []byte) string {
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10]))
}

// NameLetters of a hash, 50 bits, tell the versions of one file apart; every document names many files.
const NameLetters = 10

// HashedPath is the path of a file whose content has the hash sum.
func HashedPath(name, sum string) string {
	ext := path.Ext(name)
	return Dir + strings.TrimSuffix(path.Base(name), ext) + "-" + sum[:NameLetters] + ext
}
