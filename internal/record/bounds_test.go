package record

import (
	"strings"
	"testing"
)

// withEstimates is the tiny record with other rows of estimates.
func withEstimates(rows ...string) (*Record, error) {
	fsys := tiny()
	header, _, _ := strings.Cut(string(fsys["estimates.csv"].Data), "\n")
	fsys["estimates.csv"].Data = []byte(header + "\n" + strings.Join(rows, "\n") + "\n")
	return Load(fsys)
}

func TestOfTwoCountsForTheSameDayTheBetterOneIsTakenInAnyFileOrder(t *testing.T) {
	row := func(published, to, low, high, confidence string) string {
		return published + ",Airwars,killed,Iraq,2014-08," + to + "," + low + "," + high + ",civilians killed,,campaign," + confidence + ",b-1,"
	}
	for name, c := range map[string]struct {
		rows []string
		want float64
	}{
		"the primary one before a range": {[]string{row("2017-03", "2017-01", "11", "19", "secondary"), row("2017-04", "2017-01", "12", "", "primary")}, 12},
		"the range":                      {[]string{row("2017-03", "2017-01", "11", "", "primary"), row("2017-04", "2017-01", "12", "19", "primary")}, 12},
		"the first of two equal ones":    {[]string{row("2017-03", "2017-01", "11", "19", "primary"), row("2017-04", "2017-01", "12", "20", "primary")}, 11},
		"the later day before all":       {[]string{row("2017-03", "2017-01", "11", "", "secondary"), row("2017-04", "2016-12", "12", "19", "primary")}, 11},
		"a single one in the same order": {[]string{row("2017-03", "2017-01", "12", "", "primary"), row("2017-04", "2017-01", "11", "19", "secondary")}, 12},
	} {
		r, err := withEstimates(append(c.rows, tinyOneIn)...)
		if err != nil {
			t.Fatal(err)
		}
		if got := value(t, r, "named/independent@2017-01"); got != c.want {
			t.Errorf("%s: %g stands, want %g", name, got, c.want)
		}
	}
}

// tinyOneIn is the row of estimates that the rest of the tiny record leans on.
const tinyOneIn = "2017-11-21,NYT,about one in 157,Iraq,,,,,share of strikes,,,secondary,b-1,"

func TestAShareRunsFromNoneToAll(t *testing.T) {
	for share, right := range map[string]bool{"0": true, "0.2": true, "1": true, "1.01": false, "2": false} {
		_, err := withEstimates("2017-11-16,NYT,share of strikes,Iraq,,,"+share+",,share of strikes,,,primary,b-1,", tinyOneIn)
		if right != (err == nil) || err != nil && !strings.Contains(err.Error(), share+" is not a share; write a number from 0 to 1") {
			t.Errorf("share %s: %v", share, err)
		}
	}
}

func TestNumbersHaveAtMostNineDigits(t *testing.T) {
	for text, right := range map[string]bool{"0": true, "999999999": true, "1000000000": false, "123456789012345": false, "00": false, "012": false, "": false} {
		if isInteger(text) != right {
			t.Errorf("%q is a whole number: %v, want %v", text, !right, right)
		}
	}
}

func TestANumberInProseMayEndASentenceOrABracket(t *testing.T) {
	for text, right := range map[string]bool{
		"(about one in 157) of them": true, "about one in 157": true, "about one in 157. More": true, "about one in 157; more": true,
		"about one in 157/2": false, "about one in 157-160": false, "about one in 157]": false,
	} {
		if n, ok := after(text, "about one in "); ok != right || ok && n != 157 {
			t.Errorf("%q: %v %v, want it to be read: %v", text, n, ok, right)
		}
	}
}

func TestADerivedFigureHasTheLowestConfidenceOfItsInputs(t *testing.T) {
	r := load(t)
	mixed := 0
	for _, ref := range r.Refs() {
		f, _ := r.Figure(ref)
		if f.Kind != Derived {
			continue
		}
		want := "primary"
		for i, input := range f.Inputs {
			in, _ := r.Figure(input)
			if in.Confidence == "secondary" {
				want = "secondary"
				if i > 0 && f.Inputs[0] != input {
					mixed++
				}
			}
		}
		if f.Confidence != want {
			t.Errorf("%s is %s, its inputs %q make it %s", ref, f.Confidence, f.Inputs, want)
		}
	}
	if mixed == 0 {
		t.Error("no derived figure has a less sure input than its first")
	}
}

func TestAboutAppliesToBothEndsOfARangeAndAFloorToTheLowEnd(t *testing.T) {
	for qualifier, high := range map[Qualifier]Qualifier{About: About, AtLeast: Exact, MoreThan: Exact, Exact: Exact} {
		r, err := withEstimates("2017,Airwars,killed,Iraq,2014-08,2017-01,50,70,civilians killed,"+string(qualifier)+",campaign,primary,b-1,Coalition 20", tinyOneIn)
		if err != nil {
			t.Fatal(err)
		}
		l, _ := r.Figure("estimates/2017:1/low")
		h, _ := r.Figure("estimates/2017:1/high")
		if l.Count.Qualifier != qualifier || h.Count.Qualifier != high {
			t.Errorf("%q: the ends are %q and %q, want %q and %q", qualifier, l.Count.Qualifier, h.Count.Qualifier, qualifier, high)
		}
	}
}

func TestOnlyACampaignWideEstimateHasAnAcknowledgedFigureBesideIt(t *testing.T) {
	for compare, kind := range map[string]Kind{"campaign": Stated, "": Absent} {
		r, err := withEstimates("2017,Airwars,killed,Iraq,2014-08,2017-01,50,70,civilians killed,,"+compare+",primary,b-1,Coalition 20", tinyOneIn)
		if err != nil {
			t.Fatal(err)
		}
		if f, ok := r.Figure("derived/acknowledged_beside/2017:1"); !ok || f.Kind != kind {
			t.Errorf("compare %q: known %v, %+v", compare, ok, f)
		}
	}
}

func TestAllReportsMayBeCredibleOrOpen(t *testing.T) {
	for total, right := range map[string]bool{"20": true, "21": true, "19": false} {
		fsys := tiny()
		was := string(fsys["assessments.csv"].Data)
		now := strings.Replace(was, "12,100,,40,8,20,", "12,100,,"+total+",8,20,", 1)
		if was == now {
			t.Fatal("the row has changed")
		}
		fsys["assessments.csv"].Data = []byte(now)
		if _, err := Load(fsys); right != (err == nil) {
			t.Errorf("8 credible and 12 open of %s reports: %v", total, err)
		}
	}
}
