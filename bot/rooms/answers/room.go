package answers

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"time"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Room sends the answers of a cohort, as a file, to who accompanies it.
type Room struct{}

// Verb is "export".
func (Room) Verb() string { return "export" }

// Commands are what partners type for it.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Export} }

// XLSX is the media type of a workbook.
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Serve sends the file of a cohort, or asks which.
func (r Room) Serve(v *office.Visit) error {
	if args := v.Args(); args[0] == "answers" && len(args) == 2 {
		return r.send(v, args[1])
	}
	var rows [][]flows.Button
	for _, c := range v.Programme.CohortsOf(v.Member.ID) {
		if v.Allowed(office.ReadAnswers, c.ID) {
			rows = append(rows, []flows.Button{{Label: c.Fields["name"], Data: office.Press("export", "answers", c.ID)}})
		}
	}
	if len(rows) == 0 {
		v.May(office.ReadAnswers, "") // says why not
		return nil
	}
	v.Tell(v.Word("export.which"), append(rows, v.Home())...)
	return nil
}

func (Room) send(v *office.Visit, id string) error {
	if !v.May(office.ReadAnswers, id) {
		return nil
	}
	c, _ := v.Programme.Find(register.Cohorts, id)
	read := slices.DeleteFunc(c.List("enterprises"), func(e string) bool { return !v.Programme.Accompanies(v.Member.ID, e) })
	n, now := 0, v.Now()
	g := Grid(read, func(e string) ([]Row, error) {
		rows, err := Of(v.Ctx, v.Store(), v.Script.Questionnaire, e, v.Lang, now)
		n += len(rows)
		return rows, err
	})
	if v.Sheets() == nil {
		return errors.New("nothing here writes spreadsheets")
	}
	var file bytes.Buffer
	if err := v.Sheets().Grid(&file, g); err != nil {
		return err
	}
	if n == 0 {
		v.Tell(v.Word("export.nothing"), v.Home())
		return nil
	}
	f := form.File{ID: "export-" + v.ID(), Name: fmt.Sprintf("answers-%s-%s.xlsx", id, now.Format(time.DateOnly)), Type: XLSX, Size: int64(file.Len())}
	if err := v.Store().PutFile(v.Ctx, f, &file); err != nil {
		return fmt.Errorf("keep a file to send: %w", err)
	}
	v.Say(flows.Card{Files: []form.File{f}, Buttons: [][]flows.Button{v.Home()}, Lines: []flows.Line{
		{Style: flows.Body, Text: v.Word("export.file", "cohort", c.Fields["name"], "n", fmt.Sprint(n))},
		{Style: flows.Hint, Text: v.Word("export.care")},
	}})
	return nil
}
