package parse

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestReadings reads everything in testdata/readings.tsv: what people type, and
// what a native understands by it. Columns: kind, language, today, text, wanted.
// "?" is asked again; "|" stands between readings that are all right.
func TestReadings(t *testing.T) {
	text, err := os.ReadFile("testdata/readings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")[1:]
	if len(rows) < 1050 {
		t.Errorf("only %d rows", len(rows))
	}
	seen := map[string]bool{}
	for i, line := range rows {
		row := strings.Split(line, "\t")
		if len(row) != 5 {
			t.Fatalf("line %d: %d columns", i+2, len(row))
		}
		if seen[row[0]+row[1]+row[3]] {
			t.Errorf("line %d stands there twice: %s", i+2, line)
		}
		seen[row[0]+row[1]+row[3]] = true
		today, err := time.Parse("2006-01-02", row[2])
		if err != nil {
			t.Fatalf("line %d: %v", i+2, err)
		}
		got := shownReading(row[0], row[3], row[1], today.Add(10*time.Hour))
		if !slices.Contains(strings.Split(row[4], "|"), got) {
			t.Errorf("line %d: %s %s %q: %s, want %s", i+2, row[0], row[1], row[3], got, row[4])
		}
	}
}

// shownReading reads a text as one kind and writes it like the table.
func shownReading(kind, text, lang string, now time.Time) string {
	switch kind {
	case "number":
		n, _, ok := Number(text, lang)
		return shownNumber(n, ok)
	case "money":
		n, ok := Money(text, lang)
		return shownNumber(n, ok)
	case "scale":
		n, ok := Scale(text, lang, 1, 5)
		return shownNumber(float64(n), ok)
	case "date":
		if day, ok := ReadDate(text, lang, now).One(); ok {
			return day.Format(time.DateOnly)
		}
	case "period":
		if span, ok := ReadPeriod(text, lang, now).One(); ok {
			return span.From.Format(time.DateOnly) + ".." + span.To.Format(time.DateOnly)
		}
	case "clock":
		if at, ok := Clock(text); ok {
			return at
		}
	case "yes/no":
		if yes, ok := YesNo(text, lang); ok && yes {
			return "yes"
		} else if ok {
			return "no"
		}
	case "choice":
		ids, rest := Choices(text, lang, tableOptions(lang))
		slices.SortFunc(ids, func(a, b string) int { return optionAt(lang, a) - optionAt(lang, b) })
		if len(ids) > 0 && len(rest) == 0 {
			return strings.Join(ids, ",")
		}
	default:
		return fmt.Sprintf("no such kind: %q", kind)
	}
	return "?"
}

func shownNumber(n float64, ok bool) string {
	if !ok {
		return "?"
	}
	return strconv.FormatFloat(math.Round(n*1e4)/1e4, 'f', -1, 64)
}

func optionAt(lang, id string) int {
	return slices.IndexFunc(tableOptions(lang), func(o Option) bool { return o.ID == id })
}

func tableOptions(lang string) []Option {
	if lang == "nl" {
		return []Option{
			{ID: "team", Label: "Ons team", Also: []string{"medewerkers", "personeel"}},
			{ID: "board", Label: "Ons bestuur", Also: []string{"raad van bestuur"}},
			{ID: "users", Label: "De gebruikers", Also: []string{"cliënten", "deelnemers"}},
			{ID: "members", Label: "De leden", Also: []string{"leden"}},
			{ID: "none", Label: "Niemand"},
		}
	}
	return []Option{
		{ID: "management", Label: "Direction", Also: []string{"directeur", "directrice"}},
		{ID: "worker", Label: "Membre du personnel", Also: []string{"salarié", "salariée", "employé", "travailleur"}},
		{ID: "board", Label: "Conseil d'administration", Also: []string{"CA"}},
		{ID: "volunteer", Label: "Bénévole", Also: []string{"volontaire"}},
		{ID: "user", Label: "Usager ou usagère", Also: []string{"bénéficiaire"}},
		{ID: "other", Label: "Autre rôle", Also: []string{"autre"}},
	}
}
