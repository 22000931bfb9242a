package telegram

import (
	"context"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/flows/form"
)

// sentence is something that the channel itself says: what it cannot take in.
type sentence struct {
	text   form.Text
	button form.Text // leads to the private chat
}

// reply says a sentence to whoever wrote, in the language of their app. It is
// said once; when that fails, it is not worth more.
func (a *Adapter) reply(ctx context.Context, to *message, s sentence) error {
	lang := langOf(to.From)
	p := tgbotapi.Params{"chat_id": strconv.FormatInt(to.Chat.ID, 10), "text": s.text.In(lang)}
	if to.Chat.ID < 0 {
		p["reply_parameters"] = encoded(map[string]any{"message_id": to.ID, "allow_sending_without_reply": true})
	}
	if !s.button.Empty() {
		p["reply_markup"] = encoded(tgbotapi.NewInlineKeyboardMarkup(tgbotapi.NewInlineKeyboardRow(
			tgbotapi.NewInlineKeyboardButtonURL(s.button.In(lang), "https://t.me/"+a.Username()+"?start="+privately),
		)))
	}
	if _, err := a.inTurn(ctx, to.Chat.ID, "sendMessage", p); err != nil {
		a.o.Log.Warn("a reply was not sent", "error", err)
	}
	return nil
}

// langOf is the language of somebody's app, if it is one of ours; English
// otherwise.
func langOf(u *user) string {
	if u != nil && len(u.Lang) >= 2 {
		for _, l := range form.Langs() {
			if u.Lang[:2] == l {
				return l
			}
		}
	}
	return "en"
}

func inPrivate() sentence {
	return sentence{
		text: form.Text{
			FR: "Ici tout le monde lit avec nous. Répondez-moi plutôt dans une conversation privée ; rien n'a été conservé de ce message.",
			NL: "Hier leest iedereen mee. Antwoord me liever in een privégesprek; van dit bericht is niets bewaard.",
			EN: "Everybody reads along here. Please answer me in a private chat; nothing of this message was kept.",
		},
		button: form.Text{FR: "Conversation privée", NL: "Naar het privégesprek", EN: "Open the private chat"},
	}
}

func onlyText() sentence {
	return sentence{text: form.Text{
		FR: "Je ne sais pas lire ce genre de message. Écrivez un texte, appuyez sur un bouton, ou envoyez une photo, un document ou un message vocal.",
		NL: "Dit soort bericht kan ik niet lezen. Typ een tekst, druk op een knop, of stuur een foto, een document of een spraakbericht.",
		EN: "I cannot read this kind of message. Type a text, press a button, or send a photo, a document or a voice message.",
	}}
}

func tooLarge() sentence {
	return sentence{text: form.Text{
		FR: "Ce fichier est trop lourd : je peux recevoir 20 Mo au maximum. Pouvez-vous en envoyer une version plus légère ?",
		NL: "Dit bestand is te groot: ik kan hoogstens 20 MB ontvangen. Kun je een kleinere versie sturen?",
		EN: "This file is too large: I can take 20 MB at most. Could you send a smaller version?",
	}}
}

func wrongKind() sentence {
	return sentence{text: form.Text{
		FR: "Je ne peux pas garder ce type de fichier. J'accepte les photos (JPEG, PNG, WebP), les PDF, les documents de bureau (Word, Excel, PowerPoint, OpenDocument, CSV) et le son.",
		NL: "Dit soort bestand kan ik niet bewaren. Ik neem foto's (JPEG, PNG, WebP), pdf's, kantoordocumenten (Word, Excel, PowerPoint, OpenDocument, CSV) en geluid aan.",
		EN: "I cannot keep this kind of file. I take photos (JPEG, PNG, WebP), PDFs, office documents (Word, Excel, PowerPoint, OpenDocument, CSV) and sound.",
	}}
}

func lostFile() sentence {
	return sentence{text: form.Text{
		FR: "Je n'ai pas réussi à recevoir ce fichier. Pouvez-vous l'envoyer encore une fois ?",
		NL: "Het is me niet gelukt dit bestand te ontvangen. Kun je het nog eens sturen?",
		EN: "I did not manage to receive this file. Could you send it once more?",
	}}
}

func noFiles() sentence {
	return sentence{text: form.Text{
		FR: "Ici je ne peux pas recevoir de fichiers. Écrivez votre réponse.",
		NL: "Hier kan ik geen bestanden ontvangen. Typ je antwoord.",
		EN: "I cannot receive files here. Please type your answer.",
	}}
}
