package classroom

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"mime"
	"net/http"
	"strconv"

	"opencases/internal/poll"
)

const (
	keyField     = "X-Poll-Key"
	maxLeadBytes = 1 << 10 // bytes
)

// state is what the presenter's page receives.
type state struct {
	poll.State
	Address string `json:"address"` // where phones open the poll, "" if nowhere
}

// requireKey lets only the presenter in. The key comes in a field of its own, which no link, form or picture can carry.
func (c *Classroom) requireKey(do http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get(keyField)), []byte(c.key)) != 1 {
			http.Error(w, "this is for the presenter: open the address that the program printed", http.StatusForbidden)
			return
		}
		do(w, r)
	}
}

// postLead carries out what the presenter asks for and answers with the state after it.
func (c *Classroom) postLead(w http.ResponseWriter, r *http.Request) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || kind != "application/json" {
		http.Error(w, "what the presenter wants is application/json", http.StatusUnsupportedMediaType)
		return
	}
	var wanted poll.Lead
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxLeadBytes))
	body.DisallowUnknownFields()
	if err := body.Decode(&wanted); err != nil {
		http.Error(w, "this is not what a presenter can want", http.StatusBadRequest)
		return
	}
	if err := c.room.Lead(wanted); err != nil {
		http.Error(w, err.Error(), http.StatusUnprocessableEntity)
		return
	}
	c.writeState(w, c.room.State(r.Context(), 0))
}

// getState waits for a change and answers with the state after it.
func (c *Classroom) getState(w http.ResponseWriter, r *http.Request) {
	after, err := strconv.ParseUint(r.URL.Query().Get("after"), 10, 64)
	if err != nil {
		http.Error(w, "after must be the version of the state that is there, or 0", http.StatusBadRequest)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), c.presenterWait)
	defer cancel()
	c.writeState(w, c.room.State(ctx, after))
}

func (c *Classroom) writeState(w http.ResponseWriter, s poll.State) {
	body, err := json.Marshal(state{s, c.options.Address()})
	if err != nil {
		http.Error(w, "the state cannot be written", http.StatusInternalServerError)
		return
	}
	send(w, http.StatusOK, "application/json", body)
}
