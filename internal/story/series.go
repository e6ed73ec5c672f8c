package story

import "slices"

// series lists what each view can bring forward; each word is the series' id in the picture and has its text under
// series.NAME. A beat's focus that shows other series than the view's plain form has a line of its own; with one
// series only there is nothing to choose.
var series = map[View]map[string][]string{
	Cases: {"": {"credible", "open", "rest"}},
	Gap:   {"": {"credible", "open"}},
	Count: {"": {"acknowledged", "independent"}, "acknowledged": nil, "rate": nil},
	After: {"": {"credible", "open"}, "counts": {"acknowledged", "independent"}},
}

// Series lists what `only` can bring forward in the picture the State shows; none while a question is open.
// The slice is the caller's.
func (s State) Series() []string {
	if s.Asking {
		return nil
	}
	names, own := series[s.View][s.focus()]
	if !own {
		names = series[s.View][""]
	}
	return append([]string(nil), names...)
}

func (s State) hasSeries(name string) bool { return name == "" || slices.Contains(s.Series(), name) }

// expectedSeries says what `only` takes in this State.
func (s State) expectedSeries() string {
	if s.Asking {
		return "all while a question is open"
	}
	if names := s.Series(); len(names) > 0 {
		return "all or " + joinChoices(names) + " in this picture"
	}
	return "all; this picture has no series to bring forward"
}

// allSeries lists every series that any picture has, each once, in the order of the story.
func allSeries() []string {
	var all []string
	add := func(names []string) {
		for _, name := range names {
			if !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	for _, v := range Views {
		add(series[v][""])
		for _, c := range Chapters {
			for _, b := range c.Beats {
				if b.View == v {
					add(series[v][b.Focus])
				}
			}
		}
	}
	return all
}
