package classroom

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"testing"
)

func TestTheAddressThatPhonesCanReachComesFirst(t *testing.T) {
	at := netip.MustParseAddr
	for _, tt := range []struct {
		name string
		have []interfaceAddress
		out  string
		want []string
	}{
		{"nothing", nil, "", nil},
		{"loopback alone", []interfaceAddress{{"lo", true, at("127.0.0.1")}, {"lo", true, at("::1")}}, "", nil},
		{"one network", []interfaceAddress{{"lo", true, at("127.0.0.1")}, {"wlan0", true, at("192.168.1.23")}}, "", []string{"192.168.1.23"}},
		{"a network that is down", []interfaceAddress{{"wlan0", false, at("192.168.1.23")}}, "", nil},
		{"containers and tunnels come last", []interfaceAddress{{"docker0", true, at("172.17.0.1")}, {"utun3", true, at("10.8.0.2")}, {"en0", true, at("10.1.2.3")}}, "", []string{"10.1.2.3", "172.17.0.1", "10.8.0.2"}},
		{"private before public", []interfaceAddress{{"eth0", true, at("203.0.113.9")}, {"eth1", true, at("192.168.0.4")}}, "", []string{"192.168.0.4", "203.0.113.9"}},
		{"the way out before others", []interfaceAddress{{"eth0", true, at("10.0.0.4")}, {"wlan0", true, at("192.168.0.4")}}, "192.168.0.4", []string{"192.168.0.4", "10.0.0.4"}},
		{"a tunnel is not the way out", []interfaceAddress{{"wg0", true, at("10.9.0.4")}, {"wlan0", true, at("192.168.0.4")}}, "10.9.0.4", []string{"192.168.0.4", "10.9.0.4"}},
		{"what no router gave, and IPv6, cannot be typed", []interfaceAddress{{"eth0", true, at("169.254.3.4")}, {"eth0", true, at("fe80::1")}}, "", nil},
		{"no address twice", []interfaceAddress{{"eth0", true, at("10.0.0.4")}, {"eth0", true, at("10.0.0.4")}}, "", []string{"10.0.0.4"}},
	} {
		var out netip.Addr
		if tt.out != "" {
			out = at(tt.out)
		}
		var got []string
		for _, a := range rankAddresses(tt.have, out) {
			got = append(got, a.String())
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestAConfiguredAddressIsAcceptedOrRefusedWithARemedy(t *testing.T) {
	for named, want := range map[string]string{
		"192.168.1.23":               "http://192.168.1.23:8080/p",
		"192.168.1.23:80":            "http://192.168.1.23:80/p",
		"class.local":                "http://class.local:8080/p",
		"class.local:9000":           "http://class.local:9000/p",
		"https://example.org/class/": "https://example.org/class/p",
		"http://example.org":         "http://example.org/p",
		"[fe80::1]:9000":             "http://[fe80::1]:9000/p",
		"2001:db8::1":                "http://[2001:db8::1]:8080/p",
		"[2001:db8::1]":              "http://[2001:db8::1]:8080/p",
		"":                           "",
		"ftp://example.org":          "",
		"http://":                    "",
		"http://user@example.org/":   "",
		"http://example.org/?a":      "",
		"http://example.org/#poll":   "",
		"two words":                  "",
		"javascript:alert(1)":        "",
	} {
		page, host := "", ""
		n, err := ParsePublicAddress(named)
		if err == nil {
			page, host = n.Page(8080), n.Host()
		}
		if page != want || (want == "") != (err != nil) || (want != "") != (host != "") {
			t.Errorf("%q: %q, %q, %v; want %q", named, page, host, err, want)
		}
		if err != nil && !strings.Contains(err.Error(), "write it like") {
			t.Errorf("%q: %v names no remedy", named, err)
		}
	}
	for _, tt := range []struct {
		at   string
		port int
		want string
	}{
		{"10.0.0.5", 80, "http://10.0.0.5/p"},
		{"10.0.0.5", 8080, "http://10.0.0.5:8080/p"},
		{"2001:db8::1", 80, "http://[2001:db8::1]/p"},
		{"2001:db8::80", 80, "http://[2001:db8::80]/p"},
		{"2001:db8::1", 8080, "http://[2001:db8::1]:8080/p"},
		{"fe80::1%eth0", 80, "http://[fe80::1%25eth0]/p"},
		{"fe80::1%eth0", 8080, "http://[fe80::1%25eth0]:8080/p"},
	} {
		got := Page(netip.MustParseAddr(tt.at), tt.port)
		if u, err := url.Parse(got); got != tt.want || err != nil || u.Hostname() != tt.at {
			t.Errorf("%s on port %d: %s (%v), want %s", tt.at, tt.port, got, err, tt.want)
		}
	}
}
