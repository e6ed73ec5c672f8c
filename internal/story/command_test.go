package story

import (
	"strings"
	"testing"
)

func TestACommandReadsBackAsItIsWritten(t *testing.T) {
	for _, text := range []string{
		"play", "pause", "toggle", "replay", "next", "back", "chapter gap", "chapter gap 3", "seek 2017-03", "step -12", "step 1",
		"view cases", "select derived/rest/2017-11", "close", "guess 12", "guess 1,-,3", "reveal", "skip", "suppose 0.17",
		"suppose rate", "only credible", "only all", "speed 0.5", "restart", "theme dark", "lang ar",
	} {
		c, err := ParseCommand(text)
		if err != nil || c.String() != text {
			t.Errorf("%q reads as %q, %v", text, c, err)
		}
	}
	for _, v := range Verbs() {
		if strings.ContainsAny(string(v), " ,") {
			t.Errorf("verb %q is not one word", v)
		}
	}
}

func TestAnInvalidCommandSaysWhatWouldBeValid(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "one of play, pause",
		"Play":                                `"Play" does not fit; write one of play`,
		"play now":                            "the word play alone",
		"chapter":                             "cover, strikes",
		"chapter nine":                        "cover, strikes",
		"chapter gap 9":                       "a beat of chapter gap from 1 to 4",
		"chapter gap two":                     "from 1 to 4",
		"chapter gap 1 2":                     "a beat's number",
		"seek":                                "a value is missing; write a month like 2017-11",
		"seek soon":                           `"soon" does not fit; write a month like 2017-11`,
		"seek 2017":                           "a month like 2017-11",
		"seek 2017-11-30":                     "a month like 2017-11",
		"step":                                "whole months",
		"step 1.5":                            "whole months",
		"step 1000":                           "-240 to 240",
		"view map":                            "strikes, reports, cases, gap, count, if or after",
		"select open":                         "assessments/2017-11/open",
		"select a/<b>":                        "assessments/2017-11/open",
		"guess":                               "whole numbers with commas",
		"guess 1, 2":                          "whole numbers with commas",
		"guess many":                          "whole numbers with commas",
		"suppose 1.2":                         "from 0 to 1",
		"suppose -0.1":                        "from 0 to 1",
		"suppose Inf":                         "from 0 to 1",
		"only 3":                              "all or",
		"speed 0":                             "0.25 to 4",
		"speed fast":                          "0.25 to 4",
		"theme Dark":                          "auto, light or dark",
		"lang english please":                 "language tag",
		"guess " + strings.Repeat("1,", 9999): "shorter than 1,000",
	} {
		_, err := ParseCommand(text)
		if err == nil {
			t.Errorf("%.40q was taken", text)
		} else if msg := err.Error(); !strings.HasPrefix(msg, "command") || !strings.Contains(msg, want) || len(msg) > 400 {
			t.Errorf("%.40q: error %q, want %q in it", text, msg, want)
		}
	}
}

func FuzzParseCommandReadsBackWhatItTakes(f *testing.F) {
	r := dice(4)
	for range 60 {
		f.Add(anyCommand(r))
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ParseCommand(text)
		if err != nil {
			return
		}
		again, err := ParseCommand(c.String())
		if err != nil || again.String() != c.String() {
			t.Fatalf("%q reads as %q, which reads as %q, %v", text, c, again, err)
		}
		if s, _ := anyState(dice(uint64(len(text)))).Apply(c); s.Validate() != nil {
			t.Fatalf("%q: %v", text, s.Validate())
		}
	})
}
