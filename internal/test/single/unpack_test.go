package single

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"opencases/internal/test/browser"
	"opencases/web"
)

// packed is content as the file holds it: base64 of gzip in lines.
func packed(t *testing.T, plain []byte, level int) (gz []byte, text string) {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, level)
	if err != nil {
		t.Fatal(err)
	}
	w.Write(plain) // a bytes.Buffer does not fail
	w.Close()
	return b.Bytes(), inLines(b.Bytes())
}

func inLines(gz []byte) string {
	var lines []string
	for len(gz) > 0 {
		n := min(3000, len(gz))
		lines = append(lines, base64.StdEncoding.EncodeToString(gz[:n]))
		gz = gz[n:]
	}
	return "\n" + strings.Join(lines, "\n") + "\n"
}

// unpacker is a window with web/bundle/unpack.js in it, and unpacked(text), which answers with base64 or "refused: …".
func unpacker(t *testing.T) *browser.Tab {
	t.Helper()
	code, err := fs.ReadFile(web.FS, "bundle/unpack.js")
	if err != nil {
		t.Fatal(err)
	}
	p := chromium.Tab(t)
	p.Open("about:blank")
	p.Do(strings.ReplaceAll(string(code), "export ", "") + `
		globalThis.unpacked = async text => {
			const element = document.createElement("script");
			element.type = "text/plain";
			element.textContent = text;
			try {
				const bytes = new Uint8Array(await new Response(unpack(element)).arrayBuffer());
				return btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""));
			} catch (fault) { return "refused: " + fault.message; }
		};`)
	return p
}

// inputs are contents of every sort: nothing, little, alike, random, repeated near and far, text, a page.
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

func TestTheScriptUnpacksWhatIsPacked(t *testing.T) {
	p := unpacker(t)
	for name, plain := range inputs() {
		for _, level := range []int{gzip.NoCompression, gzip.BestCompression} {
			_, text := packed(t, plain, level)
			for ends, written := range map[string]string{"as written": text, "with the ends of lines of another system": strings.ReplaceAll(text, "\n", "\r\n")} {
				got := browser.Eval[string](p, `unpacked(%s)`, written)
				if out, err := base64.StdEncoding.DecodeString(got); err != nil || !bytes.Equal(out, plain) {
					t.Errorf("%s, level %d, %s: %d bytes became %d (%.80s)", name, level, ends, len(plain), len(out), got)
				}
			}
		}
	}
}

// TestDamageIsAlwaysTold spoils packed data in many places: every bit of its beginning, and bytes at random further on. It
// must be refused, or come out whole: some bits of a gzip header carry nothing.
func TestDamageIsAlwaysTold(t *testing.T) {
	p := unpacker(t)
	plain := append(inputs()["text"], inputs()["few values"]...)
	gz, _ := packed(t, plain, gzip.BestCompression)
	r := rand.New(rand.NewPCG(5, 6))
	var spoilt []string
	for bit := range 30 * 8 {
		b := bytes.Clone(gz)
		b[bit/8] ^= 1 << (bit % 8)
		spoilt = append(spoilt, inLines(b))
	}
	for range 400 {
		b := bytes.Clone(gz)
		b[r.IntN(len(b))] ^= byte(1 + r.IntN(255))
		spoilt = append(spoilt, inLines(b))
	}
	for _, n := range []int{0, 1, 5, 9, 10, 11, 18, 100, len(gz) / 2, len(gz) - 9, len(gz) - 8, len(gz) - 5, len(gz) - 1} {
		spoilt = append(spoilt, inLines(gz[:n]))
	}
	answers := browser.Eval[[]string](p, `(async () => {
		const answers = [];
		for (const text of %s) answers.push(await unpacked(text));
		return answers;
	})()`, spoilt)
	whole := base64.StdEncoding.EncodeToString(plain)
	refused := 0
	for i, a := range answers {
		switch {
		case strings.HasPrefix(a, "refused: "):
			refused++
		case a != whole:
			t.Errorf("damage %d is not told: %.100s", i, a)
		}
	}
	if refused < len(spoilt)*9/10 {
		t.Errorf("%d of %d damages were refused", refused, len(spoilt))
	}
	_, text := packed(t, plain, gzip.BestCompression)
	for name, bad := range map[string]string{"a foreign character": text[:500] + "<" + text[501:], "a missing character": text[:500] + text[501:], "a missing line": text[:1] + text[4002:], "nothing": "\n"} {
		if a := browser.Eval[string](p, `unpacked(%s)`, bad); !strings.HasPrefix(a, "refused: ") {
			t.Errorf("%s: %.100s", name, a)
		}
	}
}

// engineSum is an expression for the SHA-256 of the program as the file hands it out.
const engineSum = `(async () => {
	const answer = await openCasesFile.answer(document.getElementById("single").dataset.engine);
	const sum = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
	return answer.headers.get("Content-Type") + " " + [...new Uint8Array(sum)].map(b => b.toString(16).padStart(2, "0")).join("");
})()`

func TestTheEngineComesOutByteForByteEachTime(t *testing.T) {
	p := chromium.Tab(t)
	p.Open(file)
	for range 2 { // each document that is opened asks anew
		if got, want := browser.Eval[string](p, engineSum), "application/wasm "+player.SHA256; got != want {
			t.Errorf("the program is %s, want %s", got, want)
		}
	}
	if got := browser.Eval[string](p, `(async () => {
		const stop = new AbortController(), answer = await openCasesFile.answer(document.getElementById("single").dataset.engine, stop.signal);
		stop.abort();
		return answer.arrayBuffer().then(() => "all of it", () => "nothing");
	})()`); got != "nothing" {
		t.Errorf("who ends the reading gets %s", got)
	}
	sum := sha256.Sum256(content)
	t.Logf("the file: %d bytes, %s", len(content), hex.EncodeToString(sum[:4]))
}

func TestWhatTheFileHoldsAsItIsComesOutByteForByte(t *testing.T) {
	p := chromium.Tab(t)
	p.Open(file)
	asked := 0
	for _, f := range made.Files() {
		if !strings.HasPrefix(f.Path, "data/") && !strings.HasPrefix(f.Path, "licences/") && !strings.HasPrefix(f.Path, "assets/record-") {
			continue
		}
		asked++
		want, err := f.Body()
		if err != nil {
			t.Fatal(err)
		}
		got := browser.Eval[string](p, `openCasesFile.answer(%s).then(answer => answer.text())`, f.Path)
		if got != string(want) {
			t.Errorf("%s comes out as %d bytes, want %d: %.80q", f.Path, len(got), len(want), got)
		}
	}
	if asked < 10 {
		t.Errorf("only %d files were asked for", asked)
	}
}
