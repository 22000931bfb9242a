package flows

import (
	"slices"
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// CommandPlace is where something is typed.
type CommandPlace string

// The places.
const (
	InPrivate CommandPlace = "private" // the talk of one person with the bot
	InGroup   CommandPlace = "group"   // a group that the bot is in
	InOffice  CommandPlace = "office"  // the talk of a member of the programme
)

// CommandPlaces lists the places.
func CommandPlaces() []CommandPlace { return []CommandPlace{InPrivate, InGroup, InOffice} }

// CommandRoles lists who may type something: those who answer for an enterprise,
// whoever answers in place of others, whoever accompanies it, a member of the
// programme, and somebody whom nobody knows.
func CommandRoles() []string {
	return []string{"staff", "delegate", RoleAccompanist, "member", "stranger"}
}

// CommandEntry is one command, as people see it.
type CommandEntry struct {
	ID    parse.Command
	Group string
	Where []CommandPlace
	For   []string // roles
	Words map[string][]string
	Help  form.Text
	Arg   form.Text // what may stand behind it; empty: nothing
}

// Name is what the command is called in a language.
func (e *CommandEntry) Name(lang string) string {
	if words := e.Words[lang]; len(words) > 0 {
		return words[0]
	}
	return string(e.ID)
}

// Names are the id of the command and what it is called in each language, in
// lower case.
func (e *CommandEntry) Names() []string {
	names := []string{string(e.ID)}
	for _, lang := range form.Langs() {
		names = append(names, strings.ToLower(e.Name(lang)))
	}
	return names
}

// Typed is the command with its slash, in the letters that every channel takes:
// "/plus_tard", "/bibliotheque".
func (e *CommandEntry) Typed(lang string) string {
	return "/" + parse.AsCommand(e.Name(lang))
}

// CommandGroup is what commands are shown below.
type CommandGroup struct {
	ID    string
	Title form.Text

	Entries []*CommandEntry // filled in by [Commands.Shown]
}

// Commands are all commands, in the order in which they are shown.
type Commands struct {
	Groups  []CommandGroup
	Entries []*CommandEntry

	words map[CommandPlace]*parse.Commands
}

// Words are what may be typed in a place, for [parse.ReadCommand].
func (c *Commands) Words(p CommandPlace) *parse.Commands {
	if c == nil {
		return nil
	}
	return c.words[p]
}

// Add puts a command at the end of the list. It returns the words that another
// command of the same place has already, with that command; those are not taken.
func (c *Commands) Add(e *CommandEntry) (taken map[string]parse.Command) {
	if c.words == nil {
		c.words = map[CommandPlace]*parse.Commands{}
	}
	taken = map[string]parse.Command{}
	for _, p := range e.Where {
		if c.words[p] == nil {
			c.words[p] = &parse.Commands{}
		}
		for _, word := range e.allWords() {
			if has := c.words[p].Add(e.ID, word); has != "" {
				taken[word] = has
			}
		}
	}
	c.Entries = append(c.Entries, e)
	return taken
}

func (e *CommandEntry) allWords() []string {
	all := []string{string(e.ID)}
	for _, lang := range form.Langs() {
		all = append(all, e.Words[lang]...)
	}
	return all
}

// Entry finds a command; nil when the list has none of that name.
func (c *Commands) Entry(id parse.Command) *CommandEntry {
	if c == nil {
		return nil
	}
	for _, e := range c.Entries {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// In lists the commands of a place, in order.
func (c *Commands) In(p CommandPlace) []*CommandEntry {
	if c == nil {
		return nil
	}
	var in []*CommandEntry
	for _, e := range c.Entries {
		if slices.Contains(e.Where, p) {
			in = append(in, e)
		}
	}
	return in
}

// Shown lists the commands of some places below their groups, in order. A group
// without any is left out.
func (c *Commands) Shown(places ...CommandPlace) []CommandGroup {
	if c == nil {
		return nil
	}
	var shown []CommandGroup
	for _, g := range c.Groups {
		for _, e := range c.Entries {
			if e.Group == g.ID && slices.ContainsFunc(places, func(p CommandPlace) bool { return slices.Contains(e.Where, p) }) {
				g.Entries = append(g.Entries, e)
			}
		}
		if len(g.Entries) > 0 {
			shown = append(shown, g)
		}
	}
	return shown
}
