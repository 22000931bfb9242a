package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/cobra"

	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
)

func newContentTestCommand(e *env) *cobra.Command {
	return &cobra.Command{
		Use:   "test [DIR]",
		Short: "Play the transcripts, and list what no transcript comes by",
		Long: `Plays the transcripts of the content in DIR (default: VISESBOT_CONTENT, or what
is built in). Exit code 1 if the bot says something else than is written, or if
no transcript comes by some question or block of a module.`,
		Example: "  visesbot content test content",
		Args:    atMostOne("DIR"),
		RunE: func(c *cobra.Command, args []string) error {
			dir, fsys, err := contentOf(e, args)
			if err != nil {
				return misuse(c, err)
			}
			return testContent(e.out, dir, fsys)
		},
	}
}

func testContent(out io.Writer, dir string, fsys fs.FS) error {
	script, _ := definition.Load(fsys)
	if script == nil {
		return fmt.Errorf("the content has errors: 'visesbot content lint %s' lists them", dir)
	}
	files, err := flowtest.Folder(fsys, "transcripts")
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("there are no transcripts in %s/transcripts: write one, docs/writers.md says how", dir)
	}
	failed, visits := playAll(out, script, files)
	missed := flowtest.Unvisited(script, visits)
	for _, m := range missed {
		fmt.Fprintf(out, "no transcript comes by %s\n", m)
	}
	fmt.Fprintf(out, "%d transcripts, %d failed; %d questions and blocks unvisited\n", len(files), failed, len(missed))
	if failed > 0 || len(missed) > 0 {
		return errTold
	}
	return nil
}

// playAll plays transcripts on the engine alone, and says what went wrong.
func playAll(out io.Writer, script *flows.Script, files []flowtest.File) (failed int, visits flowtest.Visits) {
	engine := engine.Must(script)
	for _, f := range files {
		err := errors.Join(f.Errors...)
		if err == nil {
			p := flowtest.NewMemoryPlayer(engine, f.Transcript)
			err = flowtest.Play(f.Transcript, p)
			visits.Add(p.Visited())
		}
		if err != nil {
			failed++
			fmt.Fprintln(out, err)
		}
	}
	return failed, visits
}
