package asset

import (
	"bytes"
	"io"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
)

// htmlMinifier keeps attributes' quotes and documents' end tags, so that other people's simpler parsers read the pages too.
var htmlMinifier = &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true}

// minifier shortens each type of text without changing what it means.
var minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", htmlMinifier)
	m.AddFunc("text/css", minifyCSS)
	m.Add("text/javascript", &js.Minifier{})
	m.Add("application/json", &json.Minifier{KeepNumbers: true})
	m.Add("image/svg+xml", &svg.Minifier{Precision: 5})
	return m
}()

// minifyCSS leaves it to the bundler, which reads rules inside @container and @media too.
func minifyCSS(_ *minify.M, w io.Writer, r io.Reader, _ map[string]string) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	result := api.Transform(string(text), api.TransformOptions{
		Loader: api.LoaderCSS, MinifySyntax: true, MinifyWhitespace: true, LegalComments: api.LegalCommentsNone, Charset: api.CharsetUTF8,
	})
	if len(result.Errors) > 0 {
		return bundleError(result.Errors)
	}
	_, err = w.Write(bytes.TrimSpace(result.Code))
	return err
}

// Minify shortens text of a type that the minifier knows and leaves all else as it is.
func Minify(contentType string, body []byte) ([]byte, error) {
	kind, _, _ := strings.Cut(contentType, ";")
	out, err := minifier.Bytes(kind, bytes.Clone(body)) // the minifier writes into what it reads
	if err == minify.ErrNotExist {
		return body, nil
	}
	return out, err
}

// MinifyInlineSVG shortens a drawing that stands inside a page or a still. Coordinates keep four digits: a tenth of a px of
// the stage, less than a screen shows.
func MinifyInlineSVG(drawing []byte) string {
	var b bytes.Buffer
	if err := (&svg.Minifier{Precision: 4}).Minify(minifier, &b, bytes.NewReader(drawing), map[string]string{"inline": "1"}); err != nil {
		return string(drawing) // longer, and the same picture
	}
	return b.String()
}

// documentMinifier leaves inline styles and scripts alone: they are minified before, and their hashes stand in the
// document's policy.
var documentMinifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", htmlMinifier)
	return m
}()

// MinifyDocument shortens a whole document or a fragment of one.
func MinifyDocument(text []byte) ([]byte, error) { return documentMinifier.Bytes("text/html", text) }
