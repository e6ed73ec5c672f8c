package site

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
)

// pack is a set of files as one stretch of bytes: a line of JSON, [[path, type, offset, length], …], then their contents.
// Files of the same content share it.
type pack struct {
	index [][4]any
	body  bytes.Buffer
	at    map[string]int // where a content begins, by its hash
}

func (p *pack) add(path, contentType string, body []byte) {
	if p.at == nil {
		p.at = map[string]int{}
	}
	sum := hash(body)
	at, known := p.at[sum]
	if !known {
		at = p.body.Len()
		p.at[sum] = at
		p.body.Write(body)
	}
	p.index = append(p.index, [4]any{path, contentType, at, len(body)})
}

func (p *pack) bytes() ([]byte, error) {
	head, err := json.Marshal(p.index)
	return append(append(head, '\n'), p.body.Bytes()...), err
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
