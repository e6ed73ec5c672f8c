package single

import (
	"bytes"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/tdewolff/parse/v2"
	lexer "github.com/tdewolff/parse/v2/html"
)

// tag is a start tag that a rewriting may change.
type tag struct {
	name  string
	attrs []tagAttr
}

type tagAttr struct{ key, value string }

func (t *tag) get(key string) string {
	for _, a := range t.attrs {
		if a.key == key {
			return a.value
		}
	}
	return ""
}

func (t *tag) has(key string) bool {
	return slices.ContainsFunc(t.attrs, func(a tagAttr) bool { return a.key == key })
}

func (t *tag) set(key, value string) {
	t.remove(key)
	t.attrs = append(t.attrs, tagAttr{key, value})
}

func (t *tag) remove(keys ...string) {
	t.attrs = slices.DeleteFunc(t.attrs, func(a tagAttr) bool { return slices.Contains(keys, a.key) })
}

func (t *tag) write(b *bytes.Buffer) {
	b.WriteString("<" + t.name)
	for _, a := range t.attrs {
		if a.value == "" {
			b.WriteString(" " + a.key)
		} else {
			// Only these two have to be written otherwise, and a whole document may stand in an attribute.
			b.WriteString(" " + a.key + "=" + quoted(a.value))
		}
	}
	b.WriteString(">")
}

func quoted(value string) string {
	value = strings.ReplaceAll(value, "&", "&amp;")
	if strings.Count(value, `"`) > strings.Count(value, "'") {
		return "'" + strings.ReplaceAll(value, "'", "&#39;") + "'"
	}
	return `"` + strings.ReplaceAll(value, `"`, "&#34;") + `"`
}

// rewriting changes a document or a fragment that the site has made.
type rewriting struct {
	tag  func(*tag) (keep bool)                 // an element that is not kept goes with all that is in it
	text func(element *tag, text string) string // the inside of a style or a script
}

var voids = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// do reads body and writes it changed. Drawings stay as they are: they hold no addresses but their own.
func (r rewriting) do(body []byte) ([]byte, error) {
	var out bytes.Buffer
	in := lexer.NewLexer(parse.NewInputBytes(bytes.Clone(body)))
	var now *tag    // being read, or the style or script whose text comes next
	var gone string // the element that is being left out
	var nested int  // how many of its name are open
	shown := func(data []byte) {
		if gone == "" {
			out.Write(data)
		}
	}
	for {
		kind, data := in.Next()
		switch kind {
		case lexer.ErrorToken:
			if in.Err() != io.EOF {
				return nil, in.Err()
			}
			if gone != "" {
				return nil, fmt.Errorf("<%s> is not closed", gone)
			}
			return out.Bytes(), nil
		case lexer.StartTagToken:
			now = &tag{name: strings.ToLower(string(in.Text()))}
			if now.name == gone {
				nested++
			}
		case lexer.AttributeToken:
			value := string(in.AttrVal())
			if len(value) > 1 && (value[0] == '"' || value[0] == '\'') {
				value = value[1 : len(value)-1]
			}
			now.attrs = append(now.attrs, tagAttr{strings.ToLower(string(in.AttrKey())), html.UnescapeString(value)})
		case lexer.StartTagCloseToken, lexer.StartTagVoidToken:
			if gone != "" {
				continue
			}
			if r.tag(now) {
				now.write(&out)
			} else if !slices.Contains(voids, now.name) {
				gone, nested = now.name, 1
			}
		case lexer.EndTagToken:
			if name := strings.ToLower(string(in.Text())); gone == "" {
				out.Write(data)
			} else if name == gone {
				if nested--; nested == 0 {
					gone = ""
				}
			}
		case lexer.TextToken:
			if r.text != nil && now != nil && (now.name == "style" || now.name == "script") && gone == "" {
				data = []byte(r.text(now, string(data)))
				now = nil
			}
			shown(data)
		default:
			shown(data)
		}
	}
}
