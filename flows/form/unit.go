package form

import "strings"

// The unit of a number may be what the enterprise itself answered elsewhere.

// UnitAt gives the own unit of a number at a place; "" where there is none.
func (d *standing) UnitAt(q *Question, p Place) string {
	if q.unitOf == nil {
		return ""
	}
	a := d.current(At(q.unitOf.ID, p.Path().Prefix(len(q.unitOf.Loop))))
	if a == nil || a.State != Given {
		return ""
	}
	return a.Value.Text
}

// checkUnit refuses a number in another unit than the enterprise's own.
func (d *standing) checkUnit(q *Question, p Place, v Value) *Refusal {
	unit := d.UnitAt(q, p)
	if q.unitOf == nil || v.Unit == "" || unit == "" || sameUnit(v.Unit, unit) {
		return nil
	}
	return &Refusal{Kind: OtherUnit, Unit: unit}
}

// sameUnit takes a shortened or longer form for the same: "%" and "% of those
// asked", "heure" and "heures".
func sameUnit(a, b string) bool {
	a, b = strings.ToLower(strings.TrimSpace(a)), strings.ToLower(strings.TrimSpace(b))
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}
