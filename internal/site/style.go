package site

import (
	"fmt"
	"io/fs"
	"strings"
	"text/template"

	"opencases/internal/asset"
	"opencases/web"
	"opencases/web/fonts"
)

// addFonts adds the font files; the answer leads from name to file.
func (s *shared) addFonts() (map[string]*asset.File, error) {
	made := map[string]*asset.File{}
	for _, face := range fonts.Faces {
		body, err := fonts.FS.ReadFile(face.File)
		if err != nil {
			return nil, err
		}
		made[face.File] = s.files.Add(asset.NewHashed(face.File, asset.WOFFType, body))
	}
	return made, nil
}

// fontFaces declares the fonts that a language needs, for documents that reach the root by root. Where there is only
// one script, every page needs its files, and the ranges that tell scripts apart are left out.
func (e *edition) fontFaces(root string) string {
	var b strings.Builder
	for _, face := range fonts.Faces {
		if face.Family == fonts.Arabic && !e.lang.RTL() {
			continue
		}
		ranges := ""
		if e.lang.RTL() {
			ranges = ";unicode-range:" + face.UnicodeRange
		}
		fmt.Fprintf(&b, `@font-face{font-family:%q;font-weight:%d;font-display:swap;src:url(%s%s) format("woff2")%s}`,
			face.Family, face.CSSWeight, root, e.fonts[face.File].Path, ranges)
	}
	return b.String()
}

// preloads has the fonts of the language's own script fetched with the document: the less often a text is first shown in
// another, the less often words move.
func (e *edition) preloads(root string) string {
	family, links := fonts.Latin, ""
	if e.lang.RTL() {
		family = fonts.Arabic
	}
	for _, face := range fonts.Faces {
		if face.Family == family {
			links += `<link rel="preload" href="` + root + e.fonts[face.File].Path + `" as="font" crossorigin>`
		}
	}
	return links
}

// css joins style sheets of web/ and others into one minified text, to stand in a page. Words stand in a font of the
// reader's system that takes as much room until the page's own is there.
func (e *edition) css(root string, parts ...string) (string, error) {
	return e.cssWith(root, fonts.Fallbacks(), parts...)
}

func (e *edition) cssWith(root, fallbacks string, parts ...string) (string, error) {
	tokens, err := fs.ReadFile(web.FS, "style/tokens.css")
	if err != nil {
		return "", err
	}
	out, err := asset.Minify(asset.CSSType, []byte(e.fontFaces(root)+string(tokens)+fallbacks+strings.Join(parts, "\n")))
	return string(out), err
}

// placed executes the style sheet that says where the words of a player document's first response stand.
func placed(data any) (string, error) {
	text, err := fs.ReadFile(web.FS, "player/rules.css")
	if err != nil {
		return "", err
	}
	t, err := template.New("rules.css").Parse(string(text))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, data)
	return b.String(), err
}
