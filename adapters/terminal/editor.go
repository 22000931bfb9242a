package terminal

import (
	"errors"
	"io"
	"strings"

	"github.com/peterh/liner"
)

// Editor reads lines from a person at the keyboard: with arrows, history, and
// the Tab key that completes what can be pressed. Close gives the terminal back
// as it was.
type Editor struct{ state *liner.State }

// NewEditor takes the standard input, which has to be a terminal.
func NewEditor() *Editor {
	state := liner.NewLiner()
	state.SetCtrlCAborts(true)
	state.SetMultiLineMode(true)
	return &Editor{state}
}

// Complete offers words for what was typed so far.
func (e *Editor) Complete(words func(typed string) []string) { e.state.SetCompleter(words) }

// Line lets a person type a line. Ctrl-C and Ctrl-D end the input.
func (e *Editor) Line(prompt string) (string, error) {
	line, err := e.state.Prompt(prompt)
	if errors.Is(err, liner.ErrPromptAborted) {
		return "", io.EOF
	}
	if err != nil {
		return "", err
	}
	if strings.TrimSpace(line) != "" {
		e.state.AppendHistory(line)
	}
	return line, nil
}

// Close gives the terminal back.
func (e *Editor) Close() error { return e.state.Close() }

// Completions are the buttons of the newest list that begin with what was
// typed, and the words of the terminal itself.
func (t *Terminal) Completions(typed string) []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var words []string
	for _, b := range t.newest().buttons {
		label := strings.TrimLeft(visible(b.Label), "✓‹⋯ ")
		if key := folded(typed); key != "" && strings.HasPrefix(folded(label), key) {
			words = append(words, label)
		}
	}
	for _, word := range []string{"/help", "/file ", "/quit"} {
		if strings.HasPrefix(typed, "/") && strings.HasPrefix(word, typed) {
			words = append(words, word)
		}
	}
	return words
}
