package asset

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

func modules(files map[string]string) fstest.MapFS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return m
}

func TestScriptsReferToEachOtherByTheirHashedNames(t *testing.T) {
	s := NewSet()
	made, err := s.AddScripts(modules(map[string]string{
		"boot.js":   `import {say} from "./say.js"; say("boot"); globalThis.wake = () => import("./engine.js");`,
		"engine.js": `import {say} from "./say.js"; export const start = () => say("engine");`,
		"say.js":    `export const say = word => document.title = word;`,
	}), "boot.js", "engine.js")
	if err != nil {
		t.Fatal(err)
	}
	boot, engine := made["boot.js"], made["engine.js"]
	if boot == nil || engine == nil {
		t.Fatalf("made %v, want boot.js and engine.js", made)
	}
	if want := `import("./` + path.Base(engine.Path) + `")`; !strings.Contains(string(boot.MustBody()), want) {
		t.Errorf("boot is %s, want it to hold %s", boot.MustBody(), want)
	}
	for _, f := range s.Files() {
		if !strings.Contains(f.Path, "-"+Hash(f.MustBody())[:NameLetters]+".") || !f.Immutable {
			t.Errorf("%s is not named by the hash of its content", f.Path)
		}
	}
}

func TestAScriptThatNamesOneThatIsNotBundledIsRefused(t *testing.T) {
	_, err := NewSet().AddScripts(modules(map[string]string{"boot.js": `new Worker(new URL("./later.js", import.meta.url));`}), "boot.js")
	if err == nil || !strings.Contains(err.Error(), "boot.js names ./later.js") {
		t.Errorf("got %v, want both scripts named", err)
	}
}

func TestABrokenScriptIsReportedWithItsPlace(t *testing.T) {
	_, err := bundleModules(modules(map[string]string{"boot.js": "let a = 1;\nlet = = 2;"}), "boot.js")
	if err == nil || !strings.Contains(err.Error(), "boot.js:2: column ") {
		t.Errorf("got %v, want the file, line and column", err)
	}
	_, err = bundleModules(modules(map[string]string{"boot.js": `import "left-pad";`}), "boot.js")
	if err == nil || !strings.Contains(err.Error(), "left-pad") {
		t.Errorf("got %v, want the foreign module named", err)
	}
}
