package form

// RecordAdopt is the kind of record of a dossier taken up by a newer content.
const RecordAdopt = "content adopted"

// Adopt takes a dossier that was pinned to another content up into this one.
// Answers to a question that was renamed (was:) move to its new name; answers
// to one that is gone are archived, as nothing is ever lost; what is open is
// computed anew. It tells whether there was anything to do.
func (d *Dossier) Adopt(by Author) bool {
	from := d.head.Content
	if !d.Exists() || from == d.q.Version {
		return false
	}
	d.changedHead().Content = d.q.Version
	d.record(Record{Kind: RecordAdopt, Author: by, Reason: from + " -> " + d.q.Version})
	renamed := d.q.renamed()
	d.moveAnswers(renamed)
	d.clearIndex(renamed)
	for _, p := range d.q.Phases {
		if d.begun(p) {
			d.index(p)
		}
	}
	return true
}

// renamed maps every former id of a question to its present one.
func (q *Questionnaire) renamed() map[string]string {
	now := map[string]string{}
	for _, question := range q.order {
		for _, was := range question.Was {
			now[was] = question.ID
		}
	}
	return now
}

// moveAnswers moves what was answered under an old name, and archives what has
// none any more.
func (d *Dossier) moveAnswers(renamed map[string]string) {
	for _, a := range d.src.Answers() {
		id := a.Place.Question()
		if _, there := d.q.questions[id]; there {
			continue
		}
		if to, ok := renamed[id]; ok {
			d.moveAnswer(a, At(to, a.Place.Path()))
		}
		if k := d.changedAnswer(a.Place); !k.doc.Archived {
			k.doc.Archived = true
		}
	}
	d.moveWaiting(renamed)
}

func (d *Dossier) moveAnswer(a Answer, to Place) {
	if d.Answer(to) != nil {
		return
	}
	k := d.changedAnswer(to)
	*k.doc = a
	k.doc.Place = to
}

func (d *Dossier) moveWaiting(renamed map[string]string) {
	h := d.changedHead()
	var kept []Waiting
	for _, w := range h.Waiting {
		if to, ok := renamed[w.Place.Question()]; ok {
			w.Place = At(to, w.Place.Path())
		}
		if _, there := d.q.questions[w.Place.Question()]; there {
			kept = append(kept, w)
		}
	}
	h.Waiting = kept
}

// clearIndex empties the index, and mends where items say they come from.
func (d *Dossier) clearIndex(renamed map[string]string) {
	h := d.changedHead()
	h.Open, h.Below, h.Plans = nil, nil, nil
	for _, c := range d.q.Collections {
		if c.Of == nil {
			d.clearList(c, "", renamed)
		}
	}
}

func (d *Dossier) clearList(c *Collection, parent Path, renamed map[string]string) {
	k := d.list(c, parent)
	if len(k.doc.Open) > 0 {
		d.changedList(k).Open = nil
	}
	for n := 1; n <= k.doc.Made; n++ {
		path := parent.Join(c.id(n))
		d.clearItem(path, renamed)
		for _, inner := range d.q.Collections {
			if inner.Of == c {
				d.clearList(inner, path, renamed)
			}
		}
	}
}

func (d *Dossier) clearItem(path Path, renamed map[string]string) {
	k := d.item(path)
	to, moved := renamed[k.doc.Via.Question()]
	if !k.exists || !moved && len(k.doc.Open) == 0 && len(k.doc.Below) == 0 {
		return
	}
	it := d.changedItem(k)
	it.Open, it.Below = nil, nil
	if moved {
		it.Via = At(to, it.Via.Path())
	}
}

// Between tells whether a head is between two phases: one was closed, and
// nothing was answered since. That is when a newer content may be taken up.
func (h Head) Between() bool {
	n := len(h.Closed)
	return n > 0 && h.Closed[n-1].Phase != h.Phase && h.Records == h.Closed[n-1].Record
}
