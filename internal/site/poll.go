package site

import (
	"fmt"
	"html/template"
	"io/fs"
	"slices"

	"opencases/internal/asset"
	"opencases/internal/deck"
	"opencases/internal/picture"
	"opencases/internal/poll"
	"opencases/internal/story"
	"opencases/web"
)

// PollView is what one phone of a class poll is shown.
type PollView struct {
	Lang   string
	Plain  bool // the phone runs no scripts: it gets whole pages
	Joined bool
	Phone  string // its secret, for the forms of phones without scripts
	Fault  error  // what was wrong with what it sent: an error of internal/poll, or nil
	Sent   bool   // it has answered this moment
	poll.View
}

// PollQuestions lists what a class can be asked, in the order of the story.
func (s *Site) PollQuestions() []poll.Question {
	for _, p := range s.polls {
		return slices.Clone(p.questions)
	}
	return nil
}

// PollPage makes the page for a phone, and its Content-Security-Policy. It is no file of the site: it changes with
// every answer.
func (s *Site) PollPage(v PollView) (page []byte, policy string, err error) {
	p, err := s.poll(v.Lang)
	if err != nil {
		return nil, "", err
	}
	page, err = p.execute("phone", v)
	return page, p.policy, err
}

// PollRoom makes the part of the page that changes.
func (s *Site) PollRoom(v PollView) ([]byte, error) {
	p, err := s.poll(v.Lang)
	if err != nil {
		return nil, err
	}
	return p.execute("phone-room", v)
}

func (s *Site) poll(lang string) (*pollPage, error) {
	p, ok := s.polls[lang]
	if !ok {
		return nil, fmt.Errorf("site: no poll in the language %q", lang)
	}
	return p, nil
}

// pollPage makes the page in one language. It is used by many phones at once and changes nothing in itself.
type pollPage struct {
	e         *edition
	questions []poll.Question
	tmpl      *template.Template
	css       template.CSS
	script    template.JS
	policy    string
}

// pollRoot leads from /p to the site's root.
const pollRoot = "./"

// makePoll makes what the phones of a class poll need.
func (e *edition) makePoll() (*pollPage, error) {
	p := &pollPage{e: e}
	steps, err := deck.Steps(e.lang.Tag())
	if err != nil {
		return nil, err
	}
	for _, st := range steps {
		if st.Builds[0].How != deck.Ask {
			continue
		}
		q, _ := story.QuestionOf(st.Chapter)
		still, _ := e.still(st.Builds[0].State, picture.Narrow, pollRoot)
		p.questions = append(p.questions, poll.Question{Name: st.Chapter, Values: q.Answers(), Most: int(still.Ask.Max)})
	}
	if p.tmpl, err = e.parsed.at(pollRoot, e.parse); err != nil {
		return nil, err
	}
	sheet, err := fs.ReadFile(web.FS, "poll/phone.css")
	if err != nil {
		return nil, err
	}
	css, err := e.css(pollRoot, string(sheet))
	if err != nil {
		return nil, err
	}
	script, err := asset.BundleLegacyInline(web.FS, "poll/phone.js")
	if err != nil {
		return nil, err
	}
	p.css, p.script = template.CSS(css), template.JS(script)
	p.policy = asset.Policy{
		{"default-src", "'none'"},
		{"style-src", asset.SourceHash(css)},
		{"script-src", asset.SourceHash(script)},
		{"connect-src", "'self'"},
		{"img-src", "'self'"},
		{"font-src", "'self'"},
		{"base-uri", "'none'"},
		{"form-action", "'self'"},
		{"frame-ancestors", "'none'"},
	}.String()
	return p, nil
}
