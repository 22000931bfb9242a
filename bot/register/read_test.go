package register_test

import (
	"fmt"
	"strings"
	"testing"

	"visesbot/bot/register"
)

func sheet(table, header string, rows ...string) register.Sheet {
	s := register.Sheet{Table: table, Header: strings.Split(header, "|")}
	for _, r := range rows {
		s.Rows = append(s.Rows, strings.Split(r, "|"))
	}
	return s
}

// partners and firms are two sound tables: one partner, n enterprises.
func partners() register.Sheet {
	return sheet("Partners", "id|name|country|status|pools", "saw-b|SAW-B|be|Operator|solidarity ; other")
}

func firms(n int) register.Sheet {
	s := sheet("enterprises", "id|name|country|language|pool|partner")
	for i := range n {
		s.Rows = append(s.Rows, []string{fmt.Sprintf("e%d", i), "E", "BE", "fr", "other", "saw-b"})
	}
	return s
}

func members(n int) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("e%d", i))
	}
	return strings.Join(all, "; ")
}

func TestRead(t *testing.T) {
	entries, problems := register.Read(nil, partners(), firms(5),
		sheet("cohorts", "id|name|languages|enterprises", "c1|Un|fr;nl|"+members(5)))
	if len(problems) > 0 || len(entries) != 7 {
		t.Fatalf("%d entries, %v", len(entries), problems)
	}
	if p := entries[0]; p.ID != "saw-b" || p.Fields["country"] != "BE" || p.Fields["status"] != "operator" || p.Fields["pools"] != "solidarity;other" {
		t.Errorf("read %+v", p)
	}
	again, problems := register.Read(entries, firms(5))
	if c := register.Compare(entries, again); len(problems) > 0 || len(c.Same) != 5 || len(c.Added)+len(c.Changed) > 0 {
		t.Errorf("the same again: %+v, %v", c, problems)
	}
}

// Each wrong row is told by its table, row and column, with what to do.
func TestProblems(t *testing.T) {
	people := "id|name|role|language|enterprise|partner"
	for want, s := range map[string]register.Sheet{
		"people, row 2, role: \"boss\" is not known":           sheet("people", people, "p1||boss|fr||saw-b"),
		"people, row 2, enterprise: is empty: somebody who":    sheet("people", people, "p1||staff|fr||"),
		"people, row 2, partner: \"saw\" is not among the":     sheet("people", people, "p1||trainer|fr||saw"),
		"people, row 3, id: \"p1\" is in row 2 already":        sheet("people", people, "p1||staff|fr|e1|", "p1||staff|fr|e1|"),
		"people, row 3, name: is that of \"p1\" too":           sheet("people", people, "p1|Noor|staff|fr|e1|", "p2|noor|staff|fr|e1|"),
		"people, row 1, shoe: is left out, as it is no col":    sheet("people", people+"|shoe", "p1||staff|fr|e1||7"),
		"people, row 1, role: is missing: add this column":     sheet("people", "id|name", "p1|"),
		"people, row 1, id: is there twice":                    sheet("people", people+"|id"),
		"people, row 2, name: holds a formula":                 sheet("people", people, "p1| =A1|staff|fr|e1|"),
		"people, row 2, name: is longer than 200 bytes":        sheet("people", people, "p1|"+strings.Repeat("é", 101)+"|staff|fr|e1|"),
		"federations, row 2, partner: \"no\" is not among":     sheet("federations", "id|name|partner", "f|F|no"),
		"enterprises, row 2, federation: \"f\" is not among":   sheet("enterprises", "id|name|country|language|pool|federation", "z|Z|BE|fr|wi|f"),
		"things: is no table of a programme":                   sheet("things", "id"),
		"targets, row 2, target: \"many\" is not a whole":      sheet("targets", "partner|pool|target", "saw-b|wi|many"),
		"targets, row 3, partner: \"saw-b/wi\" is in row 2":    sheet("targets", "partner|pool|target", "saw-b|wi|1", "saw-b|wi|2"),
		"cohorts, row 2, enterprises: has 4 enterprises: a":    sheet("cohorts", "id|name|languages|enterprises", "c1|Un|fr|"+members(4)),
		"cohorts, row 2, enterprises: has 11 enterprises: a":   sheet("cohorts", "id|name|languages|enterprises", "c1|Un|fr|"+members(11)),
		"cohorts, row 3, enterprises: \"e0\" is in \"c1\" alr": sheet("cohorts", "id|name|languages|enterprises", "c1|Un|fr|"+members(5), "c2|Un|fr|"+members(5)),
		"cohorts, row 2, languages: \"de\" is not known":       sheet("cohorts", "id|name|languages|enterprises", "c1|Un|de|"+members(5)),
	} {
		_, problems := register.Read(nil, partners(), firms(11), s)
		if len(problems) == 0 || !strings.HasPrefix(problems[0].String(), want) {
			t.Errorf("want %q, got %v", want, problems)
		}
	}
}

// A formula is told also where it shows nothing, at the end of a row.
func TestFormulaThatShowsNothing(t *testing.T) {
	s := sheet("federations", "id|name|partner", "f|F")
	s.Formulas = map[[2]int]bool{{2, 2}: true}
	if _, problems := register.Read(nil, partners(), s); len(problems) != 1 || problems[0].String() != "federations, row 2, partner: holds a formula: write the value itself" {
		t.Errorf("got %v", problems)
	}
}

// A cohort of another size is only a warning, and what an earlier import said
// of a cohort counts.
func TestCohortSize(t *testing.T) {
	c1 := sheet("cohorts", "id|name|languages|enterprises", "c1|Un|fr|"+members(4))
	entries, problems := register.Read(nil, partners(), firms(4), c1)
	if len(problems) != 1 || register.Failed(problems) || !strings.HasSuffix(problems[0].String(), "[warning]") {
		t.Fatal(problems)
	}
	_, problems = register.Read(entries, sheet("cohorts", "id|name|languages|enterprises", "c2|Deux|fr|"+members(4)))
	if !register.Failed(problems) || !strings.Contains(problems[1].Flaw.Error(), `"e0" is in "c1" already`) {
		t.Error(problems)
	}
}

func TestLarge(t *testing.T) {
	entries, problems := register.Read(nil, partners(), firms(10_000))
	if len(problems) > 0 || len(entries) != 10_001 {
		t.Errorf("%d entries, %d problems", len(entries), len(problems))
	}
}

func TestSumUp(t *testing.T) {
	entries, problems := register.Read(nil, partners(), firms(3),
		sheet("targets", "partner|pool|target|realised", "saw-b|other|5|4", "saw-b|wi|2|"))
	if got := register.SumUp(entries, "other"); len(problems) > 0 || got != (register.Sum{Target: 5, Realised: 4, Enterprises: 3}) {
		t.Errorf("%+v, %v", got, problems)
	}
}

// An enterprise belongs to a partner by its federation, or else by who brought it.
func TestPartnerOf(t *testing.T) {
	entries, problems := register.Read(nil, partners(), sheet("federations", "id|name|partner", "f|F|saw-b"),
		sheet("enterprises", "id|name|country|language|pool|federation|partner", "a|A|BE|fr|wi|f|", "b|B|BE|fr|wi||saw-b", "c|C|BE|fr|wi||"))
	p := register.Of(entries)
	if len(problems) > 0 || p.PartnerOf("a") != "saw-b" || p.PartnerOf("b") != "saw-b" || p.PartnerOf("c") != "" {
		t.Error(problems, p.PartnerOf("a"), p.PartnerOf("b"), p.PartnerOf("c"))
	}
}

// What is understood in only one way is taken: headings and values in French and
// Dutch, half hours, thousands that stand apart. What is not needed is left out.
// Both are told.
func TestLenient(t *testing.T) {
	entries, problems := register.Read(nil, partners(),
		sheet("Entreprises", "Identifiant|Nom|PAYS|Langue|pool|Partenaire|Heures|remarques", "a|A|Belgique|français|insertion|saw-b|7,5|bien"),
		sheet("ondernemingen", "id|naam|land|taal|pool|partner|uren", "b|B|Frankrijk|Nederlands|solidariteit|saw-b|12.50"),
		sheet("doelen", "partner|pool|doel", "saw-b|andere|1 000", "saw-b|wi|1,200"))
	if register.Failed(problems) || len(entries) != 5 {
		t.Fatal(len(entries), problems)
	}
	a, b := entries[1], entries[2]
	if f := a.Fields; f["name"] != "A" || f["country"] != "BE" || f["language"] != "fr" || f["pool"] != "wi" || f["hours"] != "7.5" || a.Guidance() != 450 {
		t.Errorf("read %v", f)
	}
	if f := b.Fields; f["country"] != "FR" || f["language"] != "nl" || f["pool"] != "solidarity" || f["hours"] != "12.5" {
		t.Errorf("read %v", f)
	}
	if one, two := entries[3].Fields["target"], entries[4].Fields["target"]; one != "1000" || two != "1200" {
		t.Errorf("targets %s and %s", one, two)
	}
	told := fmt.Sprint(problems)
	for _, want := range []string{"remarques: is left out", `"7,5" is read as 7.5`, `"1,200" is read as 1200`, `"1 000" is read as 1000`} {
		if !strings.Contains(told, want) {
			t.Errorf("%s is not told: %s", want, told)
		}
	}
}

// What is no number is asked again; parts of an enterprise are none.
func TestNoNumber(t *testing.T) {
	for _, v := range []string{"-1", "7.5", "1,5", "1e3", "NaN", "Inf", "0x10", "1.2.3", "12,5,", ",", "many", "99999999999999999999"} {
		_, problems := register.Read(nil, partners(), sheet("targets", "partner|pool|target", "saw-b|wi|"+v))
		if !register.Failed(problems) {
			t.Errorf("%q is taken: %v", v, problems)
		}
	}
}
