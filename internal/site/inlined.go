package site

import (
	"io/fs"

	"github.com/evanw/esbuild/pkg/api"
)

// inlined joins the modules of an entry into one plain script to stand in a page, in a form that phones of 2018 run.
func inlined(fsys fs.FS, entry string) (string, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{entry},
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2018,
		Outdir:            "/",
		AbsWorkingDir:     "/",
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		LegalComments:     api.LegalCommentsNone,
		Charset:           api.CharsetUTF8,
		LogLevel:          api.LogLevelSilent,
		Plugins:           []api.Plugin{fromFS(fsys)},
	})
	if len(result.Errors) > 0 {
		return "", bundleError(result.Errors)
	}
	return string(result.OutputFiles[0].Contents), nil
}
