package parse

import (
	"slices"
	"testing"
)

type numberCase struct {
	text string
	n    float64
	unit string
}

var numberCases = map[string][]numberCase{
	"*": {
		{"12", 12, ""},
		{" 12 ", 12, ""},
		{"12.", 12, ""},
		{"0", 0, ""},
		{"007", 7, ""},
		{"-5", -5, ""},
		{"−5", -5, ""},
		{"- 5", -5, ""},
		{"+5", 5, ""},
		{"1.234,5", 1234.5, ""},
		{"1,234.5", 1234.5, ""},
		{"1 234,5", 1234.5, ""},
		{"1 234.5", 1234.5, ""},
		{"1\u00a0234,5", 1234.5, ""},
		{"1\u202f234,5", 1234.5, ""},
		{"1\u2009234\u2009567", 1234567, ""},
		{"1'234'567", 1234567, ""},
		{"1’234.50", 1234.5, ""},
		{"1.234.567", 1234567, ""},
		{"1,234,567", 1234567, ""},
		{"1.234.567,89", 1234567.89, ""},
		{"1,234,567.89", 1234567.89, ""},
		{"0,125", 0.125, ""},
		{"0.125", 0.125, ""},
		{"12,5", 12.5, ""},
		{"12.5", 12.5, ""},
		{"1234.567", 1234.567, ""},
		{"1234,567", 1234.567, ""},
		{",5", 0.5, ""},
		{".5", 0.5, ""},
		{"3,14159", 3.14159, ""},
		{"12k", 12000, ""},
		{"12K", 12000, ""},
		{"12 k", 12000, ""},
		{"2,3k", 2300, ""},
		{"3 mln", 3e6, ""},
		{"3 mln.", 3e6, ""},
		{"2,3 mln", 2.3e6, ""},
		{"2M", 2e6, ""},
		{"2m", 2, "m"},
		{"1,5 mio", 1.5e6, ""},
		{"2 mld", 2e9, ""},
		{"12 km", 12, "km"},
		{"12kg", 12, "kg"},
		{"120 m2", 120, "m2"},
		{"120 m²", 120, "m²"},
		{"12 t CO2", 12, "t CO2"},
		{"40%", 40, "%"},
		{"40 %", 40, "%"},
		{"12€", 12, "€"},
		{"12,5 ETP", 12.5, "ETP"},
		{"21 °C", 21, "°C"},
		{"½", 0.5, ""},
		{"2½", 2.5, ""},
		{"2 ½", 2.5, ""},
		{"1¼ FTE", 1.25, "FTE"},
		{"-½", -0.5, ""},
		{"~12", 12, ""},
		{"± 12", 12, ""},
		{"environ 12", 12, ""},
		{"ongeveer 12", 12, ""},
		{"about 12", 12, ""},
		{"ca. 12", 12, ""},
		{"999999999999999", 999999999999999, ""},
		{"twaalf", 12, ""},
		{"douze", 12, ""},
		{"twelve", 12, ""},
		{"Vingt", 20, ""},
		{"zéro", 0, ""},
		{"één", 1, ""},
		{"geen", 0, ""},
		{"aucun", 0, ""},
		{"none", 0, ""},
	},
	"fr": {
		{"1.234", 1234, ""},
		{"12.000", 12000, ""},
		{"-1.234", -1234, ""},
		{"1.234 personnes", 1234, "personnes"},
		{"3,5 ETP", 3.5, "ETP"},
		{"12 heures", 12, "heures"},
		{"deux mille", 2000, ""},
		{"trois cents", 300, ""},
		{"cent", 100, ""},
		{"deux cent cinquante", 250, ""},
		{"vingt-cinq", 25, ""},
		{"vingt et un", 21, ""},
		{"soixante-dix", 70, ""},
		{"soixante et onze", 71, ""},
		{"septante-deux", 72, ""},
		{"quatre-vingts", 80, ""},
		{"quatre-vingt-dix-neuf", 99, ""},
		{"nonante-neuf", 99, ""},
		{"demi", 0.5, ""},
		{"un demi", 0.5, ""},
		{"deux et demi", 2.5, ""},
		{"un an", 1, "an"},
		{"une semaine", 1, "semaine"},
		{"douze mois", 12, "mois"},
		{"deux millions", 2e6, ""},
		{"cinq mille", 5000, ""},
		{"12 mille", 12000, ""},
		{"1 million", 1e6, ""},
		{"3 milliards", 3e9, ""},
	},
	"nl": {
		{"1.234", 1234, ""},
		{"12.500 uur", 12500, "uur"},
		{"12 uur", 12, "uur"},
		{"3,5 VTE", 3.5, "VTE"},
		{"vijfentwintig", 25, ""},
		{"tweeëntwintig", 22, ""},
		{"drieendertig", 33, ""},
		{"honderd", 100, ""},
		{"tweehonderd", 200, ""},
		{"drieduizend", 3000, ""},
		{"twee miljoen", 2e6, ""},
		{"half", 0.5, ""},
		{"een half", 0.5, ""},
		{"anderhalf", 1.5, ""},
		{"anderhalve week", 1.5, "week"},
		{"twee en een half", 2.5, ""},
		{"zes weken", 6, "weken"},
		{"een jaar", 1, "jaar"},
		{"12 duizend", 12000, ""},
		{"12 keer per week", 12, "keer per week"},
		{"nul", 0, ""},
		{"12 cent", 12, "cent"},
	},
	"en": {
		{"1,234", 1234, ""}, {"12,500 hours", 12500, "hours"}, {"twenty-five", 25, ""}, {"two hundred", 200, ""}, {"two hundred and fifty", 250, ""}, {"three thousand", 3000, ""}, {"half", 0.5, ""}, {"one and a half", 1.5, ""}, {"two and a half days", 2.5, "days"}, {"one year", 1, "year"}, {"2 billion", 2e9, ""}, {"12 pieces of wood", 12, "pieces of wood"}, {"twelve people", 12, "people"},
	},
}

func TestNumber(t *testing.T) {
	for lang, cases := range numberCases {
		for _, c := range cases {
			for _, lang := range languages(lang) {
				n, unit, ok := Number(c.text, lang)
				if !ok || n != c.n || unit != c.unit {
					t.Errorf("%s %q: got %v %q %v, want %v %q", lang, c.text, n, unit, ok, c.n, c.unit)
				}
			}
		}
	}
}

// languages gives all three for "*".
func languages(lang string) []string {
	if lang == "*" {
		return []string{"fr", "nl", "en"}
	}
	return []string{lang}
}

func TestNumberRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", "+", ".", ",", "%", "abc", "k", "12 34", "1.2.3", "1.23.456", "1,23,456", "1.234 567", "12 13", "12 or 13", "12 of 13", "12 ou 13", "12 et 13", "12-13", "12 - 13", "12 à 13", "12 tot 13", "3/4",
		"un peu", "un grand nombre", "een beetje", "een paar", "one moment please", "geen idee", "deux trois", "twee drie", "twenty twenty", "mille mille mille mille mille mille", "half half",
		"12 personnes plus trois bénévoles", "nous avons douze personnes", "we are twelve", "12 is what we planned for next year", "12?13", "12 🙂 13", "₁₂", "twee of drie", "12 niet", ">12", "<12", "12+",
	} {
		for _, lang := range languages("*") {
			if n, unit, ok := Number(text, lang); ok || n != 0 || unit != "" {
				t.Errorf("%s %q: got %v %q %v, want refused", lang, text, n, unit, ok)
			}
		}
	}
	if _, _, ok := Number("2 billion", "fr"); ok {
		t.Error("billion is ambiguous in French")
	}
}

func TestMoney(t *testing.T) {
	for _, c := range []struct {
		text  string
		euros float64
	}{
		{"12k€", 12000},
		{"12 k€", 12000},
		{"12K €", 12000},
		{"12 keur", 12000},
		{"€ 12k", 12000},
		{"€12k", 12000},
		{"12k", 12000},
		{"12k euro", 12000},
		{"€ 3 000", 3000},
		{"€3000", 3000},
		{"3 000 €", 3000},
		{"3\u202f000\u00a0€", 3000},
		{"3.000,50 euro", 3000.5},
		{"3,000.50 euro", 3000.5},
		{"€ 3.000,50", 3000.5},
		{"3.000", 3000},
		{"3,000", 3000},
		{"3.000.000", 3e6},
		{"2 mln euro", 2e6},
		{"2 mln. euro", 2e6},
		{"2,5 miljoen euro", 2.5e6},
		{"2M€", 2e6},
		{"2 M€", 2e6},
		{"2m", 2e6},
		{"2m€", 2e6},
		{"2 millions d'euros", 2e6},
		{"1 million d’euros", 1e6},
		{"1 miljard", 1e9},
		{"€ 1.5 million", 1.5e6},
		{"1500", 1500},
		{"1500.", 1500},
		{"EUR 200", 200},
		{"200 EUR", 200},
		{"eur200", 200},
		{"200eur", 200},
		{"200 euros", 200},
		{"200 euro's", 200},
		{"200 Euro", 200},
		{"euro 200", 200},
		{"1.500,-", 1500},
		{"€ 1.500,-", 1500},
		{"1500,-- €", 1500},
		{"12€50", 12.5},
		{"12 € 50", 12.5},
		{"12,5", 12.5},
		{"0,99 €", 0.99},
		{"12.34", 12.34},
		{"-200 €", -200},
		{"€ -200", -200},
		{"-€ 200", -200},
		{"- € 200", -200},
		{"0", 0},
		{"geen", 0},
		{"environ 3000 €", 3000},
		{"ongeveer € 3000", 3000},
		{"duizend euro", 1000},
		{"mille euros", 1000},
		{"two thousand euros", 2000},
		{"deux mille euros", 2000},
		{"twee miljoen", 2e6},
		{"zéro euro", 0},
		{"een euro", 1},
	} {
		for _, lang := range languages("*") {
			if euros, ok := Money(c.text, lang); !ok || euros != c.euros {
				t.Errorf("%s %q: got %v %v, want %v", lang, c.text, euros, ok, c.euros)
			}
		}
	}
}

func TestMoneyRefuses(t *testing.T) {
	for _, text := range []string{
		"", "€", "euro", "eur", "$ 200", "200 $", "200 USD", "£200", "200 GBP", "CHF 200", "200 chf", "200 dollars", "200 livres", "US$ 200", "200 yen", "12 €uro5",
		"1500 per maand", "1500 € par mois", "1500 € HTVA", "1500 excl. btw", "1500 - 2000", "1500 à 2000 €", "12,3456", "1.5.2", "12€505", "12€5", "12.5€50", "2k€50", "€€ 200", "12 cent", "veel", "beaucoup", "budget 2000", "3 x 2000 €", "eurovision", "200 europa",
	} {
		for _, lang := range languages("*") {
			if euros, ok := Money(text, lang); ok || euros != 0 {
				t.Errorf("%s %q: got %v %v, want refused", lang, text, euros, ok)
			}
		}
	}
}

func TestScale(t *testing.T) {
	for _, text := range []string{"4", " 4 ", "4.", "4!", "4/5", "4 / 5", "4 sur 5", "4 op 5", "4 van 5", "4 van de 5", "4 out of 5", "4 of 5", "vier", "quatre", "four", "Quatre", "4️⃣", "vier op vijf", "quatre sur cinq", "four out of five", "4,0"} {
		for _, lang := range languages("*") {
			if n, ok := Scale(text, lang, 1, 5); !ok || n != 4 {
				t.Errorf("%s %q: got %v %v", lang, text, n, ok)
			}
		}
	}
	for _, text := range []string{"", "0", "6", "-4", "4/10", "4,5", "4 5", "3-4", "4%", "4 uur", "quatorze", "entre 3 et 4", "4/5/6", "/5", "4/", "8/10"} {
		for _, lang := range languages("*") {
			if n, ok := Scale(text, lang, 1, 5); ok {
				t.Errorf("%s %q: got %v, want refused", lang, text, n)
			}
		}
	}
	if n, ok := Scale("0", "nl", 0, 10); !ok || n != 0 {
		t.Error("0 on a scale from 0")
	}
	if _, ok := Scale("3", "nl", 5, 1); ok {
		t.Error("empty scale")
	}
}

// TestReadNumberUnclear: three digits behind the sign that the language does not
// make thousands with may be either; the person is asked.
func TestReadNumberUnclear(t *testing.T) {
	for _, c := range []struct {
		text, lang string
		values     []Quantity
	}{
		{"1,234", "fr", []Quantity{{1.234, ""}, {1234, ""}}},
		{"12,500 kg", "nl", []Quantity{{12.5, "kg"}, {12500, "kg"}}},
		{"-1.234", "en", []Quantity{{-1.234, ""}, {-1234, ""}}},
		{"1.234", "nl", []Quantity{{1234, ""}}},
		{"0,125", "nl", []Quantity{{0.125, ""}}},
		{"1,234.5", "en", []Quantity{{1234.5, ""}}},
	} {
		if got := ReadNumber(c.text, c.lang).Values; !slices.Equal(got, c.values) {
			t.Errorf("%s %q: %v, want %v", c.lang, c.text, got, c.values)
		}
	}
}
