package embedtest

import (
	"fmt"
	"testing"
)

func TestMeasure(t *testing.T) {
	for _, ch := range []string{"cover", "strikes", "reports", "cases", "gap", "count", "if", "after", "explore"} {
		url := page(t, `<div id=box><iframe title=x src="{ours}en/player/`+ch+`/" style="border:0;width:100%;height:1400px"></iframe></div>`)
		p := open(t, url, view{1500, 1400})
		f := p.frame(0)
		line := ch
		for _, w := range []int{280, 300, 320, 360, 414, 480, 559, 560, 600, 640, 700, 800, 900, 1000, 1079, 1080, 1200, 1400} {
			js[any](p, fmt.Sprintf(`document.getElementById("box").style.width="%dpx"; new Promise(r=>setTimeout(r,120))`, w))
			line += within[string](p, f, `{const b=id=>document.getElementById(id).getBoundingClientRect(); " | "+innerWidth+": "+b("player").height.toFixed(1)+" w"+b("words").height.toFixed(1)+" s"+b("stage").height.toFixed(1)+" t"+b("timeline").height+" c"+b("controls").height+" st"+b("status").height}`)
		}
		fmt.Println(line)
	}
}
