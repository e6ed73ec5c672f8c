package words

import (
	"slices"
	"testing"

	"opencases/internal/month"
	"opencases/internal/record"
)

func TestAFigureGivenAsAnArgumentIsALinkWithItsQualifier(t *testing.T) {
	l := with(t, map[string]string{"k": "{n} of {n|bare}, {n|onein}"})
	got := l.Text("k", Fig("n", record.Figure{Ref: "a/b/c", Count: record.Some(.2, record.About), Unit: "share"}))
	want := Text{{"about 20 percent", "a/b/c"}, {" of ", ""}, {"20 percent", "a/b/c"}, {", ", ""}, {"about one in five", "a/b/c"}}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheDayOfAPublicationIsNotTheDayCountedTo(t *testing.T) {
	l := with(t, map[string]string{"k": "{published a/b} for {date a/b}"})
	l.lookup = func(string) (figure, bool) {
		return figure{ref: "a/b", number: 1, isStated: true, asOf: month.Date{Year: 2017, Month: 11, Day: 30}, published: month.Date{Year: 2017, Month: 12, Day: 28}}, true
	}
	if got := l.String("k"); got != "28 Month12 2017 for 30 Month11 2017" {
		t.Errorf("got %q", got)
	}
}

func TestAFloorIsRoundedDownWhateverItIsCalled(t *testing.T) {
	l := with(t, nil)
	for qualifier, want := range map[string]string{"at_least": "at least 3.9", "more_than": "more than 3.9", "about": "about 4.0", "nearly": "nearly 4.0"} {
		if got := l.formatFigure(figure{ref: "a/b", number: 3.98, isStated: true, qualifier: qualifier}, false); got != want {
			t.Errorf("%s: %q, want %q", qualifier, got, want)
		}
	}
}
