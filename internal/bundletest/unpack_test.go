package bundletest

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"hash/crc32"
	"io/fs"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"opencases/internal/browser"
	"opencases/internal/packing"
	"opencases/web"
)

// job is what the page's script unpacks.
type job struct {
	Text   string `json:"text"`
	Packed int    `json:"packed"`
	Length int    `json:"length"`
	Sum    uint32 `json:"sum"`
}

func jobOf(plain, packed []byte) job {
	return job{string(packing.Text(packed)), len(packed), len(plain), crc32.ChecksumIEEE(plain)}
}

var moduleWords = regexp.MustCompile(`(?m)^import .*\n|^export `)

// unpacker is a window with the modules of web/bundle in it, and unpack(job), which answers with base64 or "refused: …".
func unpacker(t *testing.T) *browser.Tab {
	t.Helper()
	p := chromium.Tab(t)
	code := ""
	for _, name := range []string{"unlzma.js", "sevens.js", "unpack.js"} {
		text, err := fs.ReadFile(web.FS, "bundle/"+name)
		if err != nil {
			t.Fatal(err)
		}
		code += moduleWords.ReplaceAllString(string(text), "")
	}
	p.Open("about:blank")
	p.Do(code + `
		globalThis.unpack = job => {
			const whole = new Uint8Array(job.length);
			let at = 0;
			try {
				for (const part of steps(unseven, unlzma, job)) { whole.set(part, at); at += part.length; }
			} catch (fault) { return "refused: " + fault.message; }
			return at + " " + btoa([...whole].map(b => String.fromCharCode(b)).join(""));
		};`)
	return p
}

// inputs are contents of every sort: nothing, little, alike, random, repeated near and far, text, a program.
func inputs() map[string][]byte {
	r := rand.New(rand.NewPCG(3, 4))
	random := func(n, values int) []byte {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(r.UintN(uint(values)))
		}
		return b
	}
	far := random(90_000, 256)
	return map[string][]byte{
		"nothing": {}, "one byte": {0xff}, "two bytes": {1, 2}, "zeros": make([]byte, 150_000),
		"random": random(70_000, 256), "two values": random(40_000, 2), "few values": random(60_000, 20),
		"far repetition": append(append(bytes.Clone(far), random(140_000, 3)...), far...),
		"text":           bytes.Repeat([]byte("Of 1,799 reports 208 were found credible. "), 900),
		"a page":         content[:100_000],
		"alternating":    bytes.Repeat([]byte{1, 2, 3, 250}, 30_000),
	}
}

func TestTheScriptUnpacksWhatThePackerPacks(t *testing.T) {
	p := unpacker(t)
	for name, plain := range inputs() {
		for _, level := range []int{packing.Quick, packing.Best} {
			packed, err := packing.Compress(plain, level)
			if err != nil {
				t.Fatal(err)
			}
			got := browser.Eval[string](p, `unpack(%s)`, jobOf(plain, packed))
			_, text, _ := strings.Cut(got, " ")
			if out, err := base64.StdEncoding.DecodeString(text); err != nil || !bytes.Equal(out, plain) {
				t.Errorf("%s, level %d: %d bytes became %d (%.80s)", name, level, len(plain), len(out), got)
			}
		}
	}
}

// TestDamageIsAlwaysTold spoils packed data in many places: every bit of the beginning, and bytes at random further on. It
// must be refused, or come out whole: the last bytes of a stream may carry nothing.
func TestDamageIsAlwaysTold(t *testing.T) {
	p := unpacker(t)
	plain := inputs()["text"]
	packed, err := packing.Compress(append(plain, inputs()["few values"]...), packing.Best)
	if err != nil {
		t.Fatal(err)
	}
	plain = append(plain, inputs()["few values"]...)
	r := rand.New(rand.NewPCG(5, 6))
	var spoilt [][]byte
	for bit := range 30 * 8 {
		b := bytes.Clone(packed)
		b[bit/8] ^= 1 << (bit % 8)
		spoilt = append(spoilt, b)
	}
	for range 200 {
		b := bytes.Clone(packed)
		b[r.IntN(len(b))] ^= byte(1 + r.IntN(255))
		spoilt = append(spoilt, b)
	}
	for _, n := range []int{0, 1, 5, 13, 14, 17, 18, 100, len(packed) / 2, len(packed) - 5} {
		spoilt = append(spoilt, packed[:n])
	}
	jobs := make([]job, len(spoilt))
	for i, b := range spoilt {
		jobs[i] = jobOf(plain, b)
	}
	answers := browser.Eval[[]string](p, `%s.map(unpack)`, jobs)
	whole := base64.StdEncoding.EncodeToString(plain)
	refused := 0
	for i, a := range answers {
		switch {
		case strings.HasPrefix(a, "refused: packed data is damaged"):
			refused++
		case !strings.HasSuffix(a, " "+whole):
			t.Errorf("damage %d is not told: %.100s", i, a)
		}
	}
	if refused < len(spoilt)*9/10 {
		t.Errorf("%d of %d damages were refused", refused, len(spoilt))
	}
	for name, bad := range map[string]string{"a foreign character": "ab<defgh", "a cut text": "ab", "too much": "~~~~~~~"} {
		if a := browser.Eval[string](p, `unpack(%s)`, job{Text: bad, Packed: 40, Length: 40}); !strings.HasPrefix(a, "refused: ") {
			t.Errorf("%s: %s", name, a)
		}
	}
}

// engineSum is an expression for the SHA-256 of the program as the file hands it out.
const engineSum = `(async () => {
	const { parts, type } = await openCasesFile.find(document.getElementById("single").dataset.engine), all = [];
	for await (const part of parts) all.push(part);
	const sum = await crypto.subtle.digest("SHA-256", await new Blob(all).arrayBuffer());
	return type + " " + [...new Uint8Array(sum)].map(b => b.toString(16).padStart(2, "0")).join("");
})()`

func TestTheEngineComesOutByteForByte(t *testing.T) {
	for name, before := range map[string]string{"in a worker": "", "without workers": "delete globalThis.Worker"} {
		p := chromium.Tab(t)
		p.Before(before)
		p.Open(file)
		if got, want := browser.Eval[string](p, engineSum), "application/wasm "+player.SHA256; got != want {
			t.Errorf("%s: the program is %s, want %s", name, got, want)
		}
	}
	sum := sha256.Sum256(content)
	t.Logf("the file: %d bytes, %s", len(content), hex.EncodeToString(sum[:4]))
}
