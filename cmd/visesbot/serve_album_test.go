package main

import (
	"bytes"
	"image"
	imagepng "image/png"
	"slices"
	"strings"
	"testing"

	"visesbot/adapters/sqlite"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// Photos that are sent together are one answer, also when the program is stopped
// while they come.
func TestServeAlbum(t *testing.T) {
	for _, by := range []string{"polling", "webhook"} {
		t.Run(by, func(t *testing.T) { serveAlbum(t, by == "webhook") })
	}
}

func serveAlbum(t *testing.T, hooked bool) {
	fake, environ := platform(t)
	addr := freeAddr(t)
	if hooked {
		environ["TELEGRAM_WEBHOOK_URL"] = "http://" + addr + "/telegram/webhook"
		environ["TELEGRAM_WEBHOOK_SECRET"] = "the-secret_of-the-hook"
	}
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	invited(t, path, "questions", "nl")
	s := startServe(t, environ, addr)
	p := fake.Person("Noor", "nl")
	script := transcript(t, "nl-mandate.txt")
	at := slices.IndexFunc(script.Steps, func(s flowtest.Step) bool { return strings.HasPrefix(s.Text, "Dat we beter") })
	script.Steps = script.Steps[:at]
	talk(t, fake, p, "questions", script)
	asks := func(words string) func() bool {
		return func() bool {
			all := p.Chat().FromBot()
			return strings.Contains(all[len(all)-1].Text, words)
		}
	}
	eventually(t, "the question of hopes", asks("Wat hoop je"))
	p.Album("dit hopen we", pngOf(t, 1), pngOf(t, 2))
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	p.AlbumOn(pngOf(t, 3))
	s = startServe(t, environ, addr)
	eventually(t, "the next question", asks("wat vrees je"))
	p.Say("niets")
	eventually(t, "the question after that", func() bool { return !asks("wat vrees je")() })
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	a := answered(t, path, "questions", "P0-08")
	if len(a.Value.Files) != 3 || a.Value.Text != "dit hopen we" {
		t.Errorf("the answer is %+v", a.Value)
	}
	if b := answered(t, path, "questions", "P0-08.fears"); b.Value.Text != "niets" {
		t.Errorf("the answer after that is %+v", b.Value)
	}
}

// answered is the newest answer to a question.
func answered(t *testing.T, path, dossier, question string) (newest form.Answer) {
	t.Helper()
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	all, err := store.Records(t.Context(), dossier)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if r.Answer != nil && r.Answer.Place.Question() == question {
			newest = *r.Answer
		}
	}
	return newest
}

func pngOf(t *testing.T, size int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := imagepng.Encode(&out, image.NewGray(image.Rect(0, 0, size, size))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
