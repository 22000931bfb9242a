package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// shortMonths and shortDays are those of printed calendars, by language.
func shortMonths(lang string) [][]string {
	return map[string][][]string{
		"fr": {{"janv."}, {"févr.", "fév."}, {"mars"}, {"avr."}, {"mai"}, {"juin"}, {"juil.", "juill."}, {"août"}, {"sept."}, {"oct."}, {"nov."}, {"déc."}},
		"nl": {{"jan."}, {"feb.", "febr."}, {"mrt.", "maart"}, {"apr."}, {"mei"}, {"jun.", "juni"}, {"jul.", "juli"}, {"aug."}, {"sept.", "sep."}, {"okt."}, {"nov."}, {"dec."}},
		"en": {{"Jan"}, {"Feb"}, {"Mar"}, {"Apr"}, {"May"}, {"Jun", "June"}, {"Jul", "July"}, {"Aug"}, {"Sept", "Sep"}, {"Oct"}, {"Nov"}, {"Dec"}},
	}[lang]
}

func shortDays(lang string) []string {
	return map[string][]string{
		"fr": {"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."},
		"nl": {"zo", "ma", "di", "wo", "do", "vr", "za"},
		"en": {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"},
	}[lang]
}

// TestEveryDayOfAYear: every date of a year reads back in every usual form, with
// and without full stops, and so do those without a year.
func TestEveryDayOfAYear(t *testing.T) {
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	for _, lang := range []string{"fr", "nl", "en"} {
		for day := civil(2026, 11, 24); day.Before(civil(2027, 11, 24)); day = day.AddDate(0, 0, 1) {
			for _, form := range formsOfDay(lang, day) {
				for _, text := range []string{form, strings.ReplaceAll(form, ".", ""), strings.ToUpper(form)} {
					if got, ok := Date(text, lang, now); !ok || !got.Equal(day) {
						t.Errorf("%s %q: %v %v, want %v", lang, text, got.Format(time.DateOnly), ok, day.Format(time.DateOnly))
					}
				}
			}
		}
	}
}

func formsOfDay(lang string, day time.Time) []string {
	d, y, yy := day.Day(), day.Year(), day.Year()%100
	weekday, short := dayNames[lang][day.Weekday()], shortDays(lang)[day.Weekday()]
	forms := []string{
		day.Format("2-1-06"), day.Format("2/1"), day.Format("2-1-'06"), weekday + " " + day.Format("2/1"), weekday + " " + day.Format("02/01/2006"),
		short + " " + day.Format("2-1"), weekday + ", " + day.Format("2/1/2006"), day.Format("2/1/2006") + " (" + weekday + ")",
	}
	for _, month := range append(slices.Clone(shortMonths(lang)[day.Month()-1]), monthNames[lang][day.Month()-1]) {
		forms = append(forms, fmt.Sprintf("%d %s", d, month), fmt.Sprintf("%d %s %d", d, month, y), fmt.Sprintf("%d %s %02d", d, month, yy),
			fmt.Sprintf("%d %s '%02d", d, month, yy), fmt.Sprintf("%s %d %s", short, d, month), fmt.Sprintf("%s %d %s %d", weekday, d, month, y),
			fmt.Sprintf("%s %d %s", weekday, d, month))
		forms = append(forms, spokenDay(lang, d, month, y)...)
	}
	return forms
}

// spokenDay writes the day in words, and with the article or the ordinal.
func spokenDay(lang string, d int, month string, y int) []string {
	switch lang {
	case "fr":
		forms := []string{fmt.Sprintf("le %d %s %d", d, month, y)}
		if d == 1 {
			return append(forms, "1er "+month, "le 1er "+month, "1 er "+month, "premier "+month)
		}
		return append(forms, fmt.Sprintf("%s %s %d", frenchWords(d, "-", " ", true), month, y), fmt.Sprintf("le %s %s", frenchWords(d, " ", " ", true), month))
	case "nl":
		if d == 1 {
			return []string{"1ste " + month, "eerste " + month}
		}
		return []string{fmt.Sprintf("%s %s %d", dutchWords(d, "ë", "", " "), month, y), fmt.Sprintf("op %d %s", d, month)}
	}
	return []string{
		fmt.Sprintf("%s %d, %d", month, d, y), fmt.Sprintf("%d%s of %s", d, englishEnding(d), month), fmt.Sprintf("%s %d%s", month, d, englishEnding(d)),
		fmt.Sprintf("the %d%s of %s %d", d, englishEnding(d), month, y),
	}
}

func englishEnding(d int) string {
	switch {
	case d%10 == 1 && d != 11:
		return "st"
	case d%10 == 2 && d != 12:
		return "nd"
	case d%10 == 3 && d != 13:
		return "rd"
	}
	return "th"
}

// TestPartOfTheDay: it changes no date.
func TestPartOfTheDay(t *testing.T) {
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	for lang, c := range map[string]struct{ days, parts []string }{
		"fr": {[]string{"demain", "lundi", "3 mars", "3/3/2027", "lundi 30 nov."}, []string{" matin", " midi", " après-midi", " soir", " au matin", " en soirée"}},
		"nl": {[]string{"morgen", "overmorgen", "maandag", "3 maart", "3/3/2027"}, []string{"ochtend", "avond", "namiddag", "middag", " ochtend", " 's avonds", " in de voormiddag"}},
		"en": {[]string{"tomorrow", "Monday", "3 March", "3/3/2027"}, []string{" morning", " evening", " afternoon", " at noon", " in the morning"}},
	} {
		for _, day := range c.days {
			want, ok := Date(day, lang, now)
			if !ok {
				t.Fatalf("%s %q is no date", lang, day)
			}
			for _, part := range c.parts {
				if !strings.HasPrefix(part, " ") && !strings.HasSuffix(day, "g") && !strings.HasSuffix(day, "n") {
					continue
				}
				if got, ok := Date(day+part, lang, now); !ok || !got.Equal(want) {
					t.Errorf("%s %q: %v %v, want %v", lang, day+part, got, ok, want)
				}
			}
		}
	}
}

// TestARangeIsNoDay: from one day or month to another is never read as one date;
// both ends are readings.
func TestARangeIsNoDay(t *testing.T) {
	forms := map[string][]string{
		"fr": {"du %s au %s", "entre %s et %s", "%s - %s", "%s à %s", "de %s à %s", "%s jusqu'au %s", "%s → %s"},
		"nl": {"van %s tot %s", "tussen %s en %s", "%s - %s", "%s t/m %s", "%s tot en met %s", "vanaf %s tot %s"},
		"en": {"from %s to %s", "between %s and %s", "%s - %s", "%s until %s", "%s through %s", "%s till %s"},
	}
	rapid.Check(t, func(t *rapid.T) {
		lang, from := drawLang(t), drawDay(t, "from")
		to := from.AddDate(0, 0, rapid.IntRange(1, 300).Draw(t, "days"))
		if to.Year() > lastYear {
			return
		}
		text := fmt.Sprintf(rapid.SampledFrom(forms[lang]).Draw(t, "form"), writtenDay(t, from, lang), writtenDay(t, to, lang))
		got := ReadDate(text, lang, drawDay(t, "now"))
		if len(got.Values) != 2 || !got.Values[0].Equal(from) || !got.Values[1].Equal(to) {
			t.Fatalf("%s %q: %v", lang, text, got.Values)
		}
	})
}
