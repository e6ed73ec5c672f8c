package player

import (
	"math"
	"strings"
	"testing"

	"opencases/internal/story"
	"opencases/internal/test/browser"
	"opencases/internal/words"
)

// asking opens a chapter's question and waits for its fields.
func asking(t *testing.T, chapter string, options ...browser.Option) *browser.Tab {
	t.Helper()
	p := player(t, chapter, "?beat=1", append(options, browser.Quiet)...)
	live(p)
	p.Wait("the question", `document.querySelector("#ask button")`)
	return p
}

// button is the question's button with a text.
func press(p *browser.Tab, key string) {
	p.T.Helper()
	p.Do(`[...document.querySelectorAll("#ask button")].find(b => b.textContent === %s).setAttribute("data-test", "press")`, english.String(key))
	p.Click(`[data-test=press]`)
	p.Do(`document.querySelector("[data-test]")?.removeAttribute("data-test")`)
}

func TestAValueIsGuessedWithPointerOrKeysAndThenShownBesideTheRecord(t *testing.T) {
	p := asking(t, "cases")
	answer := number(t, "assessments/2017-11/credible_total")
	if strings.Contains(p.Text("#words")+p.Text("#labels"), answer) {
		t.Errorf("the answer %s is given away: %s", answer, p.Text("#player"))
	}
	if p.Shown("#slider") {
		t.Error("the timeline can be moved while a question is open")
	}
	range_ := p.Target("#ask input[type=range]")
	x, y := range_.Centre()
	p.Press(x, y)
	p.Drag(range_.X+range_.W*.3, y)
	p.Release(range_.X+range_.W*.3, y)
	p.Wait("the guess is told", `document.querySelector("#ask output").textContent`)
	value := browser.Eval[int](p, `document.querySelector("#ask input[type=range]").valueAsNumber`)
	if want := english.String("ask.cases.yours", words.Num("n", value)); p.Text("#ask output") != want {
		t.Errorf("the guess reads %q, want %q", p.Text("#ask output"), want)
	}
	p.Do(`document.querySelector("#ask input[type=range]").focus()`)
	p.Key("ArrowRight")
	p.Wait("the key's step", `document.querySelector("#ask output").textContent === %s`, english.String("ask.cases.yours", words.Num("n", value+1)))
	p.Do(`document.querySelector("#ask input[type=number]").select()`)
	p.Type("417")
	p.Wait("the number typed", `document.querySelector("#ask output").textContent === %s`, english.String("ask.cases.yours", words.Num("n", 417)))
	rest(p)
	before := stage(p)
	press(p, "control.reveal")
	p.Wait("the answer", `document.querySelector("#ask .answer").textContent`)
	rest(p)
	says(t, "the answer", p.Text("#ask .answer"), []string{"assessments/2017-11/credible_total"})
	if !strings.Contains(p.Text("#ask .answer"), "417") {
		t.Errorf("the answer leaves the guess out: %s", p.Text("#ask .answer"))
	}
	if share, _ := browser.Difference(before, stage(p), 36); share < .01 {
		t.Error("the picture does not show the answer")
	}
	p.Wait("the timeline is free", `!document.getElementById("slider").hasAttribute("aria-disabled")`)
	legible(t, p, "the answer")
}

func TestAQuestionCanBeSkippedAndGivesNothingAway(t *testing.T) {
	for _, chapter := range []string{"cases", "gap", "count"} {
		p := asking(t, chapter)
		press(p, "control.skip")
		at(p, chapter, 2)
		p.Wait("the address is the next beat's", `new URLSearchParams(location.search).get("beat") === "2"`)
		if strings.Contains(browser.Eval[string](p, `location.search`), "revealed") {
			t.Errorf("%s: skipping the question revealed it", chapter)
		}
		p.Key("PageUp")
		p.Wait("the question stands again", `!document.getElementById("ask").hidden && !document.querySelector("#ask .answer").textContent`)
	}
}

// line is what the reader drew so far, as the document's fields have it; a month left open is null.
func line(p *browser.Tab) []*float64 {
	return browser.Eval[[]*float64](p, `[...document.querySelectorAll("#ask .months input")].map(i => i.value === "" ? null : i.valueAsNumber)`)
}

func TestALineIsDrawnWithThePointer(t *testing.T) {
	p := asking(t, "gap")
	before := stage(p)
	pad := p.Target("#pad")
	q, _ := story.QuestionOf("gap")
	n := float64(q.Answers())
	most := browser.Eval[float64](p, `Number(document.querySelector("#ask .months input").max)`)
	place := func(month int, value float64) (x, y float64) {
		return pad.X + pad.W*(float64(month)+.5)/n, pad.Y + pad.H*(1-value/most)
	}
	p.Press(place(0, most*.1))
	for month := 1; month < q.Answers(); month += 2 { // a quick stroke: every second month only
		p.Drag(place(month, most*(.1+.05*float64(month))))
	}
	p.Drag(place(q.Answers()-1, most*.6))
	p.Release(place(q.Answers()-1, most*.6))
	p.Wait("the line is told", `/guess-gap=/.test(location.search)`)
	got := line(p)
	if len(got) != q.Answers() {
		t.Fatalf("the line has %d months, want %d", len(got), q.Answers())
	}
	for month, v := range got {
		want := most * (.1 + .05*float64(month))
		if month == 0 {
			want = most * .1
		}
		if v == nil || math.Abs(*v-want) > most*.03 {
			t.Errorf("month %d of the line stands at %v, drawn at %.0f", month+1, show(v), want)
		}
	}
	rest(p)
	drawn := stage(p)
	if share, _ := browser.Difference(before, drawn, 12); share < .005 {
		t.Errorf("the line drawn is not to be seen: %.2f%% of the stage changed", 100*share)
	}
	press(p, "control.reveal")
	p.Wait("the answer", `document.querySelector("#ask .answer").textContent`)
	rest(p)
	says(t, "the answer", p.Text("#ask .answer"), []string{"assessments/2017-10/open", "assessments/2017-11/open"})
	if share, _ := browser.Difference(drawn, stage(p), 12); share < .01 {
		t.Error("the record's line is not to be seen beside the guess")
	}
	legible(t, p, "the line's answer")
}

func show(v *float64) any {
	if v == nil {
		return "nothing"
	}
	return *v
}

func TestALineIsDrawnWithTheKeyboard(t *testing.T) {
	p := asking(t, "gap")
	p.Do(`document.querySelector("#ask summary").focus()`)
	p.Key("Enter")
	p.Wait("the months' fields", `document.querySelector("#ask .months input").checkVisibility()`)
	q, _ := story.QuestionOf("gap")
	for month := range q.Answers() {
		p.Key("Tab")
		if month == 4 {
			continue // left open
		}
		p.Type(english.Number(100 + 10*month))
	}
	p.Wait("the line is told", `/guess-gap=100,110,120,130,-,150,160,170,180,190,200/.test(location.search)`)
	legible(t, p, "a line by keys")
	p.Key("Enter")
	p.Do(`document.querySelector("#ask button").focus()`)
	p.Key("Enter")
	p.Wait("the answer", `document.querySelector("#ask .answer").textContent`)
}

func TestTheExerciseMovesMarksAndNumbers(t *testing.T) {
	p := player(t, "if", "", browser.Quiet)
	live(p)
	p.Wait("the exercise", `document.getElementById("share")`)
	check := func(where string, share float64) {
		t.Helper()
		s, ok := rec.Suppose(story.ArticleMonth, share)
		if !ok {
			t.Fatal("the record has no exercise")
		}
		for _, n := range []int{s.More, s.Sum} {
			if text := p.Text("#suppose .formula") + " " + p.Text("#labels"); !strings.Contains(text, english.Number(n)) {
				t.Errorf("%s: the exercise does not say %d: %s", where, n, text)
			}
		}
		if text := p.Text("#suppose output"); text != english.Percent(s.Share) {
			t.Errorf("%s: the share reads %q, want %q", where, text, english.Percent(s.Share))
		}
	}
	check("at first", -1)
	if !strings.Contains(p.Text("#suppose"), english.String("label.if.notice")) {
		t.Errorf("nothing says that it is an exercise: %s", p.Text("#suppose"))
	}
	before := stage(p)
	box := p.Target("#share")
	p.Press(box.Centre())
	p.Release(box.Centre())
	p.Wait("half of them", `document.getElementById("share").valueAsNumber === 50 && document.querySelector("#suppose output").textContent === %s`, english.Percent(.5))
	rest(p)
	check("by pointer", .5)
	if share, _ := browser.Difference(before, stage(p), 36); share < .01 {
		t.Error("the marks have not moved")
	}
	p.Key("ArrowLeft", "ArrowLeft", "PageUp")
	want := browser.Eval[float64](p, `document.getElementById("share").valueAsNumber`) / 100
	p.Wait("the keys' share", `document.querySelector("#suppose output").textContent === %s`, english.Percent(want))
	rest(p)
	check("by keys", want)
}
