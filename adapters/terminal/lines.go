package terminal

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// longest is how much of a line is read; the conversation refuses less.
const longest = 1 << 20

// FromPipe reads lines of any reader. Of a line longer than a megabyte only the
// beginning is kept.
func FromPipe(r io.Reader) Lines { return &pipe{bufio.NewReader(r)} }

type pipe struct{ r *bufio.Reader }

// Line gives the next line, without a prompt: nobody is there to see one.
func (p *pipe) Line(string) (string, error) {
	var line strings.Builder
	for {
		part, err := p.r.ReadSlice('\n')
		if room := longest - line.Len(); room > 0 {
			line.Write(part[:min(len(part), room)])
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && line.Len() == 0:
			return "", err
		}
		return strings.TrimRight(line.String(), "\r\n"), nil
	}
}
