package record

// form is what a cell may hold.
type form uint8

const (
	textForm    form = iota
	idForm           // small letters, digits and hyphens
	monthForm        // 2017-11
	dayForm          // 2017-11-30
	dateForm         // 2017-11-30, 2017-11 or 2017
	wholeForm        // digits
	decimalForm      // digits, with a point where needed
	enumForm         // one of the column's words
	sourcesForm      // ids of sources.csv with a space between
	urlForm          // http:// or https://
)

// column is one column of a file as it must be.
type column struct {
	name string
	form form
	must bool     // may not be empty
	unit string   // what a number counts: the Unit of its Figure
	enum []string // the words an enumForm cell may hold, besides nothing
}

// layout is one file as it must be: data/README.md says what its rows are.
type layout struct {
	table   string
	columns []column
}

func (l *layout) file() string { return l.table + ".csv" }

func (l *layout) column(name string) *column {
	for i := range l.columns {
		if l.columns[i].name == name {
			return &l.columns[i]
		}
	}
	return nil
}

var (
	qualifiers  = []string{"at_least", "more_than", "nearly", "about"}
	monthQuals  = []string{"at_least", "more_than", "nearly", "about", "undercount", "partial_month"}
	confidence  = column{name: "confidence", form: enumForm, must: true, enum: []string{"primary", "secondary"}}
	sourceIDs   = column{name: "sources", form: sourcesForm, must: true}
	note        = column{name: "note"}
	qualifier   = column{name: "qualifier", form: enumForm, enum: qualifiers}
	estimateOf  = []string{"civilians killed", "share of strikes", "ratio", "documents"}
	findings    = []string{"agrees", "differs", "partly", "supported", "contested", "context"}
	sourceKinds = []string{"official", "monitor", "archive", "press"}
)

func whole(name, unit string) column   { return column{name: name, form: wholeForm, unit: unit} }
func decimal(name, unit string) column { return column{name: name, form: decimalForm, unit: unit} }
func must(name string, f form) column  { return column{name: name, form: f, must: true} }
func may(name string, f form) column   { return column{name: name, form: f} }
func oneOf(name string, must bool, words ...string) column {
	return column{name: name, form: enumForm, must: must, enum: words}
}

// layouts lists the files in the order in which their faults are reported.
var layouts = []layout{
	{"announcements", []column{
		must("announced", dayForm), must("by", textForm), whole("credible_incidents", "incidents"),
		may("strikes_from", dateForm), may("strikes_to", dateForm),
		whole("killed", "deaths"), whole("injured", "injured"),
		whole("killed_total", "deaths"), whole("injured_total", "injured"), may("total_scope", textForm),
		whole("reports_total", "reports"), whole("non_credible_total", "reports"), whole("pending", "reports"),
		confidence, sourceIDs, note,
	}},
	{"assessments", []column{
		must("month", monthForm), may("released", dateForm),
		whole("carried_over", "reports"), whole("received", "reports"), whole("reopened", "reports"),
		whole("assessed", "reports"), whole("credible", "reports"), whole("non_credible", "reports"),
		whole("duplicate", "reports"), whole("killed", "deaths"), whole("injured", "injured"),
		whole("open", "reports"), whole("strikes_total", "strikes"), whole("engagements_total", "engagements"),
		whole("reports_total", "reports"), whole("credible_total", "reports"), whole("killed_total", "deaths"),
		decimal("percent_engagements_reported", "percent"), decimal("percent_engagements_credible", "percent"),
		confidence, sourceIDs, note,
	}},
	{"estimates", []column{
		may("published", dateForm), must("by", textForm), must("counts", textForm), must("area", textForm),
		may("from", dateForm), may("to", dateForm), decimal("low", ""), decimal("high", ""),
		oneOf("unit", false, estimateOf...), qualifier, oneOf("compare", false, "campaign"),
		confidence, sourceIDs, note,
	}},
	{"events", []column{
		must("date", dateForm), must("event", textForm), confidence, sourceIDs, note,
	}},
	{"sources", []column{
		must("id", idForm), must("publisher", textForm), may("published", dateForm),
		oneOf("kind", true, sourceKinds...), may("url", urlForm),
	}},
	{"statements", []column{
		must("id", idForm), must("statement", textForm), decimal("value", ""), qualifier,
		may("as_of", dateForm), must("attributed_to", textForm), oneOf("finding", true, findings...),
		may("record", textForm), sourceIDs, note,
	}},
	{"strike_totals", []column{
		must("date", dateForm), oneOf("precision", true, "day", "month_end", "approx"),
		whole("iraq", "strikes"), whole("syria", "strikes"), whole("total", "strikes"),
		whole("engagements", "engagements"), must("scope", textForm), must("counted_by", textForm), qualifier,
		oneOf("chain", false, "official"), confidence, sourceIDs, note,
	}},
	{"strikes_by_month", []column{
		must("month", monthForm), whole("iraq", "strikes"), whole("syria", "strikes"), whole("total", "strikes"),
		oneOf("basis", true, "aggregated_daily", "stated"), oneOf("qualifier", false, monthQuals...),
		whole("days_covered", "days"), whole("days_in_month", "days"), must("counted_by", textForm),
		confidence, sourceIDs, note,
	}},
	{"weapons_by_month", []column{
		must("month", monthForm), whole("weapons_released", "weapons"), qualifier, must("counted_by", textForm),
		confidence, sourceIDs, note,
	}},
}
