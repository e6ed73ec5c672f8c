package embed

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
)

// content is what the player takes, as the frame itself sees it: its height with the stage in full.
const content = `Math.ceil(document.getElementById("player").getBoundingClientRect().height - .01)`

// parents are host pages that follow a frame's height, each in its own way. {src} is the player's address.
var parents = []struct{ name, body string }{
	{"our own script", script + `<open-cases chapter="gap"></open-cases>`},
	{"Datawrapper's script", `<iframe title=x src="{src}" style="width:100%;height:300px;border:0"></iframe><script src="/npm/@datawrapper/chart-core/lib/embed.js"></script>`},
	{"Pym", `<div id="pym"></div><script src="/npm/pym.js/dist/pym.v1.js"></script><script>new pym.Parent("pym", "{src}", {})</script>`},
	{"newswire frames", `<div id="nf"></div><script src="/npm/@newswire/frames/dist/frames.umd.js"></script><script>newswireFrames.Framer(document.getElementById("nf"), {src: "{src}"})</script>`},
	{"iframe-resizer 4", `<iframe id="ir" title=x src="{src}" style="width:1px;min-width:100%;border:0"></iframe><script src="/npm/iframe-resizer/js/iframeResizer.js"></script><script>iFrameResize({log:false}, "#ir")</script>`},
	{"iframe-resizer 5", `<iframe id="ir" title=x src="{src}" style="width:1px;min-width:100%;border:0"></iframe><script src="/npm/@iframe-resizer/parent/index.umd.js"></script><script>iframeResize({license:"GPLv3", waitForLoad:false}, "#ir")</script>`},
	{"AMP", `<iframe title=x src="{src}" style="width:100%;height:300px;border:0"></iframe><script>
		addEventListener("message", e => { const f = document.querySelector("iframe"), d = e.data;
			if (e.source === f.contentWindow && d && d.sentinel === "amp" && d.type === "embed-size" && d.height >= 100) f.style.height = d.height + "px"; })</script>`},
	{"Medium and Embedly", `<iframe title=x src="{src}" style="width:100%;height:300px;border:0"></iframe><script>
		addEventListener("message", e => { const f = document.querySelector("iframe"); if (typeof e.data !== "string" || e.data[0] !== "{") return; const d = JSON.parse(e.data);
			if (d.context === "iframe.resize" && d.src === f.src) f.style.height = d.height + "px"; })</script>`},
	{"the Guardian", `<iframe title=x src="{src}" style="width:100%;border:0" height=300></iframe><script>
		addEventListener("message", e => { const f = document.querySelector("iframe"); if (e.source !== f.contentWindow || typeof e.data !== "string" || e.data[0] !== "{") return; const d = JSON.parse(e.data);
			if (/^iframeMessenger:/.test(d.id) && d.type === "set-height") f.height = d.value; })</script>`},
}

// frameHeight is the height of the host page's frame in CSS px.
const frameHeight = `(document.querySelector("open-cases")?.shadowRoot ?? document).querySelector("iframe").offsetHeight`

// follows waits until the frame is exactly as high as what is in it.
func (p *tab) follows(f cdp.FrameID) (height int) {
	p.t.Helper()
	p.wait("a frame as high as its content", func() bool {
		height = js[int](p, frameHeight)
		return height == within[int](p, f, content) && within[bool](p, f, `document.documentElement.scrollHeight <= innerHeight`)
	})
	return height
}

func TestTheHeightFollowsInEveryProtocolAtEveryWidth(t *testing.T) {
	for _, parent := range parents {
		t.Run(parent.name, func(t *testing.T) {
			p := open(t, page(t, strings.ReplaceAll(parent.body, "{src}", "{ours}en/player/gap/")), view{800, 900})
			f := p.frame(0)
			for _, w := range []int64{280, 360, 480, 640, 800, 1000, 1200, 1400} {
				p.resize(view{w, 900})
				p.untilIn(f, fmt.Sprintf("innerWidth <= %d && innerWidth > %d", w, w-20))
				if h := p.follows(f); h < 500 || h > 1200 {
					t.Errorf("%d px wide: %d px high", w, h)
				}
			}
			p.quiet()
		})
	}
}

// wordpress is a host page that does what WordPress does with a frame it does not know.
const wordpress = `<iframe title=x class="wp-embedded-content" sandbox="allow-scripts" scrolling=no style="width:100%;border:0" height=300
	src="{ours}en/player/gap/#?secret=aB3dE6gH9k"></iframe><script>
	window.got = []; window.links = [];
	addEventListener("message", e => { const f = document.querySelector("iframe"), d = e.data;
		if (!d || typeof d !== "object" || !(d.secret || d.message || d.value) || /[^a-zA-Z0-9]/.test(d.secret) || e.source !== f.contentWindow || d.secret !== "aB3dE6gH9k") return;
		if (d.message === "height") { got.push(d.value); f.height = Math.min(1000, Math.max(200, ~~d.value)); }
		if (d.message === "link") links.push(d.value); });
	document.querySelector("iframe").addEventListener("load", e => e.target.contentWindow.postMessage({message: "ready", secret: "aB3dE6gH9k"}, "*"));
	</script>`

func TestWordPressGetsAHeightWithinItsBoundsAndAWholePictureInIt(t *testing.T) {
	p := open(t, page(t, wordpress), view{1079, 1100})
	f := p.frame(0)
	for _, w := range []int64{280, 360, 559, 700, 1079, 1400} {
		p.resize(view{w, 1100})
		p.untilIn(f, fmt.Sprintf("innerWidth <= %d && innerWidth > %d", w, w-20))
		p.untilIn(f, `document.documentElement.scrollHeight <= innerHeight && innerHeight >= 200 && innerHeight <= 1000`)
		if bad := js[[]float64](p, `got.filter(h => !Number.isInteger(h) || h < 200 || h > 1000)`); len(bad) > 0 {
			t.Errorf("%d px wide: heights %v were sent", w, bad)
		}
		if cut := within[bool](p, f, `(b => b.bottom > innerHeight + 1 || b.right > innerWidth + 1)(document.getElementById("controls").getBoundingClientRect())`); cut {
			t.Errorf("%d px wide: the controls are cut off", w)
		}
	}
	p.quiet()
}

func TestNoMessageIsNullOrBrokenAndEveryHeightIsWhole(t *testing.T) {
	const ear = `<script>window.all = []; addEventListener("message", e => all.push(e.data))</script>`
	for _, query := range []string{"", "?childId=x", "?height=fit", "#?secret=aB3dE6gH9k"} {
		p := open(t, page(t, ear+`<iframe title=x src="{ours}en/player/gap/`+query+`" style="width:100%;height:700px;border:0"></iframe>`), view{640, 900})
		f := p.frame(0)
		p.until(`all.some(d => d?.type === "ready")`)
		within[any](p, f, `document.fonts.ready.then(() => new Promise(r => setTimeout(r, 1200)))`)
		bad := js[[]string](p, `all.filter(d => d === null || d === undefined || typeof d !== "string" && (typeof d !== "object" || Array.isArray(d))
			|| /undefined|NaN|null/.test(JSON.stringify(d))).map(d => String(JSON.stringify(d)))`)
		heights := js[[]float64](p, `all.filter(d => d?.sentinel === "amp" || d?.type === "height").map(d => d.height)`)
		for _, h := range heights {
			if h != float64(int(h)) || h < 100 {
				bad = append(bad, fmt.Sprint(h))
			}
		}
		if len(bad) > 0 {
			t.Errorf("%q: these were sent: %q", query, bad)
		}
		if (query == "?height=fit") != (len(heights) == 0) {
			t.Errorf("%q: %d heights were sent", query, len(heights))
		}
	}
}

func TestTheHeightDoesNotFeedOnTheFramesOwn(t *testing.T) {
	const ear = `<script>window.heights = []; addEventListener("message", e => { if (e.data?.type === "height") heights.push(e.data.height) })</script>`
	p := open(t, page(t, ear+`<iframe title=x src="{ours}en/player/gap/" style="width:600px;height:400px;border:0"></iframe>`), view{640, 900})
	p.frame(0)
	p.until(`heights.length`)
	for _, h := range []int{200, 500, 900, 1600, 3000, 300} {
		js[any](p, fmt.Sprintf(`document.querySelector("iframe").style.height = "%dpx"; new Promise(r => setTimeout(r, 700))`, h))
	}
	// A scrollbar in a frame that is too low takes its width; the height may differ by what that does.
	if spread := js[float64](p, `Math.max(...heights) - Math.min(...heights)`); spread > 60 {
		t.Errorf("heights differ by %v px while only the frame's own height changed: %v", spread, js[[]int](p, `heights`))
	}
}
