package site

import (
	"encoding/json"
	"path"
	"regexp"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/asset"
)

// workerOf reads what a site's worker is told.
func workerOf(t *testing.T, s *Site) (w workerSet, script string) {
	t.Helper()
	f, ok := s.File(WorkerFile)
	if !ok {
		t.Fatalf("the site has no %s", WorkerFile)
	}
	text, ok := strings.CutPrefix(string(f.MustBody()), "self.openCases=")
	text, script, found := strings.Cut(text, ";\n")
	if !ok || !found {
		t.Fatalf("%s does not begin with the set", WorkerFile)
	}
	if err := json.Unmarshal([]byte(text), &w); err != nil {
		t.Fatal(err)
	}
	return w, script
}

func TestTheWorkerKeepsWhatReadersAndTeachersNeedAndNothingElse(t *testing.T) {
	w, _ := workerOf(t, mustMake(t))
	for _, want := range []string{"en/", "en/gap/", "en/player/gap/", "en/present/", "en/present/speaker/", "en/teach/", "en/handout/", "data/assessments.csv"} {
		if w.Files[want] == "" {
			t.Errorf("%s is not kept", want)
		}
	}
	for name := range w.Files {
		if regexp.MustCompile(`\.png$|oembed|^poll|/embed/|/demo/|/licences/|^open-cases\.html$|robots|404|^sw\.js`).MatchString(name) {
			t.Errorf("%s is kept, and nobody needs it without a network", name)
		}
	}
	for from, to := range map[string]string{"": "en/", "en/cover/": "en/", "en/player/": "en/player/cover/"} {
		if w.Moved[from] != to {
			t.Errorf("%q leads to %q, want %q", from, w.Moved[from], to)
		}
	}
}

// A worker checks each file against its hash, so the hash must be of the very bytes.
func TestTheWorkersHashesAreOfTheContents(t *testing.T) {
	s := mustMake(t)
	w, _ := workerOf(t, s)
	for name, sum := range w.Files {
		file := name
		if strings.HasSuffix(name, "/") {
			file += "index.html"
		}
		f, ok := s.File(file)
		if !ok {
			t.Errorf("%s is no file of the site", name)
		} else if got := asset.Hash(f.MustBody()); got != sum {
			t.Errorf("%s has the hash %s, the worker is told %s", name, got, sum)
		}
	}
	if n := len(s.OfflineFiles()); n != len(w.Files) {
		t.Errorf("%d files are kept, the worker is told of %d", n, len(w.Files))
	}
}

// Whatever a kept file names among the assets must be kept too, or it is missing without a network.
func TestNothingThatKeptFilesNameIsMissing(t *testing.T) {
	s := mustMake(t)
	w, _ := workerOf(t, s)
	named := regexp.MustCompile(`[\w./-]*[\w-]+-[a-z2-7]{10}\.(?:js|css|json|html|wasm|woff2|svg)\b`)
	for _, f := range s.OfflineFiles() {
		if f.Type == asset.WASMType || f.Type == asset.WOFFType || f.Type == asset.CSVType {
			continue
		}
		for _, name := range named.FindAllString(string(f.MustBody()), -1) {
			if _, ok := w.Files[asset.Dir+path.Base(name)]; !ok {
				t.Errorf("%s names %s, which is not kept", f.Path, name)
			}
		}
	}
}

func TestTheVersionIsTheSets(t *testing.T) {
	first, _ := workerOf(t, mustMake(t))
	again, err := Make(Config{Data: data.FS, Player: testPlayer(), URL: "https://example.org/open-cases/"})
	if err != nil {
		t.Fatal(err)
	}
	if second, _ := workerOf(t, again); second.Version != first.Version {
		t.Errorf("the same site has the versions %s and %s", first.Version, second.Version)
	}
	moved, err := Make(Config{Data: data.FS, Player: testPlayer(), URL: "https://example.org/elsewhere/"})
	if err != nil {
		t.Fatal(err)
	}
	if other, _ := workerOf(t, moved); other.Version == first.Version {
		t.Error("pages changed and the version did not")
	}
}

func TestHostsAreToldToAskForTheWorkerEachTime(t *testing.T) {
	f := mustFile(t, WorkerFile)
	if !f.MustRevalidate || f.Immutable || f.Type != asset.JSType || f.Policy == "" {
		t.Errorf("the worker's script: immutable %v, type %q, policy %q", f.Immutable, f.Type, f.Policy)
	}
}

func TestAPageNamesTheVeryPlayerAndSpeakersWindowThatBelongToIt(t *testing.T) {
	for page, of := range map[string]string{"en/gap/index.html": "en/player/gap/", "en/index.html": "en/player/cover/", "en/present/index.html": "en/present/speaker/"} {
		want := of + "?v=" + mustFile(t, of+"index.html").Hash
		if !strings.Contains(string(mustFile(t, page).MustBody()), want) {
			t.Errorf("%s does not name %s", page, want)
		}
	}
}

func TestAWorkerThatLeavesTakesEverythingWithIt(t *testing.T) {
	s, err := Make(Config{Data: data.FS, Player: testPlayer(), DisableOffline: true})
	if err != nil {
		t.Fatal(err)
	}
	_, script := workerOf(t, s)
	if !strings.Contains(script, "unregister") || strings.Contains(script, `"fetch"`) {
		t.Errorf("the script does not leave: %s", script)
	}
}
