package oembed

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Look is what of an embed's settings decides how high it is. The zero value has all that a player can have.
type Look struct {
	Chapter               string // a chapter's name; "" is one without tools of its own
	NoControls, NoCaption bool
}

// tools are the chapters with tools of their own: px that these take in the narrow composition, and in the article's.
var tools = map[string][2]float64{"if": {120.64, 101.07}, "explore": {182.12, 115.86}}

// composition is how high the player's document is in one composition: of a width w, in CSS px,
//
//	Rest + w*Share + the Px of every step whose Edge is above w + the stage
//
// where the stage is w less Margin, at least Stage wide, and of a fixed Shape.
type composition struct {
	Until                int // px; 0 for the last
	Rest, Share          float64
	Margin, Stage, Shape float64
	Buttons, Least       float64 // rows of buttons as high as a share of the width, at least so many px
	Steps                []step
}

// step is what comes to the height below a width: a line of words more, or in a composition that ends above it, less
// than the narrower one has.
type step struct {
	Edge int
	Px   float64
}

// compositions are the three in a frame. web/embed/hold.js has the same numbers for host pages with the script,
// and a browser test holds both to each other and to the document.
func (look Look) compositions() []composition {
	const narrowButton, broadButton = 44, 40 // px, where fingers point, and where a mouse does
	bar, foot := 1., 26.2
	if look.NoControls {
		bar = 0
	}
	if look.NoCaption {
		foot = 0
	}
	rows := func(words, button float64) float64 { return words + button + 5 + bar*(button+7) + foot }
	own := tools[look.Chapter]
	return []composition{
		{Until: 560, Rest: rows(168.8+own[0], narrowButton), Margin: 32, Stage: 280, Shape: 1.178572, Steps: []step{{298, 23.2}, {352, 23.2}, {394, 23.2}, {482, 23.2}}},
		{Until: 1080, Rest: rows(185+own[1], broadButton), Margin: 48, Stage: 560, Shape: .571429, Steps: []step{{690, 24.65}, {560, -200}}},
		{Rest: 5 + 4*bar, Share: .028, Stage: 500, Shape: .445946, Buttons: 1 + bar, Least: broadButton},
	}
}

// FrameHeight is how high a frame of a width must be for the player to show all of itself, both in CSS px.
func FrameHeight(width int, look Look) int {
	w := float64(width)
	for _, c := range look.compositions() {
		if c.Until > 0 && width >= c.Until {
			continue
		}
		height := c.Rest + c.Share*w + c.Buttons*max(c.Least, .03*w) + c.stage(w)
		for _, s := range c.Steps {
			if width < s.Edge {
				height += s.Px
			}
		}
		return int(math.Ceil(height))
	}
	return 0 // the last composition has no end
}

// stage is its height: in the widest composition the least is that of the height, in the others that of the width.
func (c composition) stage(w float64) float64 {
	if c.Until == 0 {
		return max(c.Stage, c.Shape*w)
	}
	return max(c.Stage, w-c.Margin) * c.Shape
}

// HeightCSS is the same as a CSS length in per cent of a box's own width, to be used as padding at its bottom: so a place
// is held without any script, at every width. A step of 99999 px for each px ends one composition where the next begins.
func HeightCSS(look Look) string {
	var all []string
	for _, c := range look.compositions() {
		if c.Until == 0 {
			all = append(all, fmt.Sprintf("%spx + %s%% + max(%spx,%s%%) + max(%spx,3%%)*%s", decimal(c.Rest), decimal(100*c.Share),
				decimal(c.Stage), decimal(100*c.Shape), decimal(c.Least), decimal(c.Buttons)))
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "min(%spx", decimal(c.Rest))
		for _, s := range c.Steps {
			sign := "+"
			if s.Px < 0 {
				sign = "-"
			}
			fmt.Fprintf(&b, " %s clamp(0px,(%dpx - 100%%)*99999,%spx)", sign, s.Edge, decimal(math.Abs(s.Px)))
		}
		fmt.Fprintf(&b, " + max(%spx,100%% - %spx)*%s,(%dpx - 100%%)*99999)", decimal(c.Stage), decimal(c.Margin), decimal(c.Shape), c.Until)
		all = append(all, b.String())
	}
	return "max(" + strings.Join(all, ",") + ")"
}

func decimal(f float64) string { return strconv.FormatFloat(math.Round(f*1e6)/1e6, 'f', -1, 64) }
