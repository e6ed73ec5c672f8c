package classroom

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

var hidden = regexp.MustCompile(`name="phone" value="([A-Z2-7]+)"`)

// plain sends a form as a phone without scripts does.
func (s *server) plain(form string) reply {
	s.t.Helper()
	return s.ask("POST", "/p?lang=en", form, "Content-Type", formType, "Origin", s.url)
}

func TestAPhoneWithoutScriptsTakesPartByForms(t *testing.T) {
	s := start(t)
	page := s.ask("GET", "/p", "")
	holds(t, "the page", page.body, "Take part", `action="p?lang=en"`, `method="post"`)
	if st := s.lead(`{"question":"cases"}`); st.Phones != 0 {
		t.Error("opening the page takes part")
	}
	joined := s.plain("do=join")
	found := hidden.FindStringSubmatch(joined.body)
	if found == nil || joined.status != 200 {
		t.Fatalf("joining: %d %s", joined.status, joined.body)
	}
	holds(t, "the question", joined.body, "How many were credible?", `name="v"`, "<!doctype html>")
	as := "phone=" + found[1] + "&"
	sent := s.plain(as + "do=answer&" + answerForm("cases", "300"))
	holds(t, "what is sent", sent.body, "Your answer is in: 300", `value="300"`, "Look for the answer")
	s.plain(as + "do=answer&" + answerForm("cases", "301")) // sent again after going back
	st := s.lead(`{"question":"cases","revealed":true}`)
	if st.Answered != 1 || st.Phones != 1 || st.Tally.Bins[3].N != 1 {
		t.Errorf("%+v", st)
	}
	holds(t, "the answer", s.plain(as+"do=look").body, "You placed 301", ">208</a>", "Look for the question")
	s.lead(`{"question":"gap"}`)
	next := s.plain(as + "do=look")
	holds(t, "the next question", next.body, "Draw the open cases", "<details open>", "January 2017")
	if strings.Contains(next.body, `id="stage"`) {
		t.Error("a phone that cannot draw is given a place to draw on")
	}
	if r := s.plain("phone=GONE&do=look"); r.status != http.StatusNotFound || !strings.Contains(r.body, "Take part") {
		t.Errorf("a phone that is not known: %d %s", r.status, r.body)
	}
}

func TestPollAnswersAreNotCachedOrFramedAndNeverHoldTheKey(t *testing.T) {
	s := start(t)
	phone := s.join()
	s.lead(`{"question":"cases"}`)
	for _, r := range []reply{s.ask("GET", "/p", ""), s.view(phone, "0"), s.answer(phone, "cases", "many"), s.answer(phone, "gap", "5"), s.answer(phone, "cases", "5"), s.plain("do=join"), s.ask("GET", "/poll/code.svg", "")} {
		h := r.head
		if h.Get("Cache-Control") != "no-store" || h.Get("Set-Cookie") != "" || h.Get("X-Frame-Options") != "DENY" ||
			h.Get("Referrer-Policy") != "same-origin" || h.Get("Cross-Origin-Resource-Policy") != "same-origin" || h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%v", h)
		}
		if strings.Contains(r.body, s.class.Key()) {
			t.Error("the presenter's key is told to phones")
		}
		if strings.Contains(r.body, "[poll.") {
			t.Errorf("a text is missing: %s", r.body)
		}
	}
	page := hash.ReplaceAllString(s.ask("GET", "/p", "").head.Get("Content-Security-Policy"), "HASH")
	if want := "default-src 'none'; style-src HASH; script-src HASH; connect-src 'self'; img-src 'self'; font-src 'self'; " +
		"base-uri 'none'; form-action 'self'; frame-ancestors 'none'"; page != want {
		t.Errorf("the page's policy is %s, want %s", page, want)
	}
}

var hash = regexp.MustCompile(`'sha256-[^']*'`)

func TestAFormMayHave4096BytesAndNoMore(t *testing.T) {
	s := start(t)
	phone := s.join()
	s.lead(`{"question":"cases"}`)
	form := answerForm("cases", "5") + "&more="
	for size, want := range map[int]int{4096: http.StatusOK, 4097: http.StatusRequestEntityTooLarge, 1 << 20: http.StatusRequestEntityTooLarge} {
		r := s.ask("POST", "/poll/answer?lang=en", form+strings.Repeat("x", size-len(form)), "Content-Type", formType, phoneField, phone)
		if r.status != want {
			t.Errorf("a form of %d bytes: %d, want %d", size, r.status, want)
		}
	}
}

func TestAddressesOfThePollAndOfTheSite(t *testing.T) {
	s := start(t)
	for _, tt := range []struct {
		method, path string
		head         []string
		status       int
	}{
		{"GET", "/p", nil, 200},
		{"HEAD", "/p", nil, 200},
		{"GET", "/p?lang=xx", nil, 200},
		{"PUT", "/p", nil, 405},
		{"DELETE", "/poll/answer", nil, 405},
		{"GET", "/poll/answer", nil, 405},
		{"GET", "/poll/join", nil, 405},
		{"GET", "/poll/", nil, 404},
		{"GET", "/poll/nothing", nil, 404},
		{"GET", "/poll/code.svg", nil, 200},
		{"GET", "/p", []string{"Host", "localhost:8080"}, 200},
		{"GET", "/p", []string{"Host", "192.168.1.23:8080"}, 200},
		{"GET", "/p", []string{"Host", "[fe80::1]:8080"}, 200},
		{"GET", "/p", []string{"Host", "CLASS.example."}, 200},
		{"GET", "/p", []string{"Host", "evil.example"}, 421},
		{"GET", "/p", []string{"Host", "192.168.1.23.evil.example"}, 421},
		{"GET", "/p", []string{"Host", "localhost.evil.example"}, 421},
		{"GET", "/", nil, 302},
		{"GET", "/en/", nil, 200},
		{"GET", "/en/", []string{"Host", "evil.example"}, 200}, // the site itself is for everybody
		{"GET", "/en/present/", nil, 200},
		{"POST", "/en/", nil, 405},
		{"GET", "/polls/", nil, 404},
		{"GET", "/healthz", nil, 200},
	} {
		if r := s.ask(tt.method, tt.path, "", tt.head...); r.status != tt.status {
			t.Errorf("%s %s %v: %d, want %d", tt.method, tt.path, tt.head, r.status, tt.status)
		}
	}
}

func TestWithoutAPollItsAddressesAreMissing(t *testing.T) {
	made, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range made.Files() {
		if strings.HasPrefix(f.Path, "p/") || strings.HasPrefix(f.Path, "poll") || strings.Contains(f.Path, "phone") {
			t.Errorf("the site holds %s", f.Path)
		}
	}
}
