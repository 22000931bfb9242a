package parse

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func FuzzRead(f *testing.F) {
	for _, cases := range numberCases {
		for _, c := range cases {
			f.Add(c.text)
		}
	}
	for _, cases := range []map[string]map[string]string{dateCases, periodCases} {
		for _, texts := range cases {
			for text := range texts {
				f.Add(text)
			}
		}
	}
	for _, text := range []string{"1, 3 et 4", "Recherche et développement", "👍🏽", "/change P0-03", "a\u202eb\u2069", "\xff\x00", "🏴\U000E0067\U000E007F", "4/5", "- a\n- b; c", "12k€", "€ -3.000,-", "\ufdfa\ufdfa", "١٢", "ﬁ", "1⁄2", "İ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range languages("*") {
			readEverything(t, text, lang)
		}
	})
}

func readEverything(t *testing.T, text, lang string) {
	n, unit, ok := Number(text, lang)
	if math.IsNaN(n) || math.IsInf(n, 0) || !ok && (n != 0 || unit != "") || !strings.Contains(text, unit) {
		t.Errorf("number %q: %v %q %v", text, n, unit, ok)
	}
	if euros, ok := Money(text, lang); math.IsNaN(euros) || math.IsInf(euros, 0) || !ok && euros != 0 {
		t.Errorf("money %q: %v", text, euros)
	}
	now := testNow()
	if day, ok := Date(text, lang, now); ok && (!inYears(day) || !day.Equal(civil(day.Date()))) || !ok && !day.IsZero() {
		t.Errorf("date %q: %v", text, day)
	}
	if from, to, ok := Period(text, lang, now); ok && (!inYears(from) || !inYears(to)) || !ok && !from.IsZero() {
		t.Errorf("period %q: %v %v", text, from, to)
	}
	YesNo(text, lang)
	if n, ok := Scale(text, lang, 1, 5); ok && (n < 1 || n > 5) {
		t.Errorf("scale %q: %d", text, n)
	}
	checkChoices(t, text, lang)
	checkLines(t, text)
	if got := ReadCommand(text, talk(t)); (got.Verdict == Known) == (got.Command == "") || len(got.Arg) > len(text) {
		t.Errorf("command %q: %+v", text, got)
	}
	checkClean(t, text)
}

func checkChoices(t *testing.T, text, lang string) {
	for _, options := range [][]Option{sectors, sectoren, sizes, signs} {
		ids, rest := Choices(text, lang, options)
		if len(ids) > len(options) || len(rest) > len(text) {
			t.Errorf("choices %q: %q %q", text, ids, rest)
		}
		for i, id := range ids {
			if slices.Contains(ids[:i], id) {
				t.Errorf("choices %q: twice %q", text, id)
			}
		}
		for _, piece := range rest {
			if !strings.Contains(text, piece) {
				t.Errorf("choices %q: %q was not typed", text, piece)
			}
		}
	}
}

func checkLines(t *testing.T, text string) {
	for _, line := range Lines(text) {
		if line == "" || !strings.Contains(text, line) || strings.ContainsAny(line, "\n;") {
			t.Errorf("lines %q: %q", text, line)
		}
	}
}

func checkClean(t *testing.T, text string) {
	clean, problem := Clean(text)
	again, other := Clean(clean)
	if again != clean || !utf8.ValidString(clean) || other != problem && other != NoProblem {
		t.Errorf("clean %+q: %+q %q then %+q %q", text, clean, problem, again, other)
	}
	if len(clean) > 4*len(text)+4 || (problem == Empty) != (clean == "") {
		t.Errorf("clean %+q: %+q %q", text, clean, problem)
	}
}

// A text of 100 KB is refused, or cleaned and split, at once.
func TestOverlongTexts(t *testing.T) {
	for _, unit := range []string{"1", "12 ", "é", "1,", "a ", "\u202e", "\u2067", "1 et ", "-", "\x00", "\u0301", "/change ", "un ", "\xff", "\n", "日"} {
		text := strings.Repeat(unit, 100_000/len(unit))
		start := time.Now()
		readEverything(t, text, "fr")
		if took := time.Since(start); took > 3*time.Second {
			t.Errorf("%q took %v", unit, took)
		}
		if _, _, ok := Number(text, "nl"); ok {
			t.Errorf("%q is a number", unit)
		}
	}
}

// The longest texts that are still read must not be slow either.
func TestLongestTexts(t *testing.T) {
	for _, unit := range []string{"1", "12 ", "é", "1,", "a,", "recherche et ", "1 et ", "-", "mars ", "mars-", "commerc ", "un ", "1 a ", "' "} {
		for _, limit := range []int{longestAnswer, longestChoices} {
			text := strings.Repeat(unit, limit/len([]rune(unit)))
			start := time.Now()
			readEverything(t, text, "fr")
			if took := time.Since(start); took > 3*time.Second {
				t.Errorf("%q took %v", unit, took)
			}
		}
	}
}
