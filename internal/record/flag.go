package record

import (
	"strings"

	"opencases/internal/month"
)

// Flags of figures that are recorded as printed and must not be shown without a note: keys of data/words.
const (
	FlagSlip        = "flag.slip"        // higher than the next total printed, in a column that can only rise
	FlagRepeated    = "flag.repeated"    // the same total as the month before or after, though months differ
	FlagUnexplained = "flag.unexplained" // steps by another number than the reports stated as received
	FlagFallen      = "flag.fallen"      // lower than the total printed before it, in a column that can only rise
	FlagRestated    = "flag.restated"    // holds strikes of earlier months, added by a restatement
)

// flagOf looks for the oddities of a running total of reports. They follow from the printed numbers alone.
func (r *Record) flagOf(a *Assessment, column string) string {
	if column == "killed_total" && r.hasFallen(a) {
		return FlagFallen
	}
	if column != "reports_total" && column != "credible_total" {
		return ""
	}
	total := func(b *Assessment) (int, bool) {
		if column == "reports_total" {
			return b.ReportsTotal.Int()
		}
		return b.CredibleTotal.Int()
	}
	now, ok := total(a)
	if !ok {
		return ""
	}
	for _, b := range r.assessments[a.index+1:] {
		if next, ok := total(b); ok {
			if next < now {
				return FlagSlip
			}
			break
		}
	}
	if column == "credible_total" {
		for _, m := range []month.Month{a.Month - 1, a.Month + 1} {
			b, ok := r.In(m)
			if !ok {
				continue
			}
			later := b
			if m < a.Month {
				later = a
			}
			// A total that stays is odd only if the later release found reports credible.
			found, stated := later.Credible.Int()
			if same, ok := total(b); ok && same == now && stated && found > 0 {
				return FlagRepeated
			}
		}
		return ""
	}
	for _, s := range r.reportSpans {
		if s.Repeated && (s.To == a.Month || s.From == a.Month+1) {
			return FlagRepeated
		}
	}
	for _, s := range r.reportSpans {
		if n, ok := s.Stated.Int(); ok && s.To == a.Month && n != s.Reports {
			return FlagUnexplained
		}
	}
	return ""
}

// hasFallen reports whether a release prints fewer deaths in all than the last one before it that prints a total.
func (r *Record) hasFallen(a *Assessment) bool {
	now, ok := a.KilledTotal.Int()
	for i := a.index - 1; ok && i >= 0; i-- {
		if before, printed := r.assessments[i].KilledTotal.Int(); printed {
			return now < before
		}
	}
	return false
}

// isRestated reports whether a row's note says that the total was restated.
func isRestated(note string) bool { return strings.Contains(note, "restatement") }
