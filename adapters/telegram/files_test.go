package telegram_test

import (
	"bytes"
	"strings"
	"testing"

	"visesbot/adapters/telegram"
	"visesbot/adapters/telegram/faketelegram"
)

// ogg is the beginning of a spoken message.
func ogg() []byte {
	head := append([]byte("OggS\x00\x02"), make([]byte, 22)...)
	return append(head, []byte("OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00")...)
}

func TestFilesAreKept(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	pdf := []byte("%PDF-1.7 a statute")
	noor.Photo(png(), "onze winkel")
	noor.Document(`C:\map\statuten.pdf`, pdf, 0, "")
	noor.Voice(ogg())
	all := r.got(noor.Address(), 3)
	for i, want := range []struct {
		text, name, kind string
		body             []byte
	}{
		{"onze winkel", "image", "image/png", png()},
		{"", "statuten.pdf", "application/pdf", pdf},
		{"", "audio", "audio/ogg", ogg()},
	} {
		u := all[i]
		if len(u.Files) != 1 || u.Text != want.text {
			t.Fatalf("update %d: %+v", i, u)
		}
		if f := u.Files[0]; f.Name != want.name || f.Type != want.kind || f.Size != int64(len(want.body)) || !bytes.Equal(r.files.body(f.ID), want.body) {
			t.Errorf("file %d: %+v", i, f)
		}
	}
}

// TestAlbumHasAName: Telegram brings an album in parts, which have a name in
// common; the conversation makes one answer of them.
func TestAlbumHasAName(t *testing.T) {
	for _, hooked := range []bool{false, true} {
		r := newRig(t, hooked)
		noor := r.people[0]
		noor.Album("drie foto's", png(), png(), png())
		noor.Say("klaar")
		all := r.got(noor.Address(), 4)
		for i, text := range []string{"drie foto's", "", ""} {
			if u := all[i]; u.Album == "" || u.Album != all[0].Album || len(u.Files) != 1 || u.Text != text {
				t.Errorf("part %d: %+v", i, u)
			}
		}
		if u := all[3]; u.Album != "" || u.Text != "klaar" {
			t.Errorf("after it: %+v", u)
		}
	}
}

func TestFilesAreRefusedKindly(t *testing.T) {
	r := newRig(t, false)
	for i, refuse := range []struct {
		send func(*person)
		want string
	}{
		{func(p *person) { p.Document("film.pdf", []byte("%PDF-1.7"), 25<<20, "") }, "20 MB"},
		{func(p *person) { p.Document("run.pdf", []byte("MZ\x90\x00\x03 this is a program"), 0, "") }, "pdf's"},
		{func(p *person) { p.Document("page.html", []byte("<html><script>"), 0, "") }, "pdf's"},
		{func(p *person) { p.Document("empty.pdf", nil, 0, "") }, "pdf's"},
		{func(p *person) { p.Send(map[string]any{"sticker": map[string]any{"emoji": "x"}}) }, "spraakbericht"},
	} {
		p := r.people[i%3]
		before := len(p.Chat().FromBot())
		refuse.send(p)
		r.eventually("a refusal", func() bool { return len(p.Chat().FromBot()) > before })
		if said := p.Chat().FromBot()[before].Text; !strings.Contains(said, refuse.want) {
			t.Errorf("%d: %q", i, said)
		}
	}
	if len(r.all) != 0 || len(r.files.kept) != 0 {
		t.Errorf("something was taken: %+v %+v", r.all, r.files.kept)
	}
}

func TestFileThatCannotBeFetched(t *testing.T) {
	r := newRig(t, false)
	noor, sam := r.people[0], r.people[1]
	mend := r.platform.Fail(faketelegram.Fault{Method: "file", Times: 2, Drop: true})
	noor.Photo(png(), "")
	sam.Say("ondertussen")
	r.got(sam.Address(), 1)
	if got := r.got(noor.Address(), 1); len(got[0].Files) != 1 {
		t.Errorf("after two failures: %+v", got)
	}
	mend()
	mend = r.platform.Fail(faketelegram.Fault{Method: "file", Times: -1, Half: true})
	defer mend()
	noor.Photo(png(), "")
	noor.Say("en nu?")
	if got := r.got(noor.Address(), 2); got[1].Text != "en nu?" {
		t.Fatalf("a file that never comes holds up the rest: %+v", got)
	}
	if said := noor.Chat().FromBot(); !strings.Contains(said[len(said)-1].Text, "nog eens") {
		t.Errorf("it says %+v", said)
	}
	if strings.Contains(r.log.String(), token) {
		t.Error("the token is in the log")
	}
}

func TestWithoutFiles(t *testing.T) {
	r := newRig(t, false, func(o *telegram.Options) { o.Files = nil })
	r.people[0].Photo(png(), "")
	r.eventually("a refusal", func() bool { return len(r.people[0].Chat().FromBot()) == 1 })
	if r.channel.Capabilities().Files {
		t.Error("it says that it takes files")
	}
}
