package record

// Record is the whole record, checked. It does not change after Load and may be read from many goroutines.
type Record struct {
	tables      map[string]*csvTable      // by table name, "assessments"
	sourcesByID map[string]*Source        // by source id
	rowIndex    map[string]map[string]int // REF table, then key, to the row's index in its table

	sources       []*Source
	assessments   []*Assessment
	announcements []*Announcement
	strikes       []*StrikeTotal
	chain         []*StrikeTotal // the official chain, by date
	byMonth       []*StrikesMonth
	weapons       []*Weapons
	estimates     []*Estimate
	campaign      []*Estimate
	events        []*Event
	statements    []*Statement
	reportSpans   []ReportSpan
	spans         []Span
	findings      []*Finding // read by Load alone
}

// Assessments lists the monthly civilian casualty releases in month order. Months without a release are not in it.
func (r *Record) Assessments() []*Assessment { return r.assessments }

// Announcements lists the irregular announcements before the monthly series, by day.
func (r *Record) Announcements() []*Announcement { return r.announcements }

// StrikeTotals lists all counts of strikes up to a date, official chain or not, in file order.
func (r *Record) StrikeTotals() []*StrikeTotal { return r.strikes }

// StrikesByMonth lists the counts of strikes of single months, in file order.
func (r *Record) StrikesByMonth() []*StrikesMonth { return r.byMonth }

// Weapons lists the monthly counts of weapons released by aircraft, in month order.
func (r *Record) Weapons() []*Weapons { return r.weapons }

// Estimates lists the independent estimates in file order.
func (r *Record) Estimates() []*Estimate { return r.estimates }

// Events lists the dated events in file order.
func (r *Record) Events() []*Event { return r.events }

// Statements lists the article's statements in file order.
func (r *Record) Statements() []*Statement { return r.statements }

// Sources lists all sources in file order.
func (r *Record) Sources() []*Source { return r.sources }

// Source finds a source by its id.
func (r *Record) Source(id string) (*Source, bool) {
	s, ok := r.sourcesByID[id]
	return s, ok
}
