package record

import (
	"io/fs"
	"strconv"
	"strings"

	"opencases/internal/month"
)

// findingsSchema is findings.csv: findings that can be read one by one. No view shows them yet, so they are
// checked and answered here and handed on to no page and no player.
var findingsSchema = schema{"findings", []column{
	required("id", idCell), required("struck", dayCell), oneOf("precision", true, "day", "range_start"), optional("place", textCell),
	oneOf("country", true, "Iraq", "Syria"), required("found", dayCell), optional("release", textCell),
	oneOf("finding", true, "credible", "non_credible", "duplicate"),
	oneOf("reason", false, "no_strike", "no_detail", "no_evidence", "not_coalition", "other"),
	integer("killed", "deaths"), integer("killed_high", "deaths"), integer("injured", "injured"),
	oneOf("qualifier", false, append([]string{"up_to"}, qualifiers...)...),
	oneOf("reported_by", false, "airwars", "self_report", "amnesty", "hrw", "social_media", "media", "other"),
	optional("same_as", idCell), required("page", urlCell), confidence, sourceIDs, note,
}}

// Finding is one finding about one reported incident. An incident that was looked at again has several.
type Finding struct {
	Row
	ID                         string // of the incident
	Struck, Found              month.Date
	FromRange                  bool // Struck is the first day of a range
	Place, Country             string
	Releases                   []month.Month // that may hold it, most often one; none if not known
	Finding, Reason            string
	Killed, KilledHigh, Harmed Count // people: as the coalition states them; Harmed are the injured
	ReportedBy                 string
	SameAs                     string // the incident whose row holds the same finding
	Page                       string

	repeated bool // that row is in the table: this one must not be counted
}

// Days is how many days passed between the strike and the finding.
func (f *Finding) Days() int { return f.Found.First() - f.Struck.First() }

// Findings lists the findings that can be read one by one, by the day of the strike: nearly all for Syria, none for
// a report that was still open. A finding with two rows is listed once. Only Load reads them.
func (r *Record) Findings() []*Finding {
	var once []*Finding
	for _, f := range r.findings {
		if !f.repeated {
			once = append(once, f)
		}
	}
	return once
}

// loadFindings reads and checks findings.csv.
func (r *Record) loadFindings(fsys fs.FS) ErrorList {
	t, faults := readTable(fsys, &findingsSchema)
	r.tables[t.table] = t
	faults = append(faults, r.checkSources(t)...)
	b := &builder{record: r, csv: t, table: "findings"}
	seen := map[string]int{}
	for i := range t.rows {
		q := t.qualifier(i, "killed")
		f := &Finding{
			Row: b.numberedKey(i, t.cell(i, "id"), seen), ID: t.cell(i, "id"), Struck: t.date(i, "struck"), Found: t.date(i, "found"),
			FromRange: t.cell(i, "precision") == "range_start", Place: t.cell(i, "place"), Country: t.cell(i, "country"),
			Finding: t.cell(i, "finding"), Reason: t.cell(i, "reason"),
			Killed: t.count(i, "killed", q), KilledHigh: t.count(i, "killed_high", Exact), Harmed: t.count(i, "injured", Exact),
			ReportedBy: t.cell(i, "reported_by"), SameAs: t.cell(i, "same_as"), Page: t.cell(i, "page"),
		}
		for _, text := range strings.Split(t.cell(i, "release"), " or ") {
			if m, err := month.Parse(text); err == nil {
				f.Releases = append(f.Releases, m)
			}
		}
		r.findings = append(r.findings, f)
		b.checkAscending(i, "struck")
	}
	return append(append(faults, b.faults...), r.checkFindings(t)...)
}

// checkFindings applies the rules that bind a finding's cells to each other and to the other tables.
func (r *Record) checkFindings(t *csvTable) (faults ErrorList) {
	byID := map[string][]*Finding{}
	for _, f := range r.findings {
		byID[f.ID] = append(byID[f.ID], f)
	}
	for i, f := range r.findings {
		add := func(column, what, want string) { faults = append(faults, t.fault(i, column, what, want)) }
		if f.Struck.Year > 0 && f.Found.Year > 0 && f.Days() < 0 {
			add("found", t.cell(i, "found")+" is before the strike on "+t.cell(i, "struck"), "check both days")
		}
		if f.Reason != "" && f.Finding != "" && f.Finding != "non_credible" {
			add("reason", "only a non-credible finding has a reason, this one is "+f.Finding, "leave it empty or mend the finding")
		}
		if high, ok := f.KilledHigh.Int(); ok {
			if low, stated := f.Killed.Int(); !stated && t.isBlank(i, "killed") {
				add("killed", "the cell is empty beside a high end", "write a single number as killed")
			} else if stated && high < low {
				add("killed_high", strconv.Itoa(high)+" is below the low end "+strconv.Itoa(low), "write the higher number here")
			}
		}
		faults = append(faults, r.checkRelease(t, i, f)...)
		switch f.SameAs {
		case "":
			continue
		case f.ID:
			add("same_as", strconv.Quote(f.ID)+" is the row's own id", "name the other row or leave it empty")
			continue
		}
		for _, other := range byID[f.SameAs] {
			f.repeated = f.repeated || other.SameAs == "" && other.Found == f.Found && other.Finding == f.Finding
		}
		if !f.repeated && t.complete && !isException(sameFinding, f.Key) {
			add("same_as", "no row of "+strconv.Quote(f.SameAs)+" holds the same finding of the same day", "mend the id or leave it empty")
		}
	}
	return faults
}

// checkRelease asks that a finding's release is a month of assessments.csv, or one of two such months.
func (r *Record) checkRelease(t *csvTable, i int, f *Finding) ErrorList {
	text := t.cell(i, "release")
	if text == "" {
		return nil
	}
	if len(f.Releases) != len(strings.Split(text, " or ")) {
		return ErrorList{t.fault(i, "release", strconv.Quote(text)+" is not a month", "write it like 2017-11, two as 2017-11 or 2017-12, or leave it empty")}
	}
	for _, m := range f.Releases {
		if _, ok := r.In(m); !ok && r.tables["assessments"].complete && !isException(releaseIsListed, m.String()) {
			return ErrorList{t.fault(i, "release", "assessments.csv has no row for "+m.String(), "add the release there or mend the month")}
		}
	}
	return nil
}
