package single

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
)

// pack is a set of files as one stretch of bytes: a line of JSON that tells where each file is, then their contents, in
// which a passage that comes again is left out. gzip alone looks back only 32 kB, and many of the files are alike.
type pack struct {
	files [][4]any // path, type, offset, length
	body  bytes.Buffer
}

func (p *pack) add(path, contentType string, body []byte) {
	p.files = append(p.files, [4]any{path, contentType, p.body.Len(), len(body)})
	p.body.Write(body)
}

func (p *pack) bytes() ([]byte, error) {
	fresh, repeats := once(p.body.String())
	head, err := json.Marshal(struct {
		Size    int      `json:"size"` // of the contents when nothing is left out
		Files   [][4]any `json:"files"`
		Repeats []repeat `json:"repeats"`
	}{p.body.Len(), p.files, repeats})
	return append(append(head, '\n'), fresh...), err
}

// repeat is a passage that is left out: how many bytes stand between it and the one left out before, where it stood first,
// and its length.
type repeat [3]int

// A repeat is told by so many bytes, at every so manieth place of what came before.
const (
	repeatLeast = 64
	repeatEvery = 16
)

// once leaves out of text what it has said before.
func once(text string) (fresh []byte, repeats []repeat) {
	known := map[string]int{}  // where a passage stood last
	done, at, noted := 0, 0, 0 // up to where text is written, read, and put into known
	for at+repeatLeast <= len(text) {
		for ; noted+repeatLeast <= at; noted += repeatEvery {
			known[text[noted:noted+repeatLeast]] = noted
		}
		from, found := known[text[at:at+repeatLeast]]
		if !found {
			at++
			continue
		}
		for at > done && from > 0 && text[from-1] == text[at-1] {
			from, at = from-1, at-1
		}
		length := repeatLeast
		for from+length < at && at+length < len(text) && text[from+length] == text[at+length] {
			length++
		}
		fresh = append(fresh, text[done:at]...)
		repeats = append(repeats, repeat{at - done, from, length})
		at += length
		done = at
	}
	return append(fresh, text[done:]...), repeats
}

// packedLine is how many bytes stand in a line, a multiple of 3: each line is base64 of its own.
const packedLine = 6000

// packedScript is gzip data as an element that no browser runs or shows; web/bundle/unpack.js reads it.
func packedScript(id string, gz []byte) []byte {
	out := []byte(`<script type="text/plain" id="` + id + "\">\n")
	for len(gz) > 0 {
		n := min(packedLine, len(gz))
		out = append(base64.StdEncoding.AppendEncode(out, gz[:n]), '\n')
		gz = gz[n:]
	}
	return append(out, "</script>\n"...)
}
