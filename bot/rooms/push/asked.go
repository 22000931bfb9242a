package push

import (
	"slices"
	"strings"
	"unicode/utf8"

	"visesbot/flows"
)

// Asked is a check as people read it.
type Asked struct {
	Check
	Title  string // what it asks
	Option string // the wrong option chosen most; empty: none is known
}

// mostAsked is how long the title of a check is shown, mostWhole its title with
// what it asks, and mostOption an option.
const (
	mostAsked  = 80
	mostWhole  = 120
	mostOption = 100
)

// AskedIn puts the checks of a module into its order and into a language. Of a
// module that is not served any more, and of a check that it does not have any
// more, there are none.
func AskedIn(s *flows.Script, module string, all []Check, lang string) (asked []Asked) {
	m, ok := moduleOf(s, module)
	if !ok {
		return nil
	}
	for _, b := range m.Blocks {
		if i := slices.IndexFunc(all, func(c Check) bool { return c.Block == b.ID }); i >= 0 {
			asked = append(asked, Asked{all[i], titleOf(b, lang), optionOf(b, all[i].Most, lang)})
		}
	}
	return asked
}

// titleOf is the title of a check, with what it asks where that is short: of
// "True or false?" the title alone says nothing.
func titleOf(b *flows.Block, lang string) string {
	title, text := clip(b.Title.In(lang), mostAsked), b.Text.In(lang)
	whole := strings.Join(strings.Fields(title+" – "+text), " ")
	switch {
	case title == "":
		return clip(text, mostAsked)
	case text != "" && utf8.RuneCountInString(whole) <= mostWhole:
		return whole
	}
	return title
}

func optionOf(b *flows.Block, id, lang string) string {
	i := slices.IndexFunc(b.Options, func(o flows.Choice) bool { return o.ID == id })
	if i < 0 {
		return ""
	}
	return clip(b.Options[i].Text.In(lang), mostOption)
}
