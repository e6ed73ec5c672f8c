package story_test

import (
	"testing"

	"opencases/internal/story"
)

const busyQuery = "chapter=explore&view=cases&month=2017-03&only=open&guess-cases=400&speed=2"

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, faults := story.Initial().With(busyQuery); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}

func BenchmarkQuery(b *testing.B) {
	s, faults := story.Initial().With(busyQuery)
	if len(faults) > 0 {
		b.Fatal(faults)
	}
	b.ReportAllocs()
	for b.Loop() {
		s.Query()
	}
}

func BenchmarkParseCommand(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := story.ParseCommand("seek 2017-03"); err != nil {
			b.Fatal(err)
		}
	}
}
