package record

import (
	"strconv"
	"strings"

	"opencases/internal/month"
)

// builder makes the rows of one table from its CSV file and reports keys that occur twice.
type builder struct {
	record *Record
	csv    *csvTable
	table  string
	faults ErrorList
}

// uniqueKey names row i; a key that occurs twice is a fault of the given column.
func (b *builder) uniqueKey(i int, column, key string) Row {
	if key != "" {
		if first := b.record.indexRow(b.table, key, b.csv, i); first > 0 {
			b.faults = append(b.faults, b.csv.fault(i, column, strconv.Quote(key)+" stands on line "+strconv.Itoa(first)+" already", "keep one row for it"))
		}
	}
	return b.record.newRow(b.csv, i, b.table, key)
}

// numberedKey names row i by its key and how many rows of that key came before: "2017-11-16:2".
func (b *builder) numberedKey(i int, key string, seen map[string]int) Row {
	seen[key]++
	key += ":" + strconv.Itoa(seen[key])
	b.record.indexRow(b.table, key, b.csv, i)
	return b.record.newRow(b.csv, i, b.table, key)
}

// checkAscending asks that a column's dates rise from row to row.
func (b *builder) checkAscending(i int, column string) {
	for j := i - 1; j >= 0; j-- {
		before, now := b.csv.cell(j, column), b.csv.cell(i, column)
		if before == "" || now == "" {
			continue
		}
		if now < before {
			b.faults = append(b.faults, b.csv.fault(i, column, now+" comes after "+before, "put the rows in the order of time"))
		}
		return
	}
}

func (r *Record) build(yield func()) (faults ErrorList) {
	for _, f := range []func() ErrorList{
		r.buildAnnouncements, r.buildAssessments, r.buildEstimates, r.buildEvents,
		r.buildStrikes, r.buildByMonth, r.buildWeapons,
	} {
		yield()
		faults = append(faults, f()...)
	}
	r.sortCampaign()
	r.reportSpans = r.makeReportSpans()
	r.spans = r.makeSpans()
	yield()
	// Last: statements speak about the other tables.
	return append(faults, r.buildStatements()...)
}

func (r *Record) buildAssessments() ErrorList {
	t := r.tables["assessments"]
	b := &builder{record: r, csv: t, table: "assessments"}
	for i := range t.rows {
		n := func(name string) Count { return t.count(i, name, Exact) }
		r.assessments = append(r.assessments, &Assessment{
			Row:   b.uniqueKey(i, "month", t.cell(i, "month")),
			Month: t.month(i, "month"), Released: t.date(i, "released"),
			CarriedOver: n("carried_over"), Received: n("received"), Reopened: n("reopened"),
			Assessed: n("assessed"), Credible: n("credible"), NonCredible: n("non_credible"), Duplicate: n("duplicate"),
			Killed: n("killed"), Injured: n("injured"), Open: n("open"),
			StrikesTotal: n("strikes_total"), EngagementsTotal: n("engagements_total"),
			ReportsTotal: n("reports_total"), CredibleTotal: n("credible_total"),
			KilledTotal:                t.count(i, "killed_total", AtLeast),
			PercentEngagementsReported: n("percent_engagements_reported"),
			PercentEngagementsCredible: n("percent_engagements_credible"),
		})
		b.checkAscending(i, "month")
	}
	return b.faults
}

func (r *Record) buildAnnouncements() ErrorList {
	t := r.tables["announcements"]
	b := &builder{record: r, csv: t, table: "announcements"}
	for i := range t.rows {
		n := func(name string) Count { return t.count(i, name, Exact) }
		r.announcements = append(r.announcements, &Announcement{
			Row:       b.uniqueKey(i, "announced", t.cell(i, "announced")),
			Announced: t.date(i, "announced"), By: t.cell(i, "by"),
			StrikesFrom: t.date(i, "strikes_from"), StrikesTo: t.date(i, "strikes_to"), TotalScope: t.cell(i, "total_scope"),
			CredibleIncidents: n("credible_incidents"), Killed: n("killed"), Injured: n("injured"),
			KilledTotal: n("killed_total"), InjuredTotal: n("injured_total"),
			ReportsTotal: n("reports_total"), Pending: n("pending"), NonCredibleTotal: n("non_credible_total"),
		})
		b.checkAscending(i, "announced")
	}
	return b.faults
}

func (r *Record) buildEstimates() ErrorList {
	t := r.tables["estimates"]
	b := &builder{record: r, csv: t, table: "estimates"}
	seen := map[string]int{}
	for i := range t.rows {
		key := t.cell(i, "published")
		if key == "" {
			key = "undated"
		}
		r.estimates = append(r.estimates, &Estimate{
			Row: b.numberedKey(i, key, seen), Published: t.date(i, "published"),
			By: t.cell(i, "by"), Counts: t.cell(i, "counts"), Area: t.cell(i, "area"),
			From: t.date(i, "from"), To: t.date(i, "to"),
			Low: t.count(i, "low", t.qualifier(i, "low")), High: t.count(i, "high", t.qualifier(i, "high")),
			Unit: t.unit(i, "low"), CampaignWide: t.cell(i, "compare") == "campaign",
		})
	}
	return b.faults
}

func (r *Record) buildEvents() ErrorList {
	t := r.tables["events"]
	b := &builder{record: r, csv: t, table: "events"}
	seen := map[string]int{}
	for i := range t.rows {
		day := t.cell(i, "date")
		seen[day]++
		key := day
		if seen[day] > 1 {
			key += ":" + strconv.Itoa(seen[day])
		}
		b.record.indexRow("events", key, t, i)
		r.events = append(r.events, &Event{Row: r.newRow(t, i, "events", key), Date: t.date(i, "date"), Text: t.cell(i, "event")})
	}
	return b.faults
}

func (r *Record) buildStrikes() ErrorList {
	csv := r.tables["strike_totals"]
	all := &builder{record: r, csv: csv, table: "strike_totals"}
	chain := &builder{record: r, csv: csv, table: "strikes"}
	seen := map[string]int{}
	for i := range csv.rows {
		official := csv.cell(i, "chain") == "official"
		w := all.numberedKey(i, csv.cell(i, "date"), seen)
		if official {
			w = chain.uniqueKey(i, "date", csv.cell(i, "date"))
		}
		q := csv.qualifier(i, "total")
		t := &StrikeTotal{
			Row: w, Date: csv.date(i, "date"), Precision: csv.cell(i, "precision"), Official: official,
			Iraq: csv.count(i, "iraq", q), Syria: csv.count(i, "syria", q), Total: csv.count(i, "total", q),
			Engagements: csv.count(i, "engagements", q), Scope: csv.cell(i, "scope"), CountedBy: csv.cell(i, "counted_by"),
		}
		r.strikes = append(r.strikes, t)
		if official && t.Date.Year > 0 {
			r.chain = append(r.chain, t)
		}
	}
	return append(all.faults, chain.faults...)
}

func (r *Record) buildByMonth() ErrorList {
	t := r.tables["strikes_by_month"]
	b := &builder{record: r, csv: t, table: "strikes_by_month"}
	for i := range t.rows {
		key := t.cell(i, "month") + ":" + t.cell(i, "basis")
		if strings.HasPrefix(key, ":") || strings.HasSuffix(key, ":") {
			key = ""
		}
		q := t.qualifier(i, "total")
		r.byMonth = append(r.byMonth, &StrikesMonth{
			Row: b.uniqueKey(i, "month", key), Month: t.month(i, "month"), Basis: t.cell(i, "basis"),
			Iraq: t.count(i, "iraq", q), Syria: t.count(i, "syria", q), Total: t.count(i, "total", q),
			DaysCovered: t.count(i, "days_covered", Exact), DaysInMonth: t.count(i, "days_in_month", Exact),
			CountedBy: t.cell(i, "counted_by"),
		})
		b.checkAscending(i, "month")
	}
	return b.faults
}

func (r *Record) buildWeapons() ErrorList {
	t := r.tables["weapons_by_month"]
	b := &builder{record: r, csv: t, table: "weapons"}
	for i := range t.rows {
		r.weapons = append(r.weapons, &Weapons{
			Row: b.uniqueKey(i, "month", t.cell(i, "month")), Month: t.month(i, "month"),
			Released: t.count(i, "weapons_released", t.qualifier(i, "weapons_released")), CountedBy: t.cell(i, "counted_by"),
		})
		b.checkAscending(i, "month")
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
