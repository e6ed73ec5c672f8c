package asset

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// script is one bundled module; other modules of the bundle import it as "./" + name.
type script struct {
	name string // "boot.js"
	body []byte
}

// bundleModules joins the ES modules of a folder into one module for each entry, plus modules for what entries
// share. A dynamic import of an entry stays an import, so that it is fetched when it is needed.
func bundleModules(fsys fs.FS, entries ...string) ([]script, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       entries,
		Bundle:            true,
		Splitting:         true,
		Format:            api.FormatESModule,
		Target:            api.ES2022,
		Outdir:            "/",
		AbsWorkingDir:     "/",
		EntryNames:        "[name]",
		ChunkNames:        "[name]-[hash]",
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		LegalComments:     api.LegalCommentsNone,
		Charset:           api.CharsetUTF8,
		LogLevel:          api.LogLevelSilent,
		Plugins:           []api.Plugin{fromFS(fsys)},
	})
	if len(result.Errors) > 0 {
		return nil, bundleError(result.Errors)
	}
	var all []script
	for _, f := range result.OutputFiles {
		all = append(all, script{strings.TrimPrefix(f.Path, "/"), f.Contents})
	}
	return all, nil
}

// BundleIIFE joins an entry of a folder with all it imports into one classic script, which leaves no name behind. known are
// names that the script may use, with their values as JavaScript.
func BundleIIFE(fsys fs.FS, entry string, known map[string]string) ([]byte, error) {
	return runEsbuild(fsys, entry, api.FormatIIFE, api.CharsetUTF8, known)
}

// BundleInlineModule joins an ES module with everything it imports, now or later, into one text that can stand in a page.
func BundleInlineModule(fsys fs.FS, entry string) (string, error) {
	text, err := runEsbuild(fsys, entry, api.FormatESModule, api.CharsetASCII, nil)
	if bytes.Contains(text, []byte("</script")) || bytes.Contains(text, []byte("<!--")) {
		return "", fmt.Errorf("%s holds what would end or hide it inside a page", entry)
	}
	return string(text), err
}

// runEsbuild joins an entry with all it imports into one script.
func runEsbuild(fsys fs.FS, entry string, format api.Format, charset api.Charset, known map[string]string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{entry},
		Define:            known,
		Bundle:            true,
		Format:            format,
		Target:            api.ES2022,
		Outdir:            "/",
		AbsWorkingDir:     "/",
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		LegalComments:     api.LegalCommentsNone,
		Charset:           charset,
		LogLevel:          api.LogLevelSilent,
		Plugins:           []api.Plugin{fromFS(fsys)},
	})
	if len(result.Errors) > 0 {
		return nil, bundleError(result.Errors)
	}
	return bytes.TrimSpace(result.OutputFiles[0].Contents), nil
}

// fromFS lets the bundler read its modules from a file system instead of the disk.
func fromFS(fsys fs.FS) api.Plugin {
	const space = "site"
	return api.Plugin{Name: "fs", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := a.Path
			if a.Kind != api.ResolveEntryPoint {
				if !strings.HasPrefix(name, ".") {
					return api.OnResolveResult{}, fmt.Errorf("%q is not a file of this project; write ./%s", name, name)
				}
				name = path.Join(path.Dir(a.Importer), name)
			}
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			body, err := fs.ReadFile(fsys, a.Path)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			text := string(body)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, nil
		})
	}}
}

func bundleError(messages []api.Message) error {
	var lines []string
	for _, m := range messages {
		at := ""
		if m.Location != nil {
			at = fmt.Sprintf("%s:%d: column %d: ", m.Location.File, m.Location.Line, m.Location.Column+1)
		}
		lines = append(lines, at+m.Text)
	}
	return fmt.Errorf("scripts or styles do not bundle: %s", strings.Join(lines, "; "))
}

// ordered sorts scripts so that each comes after those whose names it contains: a name with a hash can only
// be written into a script once the other's content is final.
func ordered(all []script) ([]script, error) {
	var out []script
	for len(out) < len(all) {
		before := len(out)
		for _, s := range all {
			if !slices.ContainsFunc(out, func(o script) bool { return o.name == s.name }) && ready(s, all, out) {
				out = append(out, s)
			}
		}
		if len(out) == before {
			return nil, fmt.Errorf("scripts import each other in a circle")
		}
	}
	return out, nil
}

func ready(s script, all, out []script) bool {
	for _, o := range all {
		if o.name == s.name || !strings.Contains(string(s.body), `"./`+o.name+`"`) {
			continue
		}
		if !slices.ContainsFunc(out, func(d script) bool { return d.name == o.name }) {
			return false
		}
	}
	return true
}
