package record

import (
	"io/fs"
	"strconv"
	"strings"

	"opencases/internal/month"
)

// findingsLayout is findings.csv: findings that can be read one by one. No view shows them yet, so they are
// checked and answered here and handed on to no page and no player.
var findingsLayout = layout{"findings", []column{
	must("id", idForm), must("struck", dayForm), oneOf("precision", true, "day", "range_start"), may("place", textForm),
	oneOf("country", true, "Iraq", "Syria"), must("found", dayForm), may("release", textForm),
	oneOf("finding", true, "credible", "non_credible", "duplicate"),
	oneOf("reason", false, "no_strike", "no_detail", "no_evidence", "not_coalition", "other"),
	whole("killed", "deaths"), whole("killed_high", "deaths"), whole("injured", "injured"),
	oneOf("qualifier", false, append([]string{"up_to"}, qualifiers...)...),
	oneOf("reported_by", false, "airwars", "self_report", "amnesty", "hrw", "social_media", "media", "other"),
	may("same_as", idForm), must("page", urlForm), confidence, sourceIDs, note,
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
// a report that was still open. A finding that stands in two rows is listed once. Only Load reads them.
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
func (r *Record) loadFindings(fsys fs.FS) Faults {
	s, faults := read(fsys, &findingsLayout)
	r.sheets[s.table] = s
	faults = append(faults, r.checkSources(s)...)
	b := &builder{r: r, s: s, table: "findings"}
	seen := map[string]int{}
	for i := range s.rows {
		q := s.qualifier(i, "killed")
		f := &Finding{
			Row: b.nth(i, s.cell(i, "id"), seen), ID: s.cell(i, "id"), Struck: s.date(i, "struck"), Found: s.date(i, "found"),
			FromRange: s.cell(i, "precision") == "range_start", Place: s.cell(i, "place"), Country: s.cell(i, "country"),
			Finding: s.cell(i, "finding"), Reason: s.cell(i, "reason"),
			Killed: s.count(i, "killed", q), KilledHigh: s.count(i, "killed_high", Exact), Harmed: s.count(i, "injured", Exact),
			ReportedBy: s.cell(i, "reported_by"), SameAs: s.cell(i, "same_as"), Page: s.cell(i, "page"),
		}
		for _, text := range strings.Split(s.cell(i, "release"), " or ") {
			if m, err := month.Parse(text); err == nil {
				f.Releases = append(f.Releases, m)
			}
		}
		r.findings = append(r.findings, f)
		b.ascends(i, "struck")
	}
	return append(append(faults, b.faults...), r.checkFindings(s)...)
}

// checkFindings applies the rules that bind a finding's cells to each other and to the other tables.
func (r *Record) checkFindings(s *sheet) (faults Faults) {
	byID := map[string][]*Finding{}
	for _, f := range r.findings {
		byID[f.ID] = append(byID[f.ID], f)
	}
	for i, f := range r.findings {
		add := func(column, what, want string) { faults = append(faults, s.fault(i, column, what, want)) }
		if f.Struck.Year > 0 && f.Found.Year > 0 && f.Days() < 0 {
			add("found", s.cell(i, "found")+" is before the strike on "+s.cell(i, "struck"), "check both days")
		}
		if f.Reason != "" && f.Finding != "" && f.Finding != "non_credible" {
			add("reason", "only a non-credible finding has a reason, this one is "+f.Finding, "leave it empty or mend the finding")
		}
		if high, ok := f.KilledHigh.Int(); ok {
			if low, stated := f.Killed.Int(); !stated && s.blank(i, "killed") {
				add("killed", "the cell is empty beside a high end", "write a single number as killed")
			} else if stated && high < low {
				add("killed_high", strconv.Itoa(high)+" is below the low end "+strconv.Itoa(low), "write the higher number here")
			}
		}
		faults = append(faults, r.checkRelease(s, i, f)...)
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
		if !f.repeated && s.whole && !excepted(sameFinding, f.Key) {
			add("same_as", "no row of "+strconv.Quote(f.SameAs)+" holds the same finding of the same day", "mend the id or leave it empty")
		}
	}
	return faults
}

// checkRelease asks that a finding's release is a month of assessments.csv, or one of two such months.
func (r *Record) checkRelease(s *sheet, i int, f *Finding) Faults {
	text := s.cell(i, "release")
	if text == "" {
		return nil
	}
	if len(f.Releases) != len(strings.Split(text, " or ")) {
		return Faults{s.fault(i, "release", strconv.Quote(text)+" is not a month", "write it like 2017-11, two as 2017-11 or 2017-12, or leave it empty")}
	}
	for _, m := range f.Releases {
		if _, ok := r.In(m); !ok && r.sheets["assessments"].whole && !excepted(releaseIsListed, m.String()) {
			return Faults{s.fault(i, "release", "assessments.csv has no row for "+m.String(), "add the release there or mend the month")}
		}
	}
	return nil
}
