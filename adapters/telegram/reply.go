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
	p.AddNonEmpty("message_thread_id", to.topic())
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

// enterInPrivate is said to an invitation that is opened in a group. The button
// does not have the code: somebody else of the group might be faster.
func enterInPrivate() sentence {
	return sentence{
		text: form.Text{
			FR: "Une invitation est personnelle : ouvrez la vôtre dans une conversation privée. Elle reste valable ; ici, rien n'a été ouvert.",
			NL: "Een uitnodiging is persoonlijk: open de jouwe in een privégesprek. Ze blijft geldig; hier is niets geopend.",
			EN: "An invitation is personal: open yours in a private chat. It stays valid; nothing was opened here.",
		},
		button: inPrivate().button,
	}
}

func onlyText() sentence {
	return sentence{text: form.Text{
		FR: "Je ne sais pas lire ce genre de message. Écrivez un texte, appuyez sur un bouton, ou envoyez une photo, un document ou un message vocal.",
		NL: "Dit soort bericht kan ik niet lezen. Typ een tekst, druk op een knop, of stuur een foto, een document of een spraakbericht.",
		EN: "I cannot read this kind of message. Type a text, press a button, or send a photo, a document or a voice message.",
	}}
}
