package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"

	"opencases/internal/packing"
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

// packedScript is packed data as an element that no browser runs or shows; unpack.js reads it.
func packedScript(id string, plain, packed []byte) []byte {
	text := packing.Text(packed)
	return fmt.Appendf(nil, "<script type=\"text/plain\" id=%q data-length=\"%d\" data-packed=\"%d\" data-sum=\"%d\">\n%s\n</script>\n",
		id, len(plain), len(packed), crc32.ChecksumIEEE(plain), text)
}
