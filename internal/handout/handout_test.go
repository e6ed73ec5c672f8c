package handout

import (
	"bytes"
	"strings"
	"testing"

	"opencases/data"
	"opencases/internal/picture"
	"opencases/internal/record"
	"opencases/internal/words"
)

func content(t *testing.T) (Content, *record.Record, *words.Language) {
	t.Helper()
	r, err := record.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	l, err := words.Load(data.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	l = l.With(r)
	c, err := Make(r, l)
	if err != nil {
		t.Fatal(err)
	}
	return c, r, l
}

func TestThePDFHasTheDateOfItsNewestSource(t *testing.T) {
	c, r, l := content(t)
	newest := ""
	for _, f := range c.Figures {
		figure, _ := r.Figure(f.Ref)
		for _, s := range figure.Sources {
			newest = max(newest, s.Published.String())
		}
	}
	pdf, err := PDF(c, l, "A4")
	if err != nil {
		t.Fatal(err)
	}
	if day := strings.ReplaceAll(newest, "-", ""); len(day) != 8 || day < "2020" || !bytes.Contains(pdf, []byte("/CreationDate (D:"+day)) || !bytes.Contains(pdf, []byte("/ModDate (D:"+day)) {
		t.Errorf("the newest source is of %s; the PDF does not say so", newest)
	}
}

func TestTheHandoutHasItsPicturesFiguresAndQuestions(t *testing.T) {
	c, r, l := content(t)
	if len(c.Pictures) != 6 || len(c.Questions) != 3 || len(c.Figures) != len(figures) {
		t.Fatalf("%d pictures, %d figures, %d questions", len(c.Pictures), len(c.Figures), len(c.Questions))
	}
	for i, f := range c.Figures {
		want, ok := r.Figure(figures[i].ref)
		if !ok || f.Ref != want.Ref {
			t.Errorf("%s is not the record's %s", f.Ref, figures[i].ref)
		}
		if f.Title == "" || f.Value == "" || f.Source == "" || strings.Contains(f.Title+f.Value+f.Source, "[") {
			t.Errorf("%s lacks something: %+v", f.Ref, f)
		}
		for _, s := range want.Sources {
			if !strings.Contains(f.Source, s.ID) {
				t.Errorf("%s does not name its source %s: %q", f.Ref, s.ID, f.Source)
			}
		}
		if f.Derived && !strings.Contains(f.Source, "derived") {
			t.Errorf("%s does not say that it is derived: %q", f.Ref, f.Source)
		}
		if n, whole := want.Count.Int(); whole && want.Unit != "share" && !strings.Contains(f.Value, l.Number(n)) {
			t.Errorf("%s is %q, the record has %s", f.Ref, f.Value, l.Number(n))
		}
	}
	if missing := l.Missing(); len(missing) > 0 {
		t.Errorf("texts are missing: %q", missing)
	}
}

func TestTheHandoutFitsTwoPagesOfEitherPaperAndNothingOverlaps(t *testing.T) {
	c, _, l := content(t)
	for _, paper := range Papers {
		s, err := layOut(c, l, paper)
		if err != nil {
			t.Fatal(err)
		}
		if n := s.PageNo(); n != 2 {
			t.Errorf("%s: %d pages", paper, n)
		}
		w, h := s.GetPageSize()
		all := map[int][]string{}
		for i, a := range s.lines {
			all[a.page] = append(all[a.page], a.text)
			// A label of a picture may reach past the picture by a hair, nothing past the margin.
			if a.l < margin-.6 || a.t < margin-.6 || a.r > w-margin+.6 || a.b > h-margin+.6 {
				t.Errorf("%s, page %d: %q leaves the area inside the margins: %.1f %.1f to %.1f %.1f", paper, a.page, a.text, a.l, a.t, a.r, a.b)
			}
			if a.points < 7 {
				t.Errorf("%s, page %d: %q is set in %.1f points", paper, a.page, a.text, a.points)
			}
			if a.grey > 100 {
				t.Errorf("%s, page %d: %q is too pale for a copier: %d", paper, a.page, a.text, a.grey)
			}
			for _, b := range s.lines[:i] {
				const hair = .4
				if a.page == b.page && a.l < b.r-hair && b.l < a.r-hair && a.t < b.b-hair && b.t < a.b-hair {
					t.Errorf("%s, page %d: %q lies on %q", paper, a.page, a.text, b.text)
				}
			}
		}
		// Lines may break anywhere a reader would break them: spaces do not count.
		close := func(text string) string { return strings.ReplaceAll(text, " ", "") }
		holds := func(page int, text string) bool {
			return strings.Contains(close(strings.Join(all[page], "")), close(text))
		}
		for _, p := range c.Pictures {
			if !holds(1, p.Title) || !holds(1, p.Caption) {
				t.Errorf("%s: page 1 does not tell of %s", paper, p.Title)
			}
		}
		for _, f := range c.Figures {
			if !holds(2, f.Title) || !holds(2, f.Value) || !holds(2, f.Source) {
				t.Errorf("%s: page 2 does not hold %+v", paper, f)
			}
		}
		for _, q := range c.Questions {
			if !holds(2, q.String()) {
				t.Errorf("%s: page 2 does not ask %q", paper, q)
			}
		}
		if !holds(2, l.String("handout.notes")) {
			t.Errorf("%s: page 2 has no room for notes", paper)
		}
	}
}

// Each colour of a PDF without compression is an operator with one number (grey) or three equal ones.
func TestEverythingIsGrey(t *testing.T) {
	c, _, l := content(t)
	s, err := layOut(c, l, "A4")
	if err != nil {
		t.Fatal(err)
	}
	s.SetCompression(false)
	var b bytes.Buffer
	if err := s.Output(&b); err != nil {
		t.Fatal(err)
	}
	colours := 0
	for line := range strings.SplitSeq(b.String(), "\n") {
		for _, op := range []string{" rg", " RG"} {
			at := strings.Index(line, op)
			if at < 0 {
				continue
			}
			f := strings.Fields(line[:at])
			if len(f) < 3 {
				continue
			}
			colours++
			if r, g, bl := f[len(f)-3], f[len(f)-2], f[len(f)-1]; r != g || g != bl {
				t.Fatalf("a colour is set: %s", line)
			}
		}
	}
	t.Logf("%d colours are set in groups of three", colours)
	for _, pair := range [][2]picture.Ink{
		{picture.InkCredible, picture.InkOpen}, {picture.InkOpen, picture.InkRest}, {picture.InkCredible, picture.InkRest},
		{picture.InkCredible, picture.InkIndependent}, {picture.InkText, picture.InkRule},
	} {
		if d := Greys[pair[0]] - Greys[pair[1]]; d > -50 && d < 50 {
			t.Errorf("%s and %s have nearly the same grey", pair[0], pair[1])
		}
	}
}

func TestTheSameContentGivesTheSameFile(t *testing.T) {
	c, _, l := content(t)
	a, err := PDF(c, l, "a4")
	if err != nil {
		t.Fatal(err)
	}
	b, err := PDF(c, l, "A4")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a, b) {
		t.Error("two files differ")
	}
	if !bytes.HasPrefix(a, []byte("%PDF-")) || len(a) > 300_000 {
		t.Errorf("not a PDF of a reasonable size: %d bytes beginning with %q", len(a), a[:8])
	}
}

func TestAnUnknownPaperIsAnErrorThatNamesThePapers(t *testing.T) {
	c, _, l := content(t)
	_, err := PDF(c, l, "A5")
	if err == nil || !strings.Contains(err.Error(), "A4 or Letter") {
		t.Errorf("error %v", err)
	}
	if _, err := PDF(c, l, ""); err == nil {
		t.Error("no paper at all is taken")
	}
}
