package typeface

import "testing"

func BenchmarkWrap(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Wrap("By the end of November the coalition had received more reports of possible civilian harm than in all the years before.", 220, 13, Regular)
	}
}
