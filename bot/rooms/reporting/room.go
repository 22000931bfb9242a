package reporting

import (
	"errors"
	"fmt"
	"strings"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/report/letters"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// verb names the room in notes and presses.
const verb = "report"

// Room makes and sends reports.
type Room struct{ Letters *letters.Set }

// Verb is "report".
func (Room) Verb() string { return verb }

// Commands are what is typed for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Report} }

// Serve takes what the talk tells (a phase is closed, somebody asks for their
// report), and sends what was asked for.
func (r Room) Serve(v *office.Visit) error {
	args := v.Args()
	if v.Address.Channel() == bot.OfficeChannel {
		return r.told(v, args)
	}
	switch {
	case args[0] == "phase" && len(args) == 2:
		return r.phase(v, args[1])
	case args[0] == "of" && len(args) == 2:
		return r.whole(v, args[1])
	case v.Session.Dossier != "":
		return r.whole(v, v.Session.Dossier)
	}
	return r.which(v)
}

// told passes on what a conversation told the programme to those it concerns, so
// that each gets it in their own conversation and language.
func (r Room) told(v *office.Visit, args []string) error {
	n := v.Event.Note
	switch {
	case n == nil || n.Dossier == "":
		return nil
	case args[0] == "asked":
		v.Post(bot.Address(n.From), "report-"+v.ID(), flows.Note{Kind: office.Press(verb, "own"), Dossier: n.Dossier}, v.Now())
		return nil
	case args[0] != "closed" || len(args) != 2:
		return nil
	}
	var head form.Head
	if err := v.Look(n.Dossier, func(src form.Source) error { head = src.Head(); return nil }); err != nil {
		return err
	}
	for _, p := range head.People {
		if p.Delegate != "" || p.Respondent == "" || flows.OutsideRole(p.Role) {
			continue
		}
		to, at := bot.Address(p.Address), v.Now()
		if to != bot.Address(n.From) {
			var err error
			if at, err = v.Awake(n.Dossier, to); err != nil {
				return err
			}
		}
		v.Post(to, "report-"+v.ID(), flows.Note{Kind: office.Press(verb, "phase", args[1]), Dossier: n.Dossier}, at)
	}
	return nil
}

// which asks a member of the programme of whom.
func (r Room) which(v *office.Visit) error {
	var rows [][]flows.Button
	for _, e := range v.Programme.All(register.Enterprises) {
		if v.Allowed(office.ReadReport, e.ID) {
			rows = append(rows, []flows.Button{{Label: e.Fields["name"], Data: office.Press(verb, "of", e.ID)}})
		}
	}
	if len(rows) == 0 {
		v.Tell(v.Word("report.chat.none"), v.Home())
		return nil
	}
	v.Tell(v.Word("report.chat.which"), append(rows, v.Home())...)
	return nil
}

// whole sends the report of an enterprise.
func (r Room) whole(v *office.Visit, enterprise string) error {
	if !v.May(office.ReadReport, enterprise) {
		return nil
	}
	m, err := r.made(v, enterprise, "")
	if errors.Is(err, errNone) {
		v.Tell(v.Word("report.chat.none"), v.Home())
		return nil
	}
	if err != nil {
		return err
	}
	lines := []flows.Line{{Style: flows.Body, Text: v.Word("report.chat.report")}}
	if flows.OutsideRole(v.Session.Role) || v.Session.Dossier == "" {
		lines = []flows.Line{
			{Style: flows.Body, Text: v.Word("report.chat.of", "enterprise", m.enterprise)}, {Style: flows.Hint, Text: v.Word("report.chat.care")},
		}
	}
	return r.send(v, m, lines)
}

// phase sends the page of a phase.
func (r Room) phase(v *office.Visit, phase string) error {
	enterprise := v.Session.Dossier
	if n := v.Event.Note; enterprise == "" || n != nil && n.Dossier != "" && n.Dossier != enterprise || !v.Allowed(office.ReadReport, enterprise) {
		return nil // it was told, not asked for: nothing is refused aloud
	}
	m, err := r.made(v, enterprise, phase)
	if errors.Is(err, errNone) {
		return nil
	}
	if err != nil {
		return err
	}
	return r.send(v, m, []flows.Line{{Style: flows.Body, Text: v.Word("report.chat.page")}})
}

// send shows the first page, and sends the file.
func (r Room) send(v *office.Visit, m made, lines []flows.Line) error {
	pdf := form.File{ID: "report-" + v.ID(), Name: m.name, Type: "application/pdf", Size: int64(m.pdf.Len())}
	png := form.File{ID: "report-" + v.ID() + "-1", Name: strings.TrimSuffix(m.name, ".pdf") + ".png", Type: "image/png", Size: int64(m.png.Len())}
	for _, f := range []struct {
		file form.File
		body interface{ Read([]byte) (int, error) }
	}{{pdf, &m.pdf}, {png, &m.png}} {
		if err := v.Store().PutFile(v.Ctx, f.file, f.body); err != nil {
			return fmt.Errorf("keep a report to send: %w", err)
		}
	}
	v.Say(flows.Card{
		Lines: lines, Files: []form.File{pdf}, Buttons: [][]flows.Button{v.Home()},
		Media: &flows.Media{Kind: "picture", File: png.ID, Alt: v.Word("report.chat.alt", "title", m.title, "enterprise", m.enterprise)},
	})
	return nil
}
