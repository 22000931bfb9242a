package slack_test

import (
	"errors"
	"strings"
	"testing"

	"visesbot/adapters/slack"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// TestPictures holds that a picture of the content is brought to Slack once, and
// shown in its message.
func TestPictures(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	m := say(line(flows.Heading, "De keten"), line(flows.Body, "Van middelen tot impact."))
	m.Media = &flows.Media{Kind: "picture", Name: "chain.nl.svg", Alt: "Een keten van vijf vakken"}
	for range 2 {
		l.send(p, m)
	}
	shown := p.Person.Shown()
	if len(shown) != 2 || len(shown[1].Images) != 1 || shown[1].Images[0] != m.Media.Alt || !strings.HasPrefix(shown[1].Text, "De keten") {
		t.Errorf("to be seen: %+v", shown)
	}
	if n := len(l.platform.Calls("files.getUploadURLExternal")); n != 1 {
		t.Errorf("brought %d times", n)
	}
	if got := l.platform.Uploaded()["chain.nl.png"]; string(got) != string(png()) {
		t.Errorf("brought as %q", got)
	}
	for name, media := range map[string]flows.Media{
		"missing": {Kind: "picture", Name: "no.png", Alt: "Er is niets"}, "a film": {Kind: "film", URL: "https://example.org/film", Alt: "Een film"},
	} {
		m.Media = &media
		l.clock.Move(1e10)
		l.send(p, m)
		shown := p.Person.Shown()
		if last := shown[len(shown)-1]; !strings.Contains(last.Text, media.Alt) || !strings.Contains(last.Text, media.URL) {
			t.Errorf("%s: %q", name, last.Text)
		}
	}
}

func TestFileGoesOut(t *testing.T) {
	l := newLab(t, true)
	p := l.people[0]
	var files []form.File
	for _, name := range []string{"rapport.pdf", "bijlage.pdf"} {
		f := form.File{ID: name, Name: name, Type: "application/pdf", Size: 8}
		if err := l.shelf.PutFile(t.Context(), f, strings.NewReader("%PDF-1.7")); err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	if _, err := l.channel.Send(t.Context(), p.Address(), bot.Message{Files: files}); err != nil {
		t.Fatal(err)
	}
	shown := p.Person.Shown()
	if len(shown) != 2 || shown[0].File != "rapport.pdf" || shown[1].File != "bijlage.pdf" {
		t.Errorf("to be seen: %+v", shown)
	}
	if done := l.platform.Calls("files.completeUploadExternal"); len(done) != 1 {
		t.Errorf("shown by %d calls", len(done))
	}
	_, err := l.channel.Send(t.Context(), p.Address(), bot.Message{Files: []form.File{{ID: "gone"}}})
	var s *bot.SendError
	if !errors.As(err, &s) || s.Kind != bot.Permanent {
		t.Errorf("what is not kept: %v", err)
	}
	if got := string(l.platform.Uploaded()["rapport.pdf"]); got != "%PDF-1.7" {
		t.Errorf("brought as %q", got)
	}
}

// TestMessagesAreQuiet holds what every message has: a text for the
// notification, and no previews of links.
func TestMessagesAreQuiet(t *testing.T) {
	l := newLab(t, false)
	p := l.people[0]
	m := say(line(flows.Heading, "Vraag <1> & co"), line(flows.Body, strings.Repeat("lang ", 500)))
	m.Buttons = [][]flows.Button{{{Label: "Ja", Data: "y", Kind: "primary"}}}
	l.send(p, m)
	args := l.platform.Calls("chat.postMessage")[0].Args
	if args["unfurl_links"] != "false" || args["unfurl_media"] != "false" {
		t.Errorf("previews: %v, %v", args["unfurl_links"], args["unfurl_media"])
	}
	if text, _ := args["text"].(string); !strings.HasPrefix(text, "Vraag &lt;1&gt; &amp; co\nlang") || len(text) > 3000 {
		t.Errorf("notification: %.60q", text)
	}
}

// TestChannelsAreWrittenTo holds that a conversation may be a whole channel, as
// digests will want.
func TestChannelsAreWrittenTo(t *testing.T) {
	l := newLab(t, false)
	l.people[0].Mention("C0ROOM", "hallo")
	l.got(1)
	if _, err := l.channel.Send(t.Context(), "slack:T0HOME-C0ROOM", say(line(flows.Body, "Nieuws"))); err != nil {
		t.Error(err)
	}
	if _, err := l.channel.Send(t.Context(), "slack:T0HOME-C0NONE", say(line(flows.Body, "Nieuws"))); !isKind(err, bot.Permanent) {
		t.Errorf("a channel that is not there: %v", err)
	}
}

var _ interface {
	bot.Adapter
	Ready() error
} = (*slack.Adapter)(nil)
