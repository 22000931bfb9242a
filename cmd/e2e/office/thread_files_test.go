package officetest_test

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"testing"

	"visesbot/adapters/slack/fakeslack"
	"visesbot/adapters/telegram/faketelegram"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// gray is a picture of its own size, so that each has its own bytes.
func gray(size int) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, size, size))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// arrives waits until a message on Telegram has a file with these bytes.
func (b *between) arrives(p *faketelegram.Person, body []byte) (found faketelegram.Message) {
	b.Helper()
	b.until("a file on Telegram", func() bool {
		for _, m := range p.Chat().FromBot() {
			if f := b.telegram.File(m.Photo + m.Document + m.Voice); f != nil && bytes.Equal(f.Body, body) {
				found = m
			}
		}
		return found.ID != 0
	})
	return found
}

// shared waits until so many files have been shared on Slack, and gives them.
func (b *between) shared(p *fakeslack.Person, n int) (all []fakeslack.Shown) {
	b.Helper()
	b.until("files on Slack", func() bool {
		all = slices.DeleteFunc(p.Shown(), func(s fakeslack.Shown) bool { return s.File == "" })
		return len(all) >= n
	})
	return all
}

// What is sent in a thread arrives on the other side as what it is: a picture, a
// document, several at once; and what cannot be passed on is said where it was
// sent.
func TestFilesBetweenSlackAndTelegram(t *testing.T) {
	b := newBetween(t)
	odile, noor := b.both()
	b.asks(noor)
	noor.Photo(gray(2), "Notre tableau")
	root := b.shows(odile, "demande de l'aide")
	if file := b.shared(odile, 1)[0]; file.Thread != "" || root.Thread != "" || !b.slack.Has(gray(2)) {
		t.Errorf("the call comes with %+v", file)
	}
	b.shows(odile, "Notre tableau")

	odile.UploadIn(root.TS, b.slackAt, "chaîne.png", gray(3), "Regardez ce dessin")
	m := b.reads(noor, "Regardez ce dessin")
	if drawn := b.arrives(noor, gray(3)); drawn.Photo == "" || drawn.ReplyTo == 0 || drawn.ID > m.ID || !drawn.Silent {
		t.Errorf("the picture is shown as %+v", drawn)
	}
	odile.UploadIn(root.TS, b.slackAt, "guide.pdf", []byte("%PDF-1.7 guide"), "")
	if guide := b.arrives(noor, []byte("%PDF-1.7 guide")); guide.Document == "" || b.telegram.File(guide.Document).Name != "guide.pdf" {
		t.Errorf("the document is shown as %+v", guide)
	}
	m = b.reads(noor, "Odile vous envoie ceci")

	noor.Quoting(m.ID, func() { noor.Document("chiffres.csv", []byte("a,b\n1,2\n3,4\n"), 0, "Nos chiffres") })
	if answer := b.shows(odile, "Nos chiffres"); answer.Thread != root.TS {
		t.Errorf("the words stand in the thread %q of %q", answer.Thread, root.TS)
	}
	if file := b.shared(odile, 2)[1]; file.Thread != root.TS || file.File != "chiffres.csv" {
		t.Errorf("the table is shown as %+v", file)
	}
	b.presses(noor, "Répondre")
	b.reads(noor, "Votre réponse")
	noor.Album("Deux photos", gray(4), gray(5))
	files := b.shared(odile, 4)
	if files[2].Thread != root.TS || files[3].Thread != root.TS || !b.slack.Has(gray(4)) || !b.slack.Has(gray(5)) || files[3].File != "image.png" {
		t.Errorf("the album is shown as %+v", files[2:])
	}
	b.shows(odile, "Deux photos")

	odile.UploadIn(root.TS, b.slackAt, "page.html", []byte("<!doctype html><script>alert(1)</script>"), "")
	if told := b.shows(odile, "Je ne peux pas garder"); told.Thread != root.TS {
		t.Errorf("the refusal stands in the thread %q of %q", told.Thread, root.TS)
	}
	if n := b.slack.Refused() + b.telegram.Refused(); n > 0 {
		t.Errorf("%d sendings were too fast", n)
	}
}

// An album that is sent to a thread is one message to the other side, in whatever
// pieces it comes.
func TestAlbumInAThread(t *testing.T) {
	b := newBetween(t)
	odile, noor := b.both()
	b.asks(noor)
	noor.Say("Que faire ?")
	root := b.shows(odile, "demande de l'aide")
	odile.SayIn(root.TS, "Envoyez des photos")
	m := b.reads(noor, "Envoyez des photos")
	noor.Quoting(m.ID, func() { noor.Album("", gray(6), gray(7), gray(8)) })
	b.shared(odile, 3)
	b.shows(odile, "Noor vous envoie ceci")
	told := slices.DeleteFunc(odile.Shown(), func(s fakeslack.Shown) bool { return s.Text != "Noor vous envoie ceci." })
	if len(told) != 1 || told[0].Thread != root.TS {
		t.Errorf("an album is told of so: %+v", told)
	}
	if done := b.slack.Calls("files.completeUploadExternal"); len(done) != 1 {
		t.Errorf("it was brought in %d messages", len(done))
	}
	noor.Say("Chef") // goes to the question that stood there
	b.until("the answer is kept", func() bool { s := b.telegramSession(noor); return s.Parcel == nil && s.Desk == nil })
}

// enclosed are the names of all files that somebody was shown.
func enclosed(w *officetest.World, who string) (names []string) {
	for _, m := range w.Channel.Shown(who) {
		for _, f := range m.Files {
			names = append(names, f.Name)
		}
	}
	return names
}

// A picture stays with the call while the form asks on, and while nobody is there
// to see it.
func TestCallWithAPicture(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	place, _ := answered(t, w, "s-e1")
	w.Fills("s-e1", flows.NeedHelp(place), nil)
	sees(t, w, "s-e1", "Qu'est-ce qui vous arrête")
	w.Sends("s-e1", "tableau.png", gray(2))
	sees(t, w, "s-e1", "Montrer aussi votre réponse")
	w.Sends("s-e1", "trop.png", gray(3)) // is no answer to that
	sees(t, w, "s-e1", "Montrer aussi votre réponse")
	w.Presses("s-e1", "Non, seulement la question")
	sees(t, w, "s-e1", "Votre demande d'aide")
	w.Partner("odile")
	w.Presses("odile", "Atelier 1")
	sees(t, w, "odile", "demande de l'aide", "[Répondre]")
	if got := enclosed(w, "odile"); !slices.Equal(got, []string{"tableau.png"}) {
		t.Errorf("odile is shown %v", got)
	}
	w.Fills("odile", "o~thread~to~e1", nil)
	w.Sends("odile", "mode-emploi.pdf", []byte("%PDF-1.7"))
	sees(t, w, "odile", "Votre message à Atelier 1", "mode-emploi.pdf")
	sees(t, w, "s-e1", "Odile vous envoie ceci", "[Répondre]")
	if got := enclosed(w, "s-e1"); !slices.Equal(got, []string{"mode-emploi.pdf"}) {
		t.Errorf("s-e1 is shown %v", got)
	}
}
