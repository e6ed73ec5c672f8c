package record

// cellKind is what a cell may hold.
type cellKind uint8

const (
	textCell    cellKind = iota
	idCell               // small letters, digits and hyphens
	monthCell            // 2017-11
	dayCell              // 2017-11-30
	dateCell             // 2017-11-30, 2017-11 or 2017
	integerCell          // digits
	decimalCell          // digits, with a point where needed
	enumCell             // one of the column's words
	sourcesCell          // ids of sources.csv with a space between
	urlCell              // http:// or https://
)

// column is one column of a file as it must be.
type column struct {
	name     string
	kind     cellKind
	required bool     // may not be empty
	unit     string   // what a number counts: the Unit of its Figure
	enum     []string // the words an enumCell may hold, besides an empty one
}

// schema is one file as it must be: data/README.md says what its rows are.
type schema struct {
	table   string
	columns []column
}

func (s *schema) file() string { return s.table + ".csv" }

func (s *schema) column(name string) *column {
	for i := range s.columns {
		if s.columns[i].name == name {
			return &s.columns[i]
		}
	}
	return nil
}

var (
	qualifiers  = []string{"at_least", "more_than", "nearly", "about"}
	monthQuals  = []string{"at_least", "more_than", "nearly", "about", "undercount", "partial_month"}
	confidence  = column{name: "confidence", kind: enumCell, required: true, enum: []string{"primary", "secondary"}}
	sourceIDs   = column{name: "sources", kind: sourcesCell, required: true}
	note        = column{name: "note"}
	qualifier   = column{name: "qualifier", kind: enumCell, enum: qualifiers}
	estimateOf  = []string{"civilians killed", "share of strikes", "ratio", "documents"}
	findings    = []string{"agrees", "differs", "partly", "supported", "contested", "context"}
	sourceKinds = []string{"official", "monitor", "archive", "press"}
)

func integer(name, unit string) column        { return column{name: name, kind: integerCell, unit: unit} }
func decimal(name, unit string) column        { return column{name: name, kind: decimalCell, unit: unit} }
func required(name string, f cellKind) column { return column{name: name, kind: f, required: true} }
func optional(name string, f cellKind) column { return column{name: name, kind: f} }
func oneOf(name string, required bool, choices ...string) column {
	return column{name: name, kind: enumCell, required: required, enum: choices}
}

// schemas lists the files in the order in which their faults are reported.
var schemas = []schema{
	{"announcements", []column{
		required("announced", dayCell), required("by", textCell), integer("credible_incidents", "incidents"),
		optional("strikes_from", dateCell), optional("strikes_to", dateCell),
		integer("killed", "deaths"), integer("injured", "injured"),
		integer("killed_total", "deaths"), integer("injured_total", "injured"), optional("total_scope", textCell),
		integer("reports_total", "reports"), integer("non_credible_total", "reports"), integer("pending", "reports"),
		confidence, sourceIDs, note,
	}},
	{"assessments", []column{
		required("month", monthCell), optional("released", dateCell),
		integer("carried_over", "reports"), integer("received", "reports"), integer("reopened", "reports"),
		integer("assessed", "reports"), integer("credible", "reports"), integer("non_credible", "reports"),
		integer("duplicate", "reports"), integer("killed", "deaths"), integer("injured", "injured"),
		integer("open", "reports"), integer("strikes_total", "strikes"), integer("engagements_total", "engagements"),
		integer("reports_total", "reports"), integer("credible_total", "reports"), integer("killed_total", "deaths"),
		decimal("percent_engagements_reported", "percent"), decimal("percent_engagements_credible", "percent"),
		confidence, sourceIDs, note,
	}},
	{"estimates", []column{
		optional("published", dateCell), required("by", textCell), required("counts", textCell), required("area", textCell),
		optional("from", dateCell), optional("to", dateCell), decimal("low", ""), decimal("high", ""),
		oneOf("unit", false, estimateOf...), qualifier, oneOf("compare", false, "campaign"),
		confidence, sourceIDs, note,
	}},
	{"events", []column{
		required("date", dateCell), required("event", textCell), confidence, sourceIDs, note,
	}},
	{"sources", []column{
		required("id", idCell), required("publisher", textCell), optional("published", dateCell),
		oneOf("kind", true, sourceKinds...), optional("url", urlCell),
	}},
	{"statements", []column{
		required("id", idCell), required("statement", textCell), decimal("value", ""), qualifier,
		optional("as_of", dateCell), required("attributed_to", textCell), oneOf("finding", true, findings...),
		optional("record", textCell), sourceIDs, note,
	}},
	{"strike_totals", []column{
		required("date", dateCell), oneOf("precision", true, "day", "month_end", "approx"),
		integer("iraq", "strikes"), integer("syria", "strikes"), integer("total", "strikes"),
		integer("engagements", "engagements"), required("scope", textCell), required("counted_by", textCell), qualifier,
		oneOf("chain", false, "official"), confidence, sourceIDs, note,
	}},
	{"strikes_by_month", []column{
		required("month", monthCell), integer("iraq", "strikes"), integer("syria", "strikes"), integer("total", "strikes"),
		oneOf("basis", true, "aggregated_daily", "stated"), oneOf("qualifier", false, monthQuals...),
		integer("days_covered", "days"), integer("days_in_month", "days"), required("counted_by", textCell),
		confidence, sourceIDs, note,
	}},
	{"weapons_by_month", []column{
		required("month", monthCell), integer("weapons_released", "weapons"), qualifier, required("counted_by", textCell),
		confidence, sourceIDs, note,
	}},
}
