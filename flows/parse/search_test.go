package parse

import (
	"slices"
	"strings"
	"testing"
)

func vocabulary() []Entry {
	return []Entry{
		{ID: "impact", Names: []string{"impact social", "maatschappelijke impact", "social impact", "impact"}},
		{ID: "stakeholder", Names: []string{"partie prenante", "stakeholder", "belanghebbende"}},
		{ID: "net", Names: []string{"impact net", "netto-impact"}},
		{ID: "question", Names: []string{"question évaluative", "evaluatievraag", "evaluation question"}},
		{ID: "effect", Names: []string{"effet", "effect", "outcome"}},
		{ID: "unintended", Names: []string{"effet inattendu", "onverwacht effect"}},
	}
}

func TestSearch(t *testing.T) {
	for query, want := range map[string]string{
		"impact":                      "impact! net",
		"L'impact social":             "impact!",
		"parties prenantes":           "stakeholder!",
		"de stakeholders":             "stakeholder!",
		"STAKEHOLDER ?":               "stakeholder!",
		"stakholder":                  "stakeholder",
		"stakeholdre":                 "stakeholder",
		"question evaluative":         "question!",
		"qeustion":                    "question",
		"prenante":                    "stakeholder",
		"eval":                        "question",
		"effet":                       "effect! unintended",
		"innattendu":                  "unintended",
		"onverwachte":                 "unintended",
		"belanghebende":               "stakeholder",
		"uqestion":                    "",
		"rien de tel":                 "",
		"le":                          "",
		"":                            "",
		strings.Repeat("impact ", 99): "",
	} {
		var got []string
		for _, f := range NewIndex(vocabulary()).Search(query) {
			if f.Exact {
				f.ID += "!"
			}
			got = append(got, f.ID)
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%.30q finds %v, want %s", query, got, want)
		}
	}
}

func TestSearchInNothing(t *testing.T) {
	if got := (Index{}).Search("impact"); len(got) != 0 {
		t.Errorf("found %v", got)
	}
}

func TestOccurrence(t *testing.T) {
	for _, c := range []struct{ text, phrase, want string }{
		{"Qui sont vos Parties prenantes ?", "partie prenante", "Parties prenantes"},
		{"L’impact social, enfin", "impact social", "impact social"},
		{"L'IMPACT", "impact", "IMPACT"},
		{"Welke stakeholders?", "stakeholder", "stakeholders"},
		{"De indicatoren van vandaag", "indicator", "indicatoren"},
		{"Le thème évaluatif", "evaluatif", "évaluatif"},
		{"une partie. Prenante ou non", "partie prenante", ""},
		{"impactful", "impact", ""},
		{"impactful impact", "impact", ""}, // it would be found first elsewhere
		{"", "impact", ""},
		{"impact", "", ""},
	} {
		got, ok := Occurrence(c.text, c.phrase)
		if ok && got != c.want || !ok && c.want != "" {
			t.Errorf("%q in %q is %q %v, want %q", c.phrase, c.text, got, ok, c.want)
		}
	}
}
