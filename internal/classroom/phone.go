package classroom

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strconv"

	"opencases/internal/poll"
	"opencases/internal/site"
)

const (
	maxFormBytes = 4 << 10 // bytes of a form: a line of eleven months is a few hundred
	phoneField   = "X-Poll-Phone"
	versionField = "X-Poll-Version"
	formType     = "application/x-www-form-urlencoded"
	retryFull    = "10" // s
	retryBusy    = "2"
	htmlContent  = "text/html; charset=utf-8"
)

// getPage answers with the page that a phone opens. A phone joins only by a POST: link previews and prefetching do not.
func (c *Classroom) getPage(w http.ResponseWriter, r *http.Request) {
	c.writePage(w, http.StatusOK, site.PollView{Lang: c.language(r), Plain: true})
}

// postForm answers the forms of phones without scripts with whole pages. A hidden field holds the phone's secret: a
// cookie is not needed.
func (c *Classroom) postForm(w http.ResponseWriter, r *http.Request) {
	f, ok := readForm(w, r)
	if !ok {
		return
	}
	v := site.PollView{Lang: c.language(r), Plain: true, Phone: f.Get("phone")}
	if f.Get("do") == "join" {
		if v.Phone, v.Fault = c.room.Join(c.origin(r)); v.Fault != nil {
			c.writePage(w, status(w, v.Fault), v)
			return
		}
	}
	c.answerPhone(w, r, f, v, c.writePage)
}

// postJoin adds a phone to the room and answers with its secret alone.
func (c *Classroom) postJoin(w http.ResponseWriter, r *http.Request) {
	secret, err := c.room.Join(c.origin(r))
	if err != nil {
		c.writeRoom(w, status(w, err), site.PollView{Lang: c.language(r), Fault: err})
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusCreated)
	w.Write([]byte(secret))
}

// getView answers with the part of the page that changes, once it is of another version than the phone has.
func (c *Classroom) getView(w http.ResponseWriter, r *http.Request) {
	after, err := strconv.ParseUint(r.URL.Query().Get("after"), 10, 64)
	if err != nil {
		http.Error(w, "after must be the version of the view that is there, or 0", http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), c.phoneWait)
	defer cancel()
	seen, err := c.room.View(ctx, r.Header.Get(phoneField), after)
	switch {
	case err != nil:
		w.WriteHeader(status(w, err))
	case seen.Version == after:
		w.WriteHeader(http.StatusNoContent)
	default:
		c.writeRoom(w, http.StatusOK, site.PollView{Lang: c.language(r), Joined: true, View: seen})
	}
}

// postAnswer takes an answer from the script and answers with the new view.
func (c *Classroom) postAnswer(w http.ResponseWriter, r *http.Request) {
	f, ok := readForm(w, r)
	if !ok {
		return
	}
	f.Set("do", "answer")
	c.answerPhone(w, r, f, site.PollView{Lang: c.language(r), Phone: r.Header.Get(phoneField)}, c.writeRoom)
}

// answerPhone carries out a form for v.Phone and writes the view after it.
func (c *Classroom) answerPhone(w http.ResponseWriter, r *http.Request, f url.Values, v site.PollView, write func(http.ResponseWriter, int, site.PollView)) {
	code := http.StatusOK
	if f.Get("do") == "answer" {
		if v.Fault = c.room.Answer(v.Phone, f.Get("question"), f["v"]); v.Fault != nil {
			code = status(w, v.Fault)
		}
		v.Sent = v.Fault == nil
	}
	var err error
	if v.View, err = c.room.View(r.Context(), v.Phone, 0); err != nil {
		if code = status(w, err); !v.Plain {
			w.WriteHeader(code)
			return
		}
		if errors.Is(err, poll.ErrBusy) {
			v.Fault = err
		}
	}
	v.Joined = !errors.Is(err, poll.ErrUnknown)
	write(w, code, v)
}

// readForm reads a small form of the one type that forms have. It sends the error itself where it is not one.
func readForm(w http.ResponseWriter, r *http.Request) (url.Values, bool) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != formType {
		http.Error(w, "an answer is a form: "+formType, http.StatusUnsupportedMediaType)
		return nil, false
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxFormBytes)
	if err := r.ParseForm(); err != nil {
		if tooBig := (*http.MaxBytesError)(nil); errors.As(err, &tooBig) {
			http.Error(w, "an answer is smaller than this", http.StatusRequestEntityTooLarge)
			return nil, false
		}
		http.Error(w, "this form cannot be read", http.StatusBadRequest)
		return nil, false
	}
	return r.PostForm, true
}

// status is the HTTP status of an error of the poll.
func status(w http.ResponseWriter, err error) int {
	switch {
	case errors.Is(err, poll.ErrFull):
		w.Header().Set("Retry-After", retryFull)
		return http.StatusServiceUnavailable
	case errors.Is(err, poll.ErrBusy):
		w.Header().Set("Retry-After", retryBusy)
		return http.StatusTooManyRequests
	case errors.Is(err, poll.ErrUnknown):
		return http.StatusNotFound
	case errors.Is(err, poll.ErrClosed), errors.Is(err, poll.ErrMoved):
		return http.StatusConflict
	}
	return http.StatusUnprocessableEntity
}

func (c *Classroom) writePage(w http.ResponseWriter, code int, v site.PollView) {
	page, policy, err := c.site.PollPage(v)
	if err != nil {
		http.Error(w, "the page of the poll cannot be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Security-Policy", policy)
	w.Header().Set("Vary", "Accept-Language")
	send(w, code, htmlContent, page)
}

func (c *Classroom) writeRoom(w http.ResponseWriter, code int, v site.PollView) {
	part, err := c.site.PollRoom(v)
	if err != nil {
		http.Error(w, "the page of the poll cannot be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set(versionField, strconv.FormatUint(v.Version, 10))
	send(w, code, htmlContent, part)
}

func send(w http.ResponseWriter, code int, kind string, body []byte) {
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(code)
	w.Write(body) // a phone that has gone away does not matter
}
