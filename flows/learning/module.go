package learning

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// modules lists what can be learned.
func modules(t *talk.Turn) {
	if !t.Party().Has(talk.Inside) {
		listModules(t)
		return
	}
	var rows [][]flows.Button
	for _, m := range t.Script.Modules {
		label := m.ID + " · " + m.Title.In(t.Lang())
		if slices.Contains(t.Session.Done, m.ID) {
			label = "✓ " + label
		}
		rows = append(rows, talk.Row(talk.Button(label, flows.Press(flows.VerbLearn, m.ID))))
	}
	rows = append(rows, t.GoHome())
	t.Say(flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("modules.title")}, {Style: flows.Hint, Text: t.Word("modules.help")}}, Buttons: rows})
}

// listModules says what modules there are, where none is followed: in a group, and
// to those who belong to no enterprise.
func listModules(t *talk.Turn) {
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("modules.title")}}}
	for _, m := range t.Script.Modules {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: m.ID + " · " + m.Title.In(t.Lang())})
	}
	if t.InGroup() {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Hint, Text: t.Word("room.modules")})
	} else {
		c.Buttons = [][]flows.Button{t.GoHome()}
	}
	t.Say(c)
}

// modulesNamed opens the module that is named, or lists them all.
func modulesNamed(t *talk.Turn, arg string) {
	if t.Party().Has(talk.Inside) && t.Script.Module(arg) != nil {
		learn(t, arg)
		return
	}
	modules(t)
}

// learn opens a module, at the block where the person left it.
func learn(t *talk.Turn, id string) {
	m := t.Script.Module(id)
	if m == nil {
		modules(t)
		return
	}
	openModule(t, m)
	notifyOpened(t, m)
	ShowBlock(t)
}

// at moves the person within the module.
func at(t *talk.Turn, block int, picks []string) {
	l := *t.Session.Module
	l.Block, l.Picks = block, picks
	t.Session.Module = &l
}

// ShowBlock shows the block and keeps the proof that it was shown.
func ShowBlock(t *talk.Turn) {
	m, b := t.Block()
	if b == nil {
		t.Ways.Home(t)
		return
	}
	t.Move(flows.MoveLearn, flows.Studying)
	t.ExpectNothing()
	t.Session.Focus, t.Session.Place = nil, ""
	t.Ask(blockCard(t, m, b))
	if t.Dossier != nil {
		t.Dossier.Deliver(form.Delivery{
			Person: t.Session.Person, Module: m.ID, Block: b.ID, Version: m.Version, Hash: b.Hash, Lang: t.Lang(),
		}, t.Author())
	}
}

func blockCard(t *talk.Turn, m *flows.Module, b *flows.Block) flows.Card {
	c := blockLines(t, m, b)
	c.Buttons = blockButtons(t, m, b)
	return c
}

// blockLines are what a block says and shows.
func blockLines(t *talk.Turn, m *flows.Module, b *flows.Block) flows.Card {
	n := t.Session.Module.Block + 1
	c := flows.Card{Lines: []flows.Line{{Style: flows.Hint, Text: m.ID + " · " + strconv.Itoa(n) + "/" + strconv.Itoa(len(m.Blocks))}}}
	if !b.Title.Empty() {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Heading, Text: b.Title.In(t.Lang())})
	}
	c.Lines = append(c.Lines, bodyLines(b.Text.In(t.Lang()))...)
	b.Marks.Mark(c.Lines[1:], t.Lang())
	c.Lines = append(c.Lines, poolLines(t, b)...)
	c.Media = media(t, b)
	if b.Kind == flows.FilmBlock && c.Media != nil {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Link, Text: b.Alt.In(t.Lang()), URL: c.Media.URL})
	}
	return c
}

func bodyLines(text string) []flows.Line {
	var lines []flows.Line
	for _, part := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if part != "" {
			lines = append(lines, flows.Line{Style: flows.Body, Text: part})
		}
	}
	return lines
}

func media(t *talk.Turn, b *flows.Block) *flows.Media {
	if b.Media == "" {
		return nil
	}
	if strings.Contains(b.Media, "://") {
		return &flows.Media{Kind: string(b.Kind), URL: b.Media, Alt: b.Alt.In(t.Lang())}
	}
	name := strings.ReplaceAll(b.Media, "{lang}", t.Lang())
	return &flows.Media{Kind: string(b.Kind), Name: name, Alt: b.Alt.In(t.Lang())}
}

func blockButtons(t *talk.Turn, m *flows.Module, b *flows.Block) [][]flows.Button {
	var rows [][]flows.Button
	n := strconv.Itoa(t.Session.Module.Block)
	switch b.Kind {
	case flows.CheckBlock:
		for _, o := range b.Options {
			btn := talk.Choice(o.Text.In(t.Lang()), flows.Press(flows.VerbCheck, n, o.ID))
			if b.Multiple {
				btn.Kind = "tick"
			}
			btn.On = slices.Contains(t.Session.Module.Picks, o.ID)
			rows = append(rows, talk.Row(btn))
		}
		if b.Multiple && len(t.Session.Module.Picks) > 0 {
			rows = append(rows, talk.Row(talk.Primary("✓ "+t.Word("done"), flows.Press(flows.VerbCheck, n, ""))))
		}
	case flows.ExerciseBlock:
		rows = append(rows, talk.Row(talk.Primary(t.Word("exercise.start"), flows.Press(flows.VerbNext, n))), talk.Row(talk.Quiet(t.Word("exercise.skip"), flows.Press(flows.VerbLeave))))
	default:
		rows = append(exampleButtons(t, b), talk.Row(talk.Primary(nextLabel(t, m), flows.Press(flows.VerbNext, n))))
		rows = append(rows, t.ReadMore(b.Read)...)
		rows = append(rows, runSheetButton(t, m)...)
	}
	nav := []flows.Button{}
	if t.Session.Module.Block > 0 {
		nav = append(nav, talk.Quiet(t.Word("back"), flows.Press(flows.VerbBack)))
	}
	return append(rows, append(nav, talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater)), talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome))))
}

func nextLabel(t *talk.Turn, m *flows.Module) string {
	if t.Session.Module.Block == len(m.Blocks)-1 {
		return "✓ " + t.Word("module.end")
	}
	return t.Word("next") + " ›"
}

// NextBlock goes on. The number on the button tells a second tap from a first.
func NextBlock(t *talk.Turn, shown string) {
	m, b := t.Block()
	if b == nil {
		t.Ways.Home(t)
		return
	}
	if n, err := strconv.Atoi(shown); err == nil && n != t.Session.Module.Block {
		if n < t.Session.Module.Block-1 {
			ShowBlock(t) // an old button: here is where you are
		}
		return
	}
	if b.Kind == flows.ExerciseBlock && shown != "" {
		exercise(t, b)
		return
	}
	advance(t, m)
}

func advance(t *talk.Turn, m *flows.Module) {
	next := t.Session.Module.Block + 1
	if next >= len(m.Blocks) {
		finishModule(t, m)
		return
	}
	at(t, next, nil)
	ShowBlock(t)
}

// PreviousBlock shows the block before the present one again.
func PreviousBlock(t *talk.Turn) {
	if t.Session.Module.Block > 0 {
		at(t, t.Session.Module.Block-1, nil)
	}
	ShowBlock(t)
}

func finishModule(t *talk.Turn, m *flows.Module) {
	if !slices.Contains(t.Session.Done, m.ID) {
		t.Session.Done = append(slices.Clone(t.Session.Done), m.ID)
	}
	notifyFinished(t, m)
	t.Session.Module, t.Session.Card = nil, ""
	t.Move(flows.MoveRest, flows.Home)
	rows := [][]flows.Button{}
	if t.MayAnswer() && t.HasOpen() {
		rows = append(rows, talk.Row(talk.Primary(t.Word("home.answer"), flows.Press(flows.VerbAnswer))))
	}
	rows = append(rows, Suggestion(t)...)
	if t.MayAnswer() {
		rows = append(rows, talk.Row(talk.Quiet(t.Word("comment.module"), flows.Press(flows.VerbComment, m.ID))))
	}
	rows = append(rows, talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)), talk.Quiet(t.Word("later"), flows.Press(flows.VerbLater))))
	t.Say(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: t.Word("module.done", "module", m.ID)},
		{Style: flows.Body, Text: t.Word("module.version", "version", m.Version)},
	}, Buttons: rows})
}

// TypedStudying understands what is typed during a module: the number or words
// of an option, or yes for the next block. Anything else is kept.
func TypedStudying(t *talk.Turn) {
	_, b := t.Block()
	if b == nil {
		t.Ways.Home(t)
		return
	}
	if yes, ok := parse.YesNo(t.Event.Text, t.Lang()); b.Kind != flows.CheckBlock && ok && yes {
		NextBlock(t, strconv.Itoa(t.Session.Module.Block))
		return
	}
	if b.Kind != flows.CheckBlock {
		t.KeepDraft()
		t.Tell(t.Word("lesson.kept"))
		ShowBlock(t)
		return
	}
	var options []parse.Option
	for _, o := range b.Options {
		options = append(options, parse.Option{ID: o.ID, Label: o.Text.In(t.Lang())})
	}
	ids, rest := parse.Choices(t.Event.Text, t.Lang(), options)
	if len(ids) == 0 || len(rest) > 0 || !b.Multiple && len(ids) > 1 {
		t.KeepDraft()
		t.Tell(t.Word("check.again"))
		ShowBlock(t)
		return
	}
	checked(t, b, ids)
}
