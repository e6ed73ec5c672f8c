package site

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"
)

// packedIn unpacks what stands in the single file under an id.
func packedIn(t testing.TB, body []byte, id string) []byte {
	t.Helper()
	m := regexp.MustCompile(`(?s)<script type="text/plain" id="` + id + `">(.*?)</script>`).FindSubmatch(body)
	if m == nil {
		t.Fatalf("the file has no %s", id)
	}
	var packed []byte
	for line := range strings.Lines(strings.TrimPrefix(string(m[1]), "\n")) { // each is base64 of its own
		part, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(line, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		packed = append(packed, part...)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	plain, err := io.ReadAll(r) // checks length and sum
	if err != nil {
		t.Fatalf("%s: %v", id, err)
	}
	return plain
}

// packedFiles are the files that the single file holds, by path.
func packedFiles(t testing.TB, body []byte) map[string][]byte {
	t.Helper()
	head, fresh, _ := bytes.Cut(packedIn(t, body, "packed-site"), []byte("\n"))
	var set struct {
		Size    int
		Files   [][]any
		Repeats [][3]int
	}
	if err := json.Unmarshal(head, &set); err != nil {
		t.Fatal(err)
	}
	var whole []byte
	for _, r := range set.Repeats { // how many bytes to go on, then from where and how many to repeat
		whole = append(whole, fresh[:r[0]]...)
		whole = append(whole, whole[r[1]:r[1]+r[2]]...)
		fresh = fresh[r[0]:]
	}
	whole = append(whole, fresh...)
	if len(whole) != set.Size {
		t.Fatalf("the set has %d bytes, and says %d", len(whole), set.Size)
	}
	files := map[string][]byte{}
	for _, f := range set.Files {
		at, length := int(f[2].(float64)), int(f[3].(float64))
		files[f[0].(string)] = bytes.Clone(whole[at : at+length]) // elements writes behind what it reads
	}
	return files
}
