package serve

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// certify writes a certificate for 127.0.0.1 and its key; serial tells one from another.
func certify(t *testing.T, dir string, serial int64) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "127.0.0.1"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, DNSNames: []string{"cases.example"}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for name, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(name, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pool = x509.NewCertPool()
	made, _ := x509.ParseCertificate(der)
	pool.AddCert(made)
	return cert, key, pool
}

func trusting(pool *x509.CertPool, http2 bool) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}, ForceAttemptHTTP2: http2},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

func TestHTTPSSpeaksHTTP2AndTellsBrowsersToStay(t *testing.T) {
	cert, key, pool := certify(t, t.TempDir(), 1)
	config, err := CertificateFiles(cert, key)
	if err != nil {
		t.Fatal(err)
	}
	for _, hsts := range []time.Duration{0, time.Hour} {
		s := openWith(t, func(s *Server) { s.TLS, s.HSTS, s.RedirectAddr = config.Clone(), hsts, "127.0.0.1:0" })
		want := map[time.Duration]string{0: "", time.Hour: "max-age=3600"}[hsts]
		for _, http2 := range []bool{true, false} {
			for _, path := range []string{"en/", "nothing", "healthz"} {
				res, err := trusting(pool, http2).Get(s.URL() + path)
				if err != nil {
					t.Fatal(err)
				}
				res.Body.Close()
				if (res.ProtoMajor == 2) != http2 || res.Header.Get("Strict-Transport-Security") != want || !strings.HasPrefix(s.URL(), "https://") {
					t.Errorf("%s: %s, HSTS %q, want %q", path, res.Proto, res.Header.Get("Strict-Transport-Security"), want)
				}
			}
		}
		plain := "http://" + s.redirectListener.Addr().String()
		res, _ := fetch(t, "GET", plain+"/en/gap/?beat=2", nil)
		if res.StatusCode != 301 || res.Header.Get("Location") != s.URL()+"en/gap/?beat=2" || res.Header.Get("Strict-Transport-Security") != "" {
			t.Errorf("over HTTP: %s to %q, %v", res.Status, res.Header.Get("Location"), res.Header)
		}
		if res, _ := fetch(t, "POST", plain+"/en/", nil); res.StatusCode != 403 {
			t.Errorf("what is posted over HTTP: %s", res.Status)
		}
	}
	plain := openWith(t, func(s *Server) { s.HSTS = time.Hour })
	if res, _ := fetch(t, "GET", plain.URL()+"en/", nil); res.Header.Get("Strict-Transport-Security") != "" {
		t.Error("a server without TLS promises it")
	}
	if c, err := tls.Dial("tcp", openWith(t, func(s *Server) { s.TLS = config.Clone() }).Listening().String(), &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11}); err == nil {
		c.Close()
		t.Error("it speaks a TLS that is broken")
	}
}

func TestACertificateThatIsRenewedIsServedWithoutARestart(t *testing.T) {
	dir := t.TempDir()
	cert, key, _ := certify(t, dir, 1)
	c := &certificateFiles{cert: cert, key: key}
	serial := func() int64 {
		t.Helper()
		made, err := c.get(nil)
		if err != nil {
			t.Fatal(err)
		}
		leaf, err := x509.ParseCertificate(made.Certificate[0])
		if err != nil {
			t.Fatal(err)
		}
		return leaf.SerialNumber.Int64()
	}
	later := func(names ...string) { // the clock of a disk may be coarse
		c.looked = time.Time{}
		for i, name := range names {
			at := time.Now().Add(time.Duration(i+1) * time.Minute)
			if err := os.Chtimes(name, at, at); err != nil {
				t.Fatal(err)
			}
		}
	}
	if n := serial(); n != 1 {
		t.Fatalf("certificate %d", n)
	}
	old, _ := os.ReadFile(key)
	certify(t, dir, 2)
	renewed, _ := os.ReadFile(key)
	os.WriteFile(key, old, 0o600)
	later(cert)
	if n := serial(); n != 1 {
		t.Errorf("in the middle of a renewal certificate %d is served", n)
	}
	os.WriteFile(key, renewed, 0o600)
	later(cert, key)
	if n := serial(); n != 2 {
		t.Errorf("after a renewal certificate %d is served", n)
	}
	os.Remove(cert)
	c.looked = time.Time{}
	if n := serial(); n != 2 {
		t.Errorf("with its file gone certificate %d is served", n)
	}
	if _, err := CertificateFiles(cert, key); err == nil {
		t.Error("a server starts without a certificate")
	}
}
