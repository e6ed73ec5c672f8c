package picture

import "opencases/internal/month"

// axis lays the scene's months over x0..x1 and ticks the years and, where there is room, the months.
func (lay *layout) axis(x0, x1 float64) {
	a := Axis{From: lay.scene.From, To: lay.scene.To, X0: x0, X1: x1}
	months := int(a.To - a.From + 1)
	perMonth := (x1 - x0) / float64(months)
	a.Ticks = make([]Tick, 0, max(0, months))
	for m := a.From; m <= a.To; m++ {
		t := Tick{Month: m, X: a.at(m.Start()), Minor: m.Number() != 1}
		switch {
		case m.Number() == 1:
			t.Text = lay.lang.Year(m.Year())
		case m == a.From && perMonth*float64(13-m.Number()) > 72:
			t.Text = lay.lang.MonthShort(m)
		case perMonth > 30 && m.Number()%3 == 1 && a.To-m > 1 && m-a.From > 2:
			t.Text = lay.lang.MonthName(m)
		}
		a.Ticks = append(a.Ticks, t)
	}
	lay.Axis = a
}

// at is the place of a serial day's first moment.
func (a Axis) at(day int) float64 {
	from, to := a.From.Start(), a.To.End()+1
	return a.X0 + (a.X1-a.X0)*float64(day-from)/float64(to-from)
}

// end is the place where a month ends: figures "at the month's end" stand here.
func (a Axis) end(m month.Month) float64 { return a.at(m.End() + 1) }
