package story

import "strings"

// The parameters of a State in an address; attributes of an embed have the same names. Others are
// ignored: the same address may carry a host's own.
const (
	inChapter  = "chapter"  // NAME
	inBeat     = "beat"     // from 1
	inView     = "view"     // NAME
	inMonth    = "month"    // 2017-11
	inOnly     = "only"     // SERIES
	inSelect   = "select"   // REF
	inSuppose  = "suppose"  // SHARE or rate
	inGuessed  = "guess-"   // and a chapter's name: V[,V...]
	inRevealed = "revealed" // chapters whose answer is shown, with commas
	inSpeed    = "speed"    // 0.25 to 4
	inLang     = "lang"     // language tag
	inTheme    = "theme"    // auto, light, dark
	inControls = "controls" // full, minimal, none
	inGuess    = "guess"    // on, off: whether questions are asked
)

// Query prints the State as a canonical query string: parameters in a fixed order, only those that differ from
// what the chapter opens with; the State of Initial prints as "". With reads it back to the same State, but for
// Playing and Options.ReducedMotion: whether it moves is for each reader and device. No character in it needs escaping.
func (s State) Query() string {
	var q []string
	add := func(name, value, defaults string) {
		if value != defaults {
			q = append(q, name+"="+value)
		}
	}
	defaults := Initial()
	atRest := s.restAt(s.Step())
	add(inChapter, s.Chapter, defaults.Chapter)
	if opens := steps[s.firstStep(s.Chapter)]; s.Beat != opens.Beat {
		q = append(q, inBeat+"="+printDecimal(float64(s.Beat+1)))
	}
	add(inView, string(s.View), string(atRest.View))
	add(inMonth, s.Month.String(), clamp(atRest.Month, s.Chapter, s.View).String())
	add(inOnly, s.Only, "")
	add(inSelect, s.Selected, "")
	add(inSuppose, printShare(s.Supposed), printShare(defaults.Supposed))
	var revealed []string
	for _, chapter := range ChapterNames() {
		g := s.Guesses[chapter]
		if g.Values != nil {
			add(inGuessed+chapter, printValues(g.Values), "")
		}
		if g.Revealed {
			revealed = append(revealed, chapter)
		}
	}
	add(inRevealed, strings.Join(revealed, ","), "")
	add(inSpeed, printDecimal(s.Speed), printDecimal(defaults.Speed))
	add(inLang, s.Options.Lang, defaults.Options.Lang)
	add(inTheme, s.Options.Theme, defaults.Options.Theme)
	add(inControls, s.Options.Controls, defaults.Options.Controls)
	add(inGuess, onOff[s.Options.Guess], onOff[true])
	return strings.Join(q, "&")
}

var onOff = map[bool]string{true: "on", false: "off"}
