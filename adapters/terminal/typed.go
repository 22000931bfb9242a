package terminal

import (
	"context"
	"strconv"
	"strings"

	"visesbot/bot"
	"visesbot/flows/form"
)

// typed does what a line means, and tells whether it was the last one.
func (t *Terminal) typed(ctx context.Context, text string, accept bot.Accept) (stop bool, err error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return false, nil
	}
	t.echo(text)
	word, rest, _ := strings.Cut(text, " ")
	switch word {
	case "/quit":
		return true, nil
	case "/file":
		return false, t.sendFile(ctx, strings.TrimSpace(rest), accept)
	case "/help":
		t.explain() // and the conversation explains itself
	}
	return false, accept(ctx, t.update(t.meaning(text)))
}

// echo leaves an empty line below what was typed, and shows that first where
// nobody saw it.
func (t *Terminal) echo(text string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.o.Echo {
		text = "> " + visible(text) + "\n"
	} else {
		text = ""
	}
	_ = t.write(text + "\n") // an error is noticed by the next message
}

// meaning reads a line as a press or as something said.
func (t *Terminal) meaning(text string) bot.Update {
	t.mu.Lock()
	defer t.mu.Unlock()
	if press, ok := t.pressed(text); ok {
		return bot.Update{Press: press}
	}
	return bot.Update{Text: text}
}

func (t *Terminal) pressed(text string) (string, bool) {
	if label, ok := strings.CutPrefix(text, "["); ok {
		return t.labelled(strings.TrimSuffix(label, "]"))
	}
	newest := t.newest()
	if digits, ok := strings.CutPrefix(text, "/"); ok {
		return newest.at(digits, 0)
	}
	if !newest.typing {
		if press, ok := newest.at(text, newest.choices); ok {
			return press, true
		}
	}
	return newest.named(text)
}

// labelled finds a label by how it begins, on the newest list that has it.
func (t *Terminal) labelled(begin string) (string, bool) {
	for i := len(t.lists) - 1; i >= 0; i-- {
		for _, b := range t.lists[i].buttons {
			if beginsSo(b.Label, begin) {
				return b.Data, true
			}
		}
	}
	return "", false
}

// beginsSo compares words, or where there are none the very signs.
func beginsSo(label, begin string) bool {
	if key := folded(begin); key != "" {
		return strings.HasPrefix(folded(label), key)
	}
	begin = strings.TrimSpace(begin)
	return begin != "" && strings.HasPrefix(label, begin)
}

// at finds the button of a number, from the one after first on.
func (l list) at(digits string, first int) (string, bool) {
	n, err := strconv.Atoi(digits)
	if err != nil || n <= first || n > len(l.buttons) {
		return "", false
	}
	return l.buttons[n-1].Data, true
}

// named finds a button that is no choice by its whole label.
func (l list) named(label string) (string, bool) {
	for _, b := range l.buttons[l.choices:] {
		if folded(b.Label) == folded(label) {
			return b.Data, true
		}
	}
	return "", false
}

// explain tells how to use the terminal.
func (t *Terminal) explain() {
	t.mu.Lock()
	defer t.mu.Unlock()
	_ = t.write(t.paragraph("", usage().In(t.lang), t.pens.hint) + "\n") // an error is noticed by the next message
}

func usage() form.Text {
	return form.Text{
		FR: "Dans ce terminal : tapez votre réponse, ou le numéro d'un choix. « /7 » appuie sur le bouton 7, « [Plus » sur le bouton qui commence ainsi. « /file CHEMIN » envoie un fichier, « /quit » arrête ; tout est conservé.",
		NL: "In deze terminal: typ je antwoord, of het nummer van een keuze. \"/7\" drukt op knop 7, \"[Meer\" op de knop die zo begint. \"/file PAD\" stuurt een bestand, \"/quit\" stopt; alles blijft bewaard.",
		EN: "In this terminal: type your answer, or the number of a choice. \"/7\" presses button 7, \"[More\" the button that begins so. \"/file PATH\" sends a file, \"/quit\" stops; everything is kept.",
	}
}
