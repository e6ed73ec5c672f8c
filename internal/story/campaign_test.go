package story

import (
	"math"
	"strings"
	"testing"
)

func TestTheCampaignTakesSeventeenSeconds(t *testing.T) {
	var clock Clock
	seconds := 0.
	for s := do(t, Initial(), "chapter explore", "view strikes", "seek 2014-08", "play"); s.Month < ArticleMonth; {
		wait := clock.Wait(s)
		seconds, s = seconds+wait, clock.Advance(s, wait)
	}
	if math.Abs(seconds-17) > 1e-6 {
		t.Errorf("from August 2014 to November 2017 play takes %v s, want 17", seconds)
	}
}

func TestALateFrameCarriesAtMostATwentiethOfASecondIntoTheNextText(t *testing.T) {
	// toRead is how long the text stands when the frame that ends the sweep comes late.
	toRead := func(late float64) float64 {
		var clock Clock
		s := do(t, Initial(), "chapter strikes 1", "play")
		for s.Month.String() != "2014-11" {
			s = clock.Advance(s, clock.Wait(s))
		}
		s = clock.Advance(s, clock.Wait(s)+late)
		if s.isSweeping() {
			t.Fatalf("%v s late the timeline still moves", late)
		}
		return clock.Wait(s)
	}
	for late, want := range map[float64]float64{.02: .02, .05: .05, .06: .05, 3: .05} {
		if got := toRead(0) - toRead(late); math.Abs(got-want) > 1e-9 {
			t.Errorf("%v s late: %v s of the time to read are gone, want %v", late, got, want)
		}
	}
}

func TestACardClosesWhenItsPictureChanges(t *testing.T) {
	for _, command := range []string{"view cases", "next", "back", "chapter count", "play", "restart", "close"} {
		if s := do(t, Initial(), "chapter gap 2", "select a/b", command); s.Selected != "" {
			t.Errorf("after %s the card of %s is open", command, s.Selected)
		}
	}
	for _, command := range []string{"view gap", "seek 2017-01", "step -1", "only open", "speed 2", "theme dark", "suppose 0.2", "pause"} {
		if s := do(t, Initial(), "chapter gap 2", "select a/b", command); s.Selected != "a/b" {
			t.Errorf("%s closes the card", command)
		}
	}
}

func TestAReferenceHas3To120Characters(t *testing.T) {
	long := "a/" + strings.Repeat("b", 118)
	for ref, right := range map[string]bool{"a/": false, "ab": false, "/ab": false, "a/b": true, long: true, long + "b": false, "abc": false, "a/b c": false, "a/b?": false} {
		if isRef(ref) != right {
			t.Errorf("%.20q of %d characters is a reference: %v, want %v", ref, len(ref), !right, right)
		}
	}
}
