package letters

import (
	"strings"
	"unicode"
)

// Wrap breaks a text into lines no wider than room, at spaces that may be broken
// at; a word that is wider is cut, with a hyphen where it is of letters. More
// than most lines are cut, the last ending in "…"; 0 is without a limit.
func (s *Set) Wrap(f Face, size, room float64, text string, most int) []string {
	var lines []string
	line := ""
	for _, word := range Words(text) {
		for _, piece := range s.pieces(f, size, room, word) {
			switch {
			case line == "":
				line = piece
			case s.Wide(f, size, line+" "+piece) <= room && !strings.HasSuffix(line, cutMark):
				line += " " + piece
			default:
				lines = append(lines, strings.TrimSuffix(line, cutMark))
				line = piece
			}
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	if most > 0 && len(lines) > most {
		lines = append(lines[:most-1:most-1], s.Fit(f, size, room, lines[most-1]+" "+lines[most]))
	}
	return lines
}

// Words cuts a text at the spaces that may be broken at: not at those that do
// not break, which stand in French before signs.
func Words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' })
}

// Cut cuts a word that is wider than room into pieces that are not, each for a
// line of its own but the last; with a hyphen where it is of letters.
func (s *Set) Cut(f Face, size, room float64, word string) []string {
	all := s.pieces(f, size, room, word)
	for i := range all {
		all[i] = strings.TrimSuffix(all[i], cutMark)
	}
	return all
}

// cutMark stands behind a piece of a word that the next has to follow on a new
// line.
const cutMark = "\x00"

// pieces cuts a word that is wider than room.
func (s *Set) pieces(f Face, size, room float64, word string) []string {
	if s.Wide(f, size, word) <= room {
		return []string{word}
	}
	var all []string
	letters := []rune(word)
	for len(letters) > 0 {
		n := s.fitting(f, size, room, letters)
		if n >= len(letters) {
			return append(all, string(letters))
		}
		cut := string(letters[:n])
		if n > 2 && unicode.IsLetter(letters[n-1]) && unicode.IsLetter(letters[n]) {
			n--
			cut = string(letters[:n]) + "-"
		}
		all = append(all, cut+cutMark)
		letters = letters[n:]
	}
	return all
}

// fitting is how many of the letters have room, at least one.
func (s *Set) fitting(f Face, size, room float64, letters []rune) int {
	sum := 0.0
	for i, r := range letters {
		sum += s.Wide(f, size, string(r))
		if sum > room && i > 0 {
			return i
		}
	}
	return len(letters)
}

// Fit cuts a text that is wider than its room, and says so with "…".
func (s *Set) Fit(f Face, size, room float64, text string) string {
	if s.Wide(f, size, text) <= room {
		return text
	}
	letters := []rune(text)
	for len(letters) > 0 && s.Wide(f, size, strings.TrimRight(string(letters), " -")+"…") > room {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimRight(string(letters), " -") + "…"
}
