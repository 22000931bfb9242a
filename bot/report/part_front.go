package report

import (
	"cmp"
	"slices"
	"strconv"

	"visesbot/flows/form"
)

// chosenQuestion is what is evaluated; empty while nothing is chosen.
func (b *builder) chosenQuestion() Text {
	var all []Text
	for _, c := range b.choices("question", "") {
		all = append(all, b.name(form.Path(c)))
	}
	return Joined(" · ", all...)
}

// mostFindings and mostDecisions are what one page has room for.
const (
	mostFindings  = 3
	mostDecisions = 4
)

// summary is the report on one page.
func (b *builder) summary() []Block {
	var all []Block
	if t := b.shown("mission", ""); !t.Empty() {
		all = append(all, Block{Quote: &Quote{Text: t, By: b.say("report.mission")}})
	} else {
		all = append(all, b.missing("mission", ""))
	}
	all = append(all, b.head("report.the_question"))
	if q := b.chosenQuestion(); !q.Empty() {
		all = append(all, Block{Para: q.Strong()})
	} else {
		all = append(all, b.missing("question", ""))
	}
	all = append(all, b.head("report.the_answer"), b.para("answer", ""), b.strength())
	if b.may("results") {
		all = append(all, b.findings()...)
	}
	if b.may("decisions") {
		all = append(all, b.head("report.the_decisions"), b.decisionList(mostDecisions))
	}
	return append(all, Block{Note: b.say("report.how_to_read")})
}

// strength says how well the answer is supported.
func (b *builder) strength() Block {
	t := b.shown("strength", "")
	if t.Empty() {
		return b.missing("strength", "")
	}
	return Block{Para: b.say("report.strength").And(Raw(" "), t.Strong())}
}

// findings are what the results of three changes say, an unwelcome one among
// them where there is one.
func (b *builder) findings() []Block {
	changes := b.scope()
	slices.SortStableFunc(changes, func(x, y form.Path) int { return cmp.Compare(b.unwelcome(y), b.unwelcome(x)) })
	var list []Text
	for _, c := range changes[:min(mostFindings, len(changes))] {
		t := b.name(c).Strong()
		if found := b.shown("change.finding", c); !found.Empty() {
			t = t.And(Raw(" — "), found)
		} else {
			t = t.And(Raw(" — "), b.say("report.not_read"))
		}
		list = append(list, t)
	}
	if len(list) == 0 {
		return nil
	}
	return []Block{b.head("report.the_findings"), {List: list}}
}

// unwelcome is 1 for a change whose values got worse, or that nobody wanted.
func (b *builder) unwelcome(c form.Path) int {
	if b.choice("change.sign", c) == "negative" {
		return 1
	}
	for _, i := range b.items("indicator", c) {
		if b.choice("indicator.reading", i) == "worse" {
			return 1
		}
	}
	return 0
}

// decisionList lists what was decided; most of 0 is all.
func (b *builder) decisionList(most int) Block {
	all := b.items("decision", "")
	if len(all) == 0 {
		return b.missing("+decision", "")
	}
	if most > 0 && len(all) > most {
		all = all[:most]
	}
	var list []Text
	for _, p := range all {
		list = append(list, Joined(" · ", b.shown("decision.kind", p).Strong(), b.name(p), b.shown("decision.deadline", p)))
	}
	return Block{List: list}
}

// why says why they evaluated, and with whom.
func (b *builder) why() []Block {
	all := []Block{b.head("report.aims")}
	aims := b.shown("aims", "")
	if aims.Empty() {
		all = append(all, b.missing("aims", ""))
	} else {
		all = append(all, Block{Para: aims})
	}
	all = append(all, b.facts("", "report.for_whom", "audiences", "report.hours", "hours", "report.deadline", "deadline", "report.experience", "experience"))
	all = append(all, b.head("report.with_whom"), b.roles(), b.head("report.unheard"))
	return append(all, b.notHeard()...)
}

// roles counts who steers and who answers, by role: never by name.
func (b *builder) roles() Block {
	facts := []Fact{}
	if t := b.counted("steering", "steering.side"); !t.Empty() {
		facts = append(facts, Fact{Name: b.say("report.steering"), Value: t})
	}
	if t := b.counted("respondent", "respondent.role"); !t.Empty() {
		facts = append(facts, Fact{Name: b.say("report.respondents"), Value: t})
	}
	if len(facts) == 0 {
		return b.missing("+steering", "")
	}
	return Block{Facts: facts}
}

// counted is how many items there are of each choice of a question of theirs.
func (b *builder) counted(collection, name string) Text {
	n, order, shown := map[string]int{}, []string{}, map[string]Text{}
	for _, p := range b.items(collection, "") {
		c := b.choice(name, p)
		if c == "" {
			continue
		}
		if n[c]++; n[c] == 1 {
			order, shown[c] = append(order, c), b.shown(name, p)
		}
	}
	var all []Text
	for _, c := range order {
		t := shown[c]
		if n[c] > 1 {
			t = t.And(Raw(" (" + strconv.Itoa(n[c]) + ")"))
		}
		all = append(all, t)
	}
	return Joined(", ", all...)
}

// notHeard says who has not been heard, and how they will be.
func (b *builder) notHeard() []Block {
	switch b.choice("someone_unheard", "") {
	case "":
		return []Block{b.missing("someone_unheard", "")}
	case "no":
		return []Block{{Para: b.say("report.all_heard")}}
	}
	return []Block{{Para: b.shown("unheard", "").Strong()}, {Para: b.shown("unheard_how", "")}}
}

// question tells what is evaluated, how it was chosen, and what is outside.
func (b *builder) question() []Block {
	var all []Block
	if q := b.chosenQuestion(); !q.Empty() {
		all = append(all, Block{Quote: &Quote{Text: q, By: b.asked()}})
	} else {
		all = append(all, b.missing("question", ""))
	}
	all = append(all, b.votes()...)
	if t := b.shown("divergence", ""); !t.Empty() && b.may("views") {
		all = append(all, b.head("report.divergence"), Block{Para: t})
	}
	all = append(all, b.head("report.in_scope"))
	var list []Text
	for _, c := range b.scope() {
		list = append(list, b.name(c).And(Raw(" ("), b.name(c.Parent()), Raw(")")))
	}
	if len(list) == 0 {
		all = append(all, b.missing("in_scope", ""))
	}
	all = append(all, Block{List: list}, b.facts("", "report.period", "scope_period"), b.head("report.left_out"), b.para("left_out", ""))
	if b.o.Length == Thorough {
		all = append(all, b.outside()...)
	}
	return all
}

// asked says when the question was chosen.
func (b *builder) asked() Text {
	a := b.given("question", "")
	if a == nil {
		return nil
	}
	return b.twice(func(lang string) string { return b.o.Words(lang, "report.chosen", "day", form.Day(a.At, lang)) })
}

// outside are the changes that are not followed.
func (b *builder) outside() []Block {
	followed := b.scope()
	var list []Text
	for _, c := range b.items("change", "") {
		if !slices.Contains(followed, c) {
			list = append(list, b.name(c).And(Raw(" ("), b.name(c.Parent()), Raw(")")))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []Block{b.head("report.out_of_scope"), {List: list}}
}
