package classroom

import (
	"net/http/httptest"
	"testing"
)

func TestPhonesOfOneAddressAreToldFromOthersAndFromNoLaterStart(t *testing.T) {
	a, b := start(t).class, start(t).class
	of := func(c *Classroom, address string) uint64 {
		r := httptest.NewRequest("POST", "/poll/join", nil)
		r.RemoteAddr = address
		return uint64(c.origin(r))
	}
	for _, tt := range []struct {
		one, other string
		same       bool
	}{
		{"192.168.1.23:4000", "192.168.1.23:5000", true},
		{"192.168.1.23:4000", "192.168.1.24:4000", false},
		{"192.168.1.23:4000", "[::ffff:192.168.1.23]:1", true},
		{"[2001:db8::1]:1", "[2001:db8::ffff:2]:1", true}, // one device has many in its network
		{"[2001:db8::1]:1", "[2001:db8:0:1::1]:1", false},
		{"[fe80::1%eth0]:1", "[fe80::1%wlan0]:1", true},
	} {
		if got := of(a, tt.one) == of(a, tt.other); got != tt.same {
			t.Errorf("%s and %s are of one origin: %v", tt.one, tt.other, got)
		}
	}
	if of(a, "192.168.1.23:4000") == of(b, "192.168.1.23:4000") {
		t.Error("an origin is the same after another start")
	}
}
