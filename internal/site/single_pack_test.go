package site

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"io"
	"math/rand/v2"
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
		Repeats []repeat
	}
	if err := json.Unmarshal(head, &set); err != nil {
		t.Fatal(err)
	}
	whole := again(fresh, set.Repeats)
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

// again puts back what once has left out.
func again(fresh []byte, repeats []repeat) (text []byte) {
	for _, r := range repeats {
		text = append(text, fresh[:r[0]]...)
		text = append(text, text[r[1]:r[1]+r[2]]...)
		fresh = fresh[r[0]:]
	}
	return append(text, fresh...)
}

func TestWhatIsLeftOutOnceCanBePutBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	passage := func() string {
		b := make([]byte, r.IntN(200))
		for i := range b {
			b[i] = byte(r.IntN(256))
		}
		return string(b)
	}
	alike := passage() + passage()
	texts := []string{"", "x", strings.Repeat("x", 300), strings.Repeat("ab", 400), alike + alike, alike[1:] + alike + "x" + alike[:len(alike)-1]}
	for range 50 {
		parts := []string{passage(), passage(), passage(), strings.Repeat("y", r.IntN(90))}
		text := ""
		for range 30 {
			text += parts[r.IntN(len(parts))]
		}
		texts = append(texts, text)
	}
	left := 0
	for _, text := range texts {
		fresh, repeats := once(text)
		left += len(text) - len(fresh)
		if got := string(again(fresh, repeats)); got != text {
			t.Fatalf("%q comes back as %q", text, got)
		}
	}
	if left < 50_000 {
		t.Errorf("only %d bytes were left out", left)
	}
}
