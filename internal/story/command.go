package story

import (
	"strconv"

	"opencases/internal/month"
)

// Verb is the first word of a command.
type Verb string

// The one vocabulary: buttons, keys, touch, the address, the host page and the tests all speak it.
const (
	DoPlay    Verb = "play"
	DoPause   Verb = "pause"
	DoToggle  Verb = "toggle"  // play or pause
	DoReplay  Verb = "replay"  // the chapter, from its beginning
	DoNext    Verb = "next"    // beat
	DoBack    Verb = "back"    // beat
	DoChapter Verb = "chapter" // NAME [BEAT], beats from 1
	DoSeek    Verb = "seek"    // MONTH
	DoStep    Verb = "step"    // months, back below 0
	DoView    Verb = "view"    // NAME
	DoSelect  Verb = "select"  // REF: open its card
	DoClose   Verb = "close"   // the card
	DoGuess   Verb = "guess"   // V[,V...]
	DoReveal  Verb = "reveal"
	DoSkip    Verb = "skip"
	DoSuppose Verb = "suppose" // SHARE or rate
	DoOnly    Verb = "only"    // SERIES or all
	DoSpeed   Verb = "speed"
	DoRestart Verb = "restart"
	DoTheme   Verb = "theme"
	DoLang    Verb = "lang"
)

// Verbs lists the vocabulary in the order in which help shows it. The slice is the caller's.
func Verbs() []Verb {
	return []Verb{DoPlay, DoPause, DoToggle, DoReplay, DoNext, DoBack, DoChapter, DoSeek, DoStep, DoView, DoSelect,
		DoClose, DoGuess, DoReveal, DoSkip, DoSuppose, DoOnly, DoSpeed, DoRestart, DoTheme, DoLang}
}

// Command is one request of a reader, a key, a page or the presenter. Only the fields its Verb names matter.
type Command struct {
	Verb   Verb
	Word   string      // chapter, view, select, only ("" for all), theme, lang
	Number int         // chapter: the beat from 1, or 0 for its first; step: months
	Month  month.Month // seek
	Value  float64     // suppose (RateSoFar for the rate), speed
	Values []float64   // guess; NaN is a month left open
}

// String writes the command in the one vocabulary; ParseCommand reads it back.
func (c Command) String() string {
	verb := string(c.Verb)
	switch c.Verb {
	case DoChapter:
		if c.Number != 0 {
			return verb + " " + c.Word + " " + strconv.Itoa(c.Number)
		}
		return verb + " " + c.Word
	case DoSeek:
		return verb + " " + c.Month.String()
	case DoStep:
		return verb + " " + strconv.Itoa(c.Number)
	case DoOnly:
		if c.Word == "" {
			return verb + " all"
		}
		return verb + " " + c.Word
	case DoView, DoSelect, DoTheme, DoLang:
		return verb + " " + c.Word
	case DoGuess:
		return verb + " " + printValues(c.Values)
	case DoSuppose:
		return verb + " " + printShare(c.Value)
	case DoSpeed:
		return verb + " " + printDecimal(c.Value)
	}
	return verb
}
