package serve

import (
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"os"
	"slices"
	"sync"
	"time"

	"golang.org/x/crypto/acme"
	"golang.org/x/crypto/acme/autocert"
)

// CertificateFiles is TLS with a certificate and a key in files. They are read again when they have changed, so that a
// renewal needs no restart.
func CertificateFiles(certFile, keyFile string) (*tls.Config, error) {
	c := &certificateFiles{cert: certFile, key: keyFile}
	if _, err := c.get(nil); err != nil {
		return nil, err
	}
	return &tls.Config{GetCertificate: c.get, NextProtos: []string{"h2", "http/1.1"}, MinVersion: tls.VersionTLS12}, nil
}

// certificateCheck is how often the files are looked at; a handshake must not wait for a disk.
const certificateCheck = 10 * time.Second

type certificateFiles struct {
	cert, key string

	mu      sync.Mutex
	looked  time.Time
	changed [2]time.Time
	loaded  *tls.Certificate
}

// get is a tls.Config's GetCertificate. Files that do not fit together, as in the middle of a renewal, leave the old one.
func (c *certificateFiles) get(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.loaded != nil && time.Since(c.looked) < certificateCheck {
		return c.loaded, nil
	}
	c.looked = time.Now()
	var changed [2]time.Time
	for i, name := range []string{c.cert, c.key} {
		if info, err := os.Stat(name); err == nil {
			changed[i] = info.ModTime()
		}
	}
	if c.loaded != nil && changed == c.changed {
		return c.loaded, nil
	}
	made, err := tls.LoadX509KeyPair(c.cert, c.key)
	switch {
	case err == nil:
		c.loaded, c.changed = &made, changed
	case c.loaded == nil:
		return nil, err
	}
	return c.loaded, nil
}

// ACME gets certificates by itself (RFC 8555): for these hosts alone, kept in a folder.
type ACME struct {
	Hosts            []string
	Cache            string // folder
	Email, Directory string // both optional; Directory is the address of another authority than Let's Encrypt

	client *http.Client // of tests, whose authority has a certificate of its own
}

// manager makes the certificates when a reader first comes, and answers the authority's questions.
func (c ACME) manager() (*autocert.Manager, error) {
	if err := os.MkdirAll(c.Cache, 0o700); err != nil {
		return nil, fmt.Errorf("the folder for certificates cannot be made: %w", err)
	}
	m := &autocert.Manager{Prompt: autocert.AcceptTOS, Cache: autocert.DirCache(c.Cache), Email: c.Email, HostPolicy: autocert.HostWhitelist(c.Hosts...)}
	if c.Directory != "" || c.client != nil {
		m.Client = &acme.Client{DirectoryURL: c.Directory, HTTPClient: c.client}
	}
	return m, nil
}

// toHTTPS leads a request to the same address at the server's own port.
func (s *Server) toHTTPS(w http.ResponseWriter, r *http.Request) {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if port := s.Listening().Port; port != 443 {
		host = net.JoinHostPort(host, fmt.Sprint(port))
	}
	if !slices.Contains([]string{http.MethodGet, http.MethodHead}, r.Method) || host == "" {
		http.Error(w, "this is served over https", http.StatusForbidden)
		return
	}
	http.Redirect(w, r, "https://"+host+r.URL.RequestURI(), http.StatusMovedPermanently)
}
