// Package frame gathers everything a player document shows for a State apart from the marks: texts,
// labels, places to point at, the timeline and the state of the controls. The server writes Frames as JSON
// (stills); in the browser the same code makes the same Frames while the picture moves.
//
// Fields whose names end in HTML hold markup made here, with all text escaped; all other strings are plain.
// Places are per cent of the stage's width and height.
package frame

// Frame is one moment of the player in words.
type Frame struct {
	Query       string `json:"query"`       // the State, canonical
	Lang        string `json:"lang"`        // "en"
	Chapter     string `json:"chapter"`     // "gap"
	Beat        int    `json:"beat"`        // from 0
	Beats       int    `json:"beats"`       // in this chapter
	Step        int    `json:"step"`        // from 0, over all beats
	Steps       int    `json:"steps"`       // in the whole story
	Kicker      string `json:"kicker"`      // "4 of 7: The gap"
	Title       string `json:"title"`       // the beat's title
	TextHTML    string `json:"textHTML"`    // the beat's text; figures are links
	Description string `json:"description"` // one or two sentences that say what the stage shows

	View     string   `json:"view"`
	Playing  bool     `json:"playing"`
	AtStart  bool     `json:"atStart"`
	AtEnd    bool     `json:"atEnd"`
	Speed    float64  `json:"speed"`
	Only     string   `json:"only"`
	Selected string   `json:"selected"` // REF of the figure whose card is open, or ""
	Series   []Choice `json:"series"`   // the series that can be brought forward in this view
	Axis     Axis     `json:"axis"`
	Labels   []Label  `json:"labels"`
	Hots     []Hot    `json:"hots"`
	Ask      *Ask     `json:"ask,omitempty"`
	Suppose  *Suppose `json:"suppose,omitempty"`
}

// Choice is one entry of a short list of buttons.
type Choice struct {
	Name string `json:"name"` // the word the command takes
	Text string `json:"text"`
}

// Axis is the timeline: a slider laid over the stage from X0 to X1.
type Axis struct {
	From      string  `json:"from"` // "2014-08"
	To        string  `json:"to"`
	Month     string  `json:"month"` // the slider's
	MonthText string  `json:"monthText"`
	Index     int     `json:"index"` // months from From, 0 to Last
	Last      int     `json:"last"`
	X0        float64 `json:"x0"` // per cent of the stage's width: start of From
	X1        float64 `json:"x1"` // end of To
	Ticks     []Tick  `json:"ticks"`
}

// Tick is a mark on the timeline; a tick without Text is a hairline.
type Tick struct {
	X    float64 `json:"x"` // per cent
	Text string  `json:"text"`
}

// Label is words over the stage.
type Label struct {
	ID     string  `json:"id"`
	X      float64 `json:"x"`      // per cent, of the anchor
	Y      float64 `json:"y"`      // per cent, of the top edge
	W      float64 `json:"w"`      // per cent: no wider than this
	Anchor string  `json:"anchor"` // "left", "middle", "right"
	Role   string  `json:"role"`   // "value", "name", "note", "axis"
	Ink    string  `json:"ink"`    // "text", "quiet", "credible", "open", ...
	HTML   string  `json:"html"`   // figures are links; lines are separated by <br>
}

// Hot is a place that answers to pointer, tap and focus and opens the card of Ref.
type Hot struct {
	ID     string  `json:"id"`
	Ref    string  `json:"ref"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
	W      float64 `json:"w"`
	H      float64 `json:"h"`
	Series string  `json:"series"`
	Text   string  `json:"text"` // what it is, with its figure
}

// Ask is the question of a beat that lets the reader guess first.
type Ask struct {
	Kind       string     `json:"kind"` // "value" or "line"
	Label      string     `json:"label"`
	Hint       string     `json:"hint"` // how to answer
	Min        float64    `json:"min"`
	Max        float64    `json:"max"`
	Step       float64    `json:"step"`
	Months     []Choice   `json:"months,omitempty"` // for a line: one entry a value
	Values     []*float64 `json:"values"`           // nil: not placed yet
	ValueText  string     `json:"valueText"`        // "Your guess: 400"
	Revealed   bool       `json:"revealed"`
	AnswerHTML string     `json:"answerHTML"` // once revealed: guess and record side by side
	// Plot is where a drawn line lies on the stage, per cent: left, top, right, bottom; values run from
	// Min at the bottom to Max at the top, months are centred in equal columns from left to right.
	Plot [4]float64 `json:"plot"`
}

// Suppose is the exercise of chapter `if`.
type Suppose struct {
	Share       float64 `json:"share"`     // 0 to 1
	Rate        float64 `json:"rate"`      // the rate so far, 0 to 1
	ShareText   string  `json:"shareText"` // "17 percent"
	Label       string  `json:"label"`
	NoticeHTML  string  `json:"noticeHTML"`  // "An exercise, not an estimate"
	FormulaHTML string  `json:"formulaHTML"` // the formula with the figures put in
}

// Still is a Frame with its marks drawn: what the server keeps for each beat and composition.
type Still struct {
	Frame
	SVG string `json:"svg"` // the marks, viewBox of the design stage
}
