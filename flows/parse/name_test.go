package parse

import "testing"

func TestName(t *testing.T) {
	for _, c := range []struct {
		lang, text string
		want       NameReading
	}{
		{"fr", "Amina", NameReading{IsName, "Amina"}},
		{"fr", "Jean-Pierre de la Tour", NameReading{IsName, "Jean-Pierre de la Tour"}},
		{"fr", "coordination", NameReading{IsName, "coordination"}},
		{"fr", "l'accueil", NameReading{IsName, "l'accueil"}},
		{"nl", "Jo", NameReading{IsName, "Jo"}},
		{"nl", "O", NameReading{IsName, "O"}},
		{"en", "Noor (coordination)", NameReading{IsName, "Noor (coordination)"}},
		{"fr", "oui", NameReading{IsYesOrNo, "oui"}},
		{"nl", "ja hoor", NameReading{IsYesOrNo, "ja hoor"}},
		{"nl", "Ok", NameReading{IsYesOrNo, "Ok"}},
		{"fr", "d'accord", NameReading{IsYesOrNo, "d'accord"}},
		{"nl", "🙂", NameReading{IsSign, "🙂"}},
		{"nl", "...", NameReading{IsSign, "..."}},
		{"fr", "1", NameReading{IsNumber, "1"}},
		{"fr", "12 345", NameReading{IsNumber, "12 345"}},
		{"fr", "Bonjour !", NameReading{IsGreeting, "Bonjour !"}},
		{"nl", "dank je wel", NameReading{IsGreeting, "dank je wel"}},
		{"en", "Good morning everybody", NameReading{IsGreeting, "Good morning everybody"}},
		{"fr", "pourquoi mon nom ?", NameReading{IsAsked, "pourquoi mon nom ?"}},
		{"fr", "c'est quoi un rôle", NameReading{IsAsked, "c'est quoi un rôle"}},
		{"nl", "wat is dat", NameReading{IsAsked, "wat is dat"}},
		{"fr", "Bonjour, je suis Amina de la coordination", NameReading{IsIntroduced, "Amina, coordination"}},
		{"fr", "je m'appelle Amina", NameReading{IsIntroduced, "Amina"}},
		{"fr", "Moi c'est Léa", NameReading{IsIntroduced, "Léa"}},
		{"nl", "ik ben Jan van den Berg", NameReading{IsIntroduced, "Jan van den Berg"}},
		{"nl", "Hallo, ik ben Noor van het onthaal", NameReading{IsIntroduced, "Noor, onthaal"}},
		{"nl", "mijn naam is Noor.", NameReading{IsIntroduced, "Noor"}},
		{"en", "Hi, I'm Sam from the workshop", NameReading{IsIntroduced, "Sam, workshop"}},
		{"en", "My name is Sam", NameReading{IsIntroduced, "Sam"}},
		{"fr", "je ne veux pas le dire", NameReading{IsSentence, "je ne veux pas le dire"}},
		{"en", "we will tell you that later on when we know", NameReading{IsSentence, "we will tell you that later on when we know"}},
	} {
		if got := Name(c.text, c.lang); got != c.want {
			t.Errorf("%s %q: %+v, want %+v", c.lang, c.text, got, c.want)
		}
	}
}

// TestLabel: what stands on a list may be a sentence, and is no greeting, yes,
// number or question.
func TestLabel(t *testing.T) {
	for text, want := range map[string]Naming{
		"Planning": IsName, "Langues": IsName, "Les jeunes retrouvent un rythme de vie": IsName, "ik durf weer buiten komen": IsName, "3D-printen": IsName,
		"Dagcentrum": IsName, "Hi-Fi": IsName, "Oui-Dire": IsName, "1": IsNumber, "-": IsSign, "ok": IsYesOrNo, "merci": IsGreeting, "c'est quoi ?": IsAsked,
	} {
		if got := Label(text, "nl"); got.Kind != want {
			t.Errorf("%q: %+v, want %s", text, got, want)
		}
	}
}

func TestIsQuestion(t *testing.T) {
	for text, want := range map[string]bool{
		"c'est quoi un indicateur": true, "Qu’est-ce que l'impact": true, "wat is dat": true, "What is an outcome": true, "combien ?": true, "hoezo?": true,
		"quoi de neuf": false, "what a day": false, "wat wij doen": false, "": false, "quatre": false,
	} {
		for _, lang := range []string{"fr", "nl", "en"} {
			if got := IsQuestion(text, lang); got != want && (lang == "fr" || !want || text[len(text)-1] == '?') {
				t.Errorf("%s %q: %v", lang, text, got)
			}
		}
	}
}
