package site

import (
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
)

// minifier shortens each type of text without changing what it means. Attributes keep their quotes and
// documents their end tags, so that other people's simpler parsers read the pages too.
var minifier = func() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true})
	m.Add("text/css", &css.Minifier{})
	m.Add("text/javascript", &js.Minifier{})
	m.Add("application/json", &json.Minifier{KeepNumbers: true})
	m.Add("image/svg+xml", &svg.Minifier{Precision: 5})
	return m
}()

// minified shortens text of a type that the minifier knows and leaves all else as it is.
func minified(contentType string, body []byte) ([]byte, error) {
	kind, _, _ := strings.Cut(contentType, ";")
	out, err := minifier.Bytes(kind, body)
	if err == minify.ErrNotExist {
		return body, nil
	}
	return out, err
}
