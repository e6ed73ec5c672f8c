package site

import (
	"io/fs"

	"github.com/evanw/esbuild/pkg/api"

	"opencases/web"
)

// embedPath is where host pages find the script. It carries no hash: articles keep it for years.
const embedPath = "embed.js"

// addEmbed adds the script of host pages: all of web/embed as one classic script, which leaves no name behind.
func (s *Site) addEmbed() error {
	fsys, err := fs.Sub(web.FS, "embed")
	if err != nil {
		return err
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{"embed.js"},
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
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
		return bundleError(result.Errors)
	}
	s.add(NewFile(embedPath, jsType, result.OutputFiles[0].Contents))
	return nil
}
