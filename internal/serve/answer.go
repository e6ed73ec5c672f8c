package serve

import (
	"net/http"
	"time"
)

// An answer may take as long as it needs while the client reads on: within stallTimeout it must have taken another piece.
// 64 KB in half a minute is 2 KB a second, half of what the slowest phone link gives.
const (
	pieceBytes   = 64 << 10
	stallTimeout = 30 * time.Second
)

// answer is a ResponseWriter that knows what was sent, and that ends a connection whose client stops reading.
type answer struct {
	http.ResponseWriter
	stallTimeout time.Duration
	status       int
	bytes        int64
	promised     int64 // bytes that the deadline of the connection is good for; the server's own is for the first piece
}

func newAnswer(w http.ResponseWriter, stall time.Duration) *answer {
	return &answer{ResponseWriter: w, stallTimeout: stall, promised: pieceBytes}
}

// Unwrap is for http.ResponseController.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// WriteHeader implements http.ResponseWriter.
func (a *answer) WriteHeader(status int) {
	if a.status == 0 && status >= 200 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (a *answer) Write(p []byte) (written int, err error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	for {
		piece := p[:min(len(p), pieceBytes)]
		if a.bytes+int64(len(piece)) > a.promised {
			// Where there is no connection, in tests of handlers, there is no deadline either.
			http.NewResponseController(a.ResponseWriter).SetWriteDeadline(time.Now().Add(a.stallTimeout))
			a.promised = a.bytes + pieceBytes
		}
		n, err := a.ResponseWriter.Write(piece)
		written, a.bytes, p = written+n, a.bytes+int64(n), p[n:]
		if err != nil || len(p) == 0 {
			return written, err
		}
	}
}
