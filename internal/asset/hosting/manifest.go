// Package hosting tells other servers what this project's own says of a site's files: a manifest for programs, and
// settings for nginx, Caddy, Apache and hosts that read _headers.
package hosting

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"opencases/internal/asset"
)

// Dir holds what is for the operator: no server shows it to readers.
const Dir = "hosting/"

// Manifest lists the files of a site, with all that a host has to know of them.
type Manifest struct {
	Version  string            `json:"version"`
	Header   map[string]string `json:"header"`   // sent with every file
	NotFound string            `json:"notFound"` // the file for addresses that are not there
	Files    []Entry           `json:"files"`    // by path
}

// Entry is one file.
type Entry struct {
	Path      string            `json:"path"`
	Type      string            `json:"type"`      // Content-Type
	Cache     string            `json:"cache"`     // Cache-Control
	Encodings []string          `json:"encodings"` // beside the file: "br" is PATH.br, "gzip" is PATH.gz
	SHA256    string            `json:"sha256"`    // of the plain file
	Bytes     int               `json:"bytes"`
	Header    map[string]string `json:"header,omitempty"` // sent with this file, besides

	mustRevalidate bool
}

// Endings are what the names of compressed forms end in.
var Endings = map[asset.Encoding]string{asset.Brotli: ".br", asset.Gzip: ".gz"}

// NewEntry describes a file; it makes the file and its forms where they are not made yet.
func NewEntry(f *asset.File) (Entry, error) {
	body, err := f.Body()
	if err != nil {
		return Entry{}, err
	}
	sum := sha256.Sum256(body)
	e := Entry{Path: f.Path, Type: f.Type, Cache: f.CacheRule(), Encodings: []string{}, SHA256: hex.EncodeToString(sum[:]), Bytes: len(body), mustRevalidate: f.MustRevalidate}
	for _, form := range f.Encodings() {
		if form != asset.Identity {
			e.Encodings = append(e.Encodings, string(form))
		}
	}
	if own := f.OwnFields(); len(own) > 0 {
		e.Header = fieldMap(own)
	}
	return e, nil
}

func fieldMap(fields []asset.Field) map[string]string {
	m := map[string]string{}
	for _, f := range fields {
		m[f.Name] = f.Value
	}
	return m
}

// pages are the entries that are HTML at an address of their own.
func (m *Manifest) pages() (all []Entry) {
	for _, e := range m.Files {
		if asset.IsDocument(e.Type) && !strings.Contains("/"+e.Path, "/"+asset.Dir) {
			all = append(all, e)
		}
	}
	return all
}

// policed are the entries with a policy in the header.
func (m *Manifest) policed() (all []Entry) {
	for _, e := range m.Files {
		if e.Header[policyField] != "" && !strings.HasPrefix(e.Path, PinDir) {
			all = append(all, e)
		}
	}
	return all
}

const (
	policyField = "Content-Security-Policy"

	// PinDir holds the versions that stay.
	PinDir = "v/"
)

// types leads from the ending of a file's name to its type. An ending has one type throughout a site.
func (m *Manifest) types() map[string]string {
	all := map[string]string{}
	for _, e := range m.Files {
		if ext := strings.TrimPrefix(path.Ext(e.Path), "."); ext != "" {
			all[ext] = e.Type
		}
	}
	return all
}

// New makes a manifest of entries.
func New(version string, entries []Entry) *Manifest {
	m := &Manifest{Version: version, Header: fieldMap(asset.CommonFields), NotFound: "404.html", Files: slices.Clone(entries)}
	slices.SortFunc(m.Files, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	return m
}

// Settings are the manifest and the settings of servers as files. pins are the names of versions that stay.
func (m *Manifest) Settings(pins []string) (map[string][]byte, error) {
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	return map[string][]byte{
		Dir + "files.json": append(text, '\n'),
		Dir + "nginx.conf": m.nginx(),
		Dir + "Caddyfile":  m.caddy(),
		".htaccess":        m.apache(),
		"_headers":         m.headers(pins),
	}, nil
}
