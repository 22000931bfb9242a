package telegram

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"visesbot/bot"
	"visesbot/flows"
)

// Send shows a message. A group that has another id by now gets it there.
func (a *Adapter) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	chat, err := chatOf(to)
	if err != nil {
		return "", &bot.SendError{Kind: bot.Permanent, Err: err}
	}
	ctx = withBulk(ctx, m)
	today, err := a.now(ctx, chat)
	if err != nil {
		return "", sendError(err, 0)
	}
	receipt, err := a.show(ctx, to, today, m)
	if p := problemOf(err); p != nil && p.movedTo != 0 {
		if err := a.moved(ctx, chat, p.movedTo); err != nil {
			return "", sendError(err, 0)
		}
		receipt, err = a.show(ctx, to, p.movedTo, m)
	}
	if closed(err) {
		receipt, err = a.elsewhere(ctx, to, today, m, err)
	}
	return receipt, a.told(err)
}

// told makes a *bot.SendError of what Telegram said, and notes how it is.
func (a *Adapter) told(err error) error {
	switch {
	case err == nil:
		a.counts.sent.Add(1)
		a.refusedAt.Store(nil)
		return nil
	case !refused(err):
		return sendError(err, 0)
	}
	a.ill(err)
	now := a.o.Clock.Now()
	a.refusedAt.CompareAndSwap(nil, &now)
	if since := a.refusedAt.Load(); since != nil {
		return sendError(err, now.Sub(*since))
	}
	return sendError(err, 0)
}

// show edits a message in place, or sends it anew when that cannot be done.
func (a *Adapter) show(ctx context.Context, to bot.Address, chat int64, m bot.Message) (bot.Receipt, error) {
	if len(m.Files) > 0 {
		return a.sendFiles(ctx, chat, silently(paramsOf(chat, m), m), m.Files)
	}
	if m.Poll != nil {
		return a.sendPoll(ctx, to, chat, silently(paramsOf(chat, m), m), m.Poll)
	}
	old, editable := shownAs(m.Replace)
	if editable {
		receipt, err := a.edit(ctx, chat, old, m)
		if !uneditable(err) {
			return receipt, err
		}
	}
	return a.anew(ctx, chat, m)
}

// shown is a message on Telegram. One with a photo is edited otherwise.
type shown struct {
	id    int64
	photo bool
}

func (s shown) receipt() bot.Receipt {
	if s.photo {
		return bot.Receipt(fmt.Sprintf("%dp", s.id))
	}
	return bot.Receipt(strconv.FormatInt(s.id, 10))
}

func shownAs(receipt string) (shown, bool) {
	digits, photo := strings.CutSuffix(receipt, "p")
	id, err := strconv.ParseInt(digits, 10, 64)
	return shown{id, photo}, err == nil
}

// anew sends a message.
func (a *Adapter) anew(ctx context.Context, chat int64, m bot.Message) (bot.Receipt, error) {
	p := silently(paramsOf(chat, m), m)
	if picture := a.picture(ctx, m); picture != nil {
		return a.sendPhoto(ctx, chat, p, picture, m)
	}
	p["text"], p["parse_mode"] = htmlOf(withAlt(m)), "HTML"
	return a.paced(ctx, chat, "sendMessage", p)
}

// silently is what only a new message has: no sound, and the message that it
// quotes. One that is gone is not quoted.
func silently(p tgbotapi.Params, m bot.Message) tgbotapi.Params {
	if m.Silent {
		p["disable_notification"] = "true"
	}
	p.AddNonEmpty("message_thread_id", m.Where)
	if root, ok := shownAs(m.Under); ok {
		p["reply_parameters"] = encoded(map[string]any{"message_id": root.id, "allow_sending_without_reply": true})
	}
	return p
}

// edit changes a message in place. What is the same already is as good as
// edited.
func (a *Adapter) edit(ctx context.Context, chat int64, old shown, m bot.Message) (bot.Receipt, error) {
	p := paramsOf(chat, m)
	p["message_id"] = strconv.FormatInt(old.id, 10)
	picture := a.picture(ctx, m)
	method, text := "editMessageText", "text"
	switch {
	case picture != nil:
		return a.editPhoto(ctx, chat, p, picture, old, m)
	case old.photo && bot.Length(m.Lines) > a.Capabilities().CaptionMax:
		return a.anew(ctx, chat, m)
	case old.photo:
		method, text = "editMessageCaption", "caption"
	}
	p[text], p["parse_mode"] = htmlOf(withAlt(m)), "HTML"
	receipt, err := a.paced(ctx, chat, method, p)
	if unchanged(err) {
		return old.receipt(), nil
	}
	return receipt, err
}

// paramsOf is what sending and editing have in common.
func paramsOf(chat int64, m bot.Message) tgbotapi.Params {
	p := tgbotapi.Params{"chat_id": strconv.FormatInt(chat, 10)}
	p.AddNonEmpty("reply_markup", keyboardOf(m.Buttons))
	if m.Media == nil || m.Media.URL == "" {
		p["link_preview_options"] = `{"is_disabled":true}`
	}
	return p
}

// withAlt says in words what is to be seen on a picture that is not there.
func withAlt(m bot.Message) []flows.Line {
	if m.Media == nil || m.Media.URL != "" || m.Media.Alt == "" {
		return m.Lines
	}
	return append([]flows.Line{{Style: flows.Hint, Text: "[" + m.Media.Alt + "]"}}, m.Lines...)
}

// paced calls a method that shows a message, and gives its receipt.
func (a *Adapter) paced(ctx context.Context, chat int64, method string, p tgbotapi.Params) (bot.Receipt, error) {
	raw, err := a.inTurn(ctx, chat, method, p)
	if err != nil {
		return "", err
	}
	return receiptOf(method, raw)
}

// inTurn calls a method when the limits let it, and heeds a pause that Telegram
// asks for.
func (a *Adapter) inTurn(ctx context.Context, chat int64, method string, p tgbotapi.Params, files ...tgbotapi.RequestFile) (json.RawMessage, error) {
	if err := a.held(ctx, chat); err != nil {
		return nil, err
	}
	a.typing.end(chat)
	raw, err := a.client.do(ctx, method, p, files...)
	a.queries.shown(chat, unchanged(err))
	if p := problemOf(err); p != nil && p.after > 0 {
		a.counts.throttled.Add(1)
		a.limiter.pause(chat, p.after)
	}
	return raw, err
}

// held waits for the turn of a message. Meanwhile it is to be seen that an answer
// is on its way.
func (a *Adapter) held(ctx context.Context, chat int64) error {
	if !isBulk(ctx) && chat > 0 && a.limiter.busy(chat) {
		a.typing.now(chat)
	}
	return a.limiter.wait(ctx, chat)
}

// receiptOf reads what was shown.
func receiptOf(method string, raw json.RawMessage) (bot.Receipt, error) {
	var m message
	if err := json.Unmarshal(raw, &m); err != nil || m.ID == 0 {
		return "", fmt.Errorf("telegram %s: the answer has no message id", method)
	}
	return m.receipt(), nil
}
