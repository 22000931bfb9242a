package parse

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func drawLang(t *rapid.T) string { return rapid.SampledFrom(languages("*")).Draw(t, "lang") }

// written formats n with the signs of a language and an optional group sign.
func written(n float64, decimals int, group, decimal string) string {
	digits := strconv.FormatFloat(math.Abs(n), 'f', decimals, 64)
	whole, fraction, _ := strings.Cut(digits, ".")
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	text := strings.Join(append([]string{whole}, groups...), group)
	if fraction != "" {
		text += decimal + fraction
	}
	if n < 0 {
		return "-" + text
	}
	return text
}

func TestNumberReadsWhatIsWritten(t *testing.T) {
	signs := map[string][][2]string{
		"fr": {{"", ","}, {" ", ","}, {"\u202f", ","}, {"\u00a0", ","}, {".", ","}},
		"nl": {{"", ","}, {".", ","}, {" ", ","}, {"'", ","}},
		"en": {{"", "."}, {",", "."}, {" ", "."}},
	}
	rapid.Check(t, func(t *rapid.T) {
		lang := drawLang(t)
		decimals := rapid.IntRange(0, 5).Draw(t, "decimals")
		n := float64(rapid.Int64Range(-1e14, 1e14).Draw(t, "n")) / math.Pow10(decimals)
		sign := rapid.SampledFrom(signs[lang]).Draw(t, "signs")
		unit := rapid.SampledFrom([]string{"", "%", "uur", "ETP", "m2", "€"}).Draw(t, "unit")
		text := written(n, decimals, sign[0], sign[1])
		got := ReadNumber(text+" "+unit, lang)
		if len(got.Values) == 0 || got.Values[0] != (Quantity{n, unit}) || got.Unclear() && (decimals != 3 || math.Abs(n) >= 1000) {
			t.Fatalf("%s %q: got %v, want %v %q", lang, text, got, n, unit)
		}
	})
}

func TestMoneyReadsWhatIsWritten(t *testing.T) {
	forms := []string{"%s", "%s €", "€ %s", "€%s", "%s euro", "EUR %s", "%seur"}
	signs := [][2]string{{"", ","}, {"", "."}, {" ", ","}, {".", ","}, {",", "."}, {"\u202f", ","}}
	rapid.Check(t, func(t *rapid.T) {
		decimals := rapid.SampledFrom([]int{0, 2}).Draw(t, "decimals")
		n := float64(rapid.Int64Range(-1e12, 1e12).Draw(t, "cents")) / math.Pow10(decimals)
		sign := rapid.SampledFrom(signs).Draw(t, "signs")
		text := fmt.Sprintf(rapid.SampledFrom(forms).Draw(t, "form"), written(n, decimals, sign[0], sign[1]))
		if got, ok := Money(text, drawLang(t)); !ok || got != n {
			t.Fatalf("%q: got %v %v, want %v", text, got, ok, n)
		}
	})
}

var monthNames = map[string][]string{
	"fr": {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	"nl": {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"},
	"en": {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
}

var dayNames = map[string][]string{
	"fr": {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	"nl": {"zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"},
	"en": {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
}

func drawDay(t *rapid.T, label string) time.Time {
	return civil(firstYear, 1, 1).AddDate(0, 0, rapid.IntRange(0, 109000).Draw(t, label))
}

func writtenDay(t *rapid.T, day time.Time, lang string) string {
	month := monthNames[lang][day.Month()-1]
	forms := []string{
		day.Format("2/1/2006"), day.Format("02/01/2006"), day.Format("2-1-2006"), day.Format("02.01.2006"), day.Format(time.DateOnly),
		fmt.Sprintf("%d %s %d", day.Day(), month, day.Year()),
		fmt.Sprintf("%s %d %s %d", dayNames[lang][day.Weekday()], day.Day(), month, day.Year()),
		fmt.Sprintf("%d %s %d", day.Day(), strings.ToUpper(month), day.Year()),
	}
	return rapid.SampledFrom(forms).Draw(t, "form")
}

func TestDateReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang, want := drawLang(t), drawDay(t, "day")
		text := writtenDay(t, want, lang)
		if got, ok := Date(text, lang, drawDay(t, "now")); !ok || !got.Equal(want) {
			t.Fatalf("%s %q: got %v %v", lang, text, got, ok)
		}
	})
}

func TestPeriodReadsWhatIsWritten(t *testing.T) {
	forms := map[string][]string{"fr": {"du %s au %s", "%s - %s", "%s à %s"}, "nl": {"van %s tot %s", "%s - %s", "%s t/m %s"}, "en": {"from %s to %s", "%s - %s", "%s until %s"}}
	rapid.Check(t, func(t *rapid.T) {
		lang, from, to := drawLang(t), drawDay(t, "from"), drawDay(t, "to")
		text := fmt.Sprintf(rapid.SampledFrom(forms[lang]).Draw(t, "form"), writtenDay(t, from, lang), writtenDay(t, to, lang))
		gotFrom, gotTo, ok := Period(text, lang, drawDay(t, "now"))
		if !ok || !gotFrom.Equal(from) || !gotTo.Equal(to) {
			t.Fatalf("%s %q: got %v %v %v", lang, text, gotFrom, gotTo, ok)
		}
	})
}

// Without a year the next such day is meant: never before today, at most a
// year ahead (eight for 29 February).
func TestDateWithoutYearIsAhead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang, now, day := drawLang(t), drawDay(t, "now"), drawDay(t, "day")
		if now.Year() > lastYear-9 { // what is ahead would be too late to be read
			now = now.AddDate(-9, 0, 0)
		}
		text := fmt.Sprintf("%d %s", day.Day(), monthNames[lang][day.Month()-1])
		got, ok := Date(text, lang, now)
		limit := now.AddDate(1, 0, 0)
		if day.Day() == 29 && day.Month() == 2 {
			limit = now.AddDate(8, 0, 1)
		}
		if !ok || got.Before(now) || got.After(limit) || got.Day() != day.Day() || got.Month() != day.Month() {
			t.Fatalf("%q on %v: got %v %v", text, now, got, ok)
		}
	})
}

// Any options picked by number or by label come back, in order.
func TestChoicesReadWhatIsPicked(t *testing.T) {
	and := map[string]string{"fr": " et ", "nl": " en ", "en": " and "}
	rapid.Check(t, func(t *rapid.T) {
		lang := drawLang(t)
		options := rapid.SampledFrom([][]Option{sectors, sectoren, signs}).Draw(t, "options")
		order := rapid.Permutation(options).Draw(t, "order")
		order = order[:rapid.IntRange(1, len(order)).Draw(t, "picked")]
		var texts, want []string
		for _, option := range order {
			texts = append(texts, rapid.SampledFrom([]string{option.Label, strings.ToUpper(option.Label), place(options, option.ID)}).Draw(t, "text"))
			want = append(want, option.ID)
		}
		between := rapid.SampledFrom([]string{", ", "; ", "\n", " + ", and[lang]}).Draw(t, "between")
		ids, rest := Choices(strings.Join(texts, between), lang, options)
		if strings.Join(ids, " ") != strings.Join(want, " ") || len(rest) > 0 {
			t.Fatalf("%s %q: got %q rest %q", lang, strings.Join(texts, between), ids, rest)
		}
	})
}

func place(options []Option, id string) string {
	for i, option := range options {
		if option.ID == id {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

func TestCleanKeepsWhatShows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("aé日שم👍\n\t \u0301\u200d\u202e\u2067\u2069\u202c\x00\x07\ufeff\U000E0061🏴"))).Draw(t, "text")
		clean, problem := Clean(text)
		if again, other := Clean(clean); again != clean || other == Bidi || other == Control {
			t.Fatalf("%+q: %+q then %+q %q", text, clean, again, other)
		}
		if problem != Empty && strings.Count(clean, "日") != strings.Count(text, "日") {
			t.Fatalf("%+q: lost text: %+q", text, clean)
		}
	})
}
