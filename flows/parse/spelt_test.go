package parse

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestNumbersInWords: every number below a thousand million that is written in
// words, in each language and its usual spellings, reads back.
func TestNumbersInWords(t *testing.T) {
	for lang, spellings := range writers() {
		for name, write := range spellings {
			t.Run(lang+" "+name, func(t *testing.T) {
				for n := range 2500 {
					readsBack(t, write(n), lang, n)
				}
				rapid.Check(t, func(t *rapid.T) {
					n := rapid.IntRange(0, 999_999_999).Draw(t, "n")
					readsBack(t, write(n), lang, n)
				})
			})
		}
	}
}

type failing interface{ Fatalf(string, ...any) }

func readsBack(t failing, text, lang string, n int) {
	if n == 1 { // "un" and "een" may be articles
		text += map[string]string{"fr": " personne", "nl": " persoon", "en": " person"}[lang]
	}
	if got, _, ok := Number(text, lang); !ok || got != float64(n) {
		t.Fatalf("%s %q: %v %v, want %d", lang, text, got, ok, n)
	}
	if got, ok := Money(text+" euro", lang); n != 1 && (!ok || got != float64(n)) {
		t.Fatalf("%s %q euro: %v %v, want %d", lang, text, got, ok, n)
	}
}

func writers() map[string]map[string]func(int) string {
	return map[string]map[string]func(int) string{
		"fr": {
			"classic":       func(n int) string { return frenchWords(n, "-", " ", true) },
			"all hyphens":   func(n int) string { return frenchWords(n, "-", "-", true) },
			"without":       func(n int) string { return frenchWords(n, " ", " ", true) },
			"Belgian tens":  func(n int) string { return frenchWords(n, "-", " ", false) },
			"CAPITALS":      func(n int) string { return strings.ToUpper(frenchWords(n, "-", " ", true)) },
			"without marks": func(n int) string { return strings.ReplaceAll(frenchWords(n, "-", " ", true), "é", "e") },
		},
		"nl": {
			"official":      func(n int) string { return dutchWords(n, "ë", "", " ") },
			"without marks": func(n int) string { return dutchWords(n, "e", "", " ") },
			"apart":         func(n int) string { return dutchWords(n, "ë", " ", " ") },
		},
		"en": {
			"British":  func(n int) string { return englishWords(n, "-", " and ") },
			"American": func(n int) string { return englishWords(n, "-", " ") },
			"without":  func(n int) string { return englishWords(n, " ", " and ") },
		},
	}
}

var frenchNames = strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf")

// frenchWords writes a number; tie stands inside of what is below a hundred,
// space between the rest.
func frenchWords(n int, tie, space string, france bool) string {
	switch {
	case n >= 1_000_000:
		head := frenchWords(n/1_000_000, tie, space, france) + space + "million"
		if n/1_000_000 > 1 {
			head += "s"
		}
		return joinedWords(head, space, n%1_000_000, func(n int) string { return frenchWords(n, tie, space, france) })
	case n >= 1000:
		head := "mille"
		if n/1000 > 1 {
			head = frenchWords(n/1000, tie, space, france) + space + head
		}
		return joinedWords(head, space, n%1000, func(n int) string { return frenchWords(n, tie, space, france) })
	case n >= 100:
		head := "cent"
		if n/100 > 1 {
			head = frenchNames[n/100] + space + head
			if n%100 == 0 {
				head += "s"
			}
		}
		return joinedWords(head, space, n%100, func(n int) string { return frenchWords(n, tie, space, france) })
	}
	return frenchBelow100(n, tie, france)
}

func frenchBelow100(n int, tie string, france bool) string {
	if n < 20 {
		return strings.ReplaceAll(frenchNames[n], "-", tie)
	}
	ten, one := n/10, n%10
	tens := strings.Fields("_ _ vingt trente quarante cinquante soixante septante quatre-vingt nonante")
	if france && (ten == 7 || ten == 9) {
		ten, one = ten-1, one+10
	}
	head := strings.ReplaceAll(tens[ten], "-", tie)
	switch {
	case one == 0 && ten == 8:
		return head + "s"
	case one == 0:
		return head
	case (one == 1 || one == 11) && ten != 8:
		return head + tie + "et" + tie + frenchNames[one]
	}
	return head + tie + strings.ReplaceAll(frenchNames[one], "-", tie)
}

func joinedWords(head, space string, rest int, write func(int) string) string {
	if rest == 0 {
		return head
	}
	return head + space + write(rest)
}

// dutchWords writes a number; in what is below a million gap stands between the
// words, around million space.
func dutchWords(n int, mark, gap, space string) string {
	below := func(n int) string { return dutchBelow(n, mark, gap) }
	if n < 1_000_000 {
		return below(n)
	}
	return joinedWords(below(n/1_000_000)+" miljoen", " ", n%1_000_000, below)
}

func dutchBelow(n int, mark, gap string) string {
	write := func(n int) string { return dutchBelow(n, mark, gap) }
	ones := strings.Fields("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien")
	switch {
	case n >= 1000:
		head := "duizend"
		if n/1000 > 1 {
			head = write(n/1000) + gap + head
		}
		return joinedWords(head, gap, n%1000, write)
	case n >= 100:
		head := "honderd"
		if n/100 > 1 {
			head = write(n/100) + gap + head
		}
		return joinedWords(head, gap, n%100, write)
	case n < 20:
		return ones[n]
	case n%10 == 0:
		return strings.Fields("_ _ twintig dertig veertig vijftig zestig zeventig tachtig negentig")[n/10]
	}
	and := "en"
	if one := ones[n%10]; strings.HasSuffix(one, "e") {
		and = mark + "n"
	}
	return ones[n%10] + and + write(n/10*10)
}

func englishWords(n int, tie, and string) string {
	write := func(n int) string { return englishWords(n, tie, and) }
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	switch {
	case n >= 1_000_000:
		return joinedWords(write(n/1_000_000)+" million", space(n%1_000_000, and), n%1_000_000, write)
	case n >= 1000:
		return joinedWords(write(n/1000)+" thousand", space(n%1000, and), n%1000, write)
	case n >= 100:
		return joinedWords(ones[n/100]+" hundred", and, n%100, write)
	case n < 20:
		return ones[n]
	}
	tens := strings.Fields("_ _ twenty thirty forty fifty sixty seventy eighty ninety")[n/10]
	return joinedWords(tens, tie, n%10, write)
}

// space is what stands behind a scale: "and" only before less than a hundred.
func space(rest int, and string) string {
	if rest < 100 {
		return and
	}
	return " "
}

// TestHalvesInWords: a half is half of what stands beside it.
func TestHalvesInWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 99).Draw(t, "n")
		scale := rapid.SampledFrom([]struct {
			fr, nl, en string
			n          float64
		}{{" mille", " duizend", " thousand", 1e3}, {" millions", " miljoen", " million", 1e6}, {" milliards", " miljard", " billion", 1e9}, {"", "", "", 1}}).Draw(t, "scale")
		want := (float64(n) + 0.5) * scale.n
		for lang, texts := range map[string][]string{
			"fr": {frenchWords(n, "-", " ", true) + scale.fr + " et demi"},
			"nl": {dutchWords(n, "ë", "", " ") + " en een half" + scale.nl, dutchWords(n, "ë", "", " ") + "enhalf" + scale.nl, dutchWords(n, "ë", "", " ") + " en een halve" + scale.nl},
			"en": {englishWords(n, "-", " and ") + " and a half" + scale.en},
		} {
			for _, text := range texts {
				if got, _, ok := Number(text, lang); !ok || got != want {
					t.Fatalf("%s %q: %v %v, want %v", lang, text, got, ok, want)
				}
			}
		}
	})
}
