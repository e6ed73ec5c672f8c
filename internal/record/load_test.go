package record

import (
	"testing"

	"opencases/data"
)

func load(t testing.TB) *Record {
	t.Helper()
	r, err := Load(data.FS)
	if err != nil {
		t.Fatalf("the record has faults:\n%v", err)
	}
	return r
}

func TestTheRecordHasNoFaults(t *testing.T) { load(t) }
