package telegram_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// keep puts a file where files are kept.
func (r *rig) keep(name, kind string, body []byte) form.File {
	r.t.Helper()
	f := form.File{ID: name, Name: name, Type: kind, Size: int64(len(body))}
	if err := r.files.PutFile(r.t.Context(), f, bytes.NewReader(body)); err != nil {
		r.t.Fatal(err)
	}
	return f
}

// Photos, documents, albums and spoken messages go out, each as it is looked at
// on a phone; the words come after them.
func TestFilesGoOut(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	pdf := func(i int) form.File { return r.keep(fmt.Sprintf("b%d.pdf", i), "application/pdf", []byte("%PDF-1.7")) }
	card := flows.Card{
		ID: "c1", Lang: "nl", Lines: []flows.Line{{Style: flows.Body, Text: "Dit stuurden jullie."}},
		Files: []form.File{
			r.keep("a.png", "image/png", png()), r.keep("b.png", "image/png", png()), r.keep("stem.ogg", "audio/ogg", ogg()),
			r.keep("stem2.ogg", "audio/ogg", ogg()), r.keep("alleen.png", "image/png", png()),
		},
	}
	for i := range 11 {
		card.Files = append(card.Files, pdf(i))
	}
	for _, m := range bot.Compose(card, r.channel.Capabilities()) {
		receipt, err := r.channel.Send(t.Context(), noor.Address(), m)
		if err != nil || receipt == "" {
			t.Fatalf("%+v: %q, %v", m, receipt, err)
		}
	}
	var got []string
	for _, m := range noor.Chat().FromBot() {
		kind := "text"
		switch {
		case m.Photo != "":
			kind = "photo"
		case m.Voice != "":
			kind = "voice"
		case m.Document != "":
			kind = "document"
		}
		if m.Album != "" {
			kind += "+"
		}
		got = append(got, kind)
	}
	want := "photo+ photo+ voice voice photo" + strings.Repeat(" document+", 10) + " document text"
	if strings.Join(got, " ") != want {
		t.Errorf("the chat shows\n%s\nand not\n%s", strings.Join(got, " "), want)
	}
	up := r.platform.Calls("sendDocument")
	if len(up) != 1 || r.platform.File(noor.Chat().FromBot()[15].Document).Name != "b10.pdf" {
		t.Errorf("the last document is %+v", up)
	}
}

// What Telegram does not take for a photo is brought as it is; what is not kept
// any more is never brought.
func TestFilesThatAreNoPhotos(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	odd := r.keep("x.png", "image/png", []byte("no picture at all"))
	if _, err := r.channel.Send(t.Context(), noor.Address(), bot.Message{Files: []form.File{odd}}); err != nil {
		t.Fatal(err)
	}
	if m := noor.Chat().FromBot()[0]; m.Document == "" || m.Photo != "" {
		t.Errorf("it shows %+v", m)
	}
	for kind, send := range map[bot.SendKind]func() error{
		bot.Permanent: func() error {
			_, err := r.channel.Send(t.Context(), noor.Address(), bot.Message{Files: []form.File{{ID: "gone"}}})
			return err
		},
		bot.Temporary: func() error {
			defer r.platform.Fail(faketelegram.Fault{Method: "sendDocument", Times: -1, Drop: true})()
			_, err := r.channel.Send(t.Context(), noor.Address(), bot.Message{Files: []form.File{r.keep("y.pdf", "application/pdf", []byte("%PDF"))}})
			return err
		},
	} {
		var s *bot.SendError
		if err := send(); !errors.As(err, &s) || s.Kind != kind {
			t.Errorf("want %s: %v", kind, err)
		}
	}
	without := newRig(t, false, func(o *telegram.Options) { o.Files = nil })
	if n := without.channel.Capabilities().Enclosed; n != 0 {
		t.Errorf("without files it brings %d", n)
	}
}
