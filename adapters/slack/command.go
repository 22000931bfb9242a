package slack

import (
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/parse"
)

// whisper is an answer that only the person sees who asked.
func whisper(text string) any {
	return map[string]string{"response_type": "ephemeral", "text": text}
}

// commanded reads /vises with what stands behind it into an update, and gives
// what is answered at once. It is false when there is nothing for the bot in it.
func (a *Adapter) commanded(u *bot.Update, h incoming, lang string) (answer any, heeded bool) {
	text := "/" + strings.TrimPrefix(strings.TrimSpace(h.text), "/")
	mine := a.typed(text, flows.InPrivate)
	switch {
	case text == "/" && a.programme():
		u.Text = "/vises"
	case text == "/", strings.Trim(text[1:], "?") == "", mine.Is(parse.Help):
		return whisper(a.commands(lang)), false
	case mine.Is(parse.Start):
		u.Start, u.Code = true, mine.Arg
	case mine.Verdict == parse.Known, a.programme() && a.typed(text, flows.InOffice).Verdict == parse.Known:
		u.Text = text
	case a.typed(text, flows.InGroup).Verdict == parse.Known:
		return whisper(textInChannel().In(lang)), false
	default:
		return whisper(a.unknownCommand(mine, lang)), false
	}
	if h.public {
		answer = whisper(textInPrivate().In(lang))
	}
	return answer, true
}

// typed reads a command as one of a place.
func (a *Adapter) typed(text string, place flows.CommandPlace) parse.Instruction {
	return parse.ReadCommand(text, a.o.Commands.Words(place))
}

// programme tells whether partners and trainers are served here too.
func (a *Adapter) programme() bool { return a.o.Forms != nil }

// unknownCommand says that a command is not known, and which are.
func (a *Adapter) unknownCommand(typed parse.Instruction, lang string) string {
	if len(typed.Near) == 0 {
		return textUnknownCommand().In(lang) + "\n" + a.commands(lang)
	}
	said := textNearCommand().In(lang)
	for _, id := range typed.Near {
		said += "\n" + line(a.o.Commands.Entry(id), lang)
	}
	return said
}

// commands are what /vises knows, group by group.
func (a *Adapter) commands(lang string) string {
	places := []flows.CommandPlace{flows.InPrivate}
	if a.programme() {
		places = append(places, flows.InOffice)
	}
	var said []string
	for _, g := range a.o.Commands.Shown(places...) {
		said = append(said, "*"+g.Title.In(lang)+"*")
		for _, e := range g.Entries {
			said = append(said, line(e, lang))
		}
	}
	return strings.Join(said, "\n")
}

// line is a command as it is typed here, and what it does.
func line(e *flows.CommandEntry, lang string) string {
	typed := "/vises " + e.Name(lang)
	if arg := e.Arg.In(lang); arg != "" {
		typed += " " + arg
	}
	return "`" + typed + "` " + e.Help.In(lang)
}

// groupCommand is what a channel is told of a mention: a command of groups by its
// name. It is nothing where the mention is for the person alone.
func (a *Adapter) groupCommand(text string) string {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	rest = strings.TrimSpace(rest)
	typed := a.typed("/"+strings.TrimPrefix(word, "/"), flows.InGroup)
	e := a.o.Commands.Entry(typed.Command)
	if e == nil || !slices.Contains(e.Names(), strings.ToLower(typed.Word)) || typed.Is(parse.Term) && rest == "" {
		return ""
	}
	return strings.TrimSpace("/" + string(typed.Command) + " " + rest)
}
