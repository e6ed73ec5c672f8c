package picture

var inkNames = [...]string{"text", "quiet", "rule", "strike", "report", "credible", "open", "rest", "independent", "guess", "ground", "blank"}

// Inks lists every role.
var Inks = []Ink{InkText, InkQuiet, InkRule, InkStrike, InkReport, InkCredible, InkOpen, InkRest, InkIndependent, InkGuess, InkGround, InkBlank}

// String is the role's name in style sheets: --ink-NAME.
func (i Ink) String() string { return inkNames[i] }
