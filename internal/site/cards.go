package site

import (
	"encoding/json"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"

	"opencases/internal/asset"
	"opencases/internal/frame"
	"opencases/internal/record"
	"opencases/internal/words"
)

// card is what a figure says of itself when it is asked: the scripts show title and value, HTML is the rest.
type card struct {
	Title string        `json:"title"`
	Value string        `json:"value"`
	HTML  template.HTML `json:"html"`
}

// addCards adds one file with the card of every figure that can be asked for in this language: a JSON object with a line
// for each card, so that a script can read one without the others.
func (e *edition) addCards() (*asset.File, error) {
	cards := map[string]card{}
	for _, ref := range slices.Concat(e.rec.Refs(), e.blanks(), e.named()) {
		f, ok := e.rec.Figure(ref)
		if !ok {
			continue
		}
		c, err := e.card(f)
		if err != nil {
			return nil, err
		}
		cards[ref] = c
	}
	var lines []string
	for _, ref := range slices.Sorted(maps.Keys(cards)) {
		text, err := json.Marshal(map[string]card{ref: cards[ref]})
		if err != nil {
			return nil, fmt.Errorf("the card of %s: %w", ref, err)
		}
		lines = append(lines, string(text[1:len(text)-1]))
	}
	return e.files.Add(asset.NewHashed(e.lang.Tag()+"-cards.json", asset.JSONType, []byte("{\n"+strings.Join(lines, ",\n")+"\n}"))), nil
}

// blanks lists the cells of the monthly releases that no source states: pictures show them as blank, and a blank can
// be asked about too.
func (e *edition) blanks() (refs []string) {
	t := e.rec.Table("assessments")
	for _, row := range t.Rows {
		for _, column := range t.Header {
			ref := row.Ref + "/" + column
			if f, ok := e.rec.Figure(ref); ok && f.Kind == record.Absent {
				refs = append(refs, ref)
			}
		}
	}
	return refs
}

// named lists the named shortcuts that this language's texts use.
func (e *edition) named() (refs []string) {
	texts := e.lang.Map()
	for _, key := range e.lang.Keys() {
		for _, piece := range strings.Split(texts[key], "{") {
			inside, _, closed := strings.Cut(piece, "}")
			_, ref, _ := strings.Cut(inside, " ")
			ref, _, _ = strings.Cut(ref, "|")
			if closed && strings.HasPrefix(ref, "named/") && !slices.Contains(refs, ref) {
				refs = append(refs, ref)
			}
		}
	}
	return refs
}

// cardFields is what the template of a card is given.
type cardFields struct {
	record.Figure
	Who     string
	Formula string
	Exact   string // what the qualifier means
	Flag    string
	Inputs  []cardInput
	Row     string // address of the row on this language's page
	English bool   // notes and texts of the record are English in every language: marked where the page is not
}

type cardInput struct{ Ref, Title, Value, Href string }

func (e *edition) card(f record.Figure) (card, error) {
	c := card{Title: e.title(f), Value: e.value(f)}
	fields := cardFields{Figure: f, Row: e.row(f.Ref), English: e.lang.Tag() != words.Reference}
	if f.By != "" {
		fields.Who = e.lang.By(f.By)
	}
	if f.Formula != "" {
		fields.Formula = e.lang.String(f.Formula)
	}
	if q := string(f.Count.Qualifier); q != "" && e.lang.Has("exact."+q) {
		fields.Exact = e.lang.String("exact." + q)
	}
	if f.Flag != "" {
		fields.Flag = e.lang.String(f.Flag)
	}
	for _, ref := range f.Inputs {
		if in, ok := e.rec.Figure(ref); ok {
			fields.Inputs = append(fields.Inputs, cardInput{ref, e.title(in), e.lang.Figure(in), e.row(ref)})
		}
	}
	html, err := e.render("card", playerRoot, fields)
	c.HTML = template.HTML(html)
	return c, err
}

// title says what a figure is.
func (e *edition) title(f record.Figure) string {
	if key := "title." + f.Table + "." + f.Column; e.lang.Has(key) {
		return e.lang.String(key)
	}
	return e.lang.String("title." + f.Table)
}

// value is the figure in words; an event has none.
func (e *edition) value(f record.Figure) string {
	if f.Kind == record.Dated {
		return ""
	}
	if key := "unit." + f.Unit; f.Unit != "" && e.lang.Has(key) {
		return e.lang.String(key, words.Fig("n", f))
	}
	return e.lang.Figure(f)
}

// row is the address of the figure's row on this language's page, as player documents see it.
func (e *edition) row(ref string) string {
	return playerRoot + e.lang.Tag() + "/#" + frame.Anchor(ref)
}
