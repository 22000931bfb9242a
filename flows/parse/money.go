package parse

import (
	"math"
	"strings"
)

// Money reads an amount in euro: "12k€", "€ 3 000", "3.000,50 euro", "2 mln
// euro", "1500", "EUR 200", "1.500,-", "12€50". Without a currency it is euro.
//
// Digits are read as by [Number], except that three digits behind one dot or
// comma are always thousands ("3,000" and "3.000" are 3000 in every language)
// and that a small m is a million too. More than two decimals without k or mln
// are refused, and so is every other currency and any other word ("per month",
// "excl. VAT"): they would change the amount.
func Money(text, lang string) (euros float64, ok bool) {
	if tooLong(text, longestAnswer) {
		return 0, false
	}
	text = withoutAbout(strings.TrimSpace(text))
	sign, front := cutSign(text)
	if rest, ok := cutEuro(sign); ok {
		text = strings.TrimSpace(rest)
		if front {
			text = "-" + text
		}
	}
	values, rest := readFigured(text, lang, true)
	words := len(values) == 0
	if words {
		values, rest = readWords(trimEnds(text), lang)
	}
	if len(values) != 1 {
		return 0, false
	}
	euros = values[0]
	a, _, _ := readAmount(text, lang, true)
	cents, end := moneyEnd(rest)
	if !end || !words && a.decimals > 2 && a.times == 1 || cents > 0 && (words || a.decimals > 0 || a.times != 1) {
		return 0, false
	}
	if cents > 0 {
		euros = math.Copysign(math.Abs(euros)*100+float64(cents), euros) / 100
	}
	return euros, euros <= mostValue && euros >= -mostValue
}

// cutEuro removes a euro sign or word from the start of text.
func cutEuro(text string) (rest string, ok bool) {
	if rest, ok := strings.CutPrefix(text, "€"); ok {
		return rest, true
	}
	for _, name := range [...]string{"euro's", "euro’s", "euros", "euro", "eur"} {
		if len(text) >= len(name) && strings.EqualFold(text[:len(name)], name) && !startsWithLetter(text[len(name):]) {
			return text[len(name):], true
		}
	}
	return text, false
}

func startsWithLetter(text string) bool {
	return text != "" && text[0]|0x20 >= 'a' && text[0]|0x20 <= 'z'
}

// moneyEnd checks what stands behind the digits: nothing, ",-", the euro, or
// the euro and two digits of cents.
func moneyEnd(rest string) (cents int, ok bool) {
	rest = strings.TrimSpace(rest)
	for _, dash := range [...]string{",-", ".-", ",–", ",—", ",="} {
		if cut, found := strings.CutPrefix(rest, dash); found {
			rest = strings.TrimSpace(strings.TrimLeft(cut, "-"))
			break
		}
	}
	for _, of := range [...]string{"d'", "d’", "de "} {
		rest = strings.TrimPrefix(rest, of)
	}
	rest, found := cutEuro(rest)
	rest = trimEnds(rest)
	if found && len(rest) == 2 && isDigit(rest[0]) && isDigit(rest[1]) {
		return int(rest[0]-'0')*10 + int(rest[1]-'0'), true
	}
	return 0, rest == ""
}
