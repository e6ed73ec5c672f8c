package present

import (
	"math"
	"net/http"
	"testing"

	"opencases/internal/classroom"
	"opencases/internal/serve"
	"opencases/internal/test/browser"
)

// class is a server of the same site with a class poll.
type class struct {
	home, key string
	handler   *switched
}

// switched is a handler that can be out of reach for a while.
type switched struct {
	*classroom.Classroom
	away chan bool // holds a value while it is away
}

func (s *switched) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	select {
	case v := <-s.away:
		s.away <- v
		panic(http.ErrAbortHandler)
	default:
		s.Classroom.ServeHTTP(w, r)
	}
}

func teach(t *testing.T) *class {
	t.Helper()
	server := serve.New("127.0.0.1:0", made)
	c := &class{}
	room, err := classroom.New(made, server.Handler, classroom.Options{Address: func() string { return c.home + "p" }})
	if err != nil {
		t.Fatal(err)
	}
	c.handler = &switched{room, make(chan bool, 1)}
	server.Handler = c.handler
	if err := server.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.handler.Close()
		server.Close()
	})
	c.home, c.key = server.URL(), c.handler.Key()
	return c
}

// presenter opens the address that the program prints, and goes to a step.
func (c *class) presenter(t *testing.T, step string) *browser.Tab {
	t.Helper()
	p := chromium.Tab(t, noEngine)
	p.Open(c.home + "en/present/#poll=" + c.key)
	ready(p)
	p.Do(`location.hash = %s`, step)
	at(p, step)
	return p
}

func (c *class) phone(t *testing.T, width int) *browser.Tab {
	t.Helper()
	p := chromium.Tab(t)
	p.Screen(width, 640, 2, true)
	p.Touch()
	p.Open(c.home + "p")
	return p
}

// send writes a number into the field and sends it.
func send(p *browser.Tab, number string) {
	p.T.Helper()
	p.Wait("a number is asked for", `document.getElementById("value")`)
	p.Do(`document.getElementById("value").value = ""; document.getElementById("value").focus()`)
	p.Type(number)
	p.Click("button[value=answer]")
}

func count(p *browser.Tab, text string) {
	p.T.Helper()
	p.Wait("the presenter says "+text, `document.getElementById("poll-count").textContent === %s`, text)
}

func TestAClassAnswersOnPhonesAndTheRecordStandsBeside(t *testing.T) {
	c := teach(t)
	presenter := c.presenter(t, "9")
	if hash := browser.Eval[string](presenter, `location.href`); browser.Eval[bool](presenter, `location.href.includes(%s)`, c.key) {
		t.Errorf("the room can read the key: %s", hash)
	}
	small, large := c.phone(t, 320), c.phone(t, 390)
	for _, p := range []*browser.Tab{small, large} {
		p.Wait("the phone waits", `document.querySelector("#view").dataset.key === "wait"`)
	}
	presenter.Do(`location.hash = "10"`)
	at(presenter, "10")
	count(presenter, "0 of 2 phones answered")
	presenter.Wait("the code is there", `document.querySelector("#poll-code img").naturalWidth > 0`)
	if text := presenter.Text("#poll-address"); "http://"+text != c.home+"p" {
		t.Errorf("the address on the projector is %q, want that of %sp", text, c.home)
	}

	// Ask, answer, change.
	send(small, "300")
	small.Wait("the answer is in", `/Your answer is in: 300/.test(document.querySelector(".sent")?.textContent)`)
	count(presenter, "1 of 2 phones answered")
	send(small, "1200")
	small.Wait("the answer is changed", `/Your answer is in: 1,200/.test(document.querySelector(".sent")?.textContent)`)
	send(large, "5000") // the browser itself refuses it
	if large.Shown(".sent") || large.Shown(".notice") {
		t.Error("a number off the scale is sent")
	}
	send(large, "150")
	count(presenter, "2 of 2 phones answered")

	// Hidden until shown, and never with the record's figure.
	if presenter.Shown("#poll-board") {
		t.Error("the answers are shown before anybody asked for them")
	}
	press(presenter, "d")
	presenter.Wait("the answers are shown", `document.querySelectorAll("#poll-board i").length === 2`)
	if presenter.Shown("#poll-board .found") || presenter.Shown("#rail .found") {
		t.Error("the record's figure stands beside the answers before the reveal")
	}
	if text := presenter.Text("#poll-board p"); text != "Lowest 150, middle 150, highest 1,200 One column spans 100" {
		t.Errorf("the answers are summed up as %q", text)
	}
	press(presenter, "d")
	presenter.Wait("the answers are hidden", `!document.getElementById("poll-board")`)

	// Reveal.
	press(presenter, "r")
	at(presenter, "10.2")
	presenter.Wait("the answers stand beside the record", `document.querySelector("#poll-board .found")?.textContent === "208 credible"`)
	board, rail := presenter.Box("#poll-board .found"), presenter.Box("#rail .found")
	if math.Abs(board.X-rail.X) > 1 {
		t.Errorf("the record's figure is at %.1f among the answers and at %.1f on the scale", board.X, rail.X)
	}
	for _, p := range []*browser.Tab{small, large} {
		p.Wait("the record is on the phone", `document.querySelector(".answer a.figure")?.textContent === "208"`)
		if p.Shown("form") {
			t.Error("a phone can still answer after the reveal")
		}
	}
	if text := small.Text(".answer"); text != "You placed 1,200. The coalition’s figure is 208 of 1,799." {
		t.Errorf("the phone says %q", text)
	}

	// On to the next question, past steps that ask nothing.
	press(presenter, "1", "4", "Enter")
	at(presenter, "14")
	count(presenter, "0 of 2 phones answered")
	for _, p := range []*browser.Tab{small, large} {
		p.Wait("the next question is there", `document.querySelector("[name=question]")?.value === "gap"`)
	}
}

func TestALineIsDrawnWithAFingerOrSetByKeyboard(t *testing.T) {
	c := teach(t)
	presenter := c.presenter(t, "14")
	finger, keys := c.phone(t, 320), c.phone(t, 390)
	finger.Wait("there is a place to draw", `document.getElementById("pad")`)
	b := finger.Target("#pad")
	finger.Swipe(b.X+3, b.Y+b.H-5, b.W-6, -b.H/2)
	finger.Wait("the line is drawn", `[...document.querySelectorAll("fieldset input")].every(f => f.value !== "")`)
	finger.Click("button[value=answer]")
	finger.Wait("the line is in", `document.querySelector(".sent")`)
	if n := browser.Eval[int](finger, `document.querySelector("#sketch path").getAttribute("d").split("L").length`); n != 11 {
		t.Errorf("the line that was sent has %d months on the phone", n)
	}

	keys.Wait("there is the question", `document.querySelector("summary")`)
	keys.Do(`document.querySelector("summary").focus()`)
	keys.Key("Enter", "Tab")
	keys.Type("100")
	keys.Key("Tab")
	keys.Type("200")
	keys.Do(`document.querySelector("button[value=answer]").focus()`)
	keys.Key("Enter")
	keys.Wait("the line is in", `document.querySelector(".sent") === document.activeElement`)
	count(presenter, "2 of 2 phones answered")
	press(presenter, "d")
	presenter.Wait("both lines and the middle are drawn", `document.querySelectorAll("#poll-lines .phone").length === 2 && document.querySelector("#poll-lines .middle")`)
	press(presenter, "r")
	at(presenter, "14.2")
	presenter.Wait("they stand beside the record", `document.querySelector("#poll-lines")`)
	keys.Wait("the record is on the phone", `/Your line is dashed/.test(document.querySelector(".answer")?.textContent)`)
}

func TestAPhoneKeepsItsPlaceOverAReloadAndALostConnection(t *testing.T) {
	c := teach(t)
	presenter := c.presenter(t, "10")
	phone := c.phone(t, 320)
	phone.Log.Expect(`Failed to load resource`)
	presenter.Log.Expect(`Failed to load resource`)
	presenter.Log.Bear(`Failed to fetch dynamically imported module`) // where the engine is still on its way
	send(phone, "300")
	count(presenter, "1 of 1 phones answered")
	phone.Do(`window.before = true, location.reload()`)
	phone.Wait("the answer is still there", `!window.before && /Your answer is in: 300/.test(document.querySelector(".sent")?.textContent)`)
	count(presenter, "1 of 1 phones answered")

	c.handler.away <- true
	phone.Do(`document.getElementById("value").value = "400"`)
	phone.Click("button[value=answer]")
	phone.Wait("the phone says that it is alone", `document.getElementById("off").textContent`)
	press(presenter, "d") // asks for something, and hears nothing
	presenter.Wait("the presenter says so quietly", `document.getElementById("poll-note").textContent`)
	press(presenter, "PageUp", "PageDown") // all goes on without it
	at(presenter, "10")
	<-c.handler.away
	phone.Wait("the answer went through", `/Your answer is in: 400/.test(document.querySelector(".sent")?.textContent) && !document.getElementById("off").textContent`)
	presenter.Wait("the presenter is back", `!document.getElementById("poll-note").textContent`)
	count(presenter, "1 of 1 phones answered")
}

func TestTheSpeakerKnowsHowThePollStandsAndLeadsIt(t *testing.T) {
	c := teach(t)
	presenter := c.presenter(t, "10")
	speaker := chromium.Tab(t)
	speaker.Open(c.home + "en/present/speaker/")
	ready(speaker)
	at(speaker, "10")
	send(c.phone(t, 320), "300")
	speaker.Wait("the speaker knows", `document.getElementById("poll-status").textContent === "Poll: 1 of 1 phones answered."`)
	speaker.Click("#poll-toggle")
	presenter.Wait("the answers are shown", `document.querySelector("#poll-board i")`)
	speaker.Wait("the button says so", `document.getElementById("poll-toggle").getAttribute("aria-pressed") === "true"`)
	press(speaker, "PageDown")
	both("10.2", presenter, speaker)
	presenter.Wait("the record stands beside", `document.querySelector("#poll-board .found")`)
}

func TestAQuestionCanBeAskedAgainFromNothing(t *testing.T) {
	c := teach(t)
	presenter := c.presenter(t, "10")
	phone := c.phone(t, 320)
	send(phone, "300")
	count(presenter, "1 of 1 phones answered")
	press(presenter, "r")
	at(presenter, "10.2")
	press(presenter, "PageUp")
	at(presenter, "10")
	presenter.Wait("the question is closed", `document.getElementById("poll-note").textContent`)
	presenter.Click("#poll-again")
	count(presenter, "0 of 1 phones answered")
	phone.Wait("the phone is asked again", `document.getElementById("value")?.value === ""`)
	send(phone, "7")
	count(presenter, "1 of 1 phones answered")
}

func TestTheCodeFillsTheScreenAndAClickerGetsOut(t *testing.T) {
	c := teach(t)
	p := c.presenter(t, "3")
	press(p, "q")
	p.Wait("the code is large", `document.getElementById("poll-large").open && document.querySelector("#poll-large img").naturalWidth > 0`)
	if b := p.Box("#poll-large img"); b.H < 400 {
		t.Errorf("the code is %.0f px of 800", b.H)
	}
	p.Key("PageDown")
	p.Wait("it is closed", `!document.getElementById("poll-large").open`)
	for _, size := range [][2]int{{1920, 1080}, {1280, 720}, {1024, 768}} {
		p.Size(size[0], size[1])
		press(p, "?")
		p.Wait("the help is open", `document.getElementById("help").open`)
		p.Fonts()
		if over := browser.Eval[float64](p, `(e => e.scrollHeight - e.clientHeight)(document.getElementById("help"))`); over > 1 {
			t.Errorf("%v: with the poll's keys %.0f px of the help are out of sight", size, over)
		}
		p.Key("Escape")
		p.Wait("the help is closed", `!document.getElementById("help").open`)
		p.Do(`document.activeElement?.blur()`)
	}
	at(p, "3")
	press(p, "PageDown")
	at(p, "3.2")
}

func TestWithoutAKeyThereIsNothingOfThePoll(t *testing.T) {
	c := teach(t)
	for _, home := range []string{c.home, home} { // a poll that somebody else leads, and none
		p := chromium.Tab(t, noEngine)
		p.Open(home + "en/present/#10")
		ready(p)
		press(p, "q", "d")
		if browser.Eval[bool](p, `!!document.querySelector("#poll, #poll-large, #poll-board, [data-poll]")`) {
			t.Error("there are parts of a poll that nobody leads")
		}
		if p.Log.Asked("/poll/") {
			t.Errorf("a poll is asked for: %q", p.Log.Requests())
		}
		if text := p.Text("#help dl"); browser.Eval[bool](p, `/poll/i.test(%s)`, text) {
			t.Error("the help names keys of a poll")
		}
	}
}

// An open dialog may lose the focus. The keys are its own all the same, and a clicker still gets out.
func TestADialogThatLostTheFocusKeepsItsKeys(t *testing.T) {
	c := teach(t)
	p := c.presenter(t, "3")
	for _, dialog := range []struct{ opened, id, out, leads string }{
		{"?", "help", "Escape", "3"}, {"q", "poll-large", "Escape", "3"}, {"q", "poll-large", "PageDown", "3"}, {"?", "help", "PageDown", "3.2"},
	} {
		press(p, dialog.opened)
		p.Wait("it is open", `document.getElementById(%s).open`, dialog.id)
		p.Do(`document.activeElement.blur()`)
		p.Key(dialog.out)
		p.Wait(dialog.out+" closes "+dialog.id, `!document.getElementById(%s).open`, dialog.id)
		at(p, dialog.leads)
	}
}

// The close of a dialog is told late. Another that is open by then keeps the focus, and so its keys.
func TestALateCloseTakesNoFocusFromTheNextDialog(t *testing.T) {
	c := teach(t)
	p := c.presenter(t, "3")
	p.Do(`document.getElementById("poll-large").showModal();
		document.getElementById("poll-large").close();
		document.getElementById("help-open").click();
		await new Promise(done => setTimeout(done, 300));
		if (!document.getElementById("help").contains(document.activeElement)) throw new Error("the focus is at " + document.activeElement.outerHTML.slice(0, 80))`)
}
