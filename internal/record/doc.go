// Package record reads and checks the record in data/ and answers questions about it: what a source
// states, what was known at a month, and what follows from it by a documented formula. Nothing is
// interpolated: what no source states stays absent.
//
// A REF names one figure for good. Its forms:
//
//	assessments/2017-11/open                     the release of a month, any number column
//	announcements/2016-04-22/reports_total       the announcement of a day
//	strikes/2017-11-30/total                     the official chain of strike_totals.csv, by day
//	strike_totals/2017-02-28:1/iraq              any row of that file: the n-th of its date
//	strikes_by_month/2017-02:stated/syria        month and basis
//	weapons/2017-08/weapons_released             weapons_by_month.csv
//	estimates/2017-11-30:1/low                   the n-th estimate published then, in file order; "undated:1"
//	events/2017-03-17                            the first event of that date; the second is events/2017-03-17:2
//	statements/open-now/value                    a statement's number; statements/open-now is the statement itself
//	derived/rest/2017-11                         formula.go and derived.go list them with their formulas
//	named/survey_share, named/strikes@2017-11    named.go lists them with their meaning
package record
