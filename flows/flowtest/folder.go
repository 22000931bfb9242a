package flowtest

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"visesbot/flows"
	"visesbot/flows/form"
)

// File is one transcript of a folder, read.
type File struct {
	Transcript
	Errors []error // what is wrong with how it is written
}

// Folder reads the transcripts (*.txt) of a folder, by name.
func Folder(fsys fs.FS, dir string) ([]File, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("read transcripts: %w", err)
	}
	var files []File
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read transcripts: %w", err)
		}
		t, errs := Parse(name, string(text))
		files = append(files, File{Transcript: t, Errors: errs})
	}
	return files, nil
}

// Unvisited lists the questions ("question P1-16") and module blocks ("block
// M1/chain") of a script that nobody came by, in their order. Calculations are
// left out: they are never asked.
func Unvisited(s *flows.Script, v Visits) []string {
	var missed []string
	for _, q := range s.Questionnaire.Questions() {
		if q.Type != form.Calc && !v.Questions[q.ID] {
			missed = append(missed, "question "+q.ID)
		}
	}
	for _, m := range s.Modules {
		for _, b := range m.Blocks {
			if id := m.ID + "/" + b.ID; !v.Blocks[id] {
				missed = append(missed, "block "+id)
			}
		}
	}
	return slices.Clip(missed)
}
