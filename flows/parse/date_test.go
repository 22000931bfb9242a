package parse

import (
	"sync"
	"testing"
	"time"
)

// A Wednesday; in New York it is the 14th, in UTC already the 15th.
func testNow() time.Time {
	return time.Date(2026, 10, 14, 21, 30, 0, 0, time.FixedZone("New York", -4*3600))
}

var dateCases = map[string]map[string]string{
	"*": {
		"31/12/2027": "2027-12-31", "31-12-2027": "2027-12-31", "31.12.2027": "2027-12-31", "31.12.27": "2027-12-31", "31/12/27": "2027-12-31", "1/3/2027": "2027-03-01", "01/03/2027": "2027-03-01", "2027-12-31": "2027-12-31", "2027/12/31": "2027-12-31", "31 / 12 / 2027": "2027-12-31", "31 - 12 - 2027": "2027-12-31", "31 12 2027": "2027-12-31", "1/1/85": "1985-01-01", "1/1/75": "2075-01-01", "29/02/2028": "2028-02-29",
		"31/12": "2026-12-31", "14/10": "2026-10-14", "13/10": "2027-10-13", "31-12": "2026-12-31", "31.12": "2026-12-31", "29/2": "2028-02-29", "1/1": "2027-01-01", "31/12/2027.": "2027-12-31",
		"1 janvier 2027": "2027-01-01", "1 januari 2027": "2027-01-01", "1 January 2027": "2027-01-01",
	},
	"fr": {
		"1er mars 2027": "2027-03-01", "le 1er mars 2027": "2027-03-01", "1 mars 2027": "2027-03-01", "3 mars": "2027-03-03", "15 octobre": "2026-10-15", "lundi 1er mars 2027": "2027-03-01", "1er août 2027": "2027-08-01", "1 aout 2027": "2027-08-01", "premier mai 2027": "2027-05-01", "12 févr. 2027": "2027-02-12", "12 déc 27": "2027-12-12", "3 fevirer 2027": "2027-02-03", "3 septembr 2027": "2027-09-03", "1er-mars-2027": "2027-03-01", "vendredi 16 octobre": "2026-10-16",
		"hier": "2026-10-13", "avant-hier": "2026-10-12", "aujourd'hui": "2026-10-14", "aujourd’hui": "2026-10-14", "demain": "2026-10-15", "après-demain": "2026-10-16", "apres demain": "2026-10-16",
		"fin mars": "2027-03-31", "fin mars 2028": "2028-03-31", "fin du mois de mars": "2027-03-31", "début avril": "2027-04-01", "mi-avril": "2027-04-15", "mi avril 2028": "2028-04-15", "à la fin mars": "2027-03-31", "fin octobre": "2026-10-31", "début octobre": "2027-10-01", "fin février 2028": "2028-02-29", "fin 2027": "2027-12-31", "fin de l'année": "2026-12-31", "fin de l'année prochaine": "2027-12-31", "fin mars de l'année prochaine": "2027-03-31", "fin du mois": "2026-10-31", "fin du mois prochain": "2026-11-30", "début 2027": "2027-01-01", "mi-2027": "2027-07-01", "fin du premier trimestre 2027": "2027-03-31", "fin Q1 2027": "2027-03-31",
		"vendredi": "2026-10-16", "lundi prochain": "2026-10-19", "mercredi": "2026-10-21", "mercredi prochain": "2026-10-21", "vendredi dernier": "2026-10-09", "ce vendredi": "2026-10-16", "vendredi de la semaine prochaine": "2026-10-23",
		"dans 3 semaines": "2026-11-04", "dans trois semaines": "2026-11-04", "dans deux mois": "2026-12-14", "dans un an": "2027-10-14", "dans une semaine": "2026-10-21", "d'ici 3 semaines": "2026-11-04", "il y a 2 jours": "2026-10-12", "il y a un mois": "2026-09-14", "dans 15 jours": "2026-10-29", "dans une quinzaine": "2026-10-28",
	},
	"nl": {
		"1 maart 2027": "2027-03-01", "3 mrt. 27": "2027-03-03", "3 maart": "2027-03-03", "maandag 1 maart 2027": "2027-03-01", "ma 1 maart 2027": "2027-03-01", "1ste mei 2027": "2027-05-01", "2de mei 2027": "2027-05-02", "eerste mei": "2027-05-01", "15 okt": "2026-10-15", "op 15 oktober": "2026-10-15", "3 februrai 2027": "2027-02-03", "3 oogst 2027": "2027-08-03",
		"gisteren": "2026-10-13", "eergisteren": "2026-10-12", "vandaag": "2026-10-14", "morgen": "2026-10-15", "overmorgen": "2026-10-16", "nu": "2026-10-14",
		"over 3 weken": "2026-11-04", "over drie weken": "2026-11-04", "over een week": "2026-10-21", "over één maand": "2026-11-14", "binnen 14 dagen": "2026-10-28", "3 weken geleden": "2026-09-23", "2 jaar geleden": "2024-10-14", "over 2 maanden": "2026-12-14",
		"eind maart": "2027-03-31", "einde maart 2027": "2027-03-31", "begin april": "2027-04-01", "midden april": "2027-04-15", "half april": "2027-04-15", "eind oktober": "2026-10-31", "begin oktober": "2027-10-01", "medio mei 2027": "2027-05-15", "eind 2027": "2027-12-31", "begin 2027": "2027-01-01", "eind dit jaar": "2026-12-31", "eind volgend jaar": "2027-12-31", "eind maart volgend jaar": "2027-03-31", "3 maart vorig jaar": "2025-03-03", "eind van de maand": "2026-10-31", "eind volgende maand": "2026-11-30", "begin volgend jaar": "2027-01-01", "einde van het jaar": "2026-12-31",
		"vrijdag": "2026-10-16", "volgende vrijdag": "2026-10-16", "komende vrijdag": "2026-10-16", "deze vrijdag": "2026-10-16", "woensdag": "2026-10-21", "vorige vrijdag": "2026-10-09", "vrijdag volgende week": "2026-10-23", "volgende week vrijdag": "2026-10-23", "afgelopen maandag": "2026-10-12", "zondag": "2026-10-18", "volgende week zondag": "2026-10-25",
	},
	"en": {
		"1 March 2027": "2027-03-01", "1st of March 2027": "2027-03-01", "March 1st, 2027": "2027-03-01", "March 1, 2027": "2027-03-01", "the 3rd of May": "2027-05-03", "May 3": "2027-05-03", "Mon 1 March 2027": "2027-03-01", "Monday, March 1st 2027": "2027-03-01", "3 mar 2027": "2027-03-03", "on 15 October": "2026-10-15", "3 septmber 2027": "2027-09-03",
		"yesterday": "2026-10-13", "today": "2026-10-14", "tomorrow": "2026-10-15", "the day after tomorrow": "2026-10-16", "the day before yesterday": "2026-10-12",
		"in 3 weeks": "2026-11-04", "in two months": "2026-12-14", "in a week": "2026-10-21", "in a fortnight": "2026-10-28", "3 weeks from now": "2026-11-04", "2 days ago": "2026-10-12", "a year ago": "2025-10-14", "within 10 days": "2026-10-24",
		"end of March": "2027-03-31", "the end of March 2028": "2028-03-31", "beginning of April": "2027-04-01", "mid April": "2027-04-15", "mid-April": "2027-04-15", "start of May": "2027-05-01", "end of the year": "2026-12-31", "end of the month": "2026-10-31", "end of next month": "2026-11-30", "end of next year": "2027-12-31", "30 June next year": "2027-06-30", "end of 2027": "2027-12-31", "end of October": "2026-10-31",
		"Friday": "2026-10-16", "next Friday": "2026-10-16", "this Friday": "2026-10-16", "last Friday": "2026-10-09", "Wednesday": "2026-10-21", "Friday next week": "2026-10-23",
	},
}

func TestDate(t *testing.T) {
	for lang, cases := range dateCases {
		for text, want := range cases {
			for _, lang := range languages(lang) {
				day, ok := Date(text, lang, testNow())
				if !ok || day.Format(time.DateOnly) != want || day.Location() != time.UTC || !day.Equal(day.Truncate(24*time.Hour)) {
					t.Errorf("%s %q: got %v %v, want %s", lang, text, day, ok, want)
				}
			}
		}
	}
}

func TestDateRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "12", "1", "2027", "20271231", "31122027", "31/02/2027", "30/02", "31/4/2027", "0/1/2027", "1/0/2027", "1/13/2027", "12/31/2027", "29/02/2027", "1/1/1850", "1/1/2300", "1/1/127", "1.5", "12.5", "1/2/3/4", "1//2027", "/1/2", "2027-13-01", "2027-3-100",
		"31 februari 2027", "31 février 2027", "31 April 2027", "32 mars 2027", "0 mars 2027", "dimanche 1er mars 2027", "vrijdag 1 maart 2027", "Sunday 1 March 2027",
		"mars", "maart 2027", "March 2027", "Q1 2027", "volgende maand", "next month", "le mois prochain", "next week", "volgende week", "la semaine prochaine", "next year", "2026-2027", "03/2027", "2027-03",
		"1 maart 2027 1 maart 2027", "maart 1 2", "1 maart 999", "1 maart '2", "now then", "1er 2027", "0000-00-00", "٣١/١٢/٢٠٢٧",
	} {
		for _, lang := range languages("*") {
			if day, ok := Date(text, lang, testNow()); ok || !day.IsZero() {
				t.Errorf("%s %q: got %v %v, want refused", lang, text, day, ok)
			}
		}
	}
	if _, ok := Date("hier", "nl", testNow()); ok {
		t.Error("hier is no day in Dutch")
	}
}

func TestDateAroundEnds(t *testing.T) {
	for _, c := range []struct{ now, text, lang, want string }{
		{"2027-01-31", "over een maand", "nl", "2027-02-28"}, {"2027-01-31", "dans un mois", "fr", "2027-02-28"}, {"2028-02-29", "in a year", "en", "2029-02-28"}, {"2027-03-31", "eind maart", "nl", "2027-03-31"}, {"2027-04-01", "fin mars", "fr", "2028-03-31"}, {"2027-12-31", "tomorrow", "en", "2028-01-01"}, {"2027-01-01", "hier", "fr", "2026-12-31"}, {"2027-12-31", "eind volgende maand", "nl", "2028-01-31"}, {"2027-01-15", "fin du mois dernier", "fr", "2026-12-31"}, {"2027-03-31", "un mois", "fr", ""}, {"2027-05-02", "vendredi de la semaine prochaine", "fr", "2027-05-07"}, {"2027-03-28", "overmorgen", "nl", "2027-03-30"}, {"2026-12-31", "31/12", "fr", "2026-12-31"}, {"2027-10-31", "4 maanden geleden", "nl", "2027-06-30"},
	} {
		now, _ := time.Parse(time.DateOnly, c.now)
		day, ok := Date(c.text, c.lang, now)
		if ok != (c.want != "") || ok && day.Format(time.DateOnly) != c.want {
			t.Errorf("%s from %s: got %v %v, want %s", c.text, c.now, day, ok, c.want)
		}
	}
}

// The person's day counts, not that of UTC.
func TestDateInLocation(t *testing.T) {
	for _, c := range []struct {
		offset int
		want   string
	}{{-4, "2026-10-14"}, {0, "2026-10-15"}, {14, "2026-10-15"}} {
		now := testNow().In(time.FixedZone("", c.offset*3600))
		if day, ok := Date("today", "en", now); !ok || day.Format(time.DateOnly) != c.want {
			t.Errorf("offset %d: got %v", c.offset, day)
		}
	}
}

func TestDateConcurrently(t *testing.T) {
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for lang, cases := range dateCases {
				for text, want := range cases {
					lang := languages(lang)[0]
					if day, ok := Date(text, lang, testNow()); !ok || day.Format(time.DateOnly) != want {
						t.Errorf("%s %q: got %v", lang, text, day)
					}
				}
			}
		})
	}
	group.Wait()
}

var periodCases = map[string]map[string]string{
	"*": {
		"2027": "2027-01-01 2027-12-31", "2026-2027": "2026-01-01 2027-12-31", "2026 - 2027": "2026-01-01 2027-12-31", "2026–2027": "2026-01-01 2027-12-31", "2026/2027": "2026-01-01 2027-12-31", "2026-27": "2026-01-01 2027-12-31", "2026-2028": "2026-01-01 2028-12-31", "2027-2026": "2027-01-01 2026-12-31",
		"Q1 2027": "2027-01-01 2027-03-31", "q4 2027": "2027-10-01 2027-12-31", "2027 Q2": "2027-04-01 2027-06-30", "Q1/2027": "2027-01-01 2027-03-31", "T3 2027": "2027-07-01 2027-09-30", "S1 2027": "2027-01-01 2027-06-30", "H2 2027": "2027-07-01 2027-12-31", "K1 2027": "2027-01-01 2027-03-31", "Q1-Q3 2027": "2027-01-01 2027-09-30", "Q1": "2027-01-01 2027-03-31", "Q4": "2026-10-01 2026-12-31",
		"03/2027": "2027-03-01 2027-03-31", "2027-03": "2027-03-01 2027-03-31", "2/2028": "2028-02-01 2028-02-29",
		"01/03/2027 - 30/06/2027": "2027-03-01 2027-06-30", "1/3/2027-30/6/2027": "2027-03-01 2027-06-30", "01.03.2027 – 30.06.2027": "2027-03-01 2027-06-30", "2027-03-01 - 2027-06-30": "2027-03-01 2027-06-30", "2027-03-01/2027-06-30": "2027-03-01 2027-06-30", "30/06/2027 - 01/03/2027": "2027-06-30 2027-03-01", "1/3 - 30/6/2027": "2027-03-01 2027-06-30", "03/2027 - 06/2027": "2027-03-01 2027-06-30", "1/3/2027 → 30/6/2027": "2027-03-01 2027-06-30",
	},
	"fr": {
		"du 1er mars au 30 juin 2027": "2027-03-01 2027-06-30", "mars 2027 à juin 2027": "2027-03-01 2027-06-30", "de mars à juin 2027": "2027-03-01 2027-06-30", "mars à juin 2027": "2027-03-01 2027-06-30", "mars-juin 2027": "2027-03-01 2027-06-30", "du 1er mars 2027 au 30 juin 2027": "2027-03-01 2027-06-30", "du 1er au 15 mars 2027": "2027-03-01 2027-03-15", "1-15 mars 2027": "2027-03-01 2027-03-15", "entre mars et juin 2027": "2027-03-01 2027-06-30", "entre le 1er mars et le 30 juin 2027": "2027-03-01 2027-06-30",
		"mars 2027": "2027-03-01 2027-03-31", "mars": "2027-03-01 2027-03-31", "octobre": "2026-10-01 2026-10-31", "en mars 2027": "2027-03-01 2027-03-31", "en 2027": "2027-01-01 2027-12-31", "au mois de mars 2027": "2027-03-01 2027-03-31", "toute l'année 2027": "2027-01-01 2027-12-31", "année 2027": "2027-01-01 2027-12-31", "l'année 2027": "2027-01-01 2027-12-31",
		"1er trimestre 2027": "2027-01-01 2027-03-31", "premier trimestre de 2027": "2027-01-01 2027-03-31", "le 2e trimestre 2027": "2027-04-01 2027-06-30", "trimestre 3 2027": "2027-07-01 2027-09-30", "1er semestre 2027": "2027-01-01 2027-06-30", "second semestre 2027": "2027-07-01 2027-12-31", "première moitié de 2027": "2027-01-01 2027-06-30", "dernier trimestre 2027": "2027-10-01 2027-12-31",
		"l'année prochaine": "2027-01-01 2027-12-31", "cette année": "2026-01-01 2026-12-31", "le mois prochain": "2026-11-01 2026-11-30", "la semaine prochaine": "2026-10-19 2026-10-25", "le trimestre prochain": "2027-01-01 2027-03-31",
		"novembre à février": "2026-11-01 2027-02-28", "novembre à février 2028": "2027-11-01 2028-02-29", "septembre à novembre": "2026-09-01 2026-11-30", "du 15 novembre 2026 au 15 février": "2026-11-15 2027-02-15", "de début mars à fin juin 2027": "2027-03-01 2027-06-30", "de 2026 à 2028": "2026-01-01 2028-12-31", "à partir du 1er mars jusqu'au 30 juin 2027": "2027-03-01 2027-06-30", "de janvier 2027 jusqu'en mars 2027": "2027-01-01 2027-03-31", "juin 2027 à mars 2027": "2027-06-01 2027-03-31",
	},
	"nl": {
		"januari tot juni 2027": "2027-01-01 2027-06-30", "van januari tot juni 2027": "2027-01-01 2027-06-30", "januari t/m juni 2027": "2027-01-01 2027-06-30", "januari t.e.m. juni 2027": "2027-01-01 2027-06-30", "januari tem juni 2027": "2027-01-01 2027-06-30", "januari tot en met juni 2027": "2027-01-01 2027-06-30", "jan-jun 2027": "2027-01-01 2027-06-30", "jan. - jun. 2027": "2027-01-01 2027-06-30", "van 1 maart 2027 tot 30 juni 2027": "2027-03-01 2027-06-30", "1 maart tot 30 juni 2027": "2027-03-01 2027-06-30", "van 1 tot 15 maart 2027": "2027-03-01 2027-03-15", "tussen maart en juni 2027": "2027-03-01 2027-06-30", "januari tot juni": "2027-01-01 2027-06-30",
		"maart 2027": "2027-03-01 2027-03-31", "in maart": "2027-03-01 2027-03-31", "in 2027": "2027-01-01 2027-12-31", "heel 2027": "2027-01-01 2027-12-31", "het jaar 2027": "2027-01-01 2027-12-31", "de maand maart 2027": "2027-03-01 2027-03-31",
		"eerste semester 2027": "2027-01-01 2027-06-30", "eerste kwartaal 2027": "2027-01-01 2027-03-31", "1e kwartaal 2027": "2027-01-01 2027-03-31", "in het tweede kwartaal van 2027": "2027-04-01 2027-06-30", "in 1e kwartaal 2027": "2027-01-01 2027-03-31", "eerste helft 2027": "2027-01-01 2027-06-30", "laatste kwartaal van 2027": "2027-10-01 2027-12-31", "tweede jaarhelft 2027": "2027-07-01 2027-12-31", "volgend jaar": "2027-01-01 2027-12-31", "dit jaar": "2026-01-01 2026-12-31", "volgende maand": "2026-11-01 2026-11-30", "vorig kwartaal": "2026-07-01 2026-09-30", "volgende week": "2026-10-19 2026-10-25",
		"begin maart tot eind juni 2027": "2027-03-01 2027-06-30", "van morgen tot eind december": "2026-10-15 2026-12-31", "november 2026 tot februari": "2026-11-01 2027-02-28", "vandaag tot 31/12": "2026-10-14 2026-12-31",
	},
	"en": {
		"from 1/3/2027 to 30/6/2027": "2027-03-01 2027-06-30", "January to June 2027": "2027-01-01 2027-06-30", "from January until June 2027": "2027-01-01 2027-06-30", "January through June 2027": "2027-01-01 2027-06-30", "Jan-Jun 2027": "2027-01-01 2027-06-30", "between March and June 2027": "2027-03-01 2027-06-30", "March 1 to June 30, 2027": "2027-03-01 2027-06-30", "from the 1st to the 15th of March 2027": "2027-03-01 2027-03-15",
		"March 2027": "2027-03-01 2027-03-31", "in March": "2027-03-01 2027-03-31", "May": "2027-05-01 2027-05-31", "first quarter of 2027": "2027-01-01 2027-03-31", "first half of 2027": "2027-01-01 2027-06-30", "second half of 2027": "2027-07-01 2027-12-31", "the whole year 2027": "2027-01-01 2027-12-31", "next year": "2027-01-01 2027-12-31", "this year": "2026-01-01 2026-12-31", "last year": "2025-01-01 2025-12-31", "next month": "2026-11-01 2026-11-30", "last quarter": "2026-07-01 2026-09-30", "Q1 to Q2 2027": "2027-01-01 2027-06-30", "2026 to 2027": "2026-01-01 2027-12-31",
	},
}

func TestPeriod(t *testing.T) {
	for lang, cases := range periodCases {
		for text, want := range cases {
			for _, lang := range languages(lang) {
				from, to, ok := Period(text, lang, testNow())
				if got := from.Format(time.DateOnly) + " " + to.Format(time.DateOnly); !ok || got != want {
					t.Errorf("%s %q: got %s %v, want %s", lang, text, got, ok, want)
				}
			}
		}
	}
}

func TestPeriodRefuses(t *testing.T) {
	for _, text := range []string{
		"", "12", "1 maart 2027", "1er mars 2027", "1/3/2027", "tomorrow", "vanaf maart 2027", "à partir de mars 2027", "from March 2027", "from 2027", "tot juni 2027", "until June 2027", "2011-12", "2027-13", "1850", "2300", "0-1", "1-3", "13/2027", "31/02/2027 - 30/06/2027", "1/3/2027 - 31/6/2027", "Q5 2027", "Q0 2027", "S3 2027", "5e trimestre 2027", "trois mois", "3 maanden", "a while", "we start in 2027", "mars ou avril 2027", "maart en april 2027", "maart, april en mei", "2027-2028-2029", "mars à", "à mars", "-", " - ", "de à", "32 tot 35 maart 2027", "schooljaar 2026-2027", "été 2027", "2027 euro", "ooit in 2027 misschien",
	} {
		for _, lang := range languages("*") {
			if from, to, ok := Period(text, lang, testNow()); ok || !from.IsZero() || !to.IsZero() {
				t.Errorf("%s %q: got %v %v %v, want refused", lang, text, from, to, ok)
			}
		}
	}
}
