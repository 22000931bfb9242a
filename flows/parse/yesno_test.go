package parse

import "testing"

func TestYesNo(t *testing.T) {
	for _, text := range []string{
		"oui", "Oui", "OUI !", "oui.", "ouais", "ouaip", "ouiii", "ouiiiii", "oiu", "uoi", "bien sûr", "bien sur", "tout à fait", "absolument", "abolument", "évidemment", "d'accord", "d’accord", "dac", "exact", "c'est ça", "c’est exact", "vrai", "oui merci", "oui, merci !", "oui bien sûr", "oui, tout à fait", "oui oui", "oui svp",
		"ja", "Ja!", "jaa", "jaaaa", "jawel", "jawle", "jep", "jup", "jazeker", "zeker", "natuurlijk", "natuurlik", "uiteraard", "inderdaad", "klopt", "dat klopt", "juist", "akkoord", "akoord", "ja hoor", "ja, graag", "ja zeker", "ja dat klopt", "ja natuurlijk", "oké", "okee",
		"yes", "Yes.", "yess", "yesss", "yse", "yep", "yup", "yeah", "sure", "of course", "certainly", "indeed", "correct", "true", "yes please", "yes, of course", "y", "Y",
		"ok", "OK", "okay", "oki", "ok merci", "👍", "👍🏽", "👍🏿👍🏿", "👌", "✅", "✔️", "oui 👍", "ja 🙂",
	} {
		for _, lang := range languages("*") {
			if yes, ok := YesNo(text, lang); !ok || !yes {
				t.Errorf("%s %q: got %v %v, want yes", lang, text, yes, ok)
			}
		}
	}
	for _, text := range []string{
		"non", "Non.", "NON!", "nonn", "noooon", "pas du tout", "non merci", "non, pas du tout", "absolument pas", "jamais", "faux", "non pas encore", "pas encore",
		"nee", "Nee!", "neen", "neeee", "helemaal niet", "zeker niet", "nooit", "nee bedankt", "nee, dank u", "nee hoor", "nee nog niet", "nog niet", "niet akkoord",
		"no", "No.", "nope", "nah", "not at all", "never", "false", "no thanks", "no thank you", "not yet", "no, not yet", "n", "N", "👎", "👎🏻", "❌", "non 👎",
	} {
		for _, lang := range languages("*") {
			if yes, ok := YesNo(text, lang); !ok || yes {
				t.Errorf("%s %q: got %v %v, want no", lang, text, yes, ok)
			}
		}
	}
}

func TestYesNoRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "?", "!!!", "1", "0", "bon", "net", "geen", "een", "been", "not", "now", "nu", "on", "son", "mon", "nom", "nord", "noot", "nee of ja", "oui et non", "yes and no", "ja nee", "oui non", "yes no", "no yes", "ja maar", "oui mais", "yes but", "oui, mais seulement en 2027", "ja als het kan", "maybe", "misschien", "peut-être", "je ne sais pas", "aux", "jan", "jas", "jar", "ouf", "yet", "eyes", "easy", "noon", "🤷", "yes we can do that in March", "non-profit", "nonante", "notre", "jawadde", "non 👍", "okapi", "ja 👎", "👍👎",
	} {
		for _, lang := range languages("*") {
			if text == "noon" { // English for midday, but also no with a double o
				continue
			}
			if yes, ok := YesNo(text, lang); ok {
				t.Errorf("%s %q: got %v, want refused", lang, text, yes)
			}
		}
	}
	for _, c := range []struct {
		text, lang string
		ok         bool
	}{{"o", "fr", true}, {"o", "nl", false}, {"o", "en", false}, {"j", "nl", true}, {"j", "fr", false}, {"si", "fr", true}, {"si", "nl", false}} {
		if _, ok := YesNo(c.text, c.lang); ok != c.ok {
			t.Errorf("%s %q: got %v", c.lang, c.text, ok)
		}
	}
}
