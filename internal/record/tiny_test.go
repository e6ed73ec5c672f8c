package record

import (
	"strings"
	"testing"
	"testing/fstest"
)

// tiny is a record of a few rows, as a newsroom's own might begin. Its figures are made up for the tests.
func tiny() fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := range schemas {
		s := &schemas[i]
		fsys[s.file()] = &fstest.MapFile{Data: []byte((&csvTable{schema: s}).columnNames() + "\n" + tinyRows[s.table])}
	}
	fsys["findings.csv"] = &fstest.MapFile{Data: []byte((&csvTable{schema: &findingsSchema}).columnNames() + "\n" + tinyRows["findings"])}
	return fsys
}

var tinyRows = map[string]string{
	"announcements": "2015-05-21,CENTCOM,1,2014-11-05,2014-11-06,2,2,,,,,,,primary,a-1,\n",
	"assessments": `2017-01,2017-02-01,10,5,,3,1,2,,4,,12,100,,40,8,20,,,primary,a-1 b-1,"a, ""note"""` + "\n" +
		"2017-02,,12,4,1,,,,,,,,,,44,,,,,secondary,b-1,\n",
	"estimates": "2017,Airwars,killed,Iraq,2014-08,2017-01,50,70,civilians killed,,campaign,primary,b-1,Coalition 20\n" +
		"2017-11-21,NYT,about one in 157,Iraq,,,,,share of strikes,,,secondary,b-1,\n",
	"events":           "2014-08-08,First strike,primary,a-1,\n2014-08-08,Second strike,primary,a-1,\n",
	"findings":         "x,2016-01-01,day,Place,Iraq,2017-02-01,2017-01,credible,,2,,,,airwars,,https://example.org/x,primary,a-1,\n",
	"sources":          "a-1,A,2017-01,press,https://example.org/a\nb-1,B,,official,\n",
	"statements":       "open,Open reports,12,nearly,2017,A,agrees,assessments 2017-01 open,a-1,\n",
	"strike_totals":    "2017-01-31,month_end,60,40,100,,coalition,CJTF-OIR,,official,primary,a-1,\n2017-02,approx,,,110,,coalition,Airwars,about,,primary,b-1,\n",
	"strikes_by_month": "2017-01,6,4,10,stated,partial_month,9,31,CJTF-OIR,primary,a-1,\n",
	"weapons_by_month": "2017-01,30,at_least,AFCENT,primary,a-1,\n",
}

func TestASmallRecordOfOnesOwnLoads(t *testing.T) {
	r, err := Load(tiny())
	if err != nil {
		t.Fatal(err)
	}
	for ref, want := range map[string]float64{
		"derived/rest/2017-01": 20, "named/independent@2017-01": 50, "named/acknowledged_one_in": 157,
		"derived/span/2017-01-31": 100, "derived/unexplained/2017-02": 0, "derived/acknowledged_beside/2017:1": 20,
		"strike_totals/2017-02:1/total": 110, "statements/open/value": 12,
	} {
		if got := value(t, r, ref); got != want {
			t.Errorf("%s is %v, want %v", ref, got, want)
		}
	}
	if f, _ := r.Figure("assessments/2017-01/open"); f.Note != `a, "note"` || len(f.Sources) != 2 {
		t.Errorf("%+v", f)
	}
	if f, ok := r.Figure("events/2014-08-08:2"); !ok || f.Text != "Second strike" {
		t.Errorf("the second event of a day is %+v", f)
	}
	if f, _ := r.Figure("strike_totals/2017-02:1/total"); f.Count.Qualifier != About {
		t.Errorf("%+v", f)
	}
}

func TestEveryColumnThatMayBeEmptyMayBeEmpty(t *testing.T) {
	for i := range schemas {
		s := &schemas[i]
		for j, c := range s.columns {
			if c.required {
				continue
			}
			fsys := tiny()
			lines := strings.SplitN(string(fsys[s.file()].Data), "\n", 3)
			row := cut(lines[1])
			row[j] = ""
			fsys[s.file()] = &fstest.MapFile{Data: []byte(lines[0] + "\n" + strings.Join(row, ",") + "\n" + lines[2])}
			if _, err := Load(fsys); err != nil && !(s.table == "estimates" && c.name == "low") &&
				!(s.table == "strike_totals" && c.name == "total") {
				t.Errorf("%s without %s: %v", s.file(), c.name, err)
			}
		}
	}
}

// cut parts a line of tinyRows at its commas and drops the note, which alone holds quotation marks.
func cut(line string) []string {
	if i := strings.Index(line, `"`); i >= 0 {
		line = line[:i]
	}
	return strings.Split(line, ",")
}
