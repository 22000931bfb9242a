package digest

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"visesbot/bot/office"
	"visesbot/flows"
)

// page is a digest ready to be shown.
type page struct {
	card    flows.Card
	cohort  *Digest // whose picture is drawn when it is shown; nil: it has none
	drawn   string  // what the picture shows
	detail  []flows.Line
	nothing bool
}

// page makes the digest of a subject: about the time since then, as of the day
// on which it was sent.
func (r Room) page(v *office.Visit, subject string, since, sent time.Time) (page, error) {
	speech := Speech{v.Script, v.Lang, v.Now().Location()}
	if subject == All {
		return r.wider(v, speech, since, sent)
	}
	if pool, ok := poolOf(subject); ok {
		return r.pool(v, speech, pool, since, sent)
	}
	d, err := Gather(v.Ctx, v.Store(), v.Programme, subject, QueryOf(v.Script, v.Now(), since))
	if err != nil {
		return page{}, err
	}
	d.Until = sent
	p := page{cohort: &d, drawn: speech.drawn(d), detail: speech.Detail(d), nothing: d.Nothing()}
	p.card = flows.Card{Lines: speech.Lines(d), Buttons: buttons(v, subject)}
	return p, nil
}

// say shows a page: the message, and the detail in its thread. What was said
// already, by its mark, stands there and is not said again.
func (r Room) say(v *office.Visit, p page, was marks) (err error) {
	now := p.marks()
	if now.card != was.card {
		if p.cohort != nil {
			if p.card.Media, err = r.picture(v, Speech{v.Script, v.Lang, v.Now().Location()}, *p.cohort); err != nil {
				return err
			}
		}
		v.Say(p.card)
	}
	if len(p.detail) > 0 && now.detail != was.detail {
		v.Say(flows.Card{ID: p.card.ID + "-d", Under: p.card.ID, Lines: p.detail, Replace: p.card.Replace, Silent: true})
	}
	return nil
}

// marks tell what is said from what was said, in the message and in the detail.
type marks struct{ card, detail string }

func (p page) marks() marks {
	return marks{mark(p.card.Lines, p.drawn), mark(p.detail)}
}

func mark(lines []flows.Line, more ...string) string {
	sum := sha256.New()
	for _, l := range lines {
		_, _ = sum.Write([]byte(string(l.Style) + l.Text + "\n"))
	}
	_, _ = sum.Write([]byte(strings.Join(more, "\n")))
	return hex.EncodeToString(sum.Sum(nil)[:8])
}

// String writes marks down; [marksOf] reads them.
func (m marks) String() string { return strings.Trim(m.card+"/"+m.detail, "/") }

func marksOf(text string) (m marks) {
	m.card, m.detail, _ = strings.Cut(text, "/")
	return m
}
