package form

import (
	"slices"
	"unicode/utf8"
)

// The longest texts that are kept, in characters.
const (
	MaxText     = 280
	MaxLongText = 3000
	MaxLabel    = 200
)

// Refusal is why a value cannot be the answer to a question, whatever else was
// answered. Limit is the number to tell, where there is one.
type Refusal struct {
	Kind  string
	Limit float64
	Unit  string // of OtherUnit: the enterprise's own
}

// The kinds of refusal.
const (
	TooLow    = "too_low"
	TooHigh   = "too_high"
	TooFew    = "too_few"
	TooMany   = "too_many"
	TooLong   = "too_long"
	Empty     = "empty"
	EndsEarly = "ends_early"
	NoSuch    = "no_such"
	OtherUnit = "other_unit"
)

// Check tells why a value cannot be the answer to a question; nil when it can.
// The constraints and warnings that a writer gave are for Dossier.Strikes.
func (q *Question) Check(v Value) *Refusal {
	switch q.Type {
	case Number, Money, Scale5:
		return q.checkNumber(v)
	case ShortTxt:
		return checkText(v.Text, MaxText)
	case LongTxt:
		if v.Text == "" && len(v.Files) > 0 {
			return nil // a voice note
		}
		return checkText(v.Text, MaxLongText)
	case Date:
		return emptyIf(v.Date.IsZero())
	case Period:
		return checkPeriod(v)
	case FileType:
		return emptyIf(len(v.Files) == 0)
	case Calc:
		return &Refusal{Kind: NoSuch}
	}
	return q.checkChoices(v.Choices)
}

// CheckAt is Check, and sees that what is chosen is offered at the place.
func (d *standing) CheckAt(q *Question, p Place, v Value) *Refusal {
	if r := q.Check(v); r != nil {
		return r
	}
	if r := d.checkUnit(q, p, v); r != nil {
		return r
	}
	var offered []string
	switch {
	case q.Type == Ref:
		for _, item := range d.Choosable(q, p) {
			offered = append(offered, string(item))
		}
	case slices.ContainsFunc(q.Options, conditional):
		for _, o := range d.Offered(q, p) {
			offered = append(offered, o.ID)
		}
	default:
		return nil
	}
	for _, id := range v.Choices {
		if !slices.Contains(offered, id) {
			return &Refusal{Kind: NoSuch}
		}
	}
	return nil
}

func emptyIf(empty bool) *Refusal {
	if empty {
		return &Refusal{Kind: Empty}
	}
	return nil
}

func checkText(s string, most int) *Refusal {
	if utf8.RuneCountInString(s) > most {
		return &Refusal{Kind: TooLong, Limit: float64(most)}
	}
	return emptyIf(s == "")
}

func checkPeriod(v Value) *Refusal {
	if v.Until.Before(v.Date) {
		return &Refusal{Kind: EndsEarly}
	}
	return emptyIf(v.Date.IsZero())
}

func (q *Question) checkNumber(v Value) *Refusal {
	low, high := q.Low, q.High
	if q.Type == Scale5 {
		one, five := 1.0, 5.0
		low, high = &one, &five
	}
	switch {
	case v.Number == nil:
		return &Refusal{Kind: Empty}
	case low != nil && *v.Number < *low:
		return &Refusal{Kind: TooLow, Limit: *low}
	case high != nil && *v.Number > *high:
		return &Refusal{Kind: TooHigh, Limit: *high}
	}
	return nil
}

func (q *Question) checkChoices(ids []string) *Refusal {
	most, least := q.limits()
	switch {
	case most > 0 && len(ids) > most:
		return &Refusal{Kind: TooMany, Limit: float64(most)}
	case len(ids) < least:
		return &Refusal{Kind: TooFew, Limit: float64(least)}
	}
	options := q.Options
	if len(options) == 0 && (q.Type == YesNo || q.Type == Consent) {
		options = yesNoOptions()
	}
	for _, id := range ids {
		if len(options) > 0 && !slices.ContainsFunc(options, func(o Option) bool { return o.ID == id }) {
			return &Refusal{Kind: NoSuch}
		}
	}
	return nil
}

// limits gives how many choices there may and must be.
func (q *Question) limits() (most, least int) {
	switch q.Type {
	case Consent, YesNo, Single:
		return 1, 1
	case Repeat:
		most, least = q.Max, q.Min
		if most == 0 && q.Adds != nil {
			most = q.Adds.Max
		}
		if least == 0 && q.Adds != nil {
			least = q.Adds.Min
		}
		return most, least
	}
	if q.None {
		return q.Max, q.Min
	}
	return q.Max, max(q.Min, 1)
}

// Most and Least are how many choices a question takes; 0 means no limit.
func (q *Question) Most() int { most, _ := q.limits(); return most }

// Least is how many choices a question needs.
func (q *Question) Least() int { _, least := q.limits(); return least }

// Offered lists the options that may be chosen at a place now. The caller must
// not change the slice.
func (d *standing) Offered(q *Question, p Place) []Option {
	if q.Type == YesNo || q.Type == Consent {
		if len(q.Options) == 0 {
			return yesNoOptions()
		}
	}
	if !slices.ContainsFunc(q.Options, conditional) {
		return q.Options
	}
	var out []Option
	for _, o := range q.Options {
		if o.When == nil || d.holds(q, p, o.When) {
			out = append(out, o)
		}
	}
	return out
}

func conditional(o Option) bool { return o.When != nil }

func (d *standing) holds(q *Question, p Place, e *Expr) bool {
	s := scope{d: &d.relevance, loop: q.Loop, path: p.Path()}
	return s.truth(e) == Yes
}

func yesNoOptions() []Option {
	return []Option{
		{ID: "yes", Text: Text{FR: "Oui", NL: "Ja", EN: "Yes"}},
		{ID: "no", Text: Text{FR: "Non", NL: "Nee", EN: "No"}},
	}
}

// Choosable lists the items that may be chosen at a place of a ref question:
// those of its collections below the items that both share.
func (d *standing) Choosable(q *Question, p Place) []Path {
	var out []Path
	for _, c := range q.Of {
		under := p.Path().Prefix(shared(q.Loop, chain(c.Of)))
		d.eachAsked(c, under, func(item Path) { out = append(out, item) })
	}
	return out
}

// Pool is the pool the enterprise belongs to; "" while that is not known.
func (d *standing) Pool() string {
	if d.q.pool == nil {
		return ""
	}
	s := scope{d: &d.relevance}
	switch v := s.one(d.q.pool, "", "").(type) {
	case string:
		return v
	case interface{ Value() any }:
		pool, _ := v.Value().(string)
		return pool
	}
	return ""
}

// Wording is a question as a pool says it.
func (q *Question) Wording(pool string) (text, help Text) {
	text, help = q.Text, q.Help
	v := q.Variants[pool]
	if !v.Text.Empty() {
		text = v.Text
	}
	if !v.Help.Empty() {
		help = v.Help
	}
	return text, help
}

// Computed gives what a calculation shows at a place; "" while it is unknown.
func (d *standing) Computed(q *Question, p Place) string {
	s := scope{d: &d.relevance, loop: q.Loop, path: p.Path()}
	v, ok := s.one(q, p.Path(), "").(interface{ Value() any })
	if !ok || s.open {
		return ""
	}
	text, _ := v.Value().(string)
	return text
}
