package site

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"opencases/internal/asset"
	"opencases/web"
)

// WorkerFile is the service worker's script. It stands at the root, because a worker answers for the addresses below
// its own; its name never changes, because that is how browsers know it again.
const WorkerFile = "sw.js"

// workerPolicy is sent with the worker's script and binds what it fetches.
var workerPolicy = asset.Policy{{"default-src", "'none'"}, {"connect-src", "'self'"}}

// workerSet is what the worker is told of the site; web/offline/file-set.js describes it.
type workerSet struct {
	Version   string            `json:"version"`
	Languages []string          `json:"languages"`
	Files     map[string]string `json:"files"`
	Moved     map[string]string `json:"moved"`
}

// addWorker adds the service worker, which keeps the site's pages and all that they need. Disabled, it is one that
// removes itself and what an earlier one has kept.
func (s *shared) addWorker(kept []*asset.File, moved map[string]string, disabled bool) error {
	w := workerSet{Languages: s.languages, Files: map[string]string{}, Moved: map[string]string{}}
	for from, to := range moved {
		w.Moved[addressOf(from)] = path.Join(path.Dir(from), to) + "/"
	}
	for _, f := range kept {
		w.Files[addressOf(f.Path)] = f.Hash
	}
	text, err := json.Marshal(w) // maps are written in order
	if err != nil {
		return err
	}
	w.Version = asset.Hash(text)
	if text, err = json.Marshal(w); err != nil {
		return err
	}
	entry := "offline/worker.js"
	if disabled {
		entry = "offline/uninstall.js"
	}
	script, err := asset.BundleIIFE(web.FS, entry, nil)
	if err != nil {
		return err
	}
	f := asset.NewFile(WorkerFile, asset.JSType, fmt.Appendf(nil, "self.openCases=%s;\n%s", text, script))
	f.Policy, f.MustRevalidate = workerPolicy.String(), true
	s.files.Add(f)
	return nil
}

// addressOf is where a file is asked for, from the root: a page's address ends in a slash.
func addressOf(file string) string { return strings.TrimSuffix(file, "index.html") }

// onlineOnly are the folders of a language that a reader or a teacher can do without when there is no network: what is for
// those who embed, and the licences' texts.
var onlineOnly = map[string]bool{"embed": true, "demo": true, "licences": true}

// offlineFiles are those that the worker keeps: pages, players, presenter, handout, their scripts, styles, fonts, stills,
// engine and cards, and the record; no pictures for sharing and nothing that is asked for by machines.
func offlineFiles(files []*asset.File, languages []string, moved map[string]string) (kept []*asset.File) {
	for _, f := range files {
		if _, ok := moved[f.Path]; !ok && isKeptOffline(f.Path, languages) {
			kept = append(kept, f)
		}
	}
	return kept
}

func isKeptOffline(file string, languages []string) bool {
	first, rest, _ := strings.Cut(file, "/")
	folder, _, _ := strings.Cut(rest, "/")
	switch {
	case strings.HasPrefix(file, asset.Dir):
		return path.Ext(file) != ".png"
	case first == "data":
		return true
	}
	return path.Base(file) == "index.html" && slices.Contains(languages, first) && !onlineOnly[folder]
}

// pinned is the address of a page that belongs to the one that names it: a player in a page, the speaker's window of a
// presenter. It names the very document, so that the service worker never shows one of another version; without a worker
// it is the page as it is now. root leads to the site's root.
func pinned(root string, f *asset.File) string { return root + addressOf(f.Path) + "?v=" + f.Hash }

// registration is the script with which a page without other scripts asks for the service worker. root leads from the
// page to the site's root.
func registration(root string) (string, error) {
	script, err := asset.BundleIIFE(web.FS, "offline/page.js", map[string]string{"ROOT": strconv.Quote(root)})
	return string(script), err
}

// keepingPolicy is for pages whose only script asks for the service worker.
func keepingPolicy(css, script string) asset.Policy {
	return append(asset.PagePolicy(css, script), [2]string{"worker-src", "'self'"})
}
