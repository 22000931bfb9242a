package form

// Compare tells which place comes first in the document: negative when a does.
func (d *documents) Compare(a, b Place) int {
	qa, oka := d.q.Question(a.Question())
	qb, okb := d.q.Question(b.Question())
	if !oka || !okb {
		return 0
	}
	pa, pb := a.Path(), b.Path()
	for i := 0; i < len(qa.loops) && i < len(qb.loops) && qa.loops[i] == qb.loops[i]; i++ {
		c := qa.loops[i].Each
		if diff := c.num(pa.Prefix(i+1)) - c.num(pb.Prefix(i+1)); diff != 0 {
			return diff
		}
	}
	return qa.Index - qb.Index
}
