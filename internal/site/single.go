package site

import (
	"io/fs"
	"sync"

	"opencases/internal/asset"
	"opencases/web"
)

// singlePath is where a site has the file that holds all of it.
const singlePath = "open-cases.html"

// SingleMark is in the first kilobyte of the file, so that the command knows its own.
const SingleMark = `<meta name="generator" content="opencases bundle">`

// SingleLimit is how big the single file may be, in bytes, with so many languages.
func SingleLimit(languages int) int { return 2_500_000 + (languages-1)*600_000 }

// addSingle puts the file at its address. It is made once, when somebody first wants it, and only they wait for it.
func (s *Site) addSingle(c Config, editions []*finished) error {
	sum, err := s.singleHash(c.Program)
	if err != nil {
		return err
	}
	s.makeSingle = sync.OnceValues(func() ([]byte, error) { return makeSingle(s, c, editions) })
	s.single = asset.NewDeferred(singlePath, asset.HTMLType, sum, s.makeSingle)
	return nil
}

// singleHash tells the file before it is made: from all that goes into it, and the program that makes it.
func (s *Site) singleHash(program string) (string, error) {
	sum := program
	for _, f := range s.Files() {
		sum += f.Hash
	}
	err := fs.WalkDir(web.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(web.FS, name)
		sum += asset.Hash(body)
		return err
	})
	return asset.Hash([]byte(sum)), err
}

// MakeSingle makes the single file's content, if that has not been done yet.
func (s *Site) MakeSingle() ([]byte, error) { return s.makeSingle() }
