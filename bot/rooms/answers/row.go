package answers

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/flows/form"
)

// Row is an answer as it is read outside the bot.
type Row struct {
	Enterprise string // id
	Name       string // of the enterprise
	Question   string // id
	Number     string // what people see of it
	Item       string // "st2/ch7"; empty: the enterprise as a whole
	Label      string // of the items it stands in
	Text       string // of the question, in the reader's language
	Value      string // in the reader's language; own words as they are
	Amount     *float64
	Unit       string
	Date       time.Time // of a date, and the first of a period
	Until      time.Time // the last of a period
	State      string    // given, unknown, not applicable, delegated, declined, former cycle; differs: stands beside the one before
	Reason     string    // of not applicable
	To         string    // to whom it was delegated, or when it is asked again
	Role       string    // of the author
	Lang       string    // of the words
	At         time.Time
	Revision   int
	Version    string // of the question
	Content    string // of all content
	Archived   bool   // its branch is closed
}

// StateDiffers is the state of a second answer that two people agreed to keep
// beside the first.
const StateDiffers = "differs"

// Read makes the rows of a dossier, in the order of the questionnaire and of the
// items; equal dossiers give equal rows. now is not used but to read by.
func Read(q *form.Questionnaire, src form.Source, lang string, now time.Time) []Row {
	d := form.Open(q, src, now)
	all := src.Answers()
	slices.SortFunc(all, func(a, b form.Answer) int { return compare(q, a.Place, b.Place) })
	var rows []Row
	for i := range all {
		rows = append(rows, read(d, &all[i], lang)...)
	}
	return rows
}

// read makes the rows of one answer, and of those beside it.
func read(d *form.Dossier, a *form.Answer, lang string) []Row {
	h, path := d.Head(), a.Place.Path()
	r := Row{
		Enterprise: h.Enterprise.ID, Name: h.Enterprise.Name, Question: a.Place.Question(), Item: string(path),
		Label: label(d, path, lang), State: string(a.State), Reason: a.Reason, Role: a.Author.Role, Lang: a.Author.Lang,
		At: a.At.UTC(), Revision: a.Revision, Version: a.Version, Content: h.Content, Archived: a.Archived,
	}
	if q, ok := d.Questionnaire().Question(r.Question); ok {
		r.Number, r.Text = q.Number, d.Text(q.Text, a.Place, lang)
	}
	switch a.State {
	case form.Delegated:
		r.To = d.Label(form.Path(a.To), lang)
	case form.Unknown:
		if !a.Due.IsZero() {
			r.To = a.Due.Format(time.DateOnly)
		}
	}
	r.value(d, a.Place, a.Value, a.State, lang)
	rows := []Row{r}
	for _, other := range a.Differs {
		beside := r
		beside.State, beside.Role, beside.Lang, beside.At = StateDiffers, other.Author.Role, other.Author.Lang, other.At.UTC()
		beside.value(d, a.Place, other.Value, form.Given, lang)
		rows = append(rows, beside)
	}
	return rows
}

// value reads what was answered: as text, and as what it is.
func (r *Row) value(d *form.Dossier, p form.Place, v form.Value, state form.State, lang string) {
	r.Value, r.Amount, r.Unit, r.Date, r.Until = "", nil, "", v.Date, v.Until
	if state == form.Given || state == form.Past {
		r.Value = d.Show(&form.Answer{Place: p, State: form.Given, Value: v}, lang)
	}
	if v.Number == nil {
		return
	}
	n := *v.Number
	r.Amount, r.Unit = &n, v.Unit
	if q, ok := d.Questionnaire().Question(p.Question()); ok && q.Type == form.Money {
		r.Unit = cmp.Or(v.Unit, "EUR")
	}
}

// label names the items of a path, outermost first.
func label(d *form.Dossier, path form.Path, lang string) string {
	var all []string
	for n := 1; n <= path.Depth(); n++ {
		all = append(all, d.Label(path.Prefix(n), lang))
	}
	return strings.Join(all, " / ")
}

// compare puts places in the order of the questionnaire and of the items; what is
// asked no more comes last.
func compare(q *form.Questionnaire, a, b form.Place) int {
	return cmp.Or(
		cmp.Compare(index(q, a), index(q, b)), cmp.Compare(a.Question(), b.Question()),
		comparePaths(string(a.Path()), string(b.Path())))
}

func index(q *form.Questionnaire, p form.Place) int {
	if found, ok := q.Question(p.Question()); ok {
		return found.Index
	}
	return len(q.Questions())
}

// comparePaths takes st2 before st10.
func comparePaths(a, b string) int {
	as, bs := strings.Split(a, "/"), strings.Split(b, "/")
	for i := range min(len(as), len(bs)) {
		an, aid := split(as[i])
		bn, bid := split(bs[i])
		if c := cmp.Or(cmp.Compare(an, bn), cmp.Compare(aid, bid)); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(as), len(bs))
}

func split(id string) (prefix string, n int) {
	prefix = strings.TrimRight(id, "0123456789")
	n, _ = strconv.Atoi(id[len(prefix):])
	return prefix, n
}
