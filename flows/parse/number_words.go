package parse

import "strings"

// smallNumber reads 0 to 20, the tens, half a dozen spellings each.
func smallNumber(word string) (int, bool) {
	if n, ok := unitNumber(word); ok {
		return n, true
	}
	switch word {
	case "dix", "tien", "ten":
		return 10, true
	case "onze", "elf", "eleven":
		return 11, true
	case "douze", "twaalf", "twelve":
		return 12, true
	case "treize", "dertien", "thirteen":
		return 13, true
	case "quatorze", "veertien", "fourteen":
		return 14, true
	case "quinze", "vijftien", "fifteen":
		return 15, true
	case "seize", "zestien", "sixteen":
		return 16, true
	case "zeventien", "seventeen":
		return 17, true
	case "achttien", "eighteen":
		return 18, true
	case "negentien", "nineteen":
		return 19, true
	}
	return tens(word)
}

func unitNumber(word string) (int, bool) {
	switch word {
	case "zero", "nul":
		return 0, true
	case "un", "une", "een", "one":
		return 1, true
	case "deux", "twee", "two":
		return 2, true
	case "trois", "drie", "three":
		return 3, true
	case "quatre", "vier", "four":
		return 4, true
	case "cinq", "vijf", "five":
		return 5, true
	case "six", "zes":
		return 6, true
	case "sept", "zeven", "seven":
		return 7, true
	case "huit", "acht", "eight":
		return 8, true
	case "neuf", "negen", "nine":
		return 9, true
	}
	return 0, false
}

func tens(word string) (int, bool) {
	switch word {
	case "vingt", "vingts", "twintig", "twenty":
		return 20, true
	case "trente", "dertig", "thirty":
		return 30, true
	case "quarante", "veertig", "forty":
		return 40, true
	case "cinquante", "vijftig", "fifty":
		return 50, true
	case "soixante", "zestig", "sixty":
		return 60, true
	case "septante", "zeventig", "seventy":
		return 70, true
	case "octante", "huitante", "tachtig", "eighty":
		return 80, true
	case "nonante", "negentig", "ninety":
		return 90, true
	}
	return 0, false
}

// numberWord reads one word, also the long Dutch ones: vijfentwintig,
// driehonderd, tweeduizend.
func numberWord(word, lang string) (int, bool) {
	if n, ok := smallNumber(word); ok {
		return n, true
	}
	switch word {
	case "honderd", "hundred":
		return 100, true
	case "cent", "cents":
		return 100, lang == "fr"
	}
	if start, ok := strings.CutSuffix(word, "honderd"); ok {
		n, ok := smallNumber(start)
		return n * 100, ok && n > 0
	}
	if start, ok := strings.CutSuffix(word, "duizend"); ok && start != "" {
		n, ok := smallNumber(start)
		return n * 1000, ok && n > 0
	}
	for _, ten := range [...]string{"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"} {
		if start, ok := strings.CutSuffix(word, "en"+ten); ok {
			high, _ := tens(ten)
			low, ok := unitNumber(start)
			return high + low, ok && low > 0
		}
	}
	return 0, false
}
