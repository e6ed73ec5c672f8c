package picture

import (
	"math"
	"opencases/internal/month"
	"opencases/internal/story"
)

// asked is the question for which the reader draws a line.
var asked, _ = story.QuestionOf("gap")

// AskedMost is the top of the scale on which the line is drawn, in reports.
const AskedMost = story.LineTop

// askedLine shows the chart with nothing of 2017 but what the reader drew, so that the answer is hidden.
func (lay *layout) askedLine(p plot, open, credible []point) {
	var before []point
	for _, o := range open {
		if o.month < asked.From {
			before = append(before, o)
		}
	}
	lay.curve(p, "open", InkOpen, Ring, before)
	x := lay.Axis.at(asked.From.Start())
	lay.Paths = append(lay.Paths, Path{ID: "ask/start", Ink: InkGuess, Width: 1, Dash: true, Alpha: 1, Points: [][2]float64{{x, p.t}, {x, p.b}}})
	lay.Sketch = [4]float64{x, p.t, lay.Axis.end(asked.To), p.b}
	lay.guessLine(p)
	lay.label(Label{ID: "gap/hidden", Role: Note, Ink: InkQuiet}, true, lay.wording("label.hidden"),
		place{x: x + 8, y: p.t + 2, width: lay.Axis.X1 - x - 16})
	lay.Description = lay.text("describe.gap.asking")
}

// guessLine draws what the reader placed, month by month; a month left out breaks it.
func (lay *layout) guessLine(p plot) {
	var run [][2]float64
	var end [2]float64
	flush := func(i int) {
		if len(run) > 0 {
			lay.Paths = append(lay.Paths, Path{ID: "guess/" + (asked.From + month.Month(i)).String(), Points: run, Ink: InkGuess, Width: 2, Dash: true, Alpha: 1})
			run = nil
		}
	}
	for i, g := range lay.scene.Guess {
		if m := asked.From + month.Month(i); !math.IsNaN(g) && m <= asked.To {
			end = [2]float64{lay.Axis.end(m), p.y(max(0, min(g, p.most)))}
			if len(run) > 0 {
				lay.keepClearLine(run[len(run)-1][0], run[len(run)-1][1], end[0], end[1])
			}
			run = append(run, end)
			lay.keepClear(box{end[0] - 3, end[1] - 3, end[0] + 3, end[1] + 3})
			lay.Dots = append(lay.Dots, Dot{ID: "guess/" + m.String(), X: end[0], Y: end[1], R: 2.5, Shape: Disc, Ink: InkGuess, Alpha: 1})
			continue
		}
		flush(i)
	}
	flush(len(lay.scene.Guess))
	if end != [2]float64{} && lay.scene.Asking == story.AskNothing {
		lay.label(Label{ID: "gap/guess", Role: Note, Ink: InkGuess}, false, lay.wording("label.guess"),
			place{x: end[0] + 6, y: end[1] - 7, width: 80}, place{x: end[0] + 6, y: end[1] + 6, width: 80}, place{x: end[0] - 6, y: end[1] - 16, anchor: Right, width: 90})
	}
}

// guessedValue is the single value a reader placed.
func (lay *layout) guessedValue() (int, bool) {
	if len(lay.scene.Guess) == 0 || lay.scene.Guess[0] != lay.scene.Guess[0] {
		return 0, false
	}
	return max(0, int(lay.scene.Guess[0])), true
}
