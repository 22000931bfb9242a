package importer

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Room is the room of the register.
type Room struct{}

const verb = "register"

// Imports is the table of the files that were sent: file, name and by, and state
// when they were taken in.
const Imports = "imports"

// Verb is "register".
func (Room) Verb() string { return verb }

// Commands are what the coordinator types for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Register} }

// Takes tells whether a file is one for this room.
func (Room) Takes(f form.File) bool {
	return slices.Contains([]string{".xlsx", ".csv"}, strings.ToLower(filepath.Ext(f.Name)))
}

// Front leads to it who may change the register.
func (Room) Front(v *office.Visit) (lines []flows.Line, rows [][]flows.Button, err error) {
	if v.Allowed(office.Import, "") {
		rows = [][]flows.Button{{{Label: v.Word("register"), Data: office.Press(verb, "send"), Kind: "quiet"}}}
	}
	return nil, rows, nil
}

// Serve looks at a file, takes one in, or sends the register.
func (r Room) Serve(v *office.Visit) error {
	if !v.May(office.Import, "") {
		return nil
	}
	args := v.Args()
	switch {
	case v.Sheets() == nil:
		v.Tell(v.Word("register.nowhere"), v.Home())
		return nil
	case len(v.Event.Files) > 0:
		return r.look(v, v.Event.Files[0])
	case args[0] == "take" && len(args) == 2:
		return r.take(v, args[1])
	}
	return r.send(v)
}

// read reads a kept file; where it is none of ours, that is said.
func (Room) read(v *office.Visit, f form.File) (entries []register.Entry, problems []register.Problem, ok bool, err error) {
	_, body, err := v.Store().File(v.Ctx, f.ID)
	if err != nil {
		return nil, nil, false, fmt.Errorf("open a file that was sent: %w", err)
	}
	raw, err := io.ReadAll(body)
	if closed := body.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return nil, nil, false, fmt.Errorf("read a file that was sent: %w", err)
	}
	tables, wrong := v.Sheets().Read(f.Name, raw)
	if wrong != nil {
		v.Say(flows.Card{Lines: []flows.Line{
			{Style: flows.Body, Text: v.Word("register.unread", "file", f.Name)}, unread(v, wrong),
		}, Buttons: [][]flows.Button{v.Home()}})
		return nil, nil, false, nil
	}
	entries, problems = register.Read(registered(v), tables...)
	return entries, problems, true, nil
}

// registered is the register as it is.
func registered(v *office.Visit) (all []register.Entry) {
	for _, t := range register.Tables() {
		all = append(all, v.Programme.All(t.Name)...)
	}
	return all
}

// shown is how many problems are told.
const shown = 10

// look says what is wrong in a file and what it would change, and offers to take
// it in.
func (r Room) look(v *office.Visit, f form.File) error {
	entries, problems, ok, err := r.read(v, f)
	if err != nil || !ok {
		return err
	}
	card := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: f.Name}}}
	change := register.Compare(registered(v), entries)
	if !register.Failed(problems) {
		card.Lines = append(card.Lines, flows.Line{Style: flows.Body, Text: v.Word("register.would",
			"added", strconv.Itoa(len(change.Added)), "changed", strconv.Itoa(len(change.Changed)), "same", strconv.Itoa(len(change.Same)))})
	}
	for _, p := range problems[:min(len(problems), shown)] {
		card.Lines = append(card.Lines, flows.Line{Style: flows.Bullet, Text: told(v, p)})
	}
	if n := len(problems) - shown; n > 0 {
		card.Lines = append(card.Lines, flows.Line{Style: flows.Hint, Text: v.Word("register.more", "n", strconv.Itoa(n))})
	}
	switch {
	case register.Failed(problems):
		card.Lines = append(card.Lines, flows.Line{Style: flows.Body, Text: v.Word("register.correct")})
	case len(change.Added)+len(change.Changed) > 0:
		id := v.ID()
		if err := v.Keep(register.Entry{Table: Imports, ID: id, Fields: map[string]string{
			"file": f.ID, "name": f.Name, "by": v.Member.ID, "at": v.Now().UTC().Format(time.RFC3339),
		}}); err != nil {
			return err
		}
		card.Buttons = [][]flows.Button{{{Label: v.Word("register.take"), Data: office.Press(verb, "take", id), Kind: "primary"}}}
	}
	card.Buttons = append(card.Buttons, v.Home())
	v.Say(card)
	return nil
}

// take takes a file in that was looked at.
func (r Room) take(v *office.Visit, id string) error {
	kept, err := v.Store().Below(v.Ctx, Imports, id)
	if err != nil {
		return fmt.Errorf("look for a file that was sent: %w", err)
	}
	if len(kept) == 0 || kept[0].ID != id {
		return r.send(v)
	}
	e := kept[0]
	entries, problems, ok, err := r.read(v, form.File{ID: e.Fields["file"], Name: e.Fields["name"]})
	if err != nil || !ok {
		return err
	}
	if register.Failed(problems) { // the register is another one by now
		return r.look(v, form.File{ID: e.Fields["file"], Name: e.Fields["name"]})
	}
	change := register.Compare(registered(v), entries)
	if err := v.Keep(append(change.Added, change.Changed...)...); err != nil {
		return err
	}
	e.Fields["state"] = "done"
	if err := v.Keep(e); err != nil {
		return err
	}
	v.Tell(v.Word("register.taken", "added", strconv.Itoa(len(change.Added)), "changed", strconv.Itoa(len(change.Changed)),
		"same", strconv.Itoa(len(change.Same))), v.Home())
	return nil
}

// xlsx is the media type of a workbook.
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// send sends the register, and the workbook to fill in.
func (Room) send(v *office.Visit) error {
	card := flows.Card{Lines: append([]flows.Line{{Style: flows.Body, Text: v.Word("register.files")}}, sums(v)...), Buttons: [][]flows.Button{v.Home()}}
	for name, entries := range map[string][]register.Entry{"template": nil, "register": registered(v)} {
		var file bytes.Buffer
		if err := v.Sheets().Register(&file, entries); err != nil {
			return fmt.Errorf("write the register: %w", err)
		}
		f := form.File{ID: name + "-" + v.ID(), Name: name + ".xlsx", Type: xlsx, Size: int64(file.Len())}
		if err := v.Store().PutFile(v.Ctx, f, &file); err != nil {
			return fmt.Errorf("keep a file to send: %w", err)
		}
		card.Files = append(card.Files, f)
	}
	slices.SortFunc(card.Files, func(a, b form.File) int { return strings.Compare(b.Name, a.Name) })
	v.Say(card)
	return nil
}
