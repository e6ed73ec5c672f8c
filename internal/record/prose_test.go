package record

import "testing"

func TestNumbersInProseAreReadStrictly(t *testing.T) {
	for _, c := range []struct {
		text, after string
		n           float64
		ok          bool
	}{
		{"89 of more than 14,000, about one in 157", "about one in ", 157, true},
		{"about one in 157; more", "about one in ", 157, true},
		{"about one in 1,570.", "about one in ", 1570, true},
		{"about one in 157th", "about one in ", 0, false},
		{"about one in 15,7", "about one in ", 0, false},
		{"about one in five", "about one in ", 0, false},
		{"about one in ", "about one in ", 0, false},
		{"roundabout one in 157", "about one in ", 0, false},
		{"about one in 157%", "about one in ", 0, false},
		{"2,475 alleged incidents; Coalition 841 deaths, 212 events", "Coalition ", 841, true},
		{"Coalition acknowledged 326", "Coalition ", 0, false},
		{"the Coalition acts; Coalition 1,437", "Coalition ", 1437, true},
		{"Coalition 0437", "Coalition ", 0, false},
		{"Coalition 1437,212", "Coalition ", 0, false},
	} {
		if n, ok := after(c.text, c.after); n != c.n || ok != c.ok {
			t.Errorf("%q: %v %v, want %v %v", c.text, n, ok, c.n, c.ok)
		}
	}
}
