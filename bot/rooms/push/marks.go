package push

import (
	"cmp"
	"strings"

	"visesbot/bot/register"
)

// The marks of a push: "PUSH/withdrawn", "PUSH/begun", "PUSH/round/2",
// "PUSH/p/PERSON" for who it went to, "PUSH/q/BLOCK/PERSON" for a check that was
// answered. PERSON says nothing but that two are the same.
const (
	markWithdrawn = "withdrawn"
	markBegun     = "begun"
	markRound     = "round/"
	markPerson    = "p/"
	markQuiz      = "q/"
)

func mark(push, name string, fields map[string]string) register.Entry {
	return register.Entry{Table: Marks, ID: push + "/" + name, Fields: fields}
}

// marks are all marks of one push, by what follows its id.
type marks map[string]map[string]string

func marksOf(push string, entries []register.Entry) marks {
	m := marks{}
	for _, e := range entries {
		if name, ok := strings.CutPrefix(e.ID, push+"/"); ok && e.Table == Marks {
			m[name] = e.Fields
		}
	}
	return m
}

// people are the marks of those it went to.
func (m marks) people() (all []map[string]string) {
	for name, f := range m {
		if strings.HasPrefix(name, markPerson) {
			all = append(all, f)
		}
	}
	return all
}

// missed are those who have not opened it, and have not followed it either.
func missed(f map[string]string) bool { return f["started"] == "" && f["finished"] == "" }

// missed are, of a message, those whom it has not reached.
func (o Order) missed(f map[string]string) bool {
	if o.Message() {
		return f["delivered"] == ""
	}
	return missed(f)
}

// rounds counts how often it was offered.
func (m marks) rounds() int {
	n := 1
	for name := range m {
		if strings.HasPrefix(name, markRound) {
			n++
		}
	}
	return n
}

// known tells whether somebody got it already, in this conversation or another.
func (m marks) known() func(person) bool {
	talks, respondents := map[string]bool{}, map[[2]string]bool{}
	for _, f := range m.people() {
		talks[f["address"]] = true
		if f["respondent"] != "" {
			respondents[[2]string{f["enterprise"], f["respondent"]}] = true
		}
	}
	return func(p person) bool {
		return talks[string(p.address)] || respondents[[2]string{p.enterprise, p.respondent}]
	}
}

// offered is the mark of somebody it goes to; what is known of them stays.
func (m marks) offered(p person, at string) map[string]string {
	f := map[string]string{}
	for name, value := range m[markPerson+p.key()] {
		f[name] = value
	}
	f["address"], f["enterprise"], f["respondent"] = string(p.address), p.enterprise, p.respondent
	f["offered"] = cmp.Or(f["offered"], at)
	return f
}
