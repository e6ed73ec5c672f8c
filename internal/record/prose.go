package record

import (
	"strconv"
	"strings"
)

// acknowledgedOneIn is the rate acknowledged, as "about one in 157": no cell holds it, the words of an estimate with the
// unit "share of strikes" and no number do. It is stated by the source, so its Kind is Stated.
func (r *Record) acknowledgedOneIn() Figure {
	none := Figure{
		Ref: "derived/acknowledged_one_in", Kind: Absent, Unit: "one_in", Formula: "formula.acknowledged_one_in",
		Table: "derived", Column: "acknowledged_one_in",
	}
	for _, e := range r.estimates {
		if e.Unit != "share" || !e.Low.Absent() {
			continue
		}
		if n, ok := after(e.Counts, "about one in "); ok && n > 0 {
			return r.quoted(none, e, Some(n, About), e.By)
		}
	}
	return none
}

// acknowledgedBeside is the coalition's own toll as the source of an estimate quotes it in the row's note ("Coalition
// 1,437"): the only figure for years without a release. A floor like every toll of the task force.
func (r *Record) acknowledgedBeside(key string) (Figure, bool) {
	i, ok := r.rowIndex["estimates"][key]
	if !ok {
		return Figure{}, false
	}
	e := r.estimates[i]
	none := Figure{
		Ref: "derived/acknowledged_beside/" + key, Kind: Absent, Unit: "deaths", Formula: "formula.acknowledged_beside",
		Table: "derived", Key: key, Column: "acknowledged_beside",
	}
	n, ok := after(e.Note, "Coalition ")
	if !ok || !e.CampaignWide {
		return none, true
	}
	return r.quoted(none, e, Some(n, AtLeast), taskForce), true
}

// quoted fills a figure that is written in the words of an estimate's row.
func (r *Record) quoted(f Figure, e *Estimate, c Count, by string) Figure {
	f.Count, f.Kind, f.By = c, Stated, by
	f.AsOf, f.Published, f.Area = e.AsOf(), e.Published, e.Area
	f.Confidence, f.Sources, f.Note, f.Text, f.File, f.Line = e.Confidence, e.Sources, e.Note, e.Counts, e.File, e.Line
	// The row's own number is what the words were read beside; where it has none, the row has no other figure.
	if !e.Low.Absent() {
		f.Inputs = []string{e.Ref("low")}
	}
	return f
}

// after reads the whole number, thousands with or without commas, that directly follows words in a text. The
// words must begin the text or a word, and nothing but an end, a space or a stop may follow the number.
func after(text, words string) (float64, bool) {
	for start := 0; ; {
		at := strings.Index(text[start:], words)
		if at < 0 {
			return 0, false
		}
		at += start
		start = at + len(words)
		if at > 0 && text[at-1] != ' ' && text[at-1] != '(' {
			continue
		}
		end := start
		for end < len(text) && (text[end] >= '0' && text[end] <= '9' || text[end] == ',') {
			end++
		}
		if end < len(text) && !strings.ContainsRune(" ;.)", rune(text[end])) {
			continue
		}
		if n, ok := thousands(strings.TrimSuffix(text[start:end], ",")); ok {
			return n, true
		}
	}
}

// thousands reads 1437 or 1,437.
func thousands(s string) (float64, bool) {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if !isDigits(g) || i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 || i == 0 && g[0] == '0' {
			return 0, false
		}
	}
	n, err := strconv.ParseFloat(strings.Join(groups, ""), 64)
	return n, err == nil
}
