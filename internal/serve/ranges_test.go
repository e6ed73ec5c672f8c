package serve

import (
	"bytes"
	"net/http"
	"testing"
)

func TestRangesCountInTheRepresentationThatIsSent(t *testing.T) {
	for _, tt := range []struct{ accept, coding string }{{"identity", ""}, {"br", "br"}} {
		coded := tt.accept
		whole := read(t, get(t, "GET", "/en/", "Accept-Encoding", coded).Body)
		if head := get(t, "HEAD", "/en/", "Accept-Encoding", coded, "Range", "bytes=10-19"); head.StatusCode != 200 {
			t.Errorf("%s: HEAD of a range: %d, want 200: only GET has ranges", coded, head.StatusCode)
		}
		res := get(t, "GET", "/en/", "Accept-Encoding", tt.accept, "Range", "bytes=10-19")
		if res.StatusCode != http.StatusPartialContent || !bytes.Equal(read(t, res.Body), whole[10:20]) ||
			res.Header.Get("Content-Encoding") != tt.coding || res.Header.Get("Content-Length") != "10" ||
			res.Header.Get("Content-Range") != "bytes 10-19/"+itoa(len(whole)) {
			t.Errorf("%s: %d, %v", tt.accept, res.StatusCode, res.Header)
		}
		for _, tt := range []struct {
			field  string
			status int
			says   string // Content-Range
		}{
			{"bytes=-10", 206, "bytes " + itoa(len(whole)-10) + "-" + itoa(len(whole)-1) + "/" + itoa(len(whole))},
			{"Bytes=0-9", 206, "bytes 0-9/" + itoa(len(whole))}, // names of units have no case
			{"bytes= 0-9 ,", 206, "bytes 0-9/" + itoa(len(whole))},
			{"bytes=-0, 0-9", 206, "bytes 0-9/" + itoa(len(whole))},
			{"bytes=0-99999999999999999999", 206, "bytes 0-" + itoa(len(whole)-1) + "/" + itoa(len(whole))},
			{"bytes=-0", 416, "bytes */" + itoa(len(whole))},
			{"bytes=99999999999999999999-", 416, "bytes */" + itoa(len(whole))},
			{"items=0-1", 200, ""}, {"bytes", 200, ""}, {"bytes=", 200, ""}, {"bytes=,", 200, ""}, {"bytes=a-b", 200, ""}, {"bytes=9-0", 200, ""},
			{"bytes=--1", 200, ""}, {"bytes=-", 200, ""}, {"bytes=0-1-2", 200, ""}, {"bytes=+0-1", 200, ""}, {"bytes=0-9, x", 200, ""}, {"bytes =0-9", 200, ""},
		} {
			res := get(t, "GET", "/en/", "Accept-Encoding", coded, "Range", tt.field)
			if res.StatusCode != tt.status || res.Header.Get("Content-Range") != tt.says {
				t.Errorf("%s, %s: %d with %q, want %d with %q", coded, tt.field, res.StatusCode, res.Header.Get("Content-Range"), tt.status, tt.says)
			}
		}
		if beyond := get(t, "GET", "/en/", "Accept-Encoding", tt.accept, "Range", "bytes=999999-"); beyond.StatusCode != 416 {
			t.Errorf("%s: a range beyond the end: %d, want 416", tt.accept, beyond.StatusCode)
		}
		stale := get(t, "GET", "/en/", "Accept-Encoding", tt.accept, "Range", "bytes=10-19", "If-Range", `"old"`)
		if got := read(t, stale.Body); stale.StatusCode != 200 || !bytes.Equal(got, whole) || stale.Header.Get("Content-Length") != itoa(len(whole)) {
			t.Errorf("%s: a range of an older encoding: %d with %d bytes, want all %d", tt.accept, stale.StatusCode, len(got), len(whole))
		}
	}
}
