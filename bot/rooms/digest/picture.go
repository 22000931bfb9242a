package digest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"visesbot/bot/report/draw"
	"visesbot/bot/report/letters"
	"visesbot/bot/report/paint"
)

// dots are those of a point: what a phone shows sharply.
const dots = 2

// Picture draws in which phase each enterprise is; see [draw.PlotPhases].
func (s Speech) Picture(d Digest) ([]byte, error) {
	faces, err := letters.Open()
	if err != nil {
		return nil, err
	}
	p := draw.Phases{Legend: s.Word("digest.legend")}
	for _, phase := range s.Script.Questionnaire.Phases {
		p.Names = append(p.Names, phase.Title.In(s.Lang))
	}
	for _, x := range d.Stands {
		p.Stands = append(p.Stands, draw.Stand{Name: x.Name, At: s.place(x.Phase)})
	}
	var out bytes.Buffer
	if err := paint.PNG(&out, faces, draw.PlotPhases(faces, p), draw.White, dots); err != nil {
		return nil, fmt.Errorf("draw a picture: %w", err)
	}
	return out.Bytes(), nil
}

// drawing is raised when the picture is drawn in another way.
const drawing = "2"

// drawn names what the picture of a digest shows: all of it, and nothing else.
func (s Speech) drawn(d Digest) string {
	sum := sha256.New()
	say := func(all ...string) {
		for _, text := range all {
			fmt.Fprintf(sum, "%d:%s", len(text), text)
		}
	}
	say(drawing, s.Lang, s.Word("digest.legend"))
	for _, phase := range s.Script.Questionnaire.Phases {
		say(phase.ID, phase.Title.In(s.Lang))
	}
	for _, x := range d.Stands {
		say(x.Name, x.Phase)
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}

// place is how many phases are behind an enterprise; -1: not begun.
func (s Speech) place(phase string) int {
	if phase == "" {
		return -1
	}
	for i, p := range s.Script.Questionnaire.Phases {
		if p.ID == phase {
			return i
		}
	}
	return len(s.Script.Questionnaire.Phases)
}
