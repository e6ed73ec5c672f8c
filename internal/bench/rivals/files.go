package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"github.com/andybalholm/brotli"
)

// files is what a contestant is served from: by path, precompressed, with the headers that the product's own server sends.
type files map[string]*file

type file struct {
	immutable bool
	body      []byte
	packed    []byte // Brotli 11; nil where it does not help
}

// add takes a file in. Large ones are packed once and kept in a folder for the next run.
func (f files) add(name, cache string, immutable bool, body []byte) error {
	packed, err := pack(body, cache)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if len(packed) >= len(body) {
		packed = nil
	}
	f[name] = &file{immutable, body, packed}
	return nil
}

const worthKeeping = 100_000 // bytes

func pack(body []byte, cache string) ([]byte, error) {
	sum := sha256.Sum256(body)
	kept := filepath.Join(cache, hex.EncodeToString(sum[:])+".br")
	if len(body) > worthKeeping {
		if packed, err := os.ReadFile(kept); err == nil {
			if plain, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed))); err == nil && bytes.Equal(plain, body) {
				return packed, nil
			}
		}
	}
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: 11, LGWin: 24})
	if _, err := w.Write(body); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if len(body) > worthKeeping {
		if err := os.MkdirAll(cache, 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(kept, out.Bytes(), 0o644); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}

// ServeHTTP implements http.Handler.
func (f files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Path[1:]
	if name == "" || name[len(name)-1] == '/' {
		name += "index.html"
	}
	found, ok := f[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	head := w.Header()
	body := found.body
	if found.packed != nil {
		body = found.packed
		head.Set("Content-Encoding", "br")
	}
	head.Set("Content-Length", strconv.Itoa(len(body)))
	head.Set("Content-Type", typeOf(name))
	head.Set("X-Content-Type-Options", "nosniff")
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("Vary", "Accept-Encoding")
	head.Set("Access-Control-Allow-Origin", "*")
	head.Set("Cross-Origin-Resource-Policy", "cross-origin")
	head.Set("Cache-Control", "no-cache")
	if found.immutable {
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

func typeOf(name string) string {
	switch path.Ext(name) {
	case ".wasm":
		return "application/wasm"
	case ".js":
		return "text/javascript; charset=utf-8"
	}
	return mime.TypeByExtension(path.Ext(name))
}

// host is a server on a loopback port of its own: an origin.
type host struct {
	URL    string // with a slash at the end
	server *http.Server

	mu  sync.Mutex
	log []asked
}

// asked is one request and the bytes of its answer's body.
type asked struct {
	path string
	n    int
}

func open(h http.Handler) (*host, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	o := &host{URL: "http://" + l.Addr().String() + "/"}
	o.server = &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := &counter{ResponseWriter: w}
		h.ServeHTTP(c, r)
		o.mu.Lock()
		defer o.mu.Unlock()
		o.log = append(o.log, asked{r.URL.Path, c.n})
	})}
	go o.server.Serve(l)
	return o, nil
}

func (o *host) close() { o.server.Close() }

// taken gives the requests since the last call.
func (o *host) taken() []asked {
	o.mu.Lock()
	defer o.mu.Unlock()
	log := o.log
	o.log = nil
	return log
}

// counter counts the bytes of a body.
type counter struct {
	http.ResponseWriter
	n int
}

// Write implements io.Writer.
func (c *counter) Write(b []byte) (int, error) {
	n, err := c.ResponseWriter.Write(b)
	c.n += n
	return n, err
}
