package record

import "opencases/internal/month"

// Row is what every row of the record has: its place, its confidence and its sources.
type Row struct {
	Table      string // REF table: "assessments", "strikes", "weapons", ...
	Key        string // the row's key in a REF: "2017-11"
	File       string // "assessments.csv"
	Line       int
	Confidence string // "primary" or "secondary"
	Sources    []*Source
	Note       string // what a careful reader must know; may be ""
	index      int    // in its table
}

// Ref is the REF of one column of the row, or of the row itself if column is "".
func (w *Row) Ref(column string) string {
	if column == "" {
		return w.Table + "/" + w.Key
	}
	return w.Table + "/" + w.Key + "/" + column
}

// Source is one text that figures come from.
type Source struct {
	ID        string
	Publisher string
	Published month.Date // zero if not known
	Kind      string     // "official", "monitor", "archive" or "press"
	URL       string     // "" if there is none
	Line      int        // in sources.csv
}

// Assessment is one month's civilian casualty release. Flows are of the month in which reports were
// assessed, never of the month of harm; totals run since August 2014.
type Assessment struct {
	Row
	Month    month.Month
	Released month.Date // zero if not known

	CarriedOver, Received, Reopened, Assessed, Credible, NonCredible, Duplicate Count // reports
	Killed, Injured                                                             Count // people, in the month's credible reports
	Open                                                                        Count // reports open at the month's end
	StrikesTotal, EngagementsTotal, ReportsTotal, CredibleTotal                 Count
	KilledTotal                                                                 Count // a floor: always at least
	PercentEngagementsReported, PercentEngagementsCredible                      Count // per cent, of all engagements so far
}

// Announcement is one irregular announcement before the monthly series.
type Announcement struct {
	Row
	Announced              month.Date
	By                     string
	StrikesFrom, StrikesTo month.Date // days of the strikes it is about
	TotalScope             string     // what the totals cover
	CredibleIncidents      Count
	Killed, Injured        Count
	KilledTotal            Count
	InjuredTotal           Count
	ReportsTotal, Pending  Count
	NonCredibleTotal       Count
}

// StrikeTotal is a count of strikes since the campaign's start up to a date.
type StrikeTotal struct {
	Row
	Date                            month.Date
	Precision                       string // "day", "month_end" or "approx"
	Iraq, Syria, Total, Engagements Count
	Scope, CountedBy                string
	Official                        bool // in the one consistent rising series of coalition totals
}

// StrikesMonth is a count of the strikes of one month.
type StrikesMonth struct {
	Row
	Month                    month.Month
	Basis                    string // "aggregated_daily" or "stated"
	Iraq, Syria, Total       Count
	DaysCovered, DaysInMonth Count
	CountedBy                string
}

// Weapons is a count of weapons released by aircraft in one month: a different measure from strikes.
type Weapons struct {
	Row
	Month     month.Month
	Released  Count
	CountedBy string
}

// Estimate is one independent estimate.
type Estimate struct {
	Row
	Published        month.Date // zero if the page is undated
	By, Counts, Area string
	From, To         month.Date
	Low, High        Count  // High is absent unless the estimate is a range
	Unit             string // "deaths", "share", "ratio", "documents" or ""
	CampaignWide     bool   // its scope is that of the coalition's own total, so that the two may be compared
}

// AsOf is the date up to which the estimate counts: To, else the day it was published, else zero.
func (e *Estimate) AsOf() month.Date {
	if e.To.IsZero() {
		return e.Published
	}
	return e.To
}

// KnownAt reports whether the estimate counts up to the end of month m or less. One dated by its year or month
// alone counts up to the last day of it; one without a date is known at no month.
func (e *Estimate) KnownAt(m month.Month) bool {
	return !e.AsOf().IsZero() && e.AsOf().Last() <= m.End()
}

// Event is one dated event.
type Event struct {
	Row
	Date month.Date
	Text string
}

// Statement is one statement of the article this explainer starts from, and what the record says of it.
type Statement struct {
	Row
	ID, Text      string
	Value         Count
	Unit          string // as Figure.Unit; "" if the statement has no number
	AsOf          month.Date
	AttributedTo  string
	Finding       string   // "agrees", "differs", "partly", "supported", "contested" or "context"
	EvidenceTable string   // table whose rows bear on it: "assessments", "estimates", "events" or ""
	Evidence      []string // REFs of the figures and events that bear on it
}
