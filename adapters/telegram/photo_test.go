package telegram_test

import (
	"bytes"
	"strings"
	"testing"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func pictured(text, name string) bot.Message {
	m := message(text, button("Verder", "go"))
	m.Media = &flows.Media{Kind: "picture", Name: name, Alt: "de keten"}
	return m
}

func TestPictures(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	send := func(m bot.Message, replace bot.Receipt) bot.Receipt {
		t.Helper()
		m.Replace = string(replace)
		receipt, err := r.channel.Send(t.Context(), noor.Address(), m)
		if err != nil {
			t.Fatal(err)
		}
		return receipt
	}
	chat := func() (texts []string) {
		for _, m := range noor.Chat().FromBot() {
			kind := "text"
			if m.Photo != "" {
				kind = "photo"
			}
			texts = append(texts, kind+": "+m.Text)
		}
		return texts
	}
	first := send(pictured("een", "chain.nl.svg"), "")
	send(pictured("twee", "chain.nl.svg"), "")
	if up := r.platform.Calls("sendPhoto"); len(up) != 2 || len(up[0].Files) != 1 || len(up[1].Files) != 0 {
		t.Errorf("a picture is uploaded once: %+v", up)
	}
	if again := send(pictured("een, anders", "chain.nl.svg"), first); again != first {
		t.Errorf("receipt %s became %s", first, again)
	}
	send(pictured("een, anders", "chain.nl.svg"), first) // the same
	send(message("een, ✓"), first)
	text := send(message("drie"), "")
	send(pictured("drie, met beeld", "chain.nl.svg"), text)
	send(pictured("niet te zien", "no-such.png"), "")
	want := "photo: een, ✓|photo: twee|photo: drie, met beeld|text: [de keten]\n\nniet te zien"
	if got := strings.Join(chat(), "|"); got != want {
		t.Errorf("the chat is\n%s\nand not\n%s", got, want)
	}
	long := message(strings.Repeat("lang ", 300))
	if again := send(long, first); again == first || len(chat()) != 5 {
		t.Errorf("a text that is no caption: %q", chat())
	}
}

func TestFilmShowsItsPreview(t *testing.T) {
	r := newRig(t, false)
	m := message("Kijk")
	m.Media = &flows.Media{Kind: "film", URL: "https://example.org/film"}
	m.Lines = append(m.Lines, flows.Line{Style: flows.Link, Text: "De film", URL: "https://example.org/film"})
	for _, one := range []bot.Message{m, message("https://example.org/other")} {
		if _, err := r.channel.Send(t.Context(), r.people[0].Address(), one); err != nil {
			t.Fatal(err)
		}
	}
	all := r.people[0].Chat().FromBot()
	if !all[0].Preview || all[1].Preview || all[0].Entities[0].URL != "https://example.org/film" {
		t.Errorf("%+v", all)
	}
}

// A picture that the programme made is sent once, and told in words where it is
// lost.
func TestKeptPicture(t *testing.T) {
	r := newRig(t, false)
	noor := r.people[0]
	if err := r.files.PutFile(t.Context(), form.File{ID: "phases", Name: "phases.png", Type: "image/png"}, bytes.NewReader(png())); err != nil {
		t.Fatal(err)
	}
	m := message("het overzicht")
	m.Media = &flows.Media{Kind: "picture", File: "phases", Alt: "drie staven"}
	for range 2 {
		if _, err := r.channel.Send(t.Context(), noor.Address(), m); err != nil {
			t.Fatal(err)
		}
	}
	m.Media = &flows.Media{Kind: "picture", File: "lost", Alt: "vijf staven"}
	if _, err := r.channel.Send(t.Context(), noor.Address(), m); err != nil {
		t.Fatal(err)
	}
	if up := r.platform.Calls("sendPhoto"); len(up) != 2 || len(up[0].Files) != 1 || len(up[1].Files) != 0 {
		t.Errorf("a picture is uploaded once: %+v", up)
	}
	all := noor.Chat().FromBot()
	if all[0].Photo == "" || all[1].Photo == "" || all[2].Photo != "" || !strings.Contains(all[2].Text, "[vijf staven]") {
		t.Errorf("the chat is %+v", all)
	}
}
