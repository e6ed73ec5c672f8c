package asset

import "testing"

func TestTheEncodingIsTheSmallestThatTheClientAccepts(t *testing.T) {
	all := []Encoding{Brotli, Gzip, Identity}
	for _, tt := range []struct {
		field string
		have  []Encoding
		want  Encoding
	}{
		{"", all, Identity},
		{"gzip, deflate, br, zstd", all, Brotli},
		{"gzip, deflate", all, Gzip},
		{"x-gzip", all, Gzip},
		{"br;q=0.5, gzip", all, Gzip},
		{"br;q=0, gzip;q=0", all, Identity},
		{"gzip;q=0.1", all, Gzip},
		{"*", all, Brotli},
		{"*;q=0.5, br;q=0", all, Gzip},
		{"identity", all, Identity},
		{"identity;q=0.8, br;q=0.8", all, Brotli},
		{"identity, br;q=0.8", all, Identity},
		{"*;q=0", all, Identity},
		{"BR", all, Brotli},
		{"br;q=nonsense, gzip;q=2", all, Identity},
		{"br ; q = 0.3 , gzip ; Q=0.2", all, Brotli},
		{", ,;q=1", all, Identity},
		{"br, gzip", []Encoding{Identity}, Identity},
		{"br, gzip", []Encoding{Gzip, Identity}, Gzip},
	} {
		if got := Accept(tt.field, tt.have); got != tt.want {
			t.Errorf("Accept-Encoding %q of %v: %s, want %s", tt.field, tt.have, got, tt.want)
		}
	}
}

func TestTheLanguageIsTheReadersBest(t *testing.T) {
	for _, tt := range []struct{ field, want string }{
		{"", "en"},
		{"ar", "ar"},
		{"ar-IQ,ar;q=0.9,en;q=0.8", "ar"},
		{"en-GB,en;q=0.9,ar;q=0.8", "en"},
		{"de, ar;q=0.5, en;q=0.4", "ar"},
		{"de, fr;q=0.5", "en"},
		{"ar;q=0, *;q=0.1", "en"},
		{"de;q=1, *;q=0.5", "en"},
		{";;;,=", "en"},
	} {
		if got := AcceptLanguage(tt.field, []string{"en", "ar"}); got != tt.want {
			t.Errorf("Accept-Language %q: %s, want %s", tt.field, got, tt.want)
		}
	}
}

func TestALanguageIsServedToThoseWhoReadItsVariants(t *testing.T) {
	have := []string{"en", "pt-BR", "zh-Hant"}
	for field, want := range map[string]string{
		"pt": "pt-BR", "pt-PT": "pt-BR", "PT-br;q=0.3": "pt-BR", "de, pt;q=0.2": "pt-BR",
		"zh-TW": "zh-Hant", "en-AU": "en", "it": "en", "pt;q=0": "en", "pt;q=nonsense": "en", "de;q=0.9, pt;q=0.5, en;q=0.1": "pt-BR",
	} {
		if got := AcceptLanguage(field, have); got != want {
			t.Errorf("Accept-Language %q: %s, want %s", field, got, want)
		}
	}
}

func FuzzAcceptAnswersOnlyWithWhatIsThere(f *testing.F) {
	f.Add("gzip;q=0.5, br")
	f.Add("*;q=0")
	f.Fuzz(func(t *testing.T, field string) {
		switch Accept(field, []Encoding{Gzip, Identity}) {
		case Gzip, Identity:
		default:
			t.Fatalf("%q is answered with an encoding the file does not have", field)
		}
	})
}
