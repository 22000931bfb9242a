package report

import (
	"cmp"
	"strings"

	"visesbot/bot/report/letters"
	"visesbot/flows/form"
)

// Words says a sentence of ours in a language; pairs fill in {names}.
type Words func(lang, key string, pairs ...string) string

// Length is how much of a report is wanted.
type Length string

// The lengths. A light one has no annexes and no lists of numbers below the
// drawings; a thorough one also has what is outside the evaluation.
const (
	Light    Length = "light"
	Standard Length = "standard"
	Thorough Length = "thorough"
)

// Lengths are all of them.
func Lengths() []Length { return []Length{Light, Standard, Thorough} }

// Audiences are whom a report may be for, besides the enterprise itself and who
// accompanies it: what they may see is what was released to them.
func Audiences() []string { return []string{"cohort", "partners", "financier", "public"} }

// Options are what a report is made by.
type Options struct {
	Lang, Second string
	Length       Length
	For          string // one of Audiences; empty: the enterprise itself
	Words        Words
	Letters      *letters.Set
	Snapshot     *form.Snapshot // the last one it is made from; nil: the present state
}

// builder makes a document.
type builder struct {
	source
	o Options
}

// say is a sentence of ours, in one language or two.
func (b *builder) say(key string, pairs ...string) Text {
	first := Run{Text: b.o.Words(b.o.Lang, key, pairs...), Lang: b.o.Lang}
	if b.o.Second == "" {
		return Text{first}
	}
	return both(first, Run{Text: b.o.Words(b.o.Second, key, pairs...), Lang: b.o.Second})
}

func both(first, second Run) Text {
	if first.Text == second.Text || second.Text == "" {
		return Text{first}
	}
	second.Em = true
	return Text{first, {Text: " / ", Lang: first.Lang}, second}
}

// said is a text of the content.
func (b *builder) said(t form.Text) Text {
	first := Run{Text: t.In(b.o.Lang), Lang: b.o.Lang}
	if b.o.Second == "" {
		return Text{first}
	}
	return both(first, Run{Text: t.In(b.o.Second), Lang: b.o.Second})
}

// plain is the sentence in the first language only: for drawings.
func (b *builder) plain(key string, pairs ...string) string {
	return b.o.Words(b.o.Lang, key, pairs...)
}

// name is an item's name: own words in their language.
func (b *builder) name(p form.Path) Text {
	it := b.d.Item(p)
	if it == nil {
		return nil
	}
	if it.Label != "" {
		return Text{{Text: it.Label, Lang: cmp.Or(it.Lang, b.o.Lang), Own: true}}
	}
	return b.twice(func(lang string) string { return b.d.Label(p, lang) })
}

// twice is something said in each language of the report.
func (b *builder) twice(in func(lang string) string) Text {
	first := Run{Text: in(b.o.Lang), Lang: b.o.Lang}
	if first.Text == "" {
		return nil
	}
	if b.o.Second == "" {
		return Text{first}
	}
	return both(first, Run{Text: in(b.o.Second), Lang: b.o.Second})
}

// shown is an answer as people read it; nil where there is none.
func (b *builder) shown(name string, path form.Path) Text {
	a := b.given(name, path)
	if a == nil {
		return nil
	}
	q, _, _ := b.found(name, path)
	switch q.Type {
	case form.ShortTxt, form.LongTxt:
		return b.own(a)
	case form.Ref, form.Repeat:
		var all []Text
		for _, c := range a.Value.Choices {
			all = append(all, b.name(form.Path(c)))
		}
		return Joined(", ", all...)
	}
	return b.twice(func(lang string) string { return b.d.Show(a, lang) })
}

// own is what somebody wrote, in their language.
func (b *builder) own(a *form.Answer) Text {
	text := strings.TrimSpace(a.Value.Text)
	if text == "" {
		return nil
	}
	return Text{{Text: text, Lang: cmp.Or(a.Author.Lang, b.o.Lang), Own: true}}
}

// may tells whether the reader may see what belongs to a part that is released.
func (b *builder) may(part string) bool {
	if b.o.For == "" {
		return true
	}
	r, ok := b.d.Head().Released(part)
	return ok && (r.To == b.o.For || r.To == "public")
}

// missing says what is not answered yet, or why it never will be.
func (b *builder) missing(name string, path form.Path) Block {
	q, at, ok := b.found(name, path)
	if !ok {
		return Block{Missing: b.say("report.not_asked")}
	}
	number := cmp.Or(q.Number, q.ID)
	short := b.twice(func(lang string) string { return b.d.Text(cmpText(q.Short, q.Text), at, lang) })
	lead := Text{{Text: number + " · ", Lang: b.o.Lang}}.And(short)
	switch a := b.d.Answer(at); {
	case a == nil || a.Archived:
		return Block{Missing: lead.And(Raw(" — "), b.say("report.missing"))}
	case a.State == form.NotApplicable:
		return Block{Note: lead.And(Raw(" — "), b.say("report.not_applicable"), Raw(" "), Text{{Text: a.Reason, Lang: cmp.Or(a.Author.Lang, b.o.Lang), Own: true}})}
	case a.State == form.Delegated:
		return Block{Missing: lead.And(Raw(" — "), b.say("report.delegated"))}
	case a.State == form.Unknown:
		return Block{Missing: lead.And(Raw(" — "), b.say("report.unknown"))}
	}
	return Block{Missing: lead.And(Raw(" — "), b.say("report.missing"))}
}

func cmpText(a, b form.Text) form.Text {
	if a.Empty() {
		return b
	}
	return a
}

// para is an answer as a paragraph, under its name; what is missing says so.
func (b *builder) para(name string, path form.Path) Block {
	if t := b.shown(name, path); !t.Empty() {
		return Block{Para: t}
	}
	return b.missing(name, path)
}

// head is a heading inside a part.
func (b *builder) head(key string) Block {
	return Block{Heading: b.say(key), Level: 2}
}

// facts are those of the named answers that are there.
func (b *builder) facts(path form.Path, keysAndNames ...string) Block {
	var all []Fact
	for i := 0; i+1 < len(keysAndNames); i += 2 {
		if t := b.shown(keysAndNames[i+1], path); !t.Empty() {
			all = append(all, Fact{Name: b.say(keysAndNames[i]), Value: t})
		}
	}
	return Block{Facts: all}
}
