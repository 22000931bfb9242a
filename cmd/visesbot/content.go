package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"visesbot/content"
)

func newContentCommand(e *env) *cobra.Command {
	return group(&cobra.Command{
		Use:     "content",
		Short:   "Check what the bot asks, teaches and says",
		Example: "  visesbot content lint",
	}, newLintCommand(e), newContentTestCommand(e))
}

// contentOf opens the content that a command is about: its argument, the
// folder of VISESBOT_CONTENT, or what is built in.
func contentOf(e *env, args []string) (string, fs.FS, error) {
	dir := e.getenv("VISESBOT_CONTENT")
	if len(args) > 0 {
		dir = args[0]
	}
	if dir == "" {
		return "content", content.FS, nil
	}
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil, fmt.Errorf("there is no folder %s", dir)
	case err != nil:
		return "", nil, fmt.Errorf("open content: %w", err)
	case !info.IsDir():
		return "", nil, fmt.Errorf("%s is no folder of content", dir)
	}
	return dir, os.DirFS(dir), nil
}
