package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"opencases/internal/asset/hosting"
)

// A folder that is being served is replaced so that every request gets the old site or the new one, whole, whenever this
// program is killed:
//
//  1. The new site is written beside the folder, with the assets of the version before: pages that are open in a reader's
//     browser still ask for them.
//  2. The two folders exchange names in one step of the system. The copy is now served.
//  3. The folder itself, which is not reachable by its name now, is brought up to date. It is kept: a server may
//     have been started in it, or a container may hold it.
//  4. The two exchange names again, and the copy is removed.
//
// If step 3 was interrupted, the copy stays and the next build begins there. Where folders cannot be exchanged (another
// system, a mount point, a parent that may not be written) only step 3 is done, in place: assets first, then each page
// by a rename, removed files last. A page never names an asset that is not there, but a build killed among the pages leaves
// some old and some new until the next.
type publisher struct {
	dir, staging   string
	files          []outputFile
	previousAssets []string                    // assets of the version before
	pins           []string                    // files of versions that stay
	beforeChange   func(does, to string) error // called before every change on the disk; a test refuses some
}

// outputFile is one file of a site in one of its forms.
type outputFile struct {
	name  string
	body  []byte
	asset bool // its name changes with its content
}

// errCannotExchange says that the folder must be brought up to date where it is.
var errCannotExchange = errors.New("the folder cannot be exchanged")

// publish makes a folder hold the files, which must be all of a site.
func publish(dir string, files []outputFile, beforeChange func(does, to string) error) error {
	p := &publisher{files: files, beforeChange: beforeChange}
	if err := p.makeFolder(dir); err != nil {
		return err
	}
	var err error
	if p.dir, err = filepath.Abs(dir); err == nil {
		p.dir, err = filepath.EvalSymlinks(p.dir) // the link stays
	}
	if err != nil {
		return err
	}
	p.staging = filepath.Join(filepath.Dir(p.dir), "."+filepath.Base(p.dir)+stamp)
	before := readStamp(p.dir)
	p.previousAssets = before.assets
	if slices.Equal(before.assets, p.assets()) {
		p.previousAssets = before.previousAssets // the same site once more
	}
	p.previousAssets = slices.DeleteFunc(p.previousAssets, func(name string) bool { return slices.Contains(p.assets(), name) })
	p.pins = p.filesBelow(hosting.PinDir)
	err = p.replace(before.standsIn)
	if errors.Is(err, errCannotExchange) {
		if err = p.removeAll(p.staging); err == nil {
			err = p.update(p.dir, false)
		}
	}
	return err
}

func (p *publisher) replace(interrupted bool) error {
	if !interrupted {
		if err := p.removeAll(p.staging); err != nil {
			return err
		}
		if err := p.makeFolder(p.staging); err != nil {
			return errors.Join(errCannotExchange, err)
		}
		if err := p.update(p.staging, true); err != nil {
			return err
		}
		if err := p.exchange(); err != nil {
			return err
		}
	}
	for _, do := range []func() error{
		func() error { return p.makeFolder(p.staging) },
		func() error { return p.update(p.staging, false) },
		p.exchange,
		func() error { return p.removeAll(p.staging) },
	} {
		if err := do(); err != nil {
			return err
		}
	}
	return nil
}

func (p *publisher) exchange() error {
	if err := p.beforeChange("exchange", p.staging); err != nil {
		return err
	}
	if err := exchange(p.staging, p.dir); err != nil {
		return errors.Join(errCannotExchange, err)
	}
	return nil
}

// update makes a folder hold the site and the assets of the version before, and nothing else.
func (p *publisher) update(dir string, standsIn bool) error {
	if _, err := os.Stat(filepath.Join(dir, stamp)); err != nil {
		if err := p.writeFile(dir, outputFile{name: stamp, body: []byte(stampText)}); err != nil {
			return err
		}
	}
	keep := map[string]bool{stamp: true}
	for _, name := range slices.Concat(p.previousAssets, p.pins) {
		body, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
		if err != nil {
			continue // it has been removed
		}
		if err := p.writeFile(dir, outputFile{name: name, body: body}); err != nil {
			return err
		}
		keep[name] = true
	}
	for _, f := range p.files {
		if err := p.writeFile(dir, f); err != nil {
			return err
		}
		keep[f.name] = true
	}
	if err := p.removeOthers(dir, keep); err != nil {
		return err
	}
	return p.writeFile(dir, outputFile{name: stamp, body: formatStamp(p.assets(), p.previousAssets, standsIn)})
}

// writeFile writes a file whole or not at all. One that is there already is left alone: servers tell versions by its time.
func (p *publisher) writeFile(dir string, f outputFile) error {
	name := filepath.Join(dir, filepath.FromSlash(f.name))
	if info, err := os.Lstat(name); err == nil && info.Mode().IsRegular() && info.Size() == int64(len(f.body)) {
		if body, err := os.ReadFile(name); err == nil && bytes.Equal(body, f.body) {
			return nil
		}
	}
	if err := p.makeParents(dir, f.name); err != nil {
		return err
	}
	if err := p.beforeChange("write", name); err != nil {
		return err
	}
	t, err := os.CreateTemp(filepath.Dir(name), stamp+"-*")
	if err != nil {
		return err
	}
	defer t.Close()
	_, err = t.Write(f.body)
	if err = cmp.Or(err, t.Chmod(0o644), t.Sync(), t.Close()); err != nil {
		return err
	}
	if err := p.beforeChange("rename", name); err != nil {
		return err
	}
	return os.Rename(t.Name(), name)
}

// makeParents makes the folders of a file and removes anything else that has their names or the file's.
func (p *publisher) makeParents(dir, name string) error {
	for i := range name {
		if name[i] != '/' {
			continue
		}
		folder := filepath.Join(dir, filepath.FromSlash(name[:i]))
		if info, err := os.Lstat(folder); err == nil && !info.IsDir() {
			if err := p.removeAll(folder); err != nil {
				return err
			}
		}
	}
	name = filepath.Join(dir, filepath.FromSlash(name))
	if info, err := os.Lstat(name); err == nil && info.IsDir() {
		if err := p.removeAll(name); err != nil {
			return err
		}
	}
	return p.makeFolder(filepath.Dir(name))
}

// removeOthers removes all but some files.
func (p *publisher) removeOthers(dir string, keep map[string]bool) error {
	folders := map[string]bool{".": true}
	for name := range keep {
		for ; name != "."; name = path.Dir(name) {
			folders[path.Dir(name)] = true
		}
	}
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if keep[rel] || d.IsDir() && folders[rel] {
			return nil
		}
		if err := p.removeAll(name); err != nil || !d.IsDir() {
			return err
		}
		return fs.SkipDir
	})
}

func (p *publisher) makeFolder(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	if err := p.beforeChange("make", dir); err != nil {
		return err
	}
	return os.MkdirAll(dir, 0o755)
}

func (p *publisher) removeAll(name string) error {
	if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := p.beforeChange("remove", name); err != nil {
		return err
	}
	return os.RemoveAll(name)
}

// filesBelow are the names of what stands in a folder of the old site and is not in the new one.
func (p *publisher) filesBelow(folder string) (all []string) {
	own := map[string]bool{}
	for _, f := range p.files {
		own[f.name] = true
	}
	fs.WalkDir(os.DirFS(p.dir), strings.TrimSuffix(folder, "/"), func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && !own[name] && !strings.HasPrefix(d.Name(), stamp+"-") {
			all = append(all, name)
		}
		return nil // what cannot be read is not kept
	})
	return all
}

// assets are the names of the new site's assets, in order.
func (p *publisher) assets() (all []string) {
	for _, f := range p.files {
		if f.asset {
			all = append(all, f.name)
		}
	}
	slices.Sort(all)
	return all
}

// stamp marks a folder as written by build, so that building again may replace it. It lists the assets of the site and
// of the version before.
const (
	stamp        = ".open-cases"
	stampText    = "written by opencases build\n"
	standsInText = "stands in for the folder beside it\n"

	assetFolder = "assets" // of a site
)

type stampContent struct {
	assets, previousAssets []string
	standsIn               bool
}

func formatStamp(assets, earlier []string, standsIn bool) []byte {
	var b strings.Builder
	b.WriteString(stampText)
	if standsIn {
		b.WriteString(standsInText)
	}
	for _, name := range assets {
		fmt.Fprintf(&b, "has %s\n", name)
	}
	for _, name := range earlier {
		fmt.Fprintf(&b, "had %s\n", name)
	}
	return []byte(b.String())
}

// readStamp reads a folder's stamp. One without a list is of an earlier program, or of a build that was interrupted:
// any asset in the folder may then still be in use.
func readStamp(dir string) (s stampContent) {
	text, err := os.ReadFile(filepath.Join(dir, stamp))
	if err != nil {
		return s
	}
	s.standsIn = strings.Contains(string(text), standsInText)
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "has "); ok && fs.ValidPath(name) {
			s.assets = append(s.assets, name)
		} else if name, ok := strings.CutPrefix(line, "had "); ok && fs.ValidPath(name) {
			s.previousAssets = append(s.previousAssets, name)
		}
	}
	if s.assets == nil {
		fs.WalkDir(os.DirFS(dir), assetFolder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				s.assets = append(s.assets, name)
			}
			return nil // what cannot be read is not kept
		})
	}
	return s
}
