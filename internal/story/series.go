package story

// seriesOf names what can be brought forward in each view; each word is the series' id in the picture and has
// its text under series.NAME.
var seriesOf = map[View][]string{
	Cases: {"credible", "open", "rest"},
	Gap:   {"credible", "open"},
	Count: {"acknowledged", "independent"},
	After: {"open", "credible", "acknowledged", "independent"},
}

// SeriesOf lists the series of a view that `only` can bring forward; views with one series have none.
// The slice is the caller's.
func SeriesOf(v View) []string { return append([]string(nil), seriesOf[v]...) }

func hasSeries(v View, name string) bool { return name == "" || contains(seriesOf[v], name) }

func contains[T comparable](list []T, x T) bool {
	for _, e := range list {
		if e == x {
			return true
		}
	}
	return false
}

// wantOnly says what `only` takes in a view.
func wantOnly(v View) string {
	if len(seriesOf[v]) == 0 {
		return "all; view " + string(v) + " has one series only"
	}
	return "all or " + choices(seriesOf[v]) + " in view " + string(v)
}

// allSeries lists every series that any view knows, each once, in the order of the story.
func allSeries() []string {
	var all []string
	for _, v := range Views {
		for _, name := range seriesOf[v] {
			if !contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}
