package form

import (
	"cmp"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Text says something at a place, in a language, with everything piped in.
// Own words come as they are.
func (d *standing) Text(t Text, p Place, lang string) string {
	s := t.In(lang)
	if !strings.Contains(s, "{") {
		return s
	}
	q, ok := d.q.Question(p.Question())
	if !ok {
		return s
	}
	s, _ = d.fill(s, q, p.Path(), lang)
	return s
}

// Hint says a text like Text, but leaves out each sentence in which something
// would be piped that nobody has answered.
func (d *standing) Hint(t Text, p Place, lang string) string {
	s := t.In(lang)
	q, ok := d.q.Question(p.Question())
	if !ok || !strings.Contains(s, "{") {
		return s
	}
	var kept []string
	for _, sentence := range sentences(s) {
		if said, whole := d.fill(sentence, q, p.Path(), lang); whole {
			kept = append(kept, said)
		}
	}
	return strings.Join(kept, " ")
}

// sentences cuts a text of the content after each full stop, question mark or
// exclamation mark that a space follows.
func sentences(s string) (all []string) {
	begin := 0
	for i := 0; i+1 < len(s); i++ {
		if strings.ContainsRune(".?!", rune(s[i])) && s[i+1] == ' ' {
			all, begin = append(all, s[begin:i+1]), i+2
		}
	}
	return append(all, s[begin:])
}

// notThere stands where something is piped that is not answered.
const notThere = "…"

// Texts says something at a place in every language.
func (d *standing) Texts(t Text, p Place) Text {
	return Text{FR: d.Text(t, p, "fr"), NL: d.Text(t, p, "nl"), EN: d.Text(t, p, "en")}
}

// fill pipes answers into a text, and tells whether all of them are there.
func (d *standing) fill(s string, q *Question, path Path, lang string) (said string, whole bool) {
	var b strings.Builder
	whole = true
	b.Grow(len(s) + 64)
	for {
		before, rest, ok := strings.Cut(s, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), whole
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			return b.String(), whole
		}
		shown := d.piped(q, name, path, lang)
		b.WriteString(shown)
		if after != "" && after[0] == '.' && strings.HasSuffix(shown, ".") {
			after = after[1:] // own words that end a sentence end this one too
		}
		whole = whole && shown != "" && shown != notThere
		s = after
	}
}

func (d *standing) piped(q *Question, name string, path Path, lang string) string {
	for _, p := range q.Pipes {
		switch {
		case p.Name != name:
		case p.special != "":
			return d.pipedSeries(q, p.special, path, lang)
		case p.Collection != nil:
			return d.Named(path.Prefix(p.Collection.Depth()), lang)
		case p.many:
			return d.showAll(p.Question, path, lang)
		default:
			at := At(p.Question.ID, path.Prefix(len(p.Question.Loop)))
			if a := d.current(at); a != nil && a.State == Given {
				return d.show(p.Question, a, lang) + Mark(p.Question.Written(a.Author), lang)
			}
		}
	}
	return notThere
}

func (d *standing) showAll(q *Question, path Path, lang string) string {
	var all []string
	d.places(q, path.Prefix(len(q.Loop)-1), func(p Place) {
		if a := d.current(p); a != nil && a.State == Given {
			all = append(all, d.show(q, a, lang)+Mark(q.Written(a.Author), lang))
		}
	})
	return strings.Join(all, ", ")
}

// Show says what was answered, in a language. What is not given shows as "";
// what is given always has words, a list of nothing too.
func (d *standing) Show(a *Answer, lang string) string {
	q, ok := d.q.Question(a.Place.Question())
	if !ok || a.State != Given {
		return ""
	}
	return d.show(q, a, lang)
}

// none says that a list was answered with nothing on it.
func none(lang string) string { return Text{FR: "aucun", NL: "geen", EN: "none"}.In(lang) }

// ShowValue says an answer that is not recorded yet.
func (d *standing) ShowValue(p Place, v Value, lang string) string {
	return d.Show(&Answer{Place: p, State: Given, Value: v}, lang)
}

func (d *standing) show(q *Question, a *Answer, lang string) string {
	v := a.Value
	switch q.Type {
	case Number, Money, Scale5:
		return Amount(q, v, lang)
	case Date:
		return Day(v.Date, lang)
	case Period:
		return Day(v.Date, lang) + " – " + Day(v.Until, lang)
	case ShortTxt, LongTxt:
		return strings.TrimSpace(v.Text + " " + fileNames(v.Files))
	case FileType:
		return fileNames(v.Files)
	case Repeat:
		return cmp.Or(d.labels(q.Adds, a.Place.Path(), lang), none(lang))
	case Ref:
		return cmp.Or(d.refLabels(v.Choices, lang), none(lang))
	}
	return cmp.Or(optionTexts(q, v.Choices, lang), none(lang))
}

func (d *relevance) labels(c *Collection, parent Path, lang string) string {
	var out []string
	d.eachOf(c, parent, func(p Path) { out = append(out, d.Named(p, lang)) })
	return strings.Join(out, ", ")
}

func (d *standing) refLabels(paths []string, lang string) string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = d.Named(Path(p), lang)
	}
	return strings.Join(out, ", ")
}

func optionTexts(q *Question, ids []string, lang string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = optionText(q, id, lang)
	}
	return strings.Join(out, ", ")
}

func optionText(q *Question, id, lang string) string {
	if q.Type == YesNo || q.Type == Consent {
		if len(q.Options) == 0 {
			return yesNo(id, lang)
		}
	}
	return q.option(id).Text.In(lang)
}

func yesNo(id, lang string) string {
	t := Text{FR: "Non", NL: "Nee", EN: "No"}
	if id == "yes" {
		t = Text{FR: "Oui", NL: "Ja", EN: "Yes"}
	}
	return t.In(lang)
}

func fileNames(files []File) string {
	out := make([]string, len(files))
	for i, f := range files {
		out[i] = f.Name
	}
	return strings.Join(out, ", ")
}

// Amount writes a number as a language writes it, with its unit.
func Amount(q *Question, v Value, lang string) string {
	if q.Type == Scale5 {
		return strconv.Itoa(int(numberOf(v))) + "/5"
	}
	s := decimal(numberOf(v), lang, q.Type == Money || v.Unit != "", q.Type == Money)
	switch {
	case q.Type == Money:
		return s + " €"
	case v.Unit == "":
		return s
	}
	for _, u := range q.Units {
		if u.ID == v.Unit {
			return s + " " + u.Text.In(lang)
		}
	}
	return s + " " + v.Unit
}

// decimal writes a number. A bare one below ten thousand is not grouped, so
// that a year reads like one; cents are two.
func decimal(n float64, lang string, unit, cents bool) string {
	opts := []number.Option{number.MaxFractionDigits(2)}
	if cents && n != math.Trunc(n) {
		opts = append(opts, number.MinFractionDigits(2))
	}
	if !unit && n > -10000 && n < 10000 {
		opts = append(opts, number.NoSeparator())
	}
	return message.NewPrinter(tag(lang)).Sprint(number.Decimal(n, opts...))
}

func numberOf(v Value) float64 {
	if v.Number == nil {
		return 0
	}
	return *v.Number
}

func tag(lang string) language.Tag {
	switch lang {
	case "fr":
		return language.French
	case "nl":
		return language.Dutch
	}
	return language.English
}
