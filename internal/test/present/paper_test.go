package present

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"

	"opencases/data"
	"opencases/internal/handout"
	"opencases/internal/record"
	"opencases/internal/test/browser"
	"opencases/internal/words"
)

// poppler runs one of its tools on a PDF and gives what it prints.
func poppler(t *testing.T, pdf []byte, tool string, args ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(name, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, append(args, name, "-")...).CombinedOutput()
	if tool == "pdfinfo" {
		out, err = exec.Command(tool, append(args, name)...).CombinedOutput()
	}
	if err != nil {
		t.Fatalf("%s: %v: %s (Debian's package poppler-utils has it; make test installs it)", tool, err, out)
	}
	return string(out)
}

func pages(t *testing.T, pdf []byte) string {
	t.Helper()
	return regexp.MustCompile(`Pages:\s+(\d+)`).FindStringSubmatch(poppler(t, pdf, "pdfinfo"))[1]
}

// printed is the page as a browser prints it on a paper, in inches; 0 lets the page choose.
func printed(p *browser.Tab, width, height float64) []byte {
	p.T.Helper()
	p.Fonts()
	params := page.PrintToPDFParams{}
	yes := true
	if width == 0 {
		params.PreferCSSPageSize = &yes
	} else {
		params.PaperWidth, params.PaperHeight = width, height
	}
	params.PrintBackground = &yes
	return browser.Call(p, page.PrintToPDF, params).Data
}

func english(t *testing.T) (*record.Record, *words.Language) {
	t.Helper()
	r, err := record.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	return r, l.With(r)
}

// joined is a text without the spaces and line ends that a line's break makes.
func joined(text string) string { return strings.Join(strings.Fields(text), "") }

func TestTheHandoutsTextCanBeTakenOutOfIt(t *testing.T) {
	r, l := english(t)
	c, err := handout.Make(r, l)
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range handout.Papers {
		pdf, err := handout.PDF(c, l, paper)
		if err != nil {
			t.Fatal(err)
		}
		if n := pages(t, pdf); n != "2" {
			t.Errorf("%s: %s pages", paper, n)
		}
		text := joined(poppler(t, pdf, "pdftotext", "-raw"))
		for _, f := range c.Figures {
			for _, want := range []string{f.Title, f.Value, f.Source} {
				if !strings.Contains(text, joined(want)) {
					t.Errorf("%s: %q cannot be found in the text", paper, want)
				}
			}
		}
		for _, q := range c.Questions {
			if !strings.Contains(text, joined(q.String())) {
				t.Errorf("%s: the question %q cannot be found in the text", paper, q)
			}
		}
		for _, p := range c.Pictures {
			if !strings.Contains(text, joined(p.Caption)) {
				t.Errorf("%s: %q cannot be found in the text", paper, p.Caption)
			}
		}
	}
}

func TestABrowserPrintsTheHandoutOnTwoPages(t *testing.T) {
	r, l := english(t)
	c, err := handout.Make(r, l)
	if err != nil {
		t.Fatal(err)
	}
	p := chromium.Tab(t)
	p.Open(home + "en/handout/")
	for name, size := range map[string][2]float64{"A4": {8.27, 11.69}, "Letter": {8.5, 11}} {
		pdf := printed(p, size[0], size[1])
		if n := pages(t, pdf); n != "2" {
			t.Errorf("%s: %s pages", name, n)
		}
		text := joined(strings.ReplaceAll(poppler(t, pdf, "pdftotext", "-raw"), "‑", "-"))
		for _, f := range c.Figures {
			if !strings.Contains(text, joined(f.Value)) || !strings.Contains(text, joined(f.Source)) {
				t.Errorf("%s: %s (%s) is not on paper", name, f.Value, f.Source)
			}
		}
	}
	for _, sheet := range p.Boxes(".paper") {
		for _, what := range []string{"figcaption", "table", "li", ".number"} {
			for _, b := range p.Boxes(".paper " + what) {
				if b.Y >= sheet.Y && b.Y < sheet.Y+sheet.H && !b.Within(sheet, 0) {
					t.Errorf("%s is cut: %+v on %+v", what, b, sheet)
				}
			}
		}
	}
}

func TestSlidesPrintOnePageAStep(t *testing.T) {
	p := chromium.Tab(t)
	p.Open(home + "en/present/?print")
	p.Wait("the slides are laid out", `document.querySelectorAll("#slides .page").length > 0`)
	pdf := printed(p, 0, 0)
	if n := pages(t, pdf); n != "26" {
		t.Errorf("26 steps make %s pages", n)
	}
	if info := poppler(t, pdf, "pdfinfo"); !strings.Contains(info, "960 x 540") {
		t.Errorf("the pages are not 16 to 9: %s", info)
	}
	titles := browser.Eval[[]string](p, `[...document.querySelectorAll("#slides h2")].map(e => e.textContent)`)
	text := joined(poppler(t, pdf, "pdftotext", "-raw"))
	for _, title := range titles {
		if !strings.Contains(text, joined(title)) {
			t.Errorf("%q is on no page", title)
		}
	}
	for _, b := range p.Boxes("#slides .page") {
		for _, w := range p.Boxes("#slides .page .words, #slides .page .picture") {
			if w.Y >= b.Y && w.Y < b.Y+b.H && !w.Within(b, 0) {
				t.Errorf("a slide is cut: %+v on %+v", w, b)
			}
		}
	}
	p.Open(home + "en/present/?print=builds")
	p.Wait("the slides are laid out", `document.querySelectorAll("#slides .page").length > 26`)
	if n, want := pages(t, printed(p, 0, 0)), len(addresses(t)); n != itoa(want) {
		t.Errorf("%d builds make %s pages", want, n)
	}
}
