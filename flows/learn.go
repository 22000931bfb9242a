package flows

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// module finds a module by its id.
func (s *Script) module(id string) *Module {
	for _, m := range s.Modules {
		if strings.EqualFold(m.ID, id) {
			return m
		}
	}
	return nil
}

// modules lists what can be learned.
func (st *step) modules() {
	var rows [][]Button
	for _, m := range st.script.Modules {
		label := m.ID + " · " + m.Title.In(st.lang())
		if slices.Contains(st.s.Done, m.ID) {
			label = "✓ " + label
		}
		rows = append(rows, row(button(label, bLearn+"~"+m.ID)))
	}
	rows = append(rows, st.goHome())
	st.say(Card{Lines: []Line{{Style: Heading, Text: st.word("modules.title")}, {Style: Hint, Text: st.word("modules.help")}}, Buttons: rows})
}

func (st *step) modulesNamed(arg string) {
	if st.script.module(arg) != nil {
		st.learn(arg)
		return
	}
	st.modules()
}

// learn opens a module, at the block where the person left it.
func (st *step) learn(id string) {
	m := st.script.module(id)
	if m == nil {
		st.modules()
		return
	}
	st.openModule(m)
	st.tellOpened(m)
	st.showBlock()
}

// block is the block the person is at.
func (st *step) block() (*Module, *Block) {
	if st.s.Module == nil {
		return nil, nil
	}
	m := st.script.module(st.s.Module.ID)
	if m == nil || len(m.Blocks) == 0 {
		return nil, nil
	}
	return m, m.Blocks[min(st.s.Module.Block, len(m.Blocks)-1)]
}

// at moves the person within the module.
func (st *step) at(block int, picks []string) {
	l := *st.s.Module
	l.Block, l.Picks = block, picks
	st.s.Module = &l
}

// showBlock shows the block and keeps the proof that it was shown.
func (st *step) showBlock() {
	m, b := st.block()
	if b == nil {
		st.home()
		return
	}
	st.move(moveLearn, Studying)
	st.s.Asked, st.s.Focus, st.s.Place = "", nil, ""
	st.ask(st.blockCard(m, b))
	if st.d != nil {
		st.d.Deliver(form.Delivery{
			Person: st.s.Person, Module: m.ID, Block: b.ID, Version: m.Version, Hash: b.Hash, Lang: st.lang(),
		}, st.author())
	}
}

func (st *step) blockCard(m *Module, b *Block) Card {
	c := st.blockLines(m, b)
	c.Buttons = st.blockButtons(m, b)
	return c
}

// blockLines are what a block says and shows.
func (st *step) blockLines(m *Module, b *Block) Card {
	n := st.s.Module.Block + 1
	c := Card{Lines: []Line{{Style: Hint, Text: m.ID + " · " + strconv.Itoa(n) + "/" + strconv.Itoa(len(m.Blocks))}}}
	if !b.Title.Empty() {
		c.Lines = append(c.Lines, Line{Style: Heading, Text: b.Title.In(st.lang())})
	}
	c.Lines = append(c.Lines, bodyLines(b.Text.In(st.lang()))...)
	b.marks.mark(c.Lines[1:], st.lang())
	c.Lines = append(c.Lines, st.poolLines(b)...)
	c.Media = st.media(b)
	if b.Kind == FilmBlock && c.Media != nil {
		c.Lines = append(c.Lines, Line{Style: Link, Text: b.Alt.In(st.lang()), URL: c.Media.URL})
	}
	return c
}

func bodyLines(text string) []Line {
	var lines []Line
	for _, part := range strings.Split(strings.TrimSpace(text), "\n\n") {
		if part != "" {
			lines = append(lines, Line{Style: Body, Text: part})
		}
	}
	return lines
}

func (st *step) media(b *Block) *Media {
	if b.Media == "" {
		return nil
	}
	if strings.Contains(b.Media, "://") {
		return &Media{Kind: string(b.Kind), URL: b.Media, Alt: b.Alt.In(st.lang())}
	}
	name := strings.ReplaceAll(b.Media, "{lang}", st.lang())
	return &Media{Kind: string(b.Kind), Name: name, Alt: b.Alt.In(st.lang())}
}

func (st *step) blockButtons(m *Module, b *Block) [][]Button {
	var rows [][]Button
	n := strconv.Itoa(st.s.Module.Block)
	switch b.Kind {
	case CheckBlock:
		for _, o := range b.Options {
			btn := choice(o.Text.In(st.lang()), bCheck+"~"+n+"~"+o.ID)
			if b.Multiple {
				btn.Kind = "tick"
			}
			btn.On = slices.Contains(st.s.Module.Picks, o.ID)
			rows = append(rows, row(btn))
		}
		if b.Multiple && len(st.s.Module.Picks) > 0 {
			rows = append(rows, row(primary("✓ "+st.word("done"), bCheck+"~"+n+"~")))
		}
	case ExerciseBlock:
		rows = append(rows, row(primary(st.word("exercise.start"), bNext+"~"+n)), row(quiet(st.word("exercise.skip"), bLeave)))
	default:
		rows = append(st.exampleButtons(b), row(primary(st.nextLabel(m), bNext+"~"+n)))
		rows = append(rows, st.readMore(b.Read)...)
		rows = append(rows, st.runSheetButton(m)...)
	}
	nav := []Button{}
	if st.s.Module.Block > 0 {
		nav = append(nav, quiet(st.word("back"), bBack))
	}
	return append(rows, append(nav, quiet(st.word("later"), bLater), quiet(st.word("home"), bHome)))
}

func (st *step) nextLabel(m *Module) string {
	if st.s.Module.Block == len(m.Blocks)-1 {
		return "✓ " + st.word("module.end")
	}
	return st.word("next") + " ›"
}

// nextBlock goes on. The number on the button tells a second tap from a first.
func (st *step) nextBlock(shown string) {
	m, b := st.block()
	if b == nil {
		st.home()
		return
	}
	if n, err := strconv.Atoi(shown); err == nil && n != st.s.Module.Block {
		if n < st.s.Module.Block-1 {
			st.showBlock() // an old button: here is where you are
		}
		return
	}
	if b.Kind == ExerciseBlock && shown != "" {
		st.exercise(b)
		return
	}
	st.advance(m)
}

func (st *step) advance(m *Module) {
	next := st.s.Module.Block + 1
	if next >= len(m.Blocks) {
		st.finishModule(m)
		return
	}
	st.at(next, nil)
	st.showBlock()
}

func (st *step) previousBlock() {
	if st.s.Module.Block > 0 {
		st.at(st.s.Module.Block-1, nil)
	}
	st.showBlock()
}

func (st *step) finishModule(m *Module) {
	if !slices.Contains(st.s.Done, m.ID) {
		st.s.Done = append(slices.Clone(st.s.Done), m.ID)
	}
	st.tellFinished(m)
	st.s.Module, st.s.Card = nil, ""
	st.move(moveRest, Home)
	rows := [][]Button{}
	if st.mayAnswer() && st.hasOpen() {
		rows = append(rows, row(primary(st.word("home.answer"), bAnswer)))
	}
	rows = append(rows, st.suggestion()...)
	if st.mayAnswer() {
		rows = append(rows, row(quiet(st.word("comment.module"), bComment+"~"+m.ID)))
	}
	rows = append(rows, row(quiet(st.word("home"), bHome), quiet(st.word("later"), bLater)))
	st.say(Card{Lines: []Line{
		{Style: Heading, Text: st.word("module.done", "module", m.ID)},
		{Style: Body, Text: st.word("module.version", "version", m.Version)},
	}, Buttons: rows})
}

// saidStudying understands what is typed during a module: the number or words
// of an option, or yes for the next block. Anything else is kept.
func (st *step) saidStudying() {
	_, b := st.block()
	if b == nil {
		st.home()
		return
	}
	if yes, ok := parse.YesNo(st.ev.Text, st.lang()); b.Kind != CheckBlock && ok && yes {
		st.nextBlock(strconv.Itoa(st.s.Module.Block))
		return
	}
	if b.Kind != CheckBlock {
		st.keepDraft()
		st.tell(st.word("lesson.kept"))
		st.showBlock()
		return
	}
	var options []parse.Option
	for _, o := range b.Options {
		options = append(options, parse.Option{ID: o.ID, Label: o.Text.In(st.lang())})
	}
	ids, rest := parse.Choices(st.ev.Text, st.lang(), options)
	if len(ids) == 0 || len(rest) > 0 || !b.Multiple && len(ids) > 1 {
		st.keepDraft()
		st.tell(st.word("check.again"))
		st.showBlock()
		return
	}
	st.checked(b, ids)
}
