package definition

import (
	"go.yaml.in/yaml/v3"

	"visesbot/flows/form"
)

// readQuestion reads one question. Which keys suit which type is looked at
// later, by the rules.
func (r reader) readQuestion(f *file, n *yaml.Node, loops []*form.Loop) *form.Question {
	q := &form.Question{Respond: form.Together, Version: nodeHash(n)}
	m := r.fields(f, n, "question")
	r.at[q] = spotOf(f, n)
	r.asked = append(r.asked, &asked{Question: q, has: m.spots, loops: loops})
	m.str(m.need("id"), &q.ID)
	m.str(m.get("name"), &q.Name)
	m.strs(m.get("was"), &q.Was)
	q.Number = number(q.ID)
	r.readType(m, q)
	r.readTexts(m, q)
	r.readWho(m, q)
	r.readLimits(m, q)
	r.readConditions(m, q)
	r.readVariants(m, q)
	m.done()
	return q
}

func (r reader) readType(m *fields, q *form.Question) {
	oneOf(m, m.need("type"), &q.Type, form.Types())
	m.options(m.get("options"), &q.Options, q)
	m.options(m.get("units"), &q.Units, q)
	m.str(m.get("unit"), &q.Unit)
	m.truth(m.get("reads"), &q.Reads)
	if n := m.get("adds"); n != nil {
		q.Adds = r.collection(m.file, n)
	}
	q.Of = r.readOf(m, m.get("of"))
	r.readCalendar(m, q)
	r.readReleases(m, q)
	r.readFollow(m, q)
}

func (r reader) readOf(m *fields, n *yaml.Node) []*form.Collection {
	if n == nil {
		return nil
	}
	entries := []*yaml.Node{n}
	if n.Kind != yaml.ScalarNode {
		entries = m.list(n)
	}
	var of []*form.Collection
	for _, e := range entries {
		if c := r.collection(m.file, e); c != nil {
			of = append(of, c)
		}
	}
	return of
}

func (r reader) readTexts(m *fields, q *form.Question) {
	m.needText("text", &q.Text, q)
	m.needText("short", &q.Short, q)
	m.text("help", &q.Help, q)
	m.text("example", &q.Example, q)
	m.text("bare", &q.Bare, q)
	m.needText("why", &q.Why, q)
	m.strs(m.get("words"), &q.Words)
	m.strs(m.get("read"), &q.Read)
	m.str(m.get("source"), &q.Source)
}

func (r reader) readWho(m *fields, q *form.Question) {
	var optional, core bool
	m.truth(m.get("optional"), &optional)
	m.truth(m.get("core"), &core)
	m.truth(m.get("delegate"), &q.Delegate)
	m.truth(m.get("keep"), &q.Keep)
	q.Core = !optional
	oneOf(m, m.get("respond"), &q.Respond, []form.Respond{form.Together, form.Each})
	m.strs(m.get("for"), &q.For)
	m.strs(m.get("tells"), &q.Tells)
	m.whole(m.get("voters"), &q.Voters)
	oneOf(m, m.get("outside"), &q.Outside, roles())
	oneOf(m, m.get("privacy"), &q.Privacy, []string{"none", "business", "personal", "special"})
	for i := range q.For {
		checkOneOf(r.loader, r.at[&q.For[i]], q.For[i], roles())
	}
	for i := range q.Tells {
		checkOneOf(r.loader, r.at[&q.Tells[i]], q.Tells[i], roles())
	}
}

// roles are the parts people play, staff of the enterprise first.
func roles() []string {
	return []string{
		"management", "worker", "board", "volunteer", "user", "other",
		"accompanist", "researcher", "financier", "trainer",
	}
}

// pools are the kinds of enterprise that a question may speak to differently.
func pools() []string { return []string{"wi", "solidarity", "other"} }

func (r reader) readLimits(m *fields, q *form.Question) {
	m.whole(m.get("min"), &q.Min)
	_, said := m.spots["min"]
	q.None = said && q.Min == 0 && (q.Type == form.Multi || q.Type == form.Ref)
	m.whole(m.get("max"), &q.Max)
	m.whole(m.get("usual"), &q.Usual)
	m.number(m.get("low"), &q.Low)
	m.number(m.get("high"), &q.High)
}

func (r reader) readConditions(m *fields, q *form.Question) {
	m.expr(m.get("when"), &q.When)
	m.expr(m.get("calc"), &q.Calc)
	m.rules(m.get("must"), &q.Must, q)
	m.rules(m.get("warn"), &q.Warn, q)
}

func (r reader) readVariants(m *fields, q *form.Question) {
	for _, p := range m.pairs(m.get("variants")) {
		if !checkOneOf(r.loader, spotOf(m.file, p.key), p.key.Value, pools()) {
			continue
		}
		if q.Variants == nil {
			q.Variants = map[string]form.Variant{}
		}
		q.Variants[p.key.Value] = r.readVariant(m.file, p.value, q)
	}
}

func (r reader) readVariant(f *file, n *yaml.Node, q *form.Question) form.Variant {
	v := &form.Variant{}
	m := r.fields(f, n, "variant")
	m.text("text", &v.Text, q)
	m.text("help", &v.Help, q)
	ideas := m.list(m.get("ideas"))
	v.Ideas = make([]form.Text, len(ideas))
	for i, idea := range ideas {
		m.said("ideas", idea, &v.Ideas[i], q)
	}
	m.done()
	return *v
}
