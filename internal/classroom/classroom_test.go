package classroom

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"opencases/data"
	"opencases/internal/asset"
	"opencases/internal/poll"
	"opencases/internal/serve"
	"opencases/internal/site"
	"opencases/wasm/built"
)

var whole = sync.OnceValues(func() (*site.Site, error) {
	player := []byte("wasm")
	f := asset.NewFile("", "application/wasm", player)
	return site.Make(site.Config{Data: data.FS, Player: built.Player{
		Manifest: built.Manifest{SHA256: strings.Repeat("0a", 32), Size: len(player)},
		Brotli:   f.Encoded(asset.Brotli), Gzip: f.Encoded(asset.Gzip), Support: []byte("globalThis.Go=1"),
	}})
})

// server is a class poll on loopback, with a client that keeps enough connections for a class.
type server struct {
	t      testing.TB
	class  *Classroom
	url    string
	client *http.Client
}

func start(t testing.TB) *server {
	t.Helper()
	made, err := whole()
	if err != nil {
		t.Fatal(err)
	}
	c, err := New(made, serve.Handler(made), Options{Address: func() string { return "http://192.168.1.23:8080/p" }, Names: []string{"class.example"}, Origin: "https://class.example"})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(c)
	transport := &http.Transport{MaxIdleConnsPerHost: 2 * poll.MostPhones}
	t.Cleanup(func() {
		c.Close()
		transport.CloseIdleConnections()
		s.Close()
	})
	return &server{t, c, s.URL, &http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

type reply struct {
	status int
	body   string
	head   http.Header
}

// do sends a request; head are pairs, of which "Host" is the host asked for.
func (s *server) do(ctx context.Context, method, path, body string, head ...string) (reply, error) {
	r, err := http.NewRequestWithContext(ctx, method, s.url+path, strings.NewReader(body))
	if err != nil {
		return reply{}, err
	}
	for i := 0; i < len(head); i += 2 {
		if head[i] == "Host" {
			r.Host = head[i+1]
		}
		r.Header.Set(head[i], head[i+1])
	}
	res, err := s.client.Do(r)
	if err != nil {
		return reply{}, err
	}
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	return reply{res.StatusCode, string(text), res.Header}, err
}

func (s *server) ask(method, path, body string, head ...string) reply {
	s.t.Helper()
	r, err := s.do(s.t.Context(), method, path, body, head...)
	if err != nil {
		s.t.Error(err)
	}
	return r
}

func (s *server) join() string {
	s.t.Helper()
	r := s.ask("POST", "/poll/join", "")
	if r.status != http.StatusCreated || r.body == "" {
		s.t.Errorf("joining: %d %q", r.status, r.body)
	}
	return r.body
}

func answerForm(question string, v ...string) string {
	return url.Values{"question": {question}, "v": v}.Encode()
}

func (s *server) answer(phone, question string, v ...string) reply {
	s.t.Helper()
	return s.ask("POST", "/poll/answer?lang=en", answerForm(question, v...), "Content-Type", formType, phoneField, phone)
}

func (s *server) lead(wish string) state {
	s.t.Helper()
	r := s.ask("POST", "/poll/lead", wish, "Content-Type", "application/json", keyField, s.class.Key())
	if r.status != 200 {
		s.t.Errorf("%s: %d %s", wish, r.status, r.body)
	}
	return s.read(r)
}

func (s *server) read(r reply) (st state) {
	s.t.Helper()
	if err := json.Unmarshal([]byte(r.body), &st); err != nil {
		s.t.Errorf("%s: %v", r.body, err)
	}
	return st
}

func (s *server) view(phone, after string) reply {
	s.t.Helper()
	return s.ask("GET", "/poll/view?lang=en&after="+after, "", phoneField, phone)
}

func holds(t testing.TB, what, body string, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(body, p) {
			t.Errorf("%s lacks %q:\n%s", what, p, body)
		}
	}
}

func TestAPhoneSeesNothingOfTheAnswerBeforeTheReveal(t *testing.T) {
	s := start(t)
	phone := s.join()
	holds(t, "a phone that waits", s.view(phone, "0").body, "You take part")
	s.lead(`{"question":"cases"}`)
	asked := s.view(phone, "0").body
	holds(t, "the question", asked, "How many were credible?", `name="v"`, `max="1799"`)
	for _, early := range []string{">208<", "988", "603", "Lowest"} {
		if strings.Contains(asked, early) {
			t.Errorf("before the reveal the phone is told %q:\n%s", early, asked)
		}
	}
	sent := s.answer(phone, "cases", "300")
	holds(t, "what is sent", sent.body, "Your answer is in: 300", "You can change it")
	if sent.status != 200 {
		t.Errorf("an answer: %d", sent.status)
	}
	holds(t, "the second answer", s.answer(phone, "cases", "1200").body, "Your answer is in: 1,200")
	s.lead(`{"question":"cases","shown":true}`)
	if body := s.view(phone, "0").body; strings.Contains(body, "Lowest") || strings.Contains(body, ">208<") {
		t.Errorf("what is shown to the room on the projector is told to phones before the reveal:\n%s", body)
	}
	s.lead(`{"question":"cases","revealed":true}`)
	holds(t, "the answer", s.view(phone, "0").body, "You placed 1,200", `data-figure="assessments/2017-11/credible_total"`,
		`href="./en/#assessments-2017-11"`, ">208</a>", "1 phone answered. Lowest 1,200", "<svg")
	late := s.answer(phone, "cases", "208")
	holds(t, "a late answer", late.body, "It is not counted", "You placed 1,200")
	if late.status != http.StatusConflict {
		t.Errorf("a late answer: %d, want 409", late.status)
	}
	holds(t, "a phone without an answer", s.view(s.join(), "0").body, "You sent no answer", ">208</a>")
}

func TestALineIsAnsweredMonthByMonth(t *testing.T) {
	s := start(t)
	phone := s.join()
	s.lead(`{"question":"gap","shown":true}`)
	asked := s.view(phone, "0").body
	if n := strings.Count(asked, `name="v"`); n != 11 {
		t.Errorf("%d fields for eleven months", n)
	}
	holds(t, "the question", asked, "January 2017", "November 2017", `data-ends="`, `data-plot="`)
	line := []string{"10", "20", "", "40", "50", "60", "70", "80", "90", "100", "300"}
	holds(t, "what is sent", s.answer(phone, "gap", line...).body, "Your line is in")
	st := s.lead(`{"question":"gap","revealed":true}`)
	if st.Answered != 1 || len(st.Tally.Lines) != 1 || st.Tally.Lines[0][2] != poll.Blank || st.Tally.Spread[10].Most != 300 {
		t.Errorf("the presenter sees %+v", st)
	}
	holds(t, "the answer", s.view(phone, "0").body, "Your line is dashed", ">603</a>", "For November 2017 the lowest is 300")
}

func TestAnInvalidAnswerIsRefused(t *testing.T) {
	s := start(t)
	phone := s.join()
	s.lead(`{"question":"cases"}`)
	good := answerForm("cases", "5")
	for _, tt := range []struct {
		name, body string
		head       []string
		status     int
	}{
		{"good", good, nil, 200},
		{"too large a number", answerForm("cases", "1800"), nil, 422},
		{"no number", answerForm("cases", "many"), nil, 422},
		{"markup", answerForm("cases", "<script>alert(1)</script>"), nil, 422},
		{"below nought", answerForm("cases", "-5"), nil, 422},
		{"empty", answerForm("cases", ""), nil, 422},
		{"no value", answerForm("cases"), nil, 422},
		{"two values", answerForm("cases", "5", "6"), nil, 422},
		{"another question", answerForm("gap", "5"), nil, 409},
		{"no question", answerForm("", "5"), nil, 409},
		{"a question that is none", answerForm("<b>", "5"), nil, 409},
		{"a broken form", "question=cases&v=%zz", nil, 400},
		{"oversized", "v=" + strings.Repeat("5", maxFormBytes), nil, 413},
		{"endless fields", strings.Repeat("v=5&", maxFormBytes), nil, 413},
		{"JSON", `{"question":"cases","v":["5"]}`, []string{"Content-Type", "application/json"}, 415},
		{"plain text", good, []string{"Content-Type", "text/plain"}, 415},
		{"no type", good, []string{"Content-Type", ""}, 415},
		{"many parts", good, []string{"Content-Type", "multipart/form-data; boundary=x"}, 415},
		{"another site, new browser", good, []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"another site, old browser", good, []string{"Origin", "https://evil.example"}, 403},
		{"another port of this machine", good, []string{"Origin", "http://127.0.0.1:1"}, 403},
		{"a frame without an origin", good, []string{"Origin", "null"}, 403},
		{"this site", good, []string{"Origin", s.url}, 200},
		{"the proxy that was named", good, []string{"Origin", "https://class.example"}, 200},
		{"a name that leads here", good, []string{"Host", "evil.example"}, 421},
		{"a stranger", good, []string{phoneField, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}, 404},
		{"nobody", good, []string{phoneField, ""}, 404},
	} {
		head := append([]string{"Content-Type", formType, phoneField, phone}, tt.head...)
		var r reply
		for r = s.ask("POST", "/poll/answer", tt.body, head...); r.status == http.StatusTooManyRequests; r = s.ask("POST", "/poll/answer", tt.body, head...) {
			phone = s.join() // the phone is slowed down: the next goes on in its place
			head = append([]string{"Content-Type", formType, phoneField, phone}, tt.head...)
		}
		if r.status != tt.status {
			t.Errorf("%s: %d %.80q, want %d", tt.name, r.status, r.body, tt.status)
		}
		if strings.Contains(r.body, "<script>alert") || strings.Contains(r.body, "<b>") && tt.name != "good" {
			t.Errorf("%s: what was sent comes back as markup: %s", tt.name, r.body)
		}
	}
}

func TestOnlyThePresentersKeyLeadsThePoll(t *testing.T) {
	s := start(t)
	wish := `{"question":"cases"}`
	for _, tt := range []struct {
		name, method, body string
		head               []string
		status             int
	}{
		{"no key", "POST", wish, nil, 403},
		{"a wrong key", "POST", wish, []string{keyField, strings.Repeat("A", 26)}, 403},
		{"a phone's secret", "POST", wish, []string{keyField, s.join()}, 403},
		{"the key's beginning", "POST", wish, []string{keyField, s.class.Key()[:25]}, 403},
		{"reading without a key", "GET", "", nil, 403},
		{"another site", "POST", wish, []string{keyField, s.class.Key(), "Sec-Fetch-Site", "cross-site"}, 403},
		{"a name that leads here", "POST", wish, []string{keyField, s.class.Key(), "Host", "evil.example"}, 421},
		{"a form", "POST", wish, []string{keyField, s.class.Key(), "Content-Type", formType}, 415},
		{"no JSON", "POST", "{", []string{keyField, s.class.Key()}, 400},
		{"an unknown wish", "POST", `{"delete":true}`, []string{keyField, s.class.Key()}, 400},
		{"oversized", "POST", `{"question":"` + strings.Repeat("x", maxLeadBytes) + `"}`, []string{keyField, s.class.Key()}, 400},
		{"a chapter that asks nothing", "POST", `{"question":"strikes"}`, []string{keyField, s.class.Key()}, 422},
		{"the key", "POST", wish, []string{keyField, s.class.Key()}, 200},
		{"the key under a name of ours", "POST", wish, []string{keyField, s.class.Key(), "Host", "class.example:8080"}, 200},
	} {
		head := append([]string{"Content-Type", "application/json"}, tt.head...)
		if r := s.ask(tt.method, "/poll/lead?after=0", tt.body, head...); r.status != tt.status {
			t.Errorf("%s: %d %.80q, want %d", tt.name, r.status, r.body, tt.status)
		}
	}
}

func TestThePresenterSeesTheAnswersOnlyWhenTheyAreShown(t *testing.T) {
	s := start(t)
	s.lead(`{"question":"cases"}`)
	phone := s.join()
	s.answer(phone, "cases", "300")
	hidden := s.ask("GET", "/poll/lead?after=0", "", keyField, s.class.Key())
	if st := s.read(hidden); st.Answered != 1 || st.Phones != 1 || st.Tally != nil || st.Address != "http://192.168.1.23:8080/p" {
		t.Errorf("hidden: %s", hidden.body)
	}
	if st := s.lead(`{"question":"cases","shown":true}`); st.Tally == nil || st.Tally.Bins[3].N != 1 {
		t.Errorf("shown: %+v", st)
	}
}

// A phone that loses its connection in the middle of waiting comes back with what it has, and misses nothing.
func TestAPhoneThatLostItsConnectionComesBack(t *testing.T) {
	s := start(t)
	phone := s.join()
	s.lead(`{"question":"cases"}`)
	s.answer(phone, "cases", "300")
	version := s.view(phone, "0").head.Get(versionField)
	ctx, drop := context.WithCancel(t.Context())
	gone := make(chan error)
	go func() {
		_, err := s.do(ctx, "GET", "/poll/view?after="+version, "", phoneField, phone)
		gone <- err
	}()
	drop()
	if err := <-gone; err == nil {
		t.Fatal("the request was answered, not dropped")
	}
	s.lead(`{"question":"cases","revealed":true}`)
	holds(t, "the phone that came back", s.view(phone, version).body, "You placed 300")
	s.lead(`{"question":"gap"}`)
	holds(t, "the next question", s.view(phone, version).body, "Draw the open cases")
}

func TestARequestIsAnsweredWithoutAChangeBeforeItTimesOut(t *testing.T) {
	s := start(t)
	s.class.phoneWait, s.class.presenterWait = time.Millisecond, time.Millisecond
	phone := s.join()
	version := s.view(phone, "0").head.Get(versionField)
	if r := s.view(phone, version); r.status != http.StatusNoContent {
		t.Errorf("a phone that waits in vain: %d, want 204", r.status)
	}
	st := s.read(s.ask("GET", "/poll/lead?after=0", "", keyField, s.class.Key()))
	again := s.read(s.ask("GET", "/poll/lead?after="+jsonNumber(st.Version), "", keyField, s.class.Key()))
	if again.Version != st.Version {
		t.Errorf("the presenter is told of a change that was none")
	}
	for _, path := range []string{"/poll/view?after=x", "/poll/view"} {
		if r := s.ask("GET", path, "", phoneField, phone); r.status != http.StatusBadRequest {
			t.Errorf("%s: %d, want 400", path, r.status)
		}
	}
}

func jsonNumber(n uint64) string {
	b, _ := json.Marshal(n)
	return string(b)
}
