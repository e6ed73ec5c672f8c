package story

import (
	"slices"
	"strconv"
	"strings"
)

// MostMonths is the longest way one `step` goes, in months.
const MostMonths = 240

// ParseCommand reads a command of the one vocabulary, such as "seek 2017-03" or "guess 12,14,-". The error is a
// *InvalidValueError. Whether the command has a meaning where the reader is, Apply decides.
func ParseCommand(s string) (Command, error) {
	if len(s) > 1000 {
		return Command{}, &InvalidValueError{"command", s, "one command, shorter than 1,000 characters"}
	}
	words := strings.Fields(s)
	if len(words) == 0 {
		return Command{}, &InvalidValueError{"command", "", "one of " + joinChoices(Verbs())}
	}
	c := Command{Verb: Verb(words[0])}
	if !slices.Contains(Verbs(), c.Verb) {
		return Command{}, &InvalidValueError{"command", words[0], "one of " + joinChoices(Verbs())}
	}
	value := strings.Join(words[1:], " ")
	if want, ok := c.read(words[1:]); !ok {
		return Command{}, &InvalidValueError{"command " + words[0], value, want}
	}
	return c, nil
}

// read reads the words after the verb. If they are not valid, want says what would be.
func (c *Command) read(args []string) (want string, ok bool) {
	first := ""
	if len(args) > 0 {
		first = args[0]
	}
	one := len(args) == 1
	switch c.Verb {
	case DoChapter:
		return c.readChapter(args)
	case DoSeek:
		c.Month, ok = readMonth(first)
		return expectedMonth, ok && one
	case DoStep:
		c.Number, ok = readMonths(first)
		return "whole months from -" + strconv.Itoa(MostMonths) + " to " + strconv.Itoa(MostMonths), ok && one
	case DoView:
		c.Word = first
		return joinChoices(Views), one && slices.Contains(Views, View(first))
	case DoSelect:
		c.Word = first
		return expectedRef, one && isRef(first)
	case DoGuess:
		c.Values, ok = readValues(first)
		return "whole numbers with commas, - for a month left open", one && ok
	case DoSuppose:
		c.Value, ok = readShare(first)
		return expectedShare, one && ok
	case DoOnly:
		if c.Word = first; first == "all" {
			c.Word = ""
		}
		return "all or " + joinChoices(allSeries()), one && slices.Contains(append(allSeries(), "all"), first)
	case DoSpeed:
		c.Value, ok = readSpeed(first)
		return expectedSpeed, one && ok
	case DoTheme:
		c.Word = first
		return joinChoices(themes), one && slices.Contains(themes, first)
	case DoLang:
		c.Word = first
		return expectedLang, one && isLang(first)
	}
	return "the word " + string(c.Verb) + " alone", len(args) == 0
}

func (c *Command) readChapter(args []string) (want string, ok bool) {
	want = joinChoices(ChapterNames()) + ", and after it a beat's number if wanted"
	if len(args) == 0 || len(args) > 2 || !slices.Contains(ChapterNames(), args[0]) {
		return want, false
	}
	c.Word = args[0]
	if len(args) == 1 {
		return "", true
	}
	c.Number, ok = readWhole(args[1])
	return expectedBeat(c.Word), ok && c.Number >= 1 && c.Number <= beatsOf(c.Word)
}

func readMonths(s string) (int, bool) {
	digits, back := strings.CutPrefix(s, "-")
	n, ok := readWhole(digits)
	if back {
		n = -n
	}
	return n, ok && n >= -MostMonths && n <= MostMonths
}

// beatsOf is how many beats a chapter has; 0 for a chapter there is not.
func beatsOf(chapter string) int {
	if c := chapterNamed(chapter); c != nil {
		return len(c.Beats)
	}
	return 0
}

// expectedBeat says which beats a chapter has.
func expectedBeat(chapter string) string {
	n := beatsOf(chapter)
	if n == 1 {
		return "beat 1, the only one of chapter " + chapter
	}
	return "a beat of chapter " + chapter + " from 1 to " + strconv.Itoa(n)
}
