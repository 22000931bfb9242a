package officetest

import (
	"fmt"
	"strings"

	"visesbot/bot/register"
	"visesbot/flows/form"
)

// Register is a fictional programme: two partners, two cohorts of five
// enterprises, with one member of staff each ("s-e1" of "e1" …), the accompanists
// "odile" of the cohort "north" (French) and "bert" of "south" (Dutch), the trainer
// "thea" of bert's partner and the coordinator "carla".
func Register() []register.Entry {
	all := []register.Entry{
		entry(register.Partners, "saw-b", "name", "SAW-B", "country", "BE", "status", "operator", "language", "fr"),
		entry(register.Partners, "4werk", "name", "4Werk", "country", "BE", "status", "operator", "language", "nl"),
		entry(register.People, "odile", "name", "Odile", "role", "accompanist", "language", "fr", "partner", "saw-b"),
		entry(register.People, "bert", "name", "Bert", "role", "accompanist", "language", "nl", "partner", "4werk"),
		entry(register.People, "thea", "name", "Thea", "role", "trainer", "language", "nl", "partner", "4werk"),
		entry(register.People, "carla", "name", "Carla", "role", "coordinator", "language", "en", "partner", "saw-b"),
	}
	for i := 1; i <= 10; i++ {
		id, lang, pool := fmt.Sprintf("e%d", i), "fr", []string{"wi", "solidarity", "other"}[i%3]
		if i > 5 {
			lang = "nl"
		}
		all = append(all,
			entry(register.Enterprises, id, "name", fmt.Sprintf("Atelier %d (fictional)", i), "country", "BE", "language", lang, "pool", pool, "hours", "10"),
			entry(register.People, "s-"+id, "name", "Noor "+id, "role", "staff", "language", lang, "enterprise", id))
	}
	return append(all,
		entry(register.Cohorts, "north", "name", "Groupe du Nord", "languages", "fr", "enterprises", "e1;e2;e3;e4;e5", "accompanists", "odile"),
		entry(register.Cohorts, "south", "name", "Groep Zuid", "languages", "nl", "enterprises", "e6;e7;e8;e9;e10", "accompanists", "bert"))
}

// entry is a row with these fields, name by name.
func entry(table, id string, pairs ...string) register.Entry {
	e := register.Entry{Table: table, ID: id, Fields: map[string]string{"id": id}}
	for i := 0; i+1 < len(pairs); i += 2 {
		if strings.TrimSpace(pairs[i+1]) != "" {
			e.Fields[pairs[i]] = pairs[i+1]
		}
	}
	return e
}

// Enterprise is one of the register, as an invitation names it.
func Enterprise(id string) form.Enterprise {
	return form.Enterprise{ID: id, Name: "Atelier " + strings.TrimPrefix(id, "e") + " (fictional)", Country: "BE"}
}
