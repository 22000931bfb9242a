package parse

import (
	"strings"
	"testing"
)

var sectors = []Option{
	{ID: "retail", Label: "Commerce de détail", Also: []string{"magasin", "boutique"}},
	{ID: "rd", Label: "Recherche et développement", Also: []string{"R&D"}},
	{ID: "food", Label: "Alimentation, boissons et horeca", Also: []string{"horeca", "restaurant"}},
	{ID: "it", Label: "IT"},
	{ID: "health", Label: "Santé"},
	{ID: "none", Label: "Pas encore décidé"},
}

var sectoren = []Option{
	{ID: "A1", Label: "Kleinhandel", Also: []string{"winkel"}},
	{ID: "A2", Label: "Groothandel"},
	{ID: "A3", Label: "Onderzoek en ontwikkeling"},
	{ID: "A4", Label: "Bouw, hout en metaal"},
	{ID: "A5", Label: "Vrije beroepen"},
	{ID: "A6", Label: "Niet van toepassing"},
}

var (
	sizes = []Option{{ID: "xs", Label: "0-10"}, {ID: "s", Label: "11-50"}, {ID: "m", Label: "51-250"}, {ID: "l", Label: "> 250"}}
	years = []Option{{ID: "y25", Label: "2025"}, {ID: "y26", Label: "2026"}, {ID: "y27", Label: "2027"}}
	signs = []Option{{ID: "c", Label: "C"}, {ID: "cpp", Label: "C++"}, {ID: "cs", Label: "C#"}, {ID: "lt", Label: "< 10"}, {ID: "gt", Label: "> 10"}}
	polar = []Option{{ID: "yes", Label: "Satisfait"}, {ID: "no", Label: "Pas satisfait"}, {ID: "possible", Label: "Impossible"}}
)

func TestChoices(t *testing.T) {
	for _, c := range []struct {
		lang    string
		options []Option
		text    string
		ids     string
		rest    string
	}{
		{"fr", sectors, "", "", ""},
		{"fr", sectors, "  \n ", "", ""},
		{"fr", sectors, "1", "retail", ""},
		{"fr", sectors, "1.", "retail", ""},
		{"fr", sectors, "6", "none", ""},
		{"fr", sectors, "1️⃣", "retail", ""},
		{"fr", sectors, "1, 3 et 4", "retail food it", ""},
		{"fr", sectors, "1 et 3", "retail food", ""},
		{"fr", sectors, "1-3", "retail rd food", ""},
		{"fr", sectors, "1 – 3", "retail rd food", ""},
		{"fr", sectors, "2 à 4", "rd food it", ""},
		{"fr", sectors, "de 2 à 4", "rd food it", ""},
		{"fr", sectors, "1 3 4", "retail food it", ""},
		{"fr", sectors, "1,3,4", "retail food it", ""},
		{"fr", sectors, "1;3", "retail food", ""},
		{"fr", sectors, "1\n3", "retail food", ""},
		{"fr", sectors, "1\r\n3", "retail food", ""},
		{"fr", sectors, "1 + 3", "retail food", ""},
		{"fr", sectors, "1 en 3", "retail food", ""},
		{"fr", sectors, "1 and 3", "retail food", ""},
		{"fr", sectors, "4, 1, 4, 1", "it retail", ""},
		{"fr", sectors, "4 et 1-2", "it retail rd", ""},
		{"fr", sectors, "deux", "rd", ""},
		{"fr", sectors, "un et trois", "retail food", ""},
		{"fr", sectors, "7", "", "7"},
		{"fr", sectors, "0", "", "0"},
		{"fr", sectors, "1, 9", "retail", "9"},
		{"fr", sectors, "3-1", "", "3-1"},
		{"fr", sectors, "1-9", "", "1-9"},
		{"fr", sectors, "12", "", "12"},
		{"fr", sectors, "99999999999999999999", "", "99999999999999999999"},
		{"fr", sectors, "1,5 %", "retail", "5 %"},
		{"fr", sectors, "Commerce de détail", "retail", ""},
		{"fr", sectors, "commerce de detail", "retail", ""},
		{"fr", sectors, "COMMERCE DE DÉTAIL.", "retail", ""},
		{"fr", sectors, "commerce", "retail", ""},
		{"fr", sectors, "le commerce", "retail", ""},
		{"fr", sectors, "comm", "retail", ""},
		{"fr", sectors, "détail", "retail", ""},
		{"fr", sectors, "comerce de detail", "retail", ""},
		{"fr", sectors, "comerce", "retail", ""},
		{"fr", sectors, "magasin", "retail", ""},
		{"fr", sectors, "magsin", "retail", ""},
		{"fr", sectors, "retail", "retail", ""},
		{"fr", sectors, "RETAIL", "retail", ""},
		{"fr", sectors, "Recherche et développement", "rd", ""},
		{"fr", sectors, "recherche et developement", "rd", ""},
		{"fr", sectors, "recherche et dev", "rd", ""},
		{"fr", sectors, "recherche", "rd", ""},
		{"fr", sectors, "développement", "rd", ""},
		{"fr", sectors, "R&D", "rd", ""},
		{"fr", sectors, "r & d", "", "r|d"},
		{"fr", sectors, "Alimentation, boissons et horeca", "food", ""},
		{"fr", sectors, "alimentation boissons et horeca", "food", ""},
		{"fr", sectors, "alimentation, boissons et horecca", "food", ""},
		{"fr", sectors, "boissons", "food", ""},
		{"fr", sectors, "horeca", "food", ""},
		{"fr", sectors, "IT, Alimentation, boissons et horeca et santé", "it food health", ""},
		{"fr", sectors, "santé et recherche et développement et it", "health rd it", ""},
		{"fr", sectors, "sante, IT", "health it", ""},
		{"fr", sectors, "- santé\n- IT", "health it", ""},
		{"fr", sectors, "1. Commerce de détail\n4) IT", "retail it", ""},
		{"fr", sectors, "2. IT", "", "2. IT"},
		{"fr", sectors, "snaté", "health", ""},
		{"fr", sectors, "santé, jardinage, IT", "health it", "jardinage"},
		{"fr", sectors, "pas de commerce", "", "pas de commerce"},
		{"fr", sectors, "décidé", "", "décidé"},
		{"fr", sectors, "pas décidé", "none", ""},
		{"fr", sectors, "pas encore", "none", ""},
		{"fr", sectors, "je ne sais pas", "", "je ne sais pas"},
		{"fr", sectors, "de", "", "de"},
		{"fr", sectors, "et", "", "et"},
		{"fr", sectors, "e", "", "e"},
		{"fr", sectors, "???", "", ""},
		{"fr", sectors, "🙂", "", "🙂"},
		{"fr", sectors, "nous faisons du commerce de détail à Namur", "", "nous faisons du commerce de détail à Namur"},
		{"nl", sectoren, "1, 3 en 4", "A1 A3 A4", ""},
		{"nl", sectoren, "1 tot 3", "A1 A2 A3", ""},
		{"nl", sectoren, "1 t/m 3", "A1 A2 A3", ""},
		{"nl", sectoren, "van 1 tot en met 3", "A1 A2 A3", ""},
		{"nl", sectoren, "twee", "A2", ""},
		{"nl", sectoren, "A2", "A2", ""},
		{"nl", sectoren, "a2 en a3", "A2 A3", ""},
		{"nl", sectoren, "kleinhandel en groothandel", "A1 A2", ""},
		{"nl", sectoren, "klein", "A1", ""},
		{"nl", sectoren, "de winkel", "A1", ""},
		{"nl", sectoren, "kleinhandl", "A1", ""},
		{"nl", sectoren, "groothadnel", "A2", ""},
		{"nl", sectoren, "handel", "", "handel"},
		{"nl", sectoren, "onderzoek en ontwikkeling", "A3", ""},
		{"nl", sectoren, "onderzoek", "A3", ""},
		{"nl", sectoren, "onderzoek en ontwikeling en groothandel", "A3 A2", ""},
		{"nl", sectoren, "Bouw, hout en metaal", "A4", ""},
		{"nl", sectoren, "bouw, hout en metaal, vrije beroepen", "A4 A5", ""},
		{"nl", sectoren, "hout", "A4", ""},
		{"nl", sectoren, "vrij beroep", "A5", ""},
		{"nl", sectoren, "beroepen", "A5", ""},
		{"nl", sectoren, "van toepassing", "", "van toepassing"},
		{"nl", sectoren, "niet van toepassing", "A6", ""},
		{"nl", sizes, "0-10", "xs", ""},
		{"nl", sizes, "11-50", "s", ""},
		{"nl", sizes, "11 - 50", "s", ""},
		{"nl", sizes, "2", "s", ""},
		{"nl", sizes, "> 250", "l", ""},
		{"nl", sizes, "1-2", "xs s", ""},
		{"nl", sizes, "11-51", "", "11-51"},
		{"en", years, "2026", "y26", ""},
		{"en", years, "2025 and 2027", "y25 y27", ""},
		{"en", years, "1", "", "1"},
		{"en", years, "2028", "", "2028"},
		{"en", years, "202", "", "202"},
		{"en", signs, "C", "c", ""},
		{"en", signs, "c++", "cpp", ""},
		{"en", signs, "C#", "cs", ""},
		{"en", signs, "C, C++ and C#", "c cpp cs", ""},
		{"en", signs, "< 10", "lt", ""},
		{"en", signs, "> 10", "gt", ""},
		{"en", signs, "10", "", "10"},
		{"fr", polar, "satisfait", "yes", ""},
		{"fr", polar, "pas satisfait", "no", ""},
		{"fr", polar, "satisfai", "yes", ""},
		{"fr", polar, "possible", "possible", ""},
		{"fr", polar, "possile", "", "possile"},
		{"fr", nil, "abc", "", "abc"},
		{"fr", []Option{{ID: "a", Label: "Même"}, {ID: "b", Label: "Meme"}}, "meme", "", "meme"},
		{"fr", []Option{{ID: "", Label: ""}, {ID: "x", Label: "👍"}}, "👍", "x", ""},
	} {
		ids, rest := Choices(c.text, c.lang, c.options)
		if got := strings.Join(ids, " "); got != c.ids || strings.Join(rest, "|") != c.rest {
			t.Errorf("%s %q: got %q rest %q, want %q rest %q", c.lang, c.text, got, rest, c.ids, c.rest)
		}
	}
}

func TestChoicesTooMuch(t *testing.T) {
	long := strings.Repeat("1, ", 400)
	if ids, rest := Choices(long, "fr", sectors); ids != nil || len(rest) != 1 {
		t.Errorf("got %v, %d pieces", ids, len(rest))
	}
	many := strings.Repeat("1,", 300)
	if ids, rest := Choices(many, "fr", sectors); ids != nil || len(rest) != 1 {
		t.Errorf("got %v, %d pieces", ids, len(rest))
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", ""},
		{" \n\n ", ""},
		{"a", "a"},
		{"a\nb", "a|b"},
		{"a\r\nb\r\n", "a|b"},
		{"- a\n- b", "a|b"},
		{"* a\n* b", "a|b"},
		{"• a\n• b", "a|b"},
		{"•a •b", "a|b"},
		{"– a\n— b", "a|b"},
		{"▪ a\n▪b", "a|b"},
		{"1. a\n2. b", "a|b"},
		{"1) a\n2) b\n10) c", "a|b|c"},
		{"(1) a\n(2) b", "a|b"},
		{"a; b ;c;", "a|b|c"},
		{"a, b, c", "a, b, c"},
		{"Jan, 12 jaar\nPiet, 13 jaar", "Jan, 12 jaar|Piet, 13 jaar"},
		{"-5\n-6", "-5|-6"},
		{"1.5 km\n2.5 km", "1.5 km|2.5 km"},
		{"2027. Start", "2027. Start"},
		{"-", ""},
		{"1.", ""},
		{"a\n\n\nb", "a|b"},
		{"  - a  \n\t- b", "a|b"},
		{"lait\u00a0frais\npain", "lait\u00a0frais|pain"},
		{"3 stuks\n4 stuks", "3 stuks|4 stuks"},
		{"a\u2028b", "a|b"},
		{"été; hiver", "été|hiver"},
	} {
		if got := strings.Join(Lines(c.text), "|"); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
