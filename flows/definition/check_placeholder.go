package definition

import (
	"slices"
	"strings"

	"visesbot/flows/form"
)

const rulePlaceholder = "placeholder"

// filled tells whether anybody fills in the placeholders of a text. Those of
// questions are looked up by the linker (rule pipe); those of messages are the
// engine's.
func (s *said) filled() bool {
	if s.key == "words" || s.key == "office" {
		return true
	}
	return s.question != nil && slices.Contains([]string{"text", "help", "example", "say"}, s.key)
}

func checkPlaceholders(l *loader) {
	for _, s := range l.texts {
		wanted, _ := placeholders(s.text.FR)
		for _, lang := range form.Langs() {
			if text := s.text.In(lang); strings.TrimSpace(text) != "" {
				checkPlaceholder(l, s, lang, wanted)
			}
		}
	}
}

func checkPlaceholder(l *loader, s *said, lang string, wanted []string) {
	found, ok := placeholders(s.text.In(lang))
	at := l.langSpot(s.text, lang)
	if !ok {
		l.problem(rulePlaceholder, at, "a brace stands alone, or around something that is no name: a placeholder is written {name}")
		return
	}
	if len(found) > 0 && !s.filled() {
		l.problem(rulePlaceholder, at, "{%s} would be shown as it stands: nothing is filled in in the %s of a %s", found[0], s.key, s.in)
	}
	if s.text.FR != "" && !slices.Equal(found, wanted) {
		l.problem(rulePlaceholder, at, "the placeholders differ between the languages: %s here, %s in French", names(found), names(wanted))
	}
}

// placeholders returns the names between braces, sorted, each once, and
// whether all braces are around names.
func placeholders(text string) (found []string, ok bool) {
	for {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			slices.Sort(found)
			return slices.Compact(found), true
		}
		name, rest, closed := strings.Cut(text[i+1:], "}")
		if text[i] != '{' || !closed || !isName(name) {
			return nil, false
		}
		found, text = append(found, name), rest
	}
}

// isName tells whether something may be looked up: stakeholder, P1-07,
// stakeholders.side.
func isName(s string) bool {
	strange := func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("_.-", r)
	}
	return s != "" && len(s) <= 40 && strings.IndexFunc(s, strange) < 0
}

func names(found []string) string {
	if len(found) == 0 {
		return "none"
	}
	return "{" + strings.Join(found, "} {") + "}"
}
