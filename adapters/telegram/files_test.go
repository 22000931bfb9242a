package telegram_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/telegram/faketelegram"
	"visesbot/bot"
	"visesbot/bot/attachment"
)

// ogg is the beginning of a spoken message.
func ogg() []byte {
	head := append([]byte("OggS\x00\x02"), make([]byte, 22)...)
	return append(head, []byte("OpusHead\x01\x01\x00\x00\x80\xbb\x00\x00\x00\x00\x00")...)
}

// What comes with a message is named in the update, and fetched later.
func TestFilesAreNamed(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	pdf := []byte("%PDF-1.7 a statute")
	noor.Photo(png(), "onze winkel")
	noor.Document(`C:\map\statuten.pdf`, pdf, 0, "")
	noor.Voice(ogg())
	all := r.got(noor.Address(), 3)
	for i, want := range []struct {
		text, name string
		sound      bool
		body       []byte
	}{
		{"onze winkel", "", false, png()},
		{"", `C:\map\statuten.pdf`, false, pdf},
		{"", "", true, ogg()},
	} {
		u := all[i]
		if len(u.Fetch) != 1 || u.Text != want.text {
			t.Fatalf("update %d: %+v", i, u)
		}
		p := u.Fetch[0]
		if p.Name != want.name || p.Sound != want.sound || p.Size != int64(len(want.body)) || p.ID == "" {
			t.Errorf("file %d: %+v", i, p)
		}
		if body, err := r.channel.Fetch(t.Context(), u.Address, &p); err != nil || !bytes.Equal(body, want.body) {
			t.Errorf("file %d: %q, %v", i, body, err)
		}
	}
}

// Telegram brings an album in parts, which have a name in common; the conversation
// makes one answer of them.
func TestAlbumHasAName(t *testing.T) {
	for _, hooked := range []bool{false, true} {
		r := newRig(t, hooked)
		noor := r.people[0]
		noor.Album("drie foto's", png(), png(), png())
		noor.Say("klaar")
		all := r.got(noor.Address(), 4)
		for i, text := range []string{"drie foto's", "", ""} {
			if u := all[i]; u.Album == "" || u.Album != all[0].Album || len(u.Fetch) != 1 || u.Text != text {
				t.Errorf("part %d: %+v", i, u)
			}
		}
		if u := all[3]; u.Album != "" || u.Text != "klaar" {
			t.Errorf("after it: %+v", u)
		}
	}
}

// A clip is a file like any other; what nobody can read is answered.
func TestOtherKindsOfMessage(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	noor.Send(map[string]any{"video": map[string]any{"file_id": "v1", "file_size": 9}})
	noor.Send(map[string]any{"video_note": map[string]any{"file_id": "v2", "file_size": 9}})
	if all := r.got(noor.Address(), 2); all[0].Fetch[0].Ref != "v1" || all[1].Fetch[0].Ref != "v2" {
		t.Errorf("clips: %+v", all)
	}
	noor.Send(map[string]any{"sticker": map[string]any{"emoji": "x"}})
	r.eventually("a refusal", func() bool { return len(noor.Chat().FromBot()) > 0 })
	if said := noor.Chat().FromBot()[0].Text; !strings.Contains(said, "spraakbericht") {
		t.Errorf("it says %q", said)
	}
}

// A file that does not come keeps nobody waiting: neither who sent it nor anybody
// else.
func TestSlowFilesHoldUpNobody(t *testing.T) {
	r := newRig(t, false)
	noor, sam := r.people[0], r.people[1]
	defer r.platform.Fail(faketelegram.Fault{Method: "file", Times: -1, Delay: time.Minute, Slow: true})()
	for range 9 {
		noor.Photo(png(), "kijk")
	}
	noor.Say("en nu?")
	sam.Say("ondertussen")
	begun := time.Now()
	r.got(sam.Address(), 1)
	r.got(noor.Address(), 10)
	if spent := time.Since(begun); spent > 5*time.Second {
		t.Errorf("they waited %v", spent)
	}
}

// What cannot be fetched says whether it ever will be, and names no token.
func TestFilesThatCannotBeFetched(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	noor.Photo(png(), "")
	file := r.got(noor.Address(), 1)[0].Fetch[0]
	for what, test := range map[string]struct {
		fault faketelegram.Fault
		final error
	}{
		"the connection dies":  {faketelegram.Fault{Method: "file", Times: -1, Drop: true}, nil},
		"half of it comes":     {faketelegram.Fault{Method: "file", Half: true}, nil},
		"Telegram is down":     {faketelegram.Fault{Method: "getFile", Code: 502, Description: "Bad Gateway"}, nil},
		"it is not known":      {faketelegram.Fault{Method: "getFile", Code: 400, Description: "Bad Request: invalid file_id"}, bot.ErrGone},
		"it is far too large":  {faketelegram.Fault{Method: "getFile", Code: 400, Description: "Bad Request: file is too big"}, attachment.ErrTooLarge},
		"and then it comes in": {faketelegram.Fault{Method: "nothing"}, errFine},
	} {
		mend := r.platform.Fail(test.fault)
		_, err := r.channel.Fetch(t.Context(), noor.Address(), &file)
		mend()
		passing := err != nil && !errors.Is(err, bot.ErrGone) && !errors.Is(err, attachment.ErrTooLarge)
		switch {
		case errors.Is(test.final, errFine) && err != nil, test.final == nil && !passing:
			t.Errorf("%s: %v", what, err)
		case test.final != nil && !errors.Is(test.final, errFine) && !errors.Is(err, test.final):
			t.Errorf("%s: %v", what, err)
		case err != nil && strings.Contains(err.Error(), token):
			t.Errorf("%s: the token is in the error", what)
		}
	}
}

// errFine stands for no error.
var errFine = errors.New("fine")
