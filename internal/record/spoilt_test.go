package record

// Each case spoils the real record in one place and expects exactly the messages given.
var spoilt = []struct {
	name, file, from, to string
	want                 []string
}{
	// Headers.
	{"a misspelt column", "weapons_by_month.csv", "month,weapons_released", "month,weapons", []string{
		`weapons_by_month.csv:1: column weapons_released: the column is missing from the header; add it, with empty cells where no source says it`,
		`weapons_by_month.csv:1: column weapons: the column "weapons" is not known; the columns are month,weapons_released,qualifier,counted_by,confidence,sources,note`,
	}},
	{"a column twice", "events.csv", "date,event,confidence,sources,note\n", "date,event,confidence,sources,date\n", []string{
		`events.csv:1: column note: the column is missing from the header; add it, with empty cells where no source says it`,
		`events.csv:1: column date: the column stands twice in the header; keep one of the two`,
	}},
	{"semicolons", "events.csv", "date,event,confidence,sources,note\n", "date;event;confidence;sources;note\n", []string{
		`events.csv:1: the cells are not parted by commas; save the file as CSV with commas`,
	}},

	// Rows.
	{"a cell too few", "weapons_by_month.csv", "2017-02,3440,,AFCENT", "2017-02,3440,AFCENT", []string{
		`weapons_by_month.csv:12: the row has 6 cells, the header 7; give each column one cell, and put cells with commas in quotation marks`,
	}},
	{"a stray quotation mark", "weapons_by_month.csv", "2017-06,4848", `2017-06,48"48`, []string{
		`weapons_by_month.csv:16: a quotation mark is out of place, and the file could not be read further; put the whole cell in quotation marks and double those within it ("")`,
	}},
	{"another encoding", "events.csv", "Victory parade", "Victory par\xe9de", []string{
		`events.csv:18: the text is not UTF-8; save the file with the encoding UTF-8`,
	}},

	// Forms of a cell.
	{"a letter for a number", "assessments.csv", "2017-11,2017-12-28,695,9,,101,9,92,,11,,603", "2017-11,2017-12-28,695,9,,101,9,92,,x,,603", []string{
		`assessments.csv:15: column killed: "x" is not a whole number; write digits or leave it empty`,
	}},
	{"a comma for thousands", "weapons_by_month.csv", "2017-08,5075", `2017-08,"5,075"`, []string{
		`weapons_by_month.csv:18: column weapons_released: "5,075" is not a whole number; write digits or leave it empty`,
	}},
	{"a number below 0", "weapons_by_month.csv", "2017-08,5075", "2017-08,-5075", []string{
		`weapons_by_month.csv:18: column weapons_released: "-5075" is not a whole number; write digits or leave it empty`,
	}},
	{"digits of another script", "weapons_by_month.csv", "2017-08,5075", "2017-08,٥٠٧٥", []string{
		`weapons_by_month.csv:18: column weapons_released: "٥٠٧٥" is not a whole number; write digits or leave it empty`,
	}},
	{"a comma for a point", "assessments.csv", "56976,1790,199,801,3.14", `56976,1790,199,801,"3,14"`, []string{
		`assessments.csv:14: column percent_engagements_reported: "3,14" is not a number; write digits, with a point for decimals, or leave it empty`,
	}},
	{"a month no calendar has", "weapons_by_month.csv", "2017-08,5075", "2017-18,5075", []string{
		`weapons_by_month.csv:18: column month: "2017-18" is not a month; write it like 2017-11`,
	}},
	{"a day no calendar has", "assessments.csv", "2017-11,2017-12-28", "2017-11,2017-12-32", []string{
		`assessments.csv:15: column released: "2017-12-32" is not a date; write it like 2017-11-30, 2017-11 or 2017 or leave it empty`,
	}},
	{"an announcement without its day", "announcements.csv", "2016-04-22,CENTCOM", "2016-04,CENTCOM", []string{
		`announcements.csv:7: column announced: "2016-04" is not a day; write it like 2017-11-30`,
	}},
	{"an unknown qualifier", "weapons_by_month.csv", "4848,at_least", "4848,at least", []string{
		`weapons_by_month.csv:16: column qualifier: "at least" is not a known qualifier; write at_least, more_than, nearly or about or leave it empty`,
	}},
	{"an unknown confidence", "events.csv", "2014-08-09,Second day of strikes: four air strikes near Sinjar,primary", "2014-08-09,Second day of strikes: four air strikes near Sinjar,sure", []string{
		`events.csv:3: column confidence: "sure" is not a known confidence; write primary or secondary`,
	}},
	{"no confidence", "events.csv", "2014-08-09,Second day of strikes: four air strikes near Sinjar,primary", "2014-08-09,Second day of strikes: four air strikes near Sinjar,", []string{
		`events.csv:3: column confidence: the cell is empty; write primary or secondary`,
	}},
	{"an unknown precision", "strike_totals.csv", "2014-08-18,day", "2014-08-18,exact", []string{
		`strike_totals.csv:2: column precision: "exact" is not a known precision; write day, month_end or approx`,
	}},
	{"an unknown basis", "strikes_by_month.csv", "2017-05,267,,,stated", "2017-05,267,,,said", []string{
		`strikes_by_month.csv:31: column basis: "said" is not a known basis; write aggregated_daily or stated`,
	}},
	{"an unknown finding", "statements.csv", "CJTF-OIR,agrees,assessments 2017-11 killed_total", "CJTF-OIR,true,assessments 2017-11 killed_total", []string{
		`statements.csv:2: column finding: "true" is not a known finding; write agrees, differs, partly, supported, contested or context`,
	}},
	{"an unknown kind of source", "sources.csv", "2014-09-06,press", "2014-09-06,blog", []string{
		`sources.csv:2: column kind: "blog" is not a known kind; write official, monitor, archive or press`,
	}},
	{"an unknown comparison", "estimates.csv", "5961,,civilians killed,at_least,campaign", "5961,,civilians killed,at_least,yes", []string{
		`estimates.csv:22: column compare: "yes" is not a known compare; write campaign or leave it empty`,
	}},
	{"an unknown chain", "strike_totals.csv", "2017-11-30,month_end,,,28562,57336,coalition,CJTF-OIR,,official", "2017-11-30,month_end,,,28562,57336,coalition,CJTF-OIR,,main", []string{
		`strike_totals.csv:51: column chain: "main" is not a known chain; write official or leave it empty`,
	}},
	{"an address that is none", "sources.csv", "https://acenewsservices.com/tag", "javascript:alert//tag", []string{
		`sources.csv:2: column url: "javascript:alert//tag/us-central-comandcentcom/" is not a web address; start it with https:// or http:// or leave it empty`,
	}},
	{"an id with capitals", "statements.csv", "metrics,", "Metrics,", []string{
		`statements.csv:11: column id: "Metrics" is not an id; use small letters, digits and hyphens, like open-now`,
	}},
	{"spaces round a text", "events.csv", "Second day of strikes", " Second day of strikes", []string{
		`events.csv:3: column event: " Second day of strikes: four air strikes near Sinjar" has spaces at an end; take them away`,
	}},
	{"no text", "events.csv", "Second day of strikes: four air strikes near Sinjar", "", []string{
		`events.csv:3: column event: the cell is empty; write a text`,
	}},
	{"no month", "weapons_by_month.csv", "2017-08,5075", ",5075", []string{
		`weapons_by_month.csv:18: column month: the cell is empty; write a month like 2017-11`,
	}},
	{"no day", "announcements.csv", "2016-04-22,CENTCOM", ",CENTCOM", []string{
		`announcements.csv:7: column announced: the cell is empty; write a day like 2017-11-30`,
	}},
	{"no date", "events.csv", "2014-08-09,Second", ",Second", []string{
		`events.csv:3: column date: the cell is empty; write a date like 2017-11-30, 2017-11 or 2017`,
	}},
	{"no id", "statements.csv", "metrics,", ",", []string{
		`statements.csv:11: column id: the cell is empty; write a short id, like open-now`,
	}},

	// Sources and keys.
	{"no source", "events.csv", "near Sinjar,primary,centcom-07", "near Sinjar,primary,", []string{
		`events.csv:3: column sources: the cell is empty; name at least one id of sources.csv`,
	}},
	{"a source nobody listed", "events.csv", "near Sinjar,primary,centcom-07", "near Sinjar,primary,centcom-99", []string{
		`events.csv:3: column sources: "centcom-99" is not an id of sources.csv; add the source there or mend the id`,
	}},
	{"a source named twice", "events.csv", "near Sinjar,primary,centcom-07", "near Sinjar,primary,centcom-07 centcom-07", []string{
		`events.csv:3: column sources: "centcom-07" is named twice; name each source once`,
	}},
	{"an id of two sources", "sources.csv", "airwars-34,", "airwars-33,", []string{
		`estimates.csv:44: column sources: "airwars-34" is not an id of sources.csv; add the source there or mend the id`,
		`sources.csv:52: column id: "airwars-33" is the id of line 51 already; give each source its own id`,
	}},
	{"an id of two statements", "statements.csv", `credible,"Reports`, `reports,"Reports`, []string{
		`statements.csv:7: column id: "reports" stands on line 6 already; keep one row for it`,
	}},
	{"a month twice", "weapons_by_month.csv", "2017-08,5075", "2017-07,5075", []string{
		`weapons_by_month.csv:18: column month: "2017-07" stands on line 17 already; keep one row for it`,
	}},
	{"a month and basis twice", "strikes_by_month.csv", "2018-02,19", "2018-01,19", []string{
		`strikes_by_month.csv:33: column month: "2018-01:stated" stands on line 32 already; keep one row for it`,
	}},
	{"months out of order", "weapons_by_month.csv", "2017-08,5075", "2016-09,5075", []string{
		`weapons_by_month.csv:18: column month: 2016-09 comes after 2017-07; put the rows in the order of time`,
	}},
	{"announcements out of order", "announcements.csv", "2016-04-22,CENTCOM", "2015-12-22,CENTCOM", []string{
		`announcements.csv:7: column announced: 2015-12-22 comes after 2016-01-29; put the rows in the order of time`,
	}},

	// Rules between cells.
	{"a release that does not add up", "assessments.csv", "2017-11,2017-12-28,695,9,,101,9,92", "2017-11,2017-12-28,695,8,,101,9,92", []string{
		`assessments.csv:15: column open: carried_over 695 + received 8 - assessed 101 = 602, but open is 603; check the four cells against the release`,
	}},
	{"findings that do not add up", "assessments.csv", "2017-11,2017-12-28,695,9,,101,9,92", "2017-11,2017-12-28,695,9,,101,9,91", []string{
		`assessments.csv:15: column assessed: credible 9 + non_credible 91 + duplicate (empty) = 100, but assessed is 101; check the four cells against the release`,
	}},
	{"open reports that get lost between two months", "assessments.csv", "2018-04,2018-05-31,476,4,", "2018-04,2018-05-31,475,5,", []string{
		`assessments.csv:20: column carried_over: 475 carried over, but 2018-03 left 476 open; check both cells against the releases`,
	}},
	{"reports in all that become fewer", "assessments.csv", "28562,57336,1799,208", "28562,57336,1789,208", []string{
		`assessments.csv:15: column reports_total: the total falls from 1790 in 2017-10 to 1789; check both cells against the releases`,
	}},
	{"credible reports in all that become fewer", "assessments.csv", "28562,57336,1799,208", "28562,57336,1799,198", []string{
		`assessments.csv:15: column credible_total: the total falls from 199 in 2017-10 to 198; check both cells against the releases`,
	}},
	{"more credible and open reports than reports", "assessments.csv", "20205,42089,396,102", "20205,42089,396,355", []string{
		`assessments.csv:7: column reports_total: credible_total 355 + open 42 are more than reports_total 396; check the three cells against the release`,
		`assessments.csv:8: column credible_total: the total falls from 355 in 2017-03 to 118; check both cells against the releases`,
	}},
	{"deaths in all that become fewer", "assessments.csv", "28562,57336,1799,208,817", "28562,57336,1799,208,800", []string{
		`assessments.csv:15: column killed_total: the total falls from 801 in 2017-10 to 800; check both cells against the releases`,
	}},
	{"two strike totals of one day", "assessments.csv", "28562,57336,1799,208", "28563,57336,1799,208", []string{
		`assessments.csv:15: column strikes_total: 28563, but strike_totals.csv:51 has 28562 for the same day; make the two agree`,
	}},
	{"two totals of engagements of one day", "strike_totals.csv", "28198,56976", "28198,56977", []string{
		`assessments.csv:14: column engagements_total: 56976, but strike_totals.csv:50 has 56977 for the same day; make the two agree`,
	}},
	{"an official chain that falls", "strike_totals.csv", "2017-08-09,day,13331,11235,24566", "2017-08-09,day,,,22566", []string{
		`strike_totals.csv:46: column total: the official chain falls from 24160 on 2017-07-31 to 22566; check both cells against their sources or take one row out of the chain`,
	}},
	{"an official chain that runs back", "strike_totals.csv", "2017-08-09,day", "2017-06-09,day", []string{
		`strike_totals.csv:46: column date: 2017-06-09 comes after 2017-07-31 in the official chain; put the rows in the order of time`,
	}},
	{"an official total before the first strike", "strike_totals.csv", "2014-12-19,approx", "2014-08-08,approx", []string{
		`strike_totals.csv:10: column date: 2014-08-08 is not after the first strike; write a day after 2014-08-08`,
	}},
	{"an official total without a day", "strike_totals.csv", "2014-12-19,approx", "2014-12,approx", []string{
		`strike_totals.csv:10: column date: a row of the official chain needs a day; write a day like 2017-11-30 or take the row out of the chain`,
	}},
	{"an official row without a total", "strike_totals.csv", "2017-08-09,day,13331,11235,24566", "2017-08-09,day,13331,11235,", []string{
		`strike_totals.csv:46: column total: a row of the official chain has no total; write the total or take the row out of the chain`,
	}},
	{"an official total that is no number", "strike_totals.csv", "2017-08-09,day,13331,11235,24566", "2017-08-09,day,13331,11235,24.566", []string{
		`strike_totals.csv:46: column total: "24.566" is not a whole number; write digits or leave it empty`,
	}},
	{"an official day twice", "strike_totals.csv", "2017-08-09,day,13331,11235,24566", "2017-06-30,day,13331,11235,24566", []string{
		`strike_totals.csv:46: column date: "2017-06-30" stands on line 44 already; keep one row for it`,
		`strike_totals.csv:46: column date: 2017-06-30 comes after 2017-07-31 in the official chain; put the rows in the order of time`,
	}},
	{"countries that do not make the total", "strike_totals.csv", "799,572,1371", "799,572,1372", []string{
		`strike_totals.csv:10: column total: iraq 799 + syria 572 = 1371, but total is 1372; check the three cells against the source, and leave empty what cannot stand beside the others`,
	}},
	{"countries that do not make the month", "strikes_by_month.csv", "2014-12,100,100,200", "2014-12,100,101,200", []string{
		`strikes_by_month.csv:2: column total: iraq 100 + syria 101 = 201, but total is 200; check the three cells against the source, and leave empty what cannot stand beside the others`,
	}},
	{"a month end that is none", "strike_totals.csv", "2017-09-30,month_end", "2017-09-29,month_end", []string{
		`strike_totals.csv:48: column precision: 2017-09-29 is not the last day of a month; write day or give the month's last day`,
	}},
	{"a day that is none", "strike_totals.csv", "2018-02,approx", "2018-02,day", []string{
		`strike_totals.csv:54: column precision: 2018-02 is not a day; write approx or give the day`,
	}},
	{"a month of the wrong length", "strikes_by_month.csv", "262,190,452,aggregated_daily,undercount,27,28", "262,190,452,aggregated_daily,undercount,27,29", []string{
		`strikes_by_month.csv:4: column days_in_month: 2015-02 has 28 days, not 29; write its days or leave it empty`,
	}},
	{"more days covered than there are", "strikes_by_month.csv", "262,190,452,aggregated_daily,undercount,27,28", "262,190,452,aggregated_daily,undercount,29,28", []string{
		`strikes_by_month.csv:4: column days_covered: 29 days are more than the month's 28; write at most the days of the month`,
	}},
	{"a range upside down", "estimates.csv", "6193,9537", "9537,6193", []string{
		`estimates.csv:29: column high: 6193 is below the low end 9537; write the higher number here`,
	}},
	{"a range without its low end", "estimates.csv", "6193,9537", ",9537", []string{
		`estimates.csv:29: column low: the cell is empty beside a high end; write a single number as low`,
	}},
	{"a share in per cent", "estimates.csv", "northern Iraq sample,,,0.2", "northern Iraq sample,,,20", []string{
		`estimates.csv:19: column low: 20 is not a share; write a number from 0 to 1`,
	}},
	{"a comparison of things unlike", "estimates.csv", "1300,,documents,more_than,", "1300,,documents,more_than,campaign", []string{
		`estimates.csv:39: column compare: only deaths may stand beside the coalition's toll; leave it empty or mend the unit`,
	}},
	{"an estimate that runs backwards", "estimates.csv", "Raqqa,2017-06,2017-10,1800", "Raqqa,2017-06,2016-10,1800", []string{
		`estimates.csv:17: column to: 2016-10 is before 2017-06; write a date that is not before from`,
	}},
	{"strikes announced backwards", "announcements.csv", "2015-09-10,2016-02-02", "2015-09-10,2015-02-02", []string{
		`announcements.csv:7: column strikes_to: 2015-02-02 is before 2015-09-10; write a date that is not before strikes_from`,
	}},
	{"a statement about an unknown table", "statements.csv", "assessments 2017-11 killed_total", "releases 2017-11 killed_total", []string{
		`statements.csv:2: column record: "releases" is not a table that can bear on a statement; write a table, then dates and columns of it, like: assessments 2017-11 carried_over and open`,
	}},
	{"a statement about an unknown column", "statements.csv", "assessments 2017-11 killed_total", "assessments 2017-11 killed_in_all", []string{
		`statements.csv:2: column record: "killed_in_all" is neither a date nor a number column of assessments.csv; write a table, then dates and columns of it, like: assessments 2017-11 carried_over and open`,
	}},
	{"a statement about a missing row", "statements.csv", "assessments 2017-11 killed_total", "assessments 2021-03 killed_total", []string{
		`statements.csv:2: column record: assessments.csv has no row for 2021-03; write a table, then dates and columns of it, like: assessments 2017-11 carried_over and open`,
	}},
}
