package definition

import (
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// readCommands reads the list of commands.
func (l *loader) readCommands(f *file) {
	m := l.fields(f, f.root, "list of commands")
	for _, n := range m.list(m.need("groups")) {
		g := l.fields(f, n, "group of commands")
		var group flows.CommandGroup
		g.str(g.need("id"), &group.ID)
		g.needText("title", &group.Title, nil)
		g.done()
		l.script.Commands.Groups = append(l.script.Commands.Groups, group)
	}
	for _, n := range m.list(m.need("commands")) {
		one := l.fields(f, n, "command")
		e := &flows.CommandEntry{Words: map[string][]string{}}
		l.at[e] = spotOf(f, n)
		l.readCommand(one, e)
		one.done()
		l.commands = append(l.commands, e)
	}
	m.done()
}

func (l *loader) readCommand(m *fields, e *flows.CommandEntry) {
	var id string
	m.str(m.need("id"), &id)
	e.ID = parse.Command(id)
	m.str(m.need("group"), &e.Group)
	where := []string{}
	m.strs(m.need("where"), &where)
	for i, p := range where {
		if checkOneOf(l, l.at[&where[i]], flows.CommandPlace(p), flows.CommandPlaces()) {
			e.Where = append(e.Where, flows.CommandPlace(p))
		}
	}
	m.strs(m.need("for"), &e.For)
	l.oneOfAll(e.For, flows.CommandRoles())
	if n := m.need("words"); n != nil {
		words := l.fields(m.file, n, "list of words")
		for _, lang := range form.Langs() {
			var typed []string
			words.strs(words.need(lang), &typed)
			e.Words[lang] = typed
		}
		words.done()
	}
	m.needText("help", &e.Help, nil)
	m.text("arg", &e.Arg, nil)
}
