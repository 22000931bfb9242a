package storetest

import (
	"fmt"
	"reflect"
	"testing"

	"visesbot/bot/register"
)

func registerCases() []check {
	return []check{
		{"the register keeps its entries", registerKept},
		{"a register of many is put at once", registerLarge},
		{"the register is read by how ids begin", registerBelow},
	}
}

func partner(id, name string) register.Entry {
	return register.Entry{Table: register.Partners, ID: id, Fields: map[string]string{"id": id, "name": name, "pools": "wi;solidarity"}}
}

func (l *lab) entries(table string, want ...register.Entry) {
	l.Helper()
	got, err := l.store.Entries(l.ctx(), table)
	l.ok(err, "entries")
	if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
		l.Errorf("the register holds in %q %v, want %v", table, got, want)
	}
}

func registerKept(t *testing.T, site Site) {
	l := newLab(t, site)
	l.entries("")
	l.ok(l.store.PutEntries(l.ctx()), "put none")
	person := register.Entry{Table: register.People, ID: "p-1", Fields: map[string]string{"role": "staff"}}
	target := register.Entry{Table: register.Targets, ID: "b/wi", Fields: map[string]string{"target": "3"}}
	l.ok(l.store.PutEntries(l.ctx(), target, person, partner("b", "Bé ; \"x\""), partner("a", "A")), "put")
	l.entries(register.Partners, partner("a", "A"), partner("b", "Bé ; \"x\""))
	l.entries(register.Cohorts)
	l.ok(l.store.PutEntries(l.ctx(), partner("b", "Bee")), "put again")
	l.reopen()
	l.entries(register.Partners, partner("a", "A"), partner("b", "Bee"))
	l.entries("", partner("a", "A"), partner("b", "Bee"), person, target)
}

func registerBelow(t *testing.T, site Site) {
	l := newLab(t, site)
	l.ok(l.store.PutEntries(l.ctx(), partner("a", "A"), partner("a/1", "1"), partner("a/2", "2"), partner("a0", "B"), partner("b/1", "C")), "put")
	for prefix, want := range map[string][]register.Entry{
		"a/": {partner("a/1", "1"), partner("a/2", "2")}, "a/2": {partner("a/2", "2")}, "c": nil,
		"b": {partner("b/1", "C")},
	} {
		got, err := l.store.Below(l.ctx(), register.Partners, prefix)
		l.ok(err, "below")
		if len(got) != len(want) || len(want) > 0 && !reflect.DeepEqual(got, want) {
			l.Errorf("below %q are %v, want %v", prefix, got, want)
		}
	}
}

func registerLarge(t *testing.T, site Site) {
	l := newLab(t, site)
	var many []register.Entry
	for i := range 50 {
		many = append(many, partner(fmt.Sprintf("p%04d", i), "P"))
	}
	l.ok(l.store.PutEntries(l.ctx(), many...), "put many")
	l.entries(register.Partners, many...)
}
