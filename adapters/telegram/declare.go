package telegram

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"maps"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/flows/form"
)

// declareTries is how often Telegram is told something about the bot that it does
// not take.
const declareTries = 5

// declaration is something that Telegram is to know about the bot.
type declaration struct {
	get, set    string
	asked, told tgbotapi.Params // of get and set; of set both
	want        string          // what get answers once it is known, as JSON
}

// announcer tells Telegram about the bot of an adapter.
type announcer struct{ *Adapter }

// declare tells Telegram what it does not know already, and again after the pause
// that it asks for.
func (a announcer) declare(ctx context.Context, d declaration) {
	for try := 1; ctx.Err() == nil; try++ {
		err := a.declareOnce(ctx, d)
		if err == nil || ctx.Err() != nil {
			return
		}
		if try == declareTries {
			a.o.Log.Warn("telegram was not told something about the bot", "method", d.set, "lang", d.asked["language_code"], "error", err)
			return
		}
		pause := a.pause(try)
		if p := problemOf(err); p != nil {
			pause = max(pause, p.after)
		}
		a.rest(ctx, pause)
	}
}

func (a announcer) declareOnce(ctx context.Context, d declaration) error {
	known, err := a.client.do(ctx, d.get, maps.Clone(d.asked))
	if err == nil && sameJSON(known, []byte(d.want)) {
		return nil
	}
	p := maps.Clone(d.asked)
	maps.Copy(p, d.told)
	_, err = a.client.do(ctx, d.set, p)
	return err
}

// sameJSON tells whether two texts say the same, however they are written.
func sameJSON(a, b []byte) bool {
	var left, right any
	if json.Unmarshal(a, &left) != nil || json.Unmarshal(b, &right) != nil {
		return false
	}
	one, err := json.Marshal(left)
	if err != nil {
		return false
	}
	other, err := json.Marshal(right)
	return err == nil && bytes.Equal(one, other)
}

// described declares a text about the bot for a language.
func described(method, field, lang string, text form.Text) declaration {
	asked := tgbotapi.Params{}
	asked.AddNonEmpty("language_code", lang)
	said := text.In(cmp.Or(lang, "en"))
	return declaration{
		get: "getMy" + method, set: "setMy" + method, asked: asked,
		told: tgbotapi.Params{field: said}, want: encoded(map[string]string{field: said}),
	}
}

// about is what people read before they begin.
func about() form.Text {
	return form.Text{
		FR: "Bonjour ! Je vous accompagne, question par question, pour évaluer l'impact social de votre entreprise, et je vous apprends de quoi il s'agit par petits modules.\n\nVous avez reçu un lien d'invitation ? Ouvrez-le et appuyez sur Démarrer. Sans invitation, demandez-la à votre partenaire.",
		NL: "Welkom! Ik help jullie, vraag per vraag, om de maatschappelijke impact van jullie onderneming te evalueren, en leg in korte modules uit waar het over gaat.\n\nHeb je een uitnodigingslink gekregen? Open die en druk op Start. Zonder uitnodiging: vraag ze aan je partner.",
		EN: "Hello! I help you evaluate the social impact of your enterprise, question by question, and explain in short modules what it is about.\n\nDid you get an invitation link? Open it and press Start. Without an invitation, ask your partner for one.",
	}
}

// inShort is what stands on the bot's own page, and where it is shared.
func inShort() form.Text {
	return form.Text{
		FR: "Évaluer l'impact social de votre entreprise, question par question. Sur invitation.",
		NL: "De maatschappelijke impact van jullie onderneming evalueren, vraag per vraag. Op uitnodiging.",
		EN: "Evaluate the social impact of your enterprise, question by question. By invitation.",
	}
}
