package report

import (
	"slices"
	"time"

	"visesbot/flows/form"
)

// Measured is a value of an indicator at a moment, as other programs read it.
type Measured struct {
	Enterprise, Name, Stakeholder, Change    string
	InScope                                  bool
	Indicator, Label                         string // its path, and its name
	Version                                  int    // of the indicator: from 1 on
	Nature, Unit, Method, Target, Moment     string
	From, Until                              time.Time
	Start, Value, Reached, Asked, Confidence *float64
	Text                                     string // of one that is told in words
}

// Values lists everything that was measured, in the order of the changes, of the
// versions of their indicators, and of time. Former versions come before the
// present one.
func Values(d *form.Dossier, lang string) []Measured {
	b := &builder{source: newSource(d), o: Options{Lang: lang}}
	var all []Measured
	scope := b.scope()
	for _, c := range b.items("change", "") {
		for _, i := range b.newest(c) {
			for n, version := range d.Versions(i) {
				for _, m := range b.measures(version) {
					v := measured(b, version, m)
					v.Version, v.InScope = n+1, slices.Contains(scope, c)
					v.Stakeholder, v.Change = b.name(c.Parent()).Plain(), b.name(c).Plain()
					if v.Value != nil || v.Text != "" {
						all = append(all, v)
					}
				}
			}
		}
	}
	return all
}

// measured reads one value.
func measured(b *builder, i, m form.Path) Measured {
	h := b.d.Head()
	v := Measured{
		Enterprise: h.Enterprise.ID, Name: h.Enterprise.Name, Indicator: string(i), Label: b.name(i).Plain(),
		Nature: b.choice("indicator.nature", i), Unit: b.shown("indicator.unit", i).Plain(), Method: b.choice("indicator.method", i),
		Target: b.shown("indicator.enough", i).Plain(), Moment: b.name(m).Plain(), Text: b.shown("measure.told", m).Plain(),
		Start: pointer(b, "indicator.start", i), Reached: pointer(b, "measure.reached", m), Asked: pointer(b, "measure.requested", m),
		Confidence: pointer(b, "measure.confidence", m),
	}
	for _, name := range []string{"measure.value", "measure.level", "measure.total"} {
		if v.Value == nil {
			v.Value = pointer(b, name, m)
		}
	}
	if a := b.given("measure.span", m); a != nil {
		v.From, v.Until = a.Value.Date, a.Value.Until
	}
	return v
}

func pointer(b *builder, name string, path form.Path) *float64 {
	if n, ok := b.number(name, path); ok {
		return &n
	}
	return nil
}
