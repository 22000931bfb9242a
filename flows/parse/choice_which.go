package parse

import (
	"regexp"
	"slices"
	"strings"
)

// which reads options that are named by their place: "le premier", "1ère", "nr
// 2", "the last", "les deux premiers", "allemaal"; both sides of a slash. All
// are taken or none.
func (p *picker) which(text string) bool {
	words := strings.Fields(strings.NewReplacer("n°", "nr ", "#", "nr ", ".", " ").Replace(text))
	for len(words) > 1 && isPlaceArticle(words[0]) {
		words = words[1:]
	}
	switch {
	case len(words) == 0 || p.numeric:
		return false
	case len(words) == 1:
		return p.takePlace(words[0])
	case len(words) == 2 && isNumberNoun(words[0]):
		return p.takePlace(words[1])
	case len(words) == 2:
		return p.takeSome(words[0], words[1])
	}
	return p.takeAll(strings.Join(words, " "))
}

func isPlaceArticle(w string) bool {
	switch w {
	case "le", "la", "les", "l'", "de", "het", "the":
		return true
	}
	return false
}

func isNumberNoun(w string) bool {
	switch w {
	case "nr", "no", "num", "numero", "nummer", "number", "option", "optie", "choix", "keuze", "choice", "reponse", "antwoord", "answer", "point", "punt":
		return true
	}
	return false
}

// takePlace takes the option that a number or an ordinal points to, or all.
func (p *picker) takePlace(w string) bool {
	if isLast(w) {
		p.add(len(p.options) - 1)
		return true
	}
	n, ok := ordinalOf(w)
	if !ok {
		if n, ok = smallNumber(w); !ok && digitRun(w) == len(w) {
			n = p.index(w) + 1
		}
	}
	if n < 1 || n > len(p.options) {
		return p.takeAll(w)
	}
	p.add(n - 1)
	return true
}

// ordinalOf reads "tweede", "2de", "1ere".
func ordinalOf(w string) (int, bool) {
	if startsWithDigit(w) {
		t := digitToken(w)
		return t.n, t.ordinal
	}
	return ordinalWord(w)
}

func isLast(w string) bool {
	switch strings.TrimSuffix(w, "s") {
	case "dernier", "derniere", "laatste", "last":
		return true
	}
	return false
}

// takeSome takes the first or the last so many: "deux premiers", "eerste twee",
// "last 2".
func (p *picker) takeSome(a, b string) bool {
	count := func(w string) int {
		if n, ok := smallNumber(w); ok {
			return n
		}
		if len(w) < 3 && digitRun(w) == len(w) {
			return number(w)
		}
		return 0
	}
	first := func(w string) bool { n, ok := ordinalWord(w); return ok && n == 1 }
	n, end := count(a), b
	if n == 0 {
		n, end = count(b), a
	}
	if n < 1 || n > len(p.options) {
		return p.takeAll(a + " " + b)
	}
	from := 0
	switch {
	case isLast(end):
		from = len(p.options) - n
	case !first(end):
		return p.takeAll(a + " " + b)
	}
	for i := from; i < from+n; i++ {
		p.add(i)
	}
	return true
}

// takeAll takes every option but the one that says none.
func (p *picker) takeAll(text string) bool {
	switch text {
	case "tous", "toutes", "tout", "tous ceux-ci", "tout ceci", "tout ca", "toutes les reponses", "toutes les options",
		"allemaal", "alle", "alles", "al deze", "alle opties", "alle antwoorden", "allen",
		"all", "all of them", "all of these", "everything", "all options", "every one", "all of the above":
	case "deux", "tous les deux", "toutes les deux", "beide", "allebei", "alle twee", "both", "both of them":
		if len(p.options) != 2 {
			return false
		}
	default:
		return false
	}
	for i, o := range p.options {
		if !saysNone(o.Label) {
			p.add(i)
		}
	}
	return true
}

// saysNone tells whether a label is the one for none of the others.
func saysNone(label string) bool {
	first, _, _ := strings.Cut(words(fold(label)), " ")
	return slices.Contains([]string{"aucun", "aucune", "rien", "personne", "niemand", "niets", "geen", "none", "nobody", "nothing", "neither"}, first)
}

// takeBoth takes what stands on both sides of slashes.
func (p *picker) takeBoth(text string) bool {
	sides := strings.Split(text, "/")
	if len(sides) < 2 || len(sides) > len(p.options) {
		return false
	}
	before := len(p.ids)
	for _, side := range sides {
		if strings.TrimSpace(side) == "" || !p.take(side) {
			p.ids = p.ids[:before]
			return false
		}
	}
	return true
}

// inclusive are the endings of inclusive writing: "usager(e)s", "salarié·e·s".
var inclusive = regexp.MustCompile(`(\pL)(?:\([a-z]{1,5}\)(s?)|[·•‧](?:[a-z]{1,5})(?:[·•‧](s))?)`)

// withoutInclusive writes the shorter form of what is written inclusively.
func withoutInclusive(folded string) string {
	if !strings.ContainsAny(folded, "(·•‧") {
		return folded
	}
	return inclusive.ReplaceAllString(folded, "$1$2$3")
}
