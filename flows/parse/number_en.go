package parse

// english1000 reads "nine hundred and ninety-nine", "a hundred", "twelve hundred".
func (s spelt) english1000(i int) (n, next int) {
	if s.at(i) == "hundred" {
		return s.englishRest(100, i+1)
	}
	if s.article(i) && s.at(i+1) == "hundred" {
		return s.englishRest(100, i+2)
	}
	n, next = s.english100(i)
	if next > i && n > 0 && s.at(next) == "hundred" {
		return s.englishRest(n*100, next+1)
	}
	if next == i && s.article(i) && s.scale(i+1) > 1 {
		return 1, i + 1
	}
	return n, next
}

func (s spelt) englishRest(n, next int) (int, int) {
	k := next
	if s.at(k) == "and" {
		k++
	}
	if more, end := s.english100(k); end > k && more > 0 {
		return n + more, end
	}
	return n, next
}

func (s spelt) english100(i int) (n, next int) {
	if n := englishUnit(s.at(i)); n >= 0 {
		return n, i + 1
	}
	n = englishTens(s.at(i))
	if n == 0 {
		return 0, i
	}
	if more := englishUnit(s.at(i + 1)); more > 0 && more < 10 {
		return n + more, i + 2
	}
	return n, i + 1
}

func englishUnit(w string) int {
	for i, name := range [...]string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	} {
		if w == name {
			return i
		}
	}
	return -1
}

func englishTens(w string) int {
	for i, name := range [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		if w == name {
			return (i + 2) * 10
		}
	}
	if w == "fourty" {
		return 40
	}
	return 0
}
