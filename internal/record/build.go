package record

import (
	"strconv"
	"strings"

	"opencases/internal/month"
)

// builder makes the rows of one table from a sheet and notes keys that stand twice.
type builder struct {
	r      *Record
	s      *sheet
	table  string
	faults Faults
}

// key names row i; a key that stands twice is a fault of the given column.
func (b *builder) key(i int, column, key string) Row {
	if key != "" {
		if first := b.r.name(b.table, key, b.s, i); first > 0 {
			b.faults = append(b.faults, b.s.fault(i, column, strconv.Quote(key)+" stands on line "+strconv.Itoa(first)+" already", "keep one row for it"))
		}
	}
	return b.r.row(b.s, i, b.table, key)
}

// nth names row i by its key and how many rows of that key came before: "2017-11-16:2".
func (b *builder) nth(i int, key string, seen map[string]int) Row {
	seen[key]++
	key += ":" + strconv.Itoa(seen[key])
	b.r.name(b.table, key, b.s, i)
	return b.r.row(b.s, i, b.table, key)
}

// ascends asks that a column's dates rise from row to row.
func (b *builder) ascends(i int, column string) {
	for j := i - 1; j >= 0; j-- {
		before, now := b.s.cell(j, column), b.s.cell(i, column)
		if before == "" || now == "" {
			continue
		}
		if now < before {
			b.faults = append(b.faults, b.s.fault(i, column, now+" comes after "+before, "put the rows in the order of time"))
		}
		return
	}
}

func (r *Record) build(pause func()) (faults Faults) {
	for _, f := range []func() Faults{
		r.buildAnnouncements, r.buildAssessments, r.buildEstimates, r.buildEvents,
		r.buildStrikes, r.buildByMonth, r.buildWeapons,
	} {
		pause()
		faults = append(faults, f()...)
	}
	r.orderCampaign()
	r.reportSpans = r.makeReportSpans()
	r.spans = r.makeSpans()
	pause()
	// Last: statements speak about the other tables.
	return append(faults, r.buildStatements()...)
}

func (r *Record) buildAssessments() Faults {
	s := r.sheets["assessments"]
	b := &builder{r: r, s: s, table: "assessments"}
	for i := range s.rows {
		n := func(name string) Count { return s.count(i, name, Exact) }
		r.assessments = append(r.assessments, &Assessment{
			Row:   b.key(i, "month", s.cell(i, "month")),
			Month: s.month(i, "month"), Released: s.date(i, "released"),
			CarriedOver: n("carried_over"), Received: n("received"), Reopened: n("reopened"),
			Assessed: n("assessed"), Credible: n("credible"), NonCredible: n("non_credible"), Duplicate: n("duplicate"),
			Killed: n("killed"), Injured: n("injured"), Open: n("open"),
			StrikesTotal: n("strikes_total"), EngagementsTotal: n("engagements_total"),
			ReportsTotal: n("reports_total"), CredibleTotal: n("credible_total"),
			KilledTotal:                s.count(i, "killed_total", AtLeast),
			PercentEngagementsReported: n("percent_engagements_reported"),
			PercentEngagementsCredible: n("percent_engagements_credible"),
		})
		b.ascends(i, "month")
	}
	return b.faults
}

func (r *Record) buildAnnouncements() Faults {
	s := r.sheets["announcements"]
	b := &builder{r: r, s: s, table: "announcements"}
	for i := range s.rows {
		n := func(name string) Count { return s.count(i, name, Exact) }
		r.announcements = append(r.announcements, &Announcement{
			Row:       b.key(i, "announced", s.cell(i, "announced")),
			Announced: s.date(i, "announced"), By: s.cell(i, "by"),
			StrikesFrom: s.date(i, "strikes_from"), StrikesTo: s.date(i, "strikes_to"), TotalScope: s.cell(i, "total_scope"),
			CredibleIncidents: n("credible_incidents"), Killed: n("killed"), Injured: n("injured"),
			KilledTotal: n("killed_total"), InjuredTotal: n("injured_total"),
			ReportsTotal: n("reports_total"), Pending: n("pending"), NonCredibleTotal: n("non_credible_total"),
		})
		b.ascends(i, "announced")
	}
	return b.faults
}

func (r *Record) buildEstimates() Faults {
	s := r.sheets["estimates"]
	b := &builder{r: r, s: s, table: "estimates"}
	seen := map[string]int{}
	for i := range s.rows {
		key := s.cell(i, "published")
		if key == "" {
			key = "undated"
		}
		r.estimates = append(r.estimates, &Estimate{
			Row: b.nth(i, key, seen), Published: s.date(i, "published"),
			By: s.cell(i, "by"), Counts: s.cell(i, "counts"), Area: s.cell(i, "area"),
			From: s.date(i, "from"), To: s.date(i, "to"),
			Low: s.count(i, "low", s.qualifier(i, "low")), High: s.count(i, "high", s.qualifier(i, "high")),
			Unit: s.unit(i, "low"), Campaign: s.cell(i, "compare") == "campaign",
		})
	}
	return b.faults
}

func (r *Record) buildEvents() Faults {
	s := r.sheets["events"]
	b := &builder{r: r, s: s, table: "events"}
	seen := map[string]int{}
	for i := range s.rows {
		day := s.cell(i, "date")
		seen[day]++
		key := day
		if seen[day] > 1 {
			key += ":" + strconv.Itoa(seen[day])
		}
		b.r.name("events", key, s, i)
		r.events = append(r.events, &Event{Row: r.row(s, i, "events", key), Date: s.date(i, "date"), Text: s.cell(i, "event")})
	}
	return b.faults
}

func (r *Record) buildStrikes() Faults {
	s := r.sheets["strike_totals"]
	all := &builder{r: r, s: s, table: "strike_totals"}
	chain := &builder{r: r, s: s, table: "strikes"}
	seen := map[string]int{}
	for i := range s.rows {
		official := s.cell(i, "chain") == "official"
		w := all.nth(i, s.cell(i, "date"), seen)
		if official {
			w = chain.key(i, "date", s.cell(i, "date"))
		}
		q := s.qualifier(i, "total")
		t := &StrikeTotal{
			Row: w, Date: s.date(i, "date"), Precision: s.cell(i, "precision"), Official: official,
			Iraq: s.count(i, "iraq", q), Syria: s.count(i, "syria", q), Total: s.count(i, "total", q),
			Engagements: s.count(i, "engagements", q), Scope: s.cell(i, "scope"), CountedBy: s.cell(i, "counted_by"),
		}
		r.strikes = append(r.strikes, t)
		if official && t.Date.Year > 0 {
			r.chain = append(r.chain, t)
		}
	}
	return append(all.faults, chain.faults...)
}

func (r *Record) buildByMonth() Faults {
	s := r.sheets["strikes_by_month"]
	b := &builder{r: r, s: s, table: "strikes_by_month"}
	for i := range s.rows {
		key := s.cell(i, "month") + ":" + s.cell(i, "basis")
		if strings.HasPrefix(key, ":") || strings.HasSuffix(key, ":") {
			key = ""
		}
		q := s.qualifier(i, "total")
		r.byMonth = append(r.byMonth, &StrikesMonth{
			Row: b.key(i, "month", key), Month: s.month(i, "month"), Basis: s.cell(i, "basis"),
			Iraq: s.count(i, "iraq", q), Syria: s.count(i, "syria", q), Total: s.count(i, "total", q),
			DaysCovered: s.count(i, "days_covered", Exact), DaysInMonth: s.count(i, "days_in_month", Exact),
			CountedBy: s.cell(i, "counted_by"),
		})
		b.ascends(i, "month")
	}
	return b.faults
}

func (r *Record) buildWeapons() Faults {
	s := r.sheets["weapons_by_month"]
	b := &builder{r: r, s: s, table: "weapons"}
	for i := range s.rows {
		r.weapons = append(r.weapons, &Weapons{
			Row: b.key(i, "month", s.cell(i, "month")), Month: s.month(i, "month"),
			Released: s.count(i, "weapons_released", s.qualifier(i, "weapons_released")), CountedBy: s.cell(i, "counted_by"),
		})
		b.ascends(i, "month")
	}
	return b.faults
}

// monthEnd is the last day of a month as a Date.
func monthEnd(m month.Month) month.Date {
	return month.Date{Year: m.Year(), Month: m.Number(), Day: m.Length()}
}

// monthDate is a month as a Date without a day.
func monthDate(m month.Month) month.Date {
	return month.Date{Year: m.Year(), Month: m.Number()}
}
