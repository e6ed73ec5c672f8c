package asset

import (
	"fmt"
	"io/fs"

	"github.com/evanw/esbuild/pkg/api"
)

// BundleLegacyInline joins the modules of an entry into one plain script to stand in a page, in a form that phones of 2018 run.
func BundleLegacyInline(fsys fs.FS, entry string) (string, error) {
	all, err := bundleModules(fsys, entry)
	if err != nil {
		return "", err
	}
	if len(all) != 1 {
		return "", fmt.Errorf("%s falls into %d files; a script that stands in a page imports nothing when it runs", entry, len(all))
	}
	old := api.Transform(string(all[0].body), api.TransformOptions{
		Format: api.FormatIIFE, Target: api.ES2018, Charset: api.CharsetUTF8, LogLevel: api.LogLevelSilent,
		MinifyIdentifiers: true, MinifySyntax: true, MinifyWhitespace: true,
	})
	if len(old.Errors) > 0 {
		return "", bundleError(old.Errors)
	}
	return string(old.Code), nil
}
