// Package site makes the whole site as a set of files in memory: pages, the player's documents, still
// pictures, data, styles, scripts, fonts. The same set is served over HTTP and written out for a static host,
// byte for byte. Every reference between files is relative, so the set works under any address.
package site

import (
	"errors"

	"opencases/internal/asset"
	"opencases/internal/oembed"
)

// Site is a finished set of files.
type Site struct {
	Languages []string // tags, the default first
	files     *asset.Set
	version   Version
	moved     map[string]string // relative addresses, by the path of the page that leads there
	offline   []*asset.File
	notFound  func(lang, root string) ([]byte, error)
	oembed    *oembed.Provider
	polls     map[string]*pollPage // by language
	single    *asset.File          // everything once more, in one file

	makeSingle func() ([]byte, error)
}

// New makes a Site of files, for languages of which the first is the default. It has no page for addresses
// that are not there; Make adds one.
func New(languages []string, files ...*asset.File) *Site {
	s := &Site{Languages: languages, files: asset.NewSet(files...), moved: map[string]string{}, oembed: &oembed.Provider{}, polls: map[string]*pollPage{}}
	s.notFound = func(string, string) ([]byte, error) { return nil, errors.New("site: no page for missing addresses") }
	return s
}

// File is the file at a path relative to the root; ok is false when there is none.
func (s *Site) File(path string) (f *asset.File, ok bool) {
	if s.single != nil && path == s.single.Path {
		return s.single, true
	}
	return s.files.File(path)
}

// Single is the file that holds the whole site, made when its content is first asked for; nil in a set made by New.
func (s *Site) Single() *asset.File { return s.single }

// Files lists the set by path, without the single file: it is all of them again.
func (s *Site) Files() []*asset.File { return s.files.Files() }

// OEmbed answers oEmbed requests for the site's pages.
func (s *Site) OEmbed() *oembed.Provider { return s.oembed }

// Version is what the site was made from; empty in a set made by New.
func (s *Site) Version() Version { return s.version }

// OfflineFiles are the files that the service worker keeps.
func (s *Site) OfflineFiles() []*asset.File { return s.offline }

// Moved is the relative address that a page only leads on to; ok is false for every other file. A server that can
// redirect does so, a host of plain files has the page itself.
func (s *Site) Moved(path string) (to string, ok bool) {
	to, ok = s.moved[path]
	return to, ok
}

// NotFound is the page for an address that is not there. root leads from that address to the site's root
// ("../../"), because a missing page can be asked for at any depth.
func (s *Site) NotFound(lang, root string) ([]byte, error) { return s.notFound(lang, root) }
