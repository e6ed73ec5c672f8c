package picture_test

import (
	"testing"

	"opencases/internal/month"
	. "opencases/internal/picture"
	"opencases/internal/story"
)

// A picture is laid out at every step, and at every month while the timeline runs.
func BenchmarkMake(b *testing.B) {
	r, l := load(b)
	for _, v := range story.Views {
		for _, comp := range []Composition{Narrow, Wide} {
			b.Run(string(v)+"/"+comp.String(), func(b *testing.B) {
				sc := story.Scene{View: v, Month: month.Of(2017, 11), Supposed: .17}
				b.ReportAllocs()
				for b.Loop() {
					Make(r, l, sc, comp)
				}
			})
		}
	}
}

// The transition from one picture to another is worked out once.
func BenchmarkRetarget(b *testing.B) {
	r, l := load(b)
	reports := Make(r, l, story.Scene{View: story.Reports, Month: month.Of(2017, 11)}, Wide)
	cases := Make(r, l, story.Scene{View: story.Cases, Month: month.Of(2017, 11)}, Wide)
	m := new(Motion)
	m.Retarget(reports, true)
	b.ReportAllocs()
	for b.Loop() {
		m.Retarget(cases, false)
		m.Retarget(reports, false)
	}
}
