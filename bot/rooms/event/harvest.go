package event

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// onCard is how many cards of a harvest are shown on the phone; all of them are in
// the file.
const onCard = 12

// shareable are the cards that their authors let others see, by kind, the oldest
// first.
func shareable(v *office.Visit, e event) ([]register.Entry, error) {
	all, err := v.Store().Below(v.Ctx, Cards, e.ID+"/")
	all = slices.DeleteFunc(all, func(c register.Entry) bool {
		return c.Fields["share"] != flows.CardNamed && c.Fields["share"] != flows.CardUnnamed
	})
	kind := func(c register.Entry) int { return slices.Index(flows.CardKinds(), c.Fields["kind"]) }
	slices.SortStableFunc(all, func(a, b register.Entry) int {
		return cmp.Or(cmp.Compare(kind(a), kind(b)), cmp.Compare(a.Fields["at"], b.Fields["at"]))
	})
	return all, err
}

// from names the enterprise of a card, if it wants to be named.
func from(v *office.Visit, c register.Entry) string {
	if c.Fields["share"] != flows.CardNamed {
		return ""
	}
	return v.Programme.Name(register.Enterprises, c.Fields["enterprise"])
}

// harvest sends all cards that may be shared to everybody who was invited. Where
// there is none, nothing is sent.
func harvest(v *office.Visit, e *event, in []register.Entry) error {
	cards, err := shareable(v, *e)
	if err != nil || len(cards) == 0 {
		return err
	}
	n := note(*e, flows.EventHarvest, in)
	for i, c := range cards[:min(len(cards), onCard)] {
		at := "." + strconv.Itoa(i)
		n.Fields["kind"+at], n.Fields["text"+at], n.Fields["lang"+at] = c.Fields["kind"], c.Fields["text"], c.Fields["lang"]
		n.Fields["from"+at] = from(v, c)
	}
	n.Fields["file"] = "harvest-" + v.ID()
	for _, lang := range form.Langs() {
		text := []byte(markdown(v, *e, cards, lang))
		n.Fields["size."+lang] = strconv.Itoa(len(text))
		f := form.File{ID: n.Fields["file"] + "-" + lang, Name: "vises.md", Type: "text/markdown", Size: int64(len(text))}
		if err := v.Store().PutFile(v.Ctx, f, bytes.NewReader(text)); err != nil {
			return err
		}
	}
	e.Fields["state"] = harvested
	return everybody(v, *e, n)
}

// markdown writes a harvest as a text: each card a quotation, with the mark of its
// language.
func markdown(v *office.Visit, e event, cards []register.Entry, lang string) string {
	var b strings.Builder
	b.WriteString("# " + line(v.WordIn(lang, "event.harvest.title", "event", e.Fields["title"])) + "\n")
	kind := ""
	for _, c := range cards {
		if c.Fields["kind"] != kind {
			kind = c.Fields["kind"]
			b.WriteString("\n## " + v.WordIn(lang, "event.kind."+kind) + "\n")
		}
		b.WriteString("\n> " + quoted(c.Fields["text"]) + " (" + c.Fields["lang"] + ")\n")
		if name := from(v, c); name != "" {
			b.WriteString(">\n> — " + line(name) + "\n")
		}
	}
	return b.String()
}

// line is a text on one line, in which no sign means anything.
func line(text string) string { return plain().Replace(strings.Join(strings.Fields(text), " ")) }

// quoted keeps the lines of a text within its quotation.
func quoted(text string) string {
	return strings.ReplaceAll(plain().Replace(strings.TrimSpace(text)), "\n", "  \n> ")
}

// plain takes the meaning from the signs of Markdown and HTML.
func plain() *strings.Replacer {
	return strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "#", "\\#", "[", "\\[", "]", "\\]", "<", "&lt;", ">", "&gt;", "|", "\\|")
}
