package parse

import "strings"

// french1000 reads "neuf cent quatre-vingt-dix-neuf", Belgian and Swiss tens too.
func (s spelt) french1000(i int) (n, next int) {
	if s.at(i) == "cent" && s.own {
		return s.frenchRest(100, i+1)
	}
	n, next = s.french100(i)
	if next > i && s.own && n > 1 && n < 20 && n != 10 && (s.at(next) == "cent" || s.at(next) == "cents") {
		return s.frenchRest(n*100, next+1)
	}
	return n, next
}

func (s spelt) frenchRest(n, next int) (int, int) {
	if more, end := s.french100(next); end > next && more > 0 {
		return n + more, end
	}
	return n, next
}

func (s spelt) french100(i int) (n, next int) {
	if s.at(i) == "quatre" && (s.at(i+1) == "vingt" || s.at(i+1) == "vingts") {
		return s.frenchTens(80, i+2)
	}
	if n, next := s.french20(i); next > i {
		return n, next
	}
	if n := frenchTens(s.at(i)); n > 0 {
		return s.frenchTens(n, i+1)
	}
	return 0, i
}

// frenchTens adds what may stand behind tens: to nine, to nineteen after 60 and 80.
func (s spelt) frenchTens(tens, next int) (int, int) {
	k := next
	if s.at(k) == "et" {
		k++
	}
	most := 9
	if tens == 60 || tens == 80 {
		most = 19
	}
	if n, end := s.french20(k); end > k && n > 0 && n <= most {
		return tens + n, end
	}
	return tens, next
}

func (s spelt) french20(i int) (n, next int) {
	n = frenchUnit(s.at(i))
	if n < 0 {
		return 0, i
	}
	if n == 10 {
		if more := frenchUnit(s.at(i + 1)); more >= 7 && more <= 9 {
			return 10 + more, i + 2
		}
	}
	return n, i + 1
}

func frenchUnit(w string) int {
	switch w {
	case "zero":
		return 0
	case "un", "une":
		return 1
	case "deux":
		return 2
	case "trois":
		return 3
	case "quatre":
		return 4
	case "cinq":
		return 5
	case "six":
		return 6
	case "sept":
		return 7
	case "huit":
		return 8
	case "neuf":
		return 9
	case "dix":
		return 10
	case "onze":
		return 11
	case "douze":
		return 12
	case "treize":
		return 13
	case "quatorze":
		return 14
	case "quinze":
		return 15
	case "seize":
		return 16
	}
	return -1
}

func frenchTens(w string) int {
	switch w {
	case "vingt":
		return 20
	case "trente":
		return 30
	case "quarante":
		return 40
	case "cinquante":
		return 50
	case "soixante":
		return 60
	case "septante":
		return 70
	case "octante", "huitante":
		return 80
	case "nonante":
		return 90
	}
	return 0
}

// frenchCollective reads dizaine, vingtaine, centaine, millier.
func frenchCollective(w string) int {
	switch strings.TrimSuffix(w, "s") {
	case "dizaine":
		return 10
	case "douzaine":
		return 12
	case "quinzaine":
		return 15
	case "vingtaine":
		return 20
	case "trentaine":
		return 30
	case "quarantaine":
		return 40
	case "cinquantaine":
		return 50
	case "soixantaine":
		return 60
	case "centaine":
		return 100
	case "millier":
		return 1000
	}
	return 0
}
