package site

import (
	"io/fs"
	"strconv"

	"opencases/internal/asset"
	"opencases/web"
)

// embedPath is where host pages find the script. It carries no hash: articles keep it for years.
const embedPath = "embed.js"

// addEmbed adds the script of host pages: all of web/embed as one classic script, which leaves no name behind. It holds
// the public address for where nothing else says what it was loaded from.
func (s *shared) addEmbed() error {
	fsys, err := fs.Sub(web.FS, "embed")
	if err != nil {
		return err
	}
	body, err := asset.BundleIIFE(fsys, "embed.js", map[string]string{"SITE": strconv.Quote(s.url)})
	if err != nil {
		return err
	}
	s.files.Add(asset.NewFile(embedPath, asset.JSType, body))
	return nil
}
