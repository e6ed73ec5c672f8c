package serve

import (
	"net/http/httptest"
	"strings"
	"testing"
)

func TestOnlyNamedProxiesSayWhoAsks(t *testing.T) {
	for _, tt := range []struct{ name, trusted, peer, row, client, proto string }{
		{"a stranger's claim", "loopback", "203.0.113.9:4", "198.51.100.1", "203.0.113.9:4", ""},
		{"nobody is believed", "none", "127.0.0.1:4", "198.51.100.1", "127.0.0.1:4", ""},
		{"a proxy on this machine", "loopback", "127.0.0.1:4", "198.51.100.1", "198.51.100.1:0", "https"},
		{"over IPv6", "loopback", "[::1]:4", "2001:db8::7", "[2001:db8::7]:0", "https"},
		{"an address in an address", "loopback", "[::ffff:127.0.0.1]:4", "198.51.100.1", "198.51.100.1:0", "https"},
		{"what the reader put before", "loopback", "127.0.0.1:4", "10.9.9.9, 198.51.100.1", "198.51.100.1:0", "https"},
		{"two proxies", "loopback,10.0.0.0/8", "127.0.0.1:4", "8.8.8.8, 198.51.100.1, 10.1.1.1", "198.51.100.1:0", "https"},
		{"only proxies", "private", "10.0.0.1:4", "192.168.1.5", "192.168.1.5:0", "https"},
		{"with a port", "10.0.0.1", "10.0.0.1:4", "198.51.100.1:555", "198.51.100.1:0", "https"},
		{"with brackets", "10.0.0.1", "10.0.0.1:4", "[2001:db8::7]:555", "[2001:db8::7]:0", "https"},
		{"nonsense", "10.0.0.1", "10.0.0.1:4", "198.51.100.1, unknown", "10.0.0.1:4", "https"},
		{"no row", "10.0.0.1", "10.0.0.1:4", "", "10.0.0.1:4", "https"},
		{"a neighbour of the proxy", "10.0.0.1", "10.0.0.2:4", "198.51.100.1", "10.0.0.2:4", ""},
	} {
		p, err := ParseProxies(tt.trusted)
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = tt.peer
		r.Header.Set("X-Forwarded-Proto", "https")
		if tt.row != "" {
			r.Header.Set("X-Forwarded-For", tt.row)
		}
		p.read(r)
		if r.RemoteAddr != tt.client || r.Header.Get("X-Forwarded-Proto") != tt.proto {
			t.Errorf("%s: %s over %q, want %s over %q", tt.name, r.RemoteAddr, r.Header.Get("X-Forwarded-Proto"), tt.client, tt.proto)
		}
	}
	for _, text := range []string{"10.0.0.0/33", "example.org", "10.0.0.1-10.0.0.9"} {
		if _, err := ParseProxies(text); err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func FuzzForwardedAddressesAreReadOrLeft(f *testing.F) {
	f.Add("198.51.100.1, [::1]:80, unknown")
	f.Add(",,::ffff:1.2.3.4%eth0")
	p, _ := ParseProxies("loopback,private")
	f.Fuzz(func(t *testing.T, row string) {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = "127.0.0.1:9"
		r.Header["X-Forwarded-For"] = []string{row}
		p.read(r)
		again := httptest.NewRequest("GET", "/", nil)
		again.RemoteAddr = r.RemoteAddr
		if p.read(again); again.RemoteAddr != r.RemoteAddr {
			t.Fatalf("%q leaves %q, which is no address", row, r.RemoteAddr)
		}
		if r.RemoteAddr == "" || strings.ContainsAny(r.RemoteAddr, " \n,") {
			t.Fatalf("%q is read as %q", row, r.RemoteAddr)
		}
	})
}
