package telegram

import (
	"context"
	"strconv"
	"strings"

	"visesbot/bot"
	"visesbot/flows"
)

// privately is the payload of the deep link that leads from a group to the
// private chat; it invites nobody.
const privately = bot.Privately

// handle accepts one update, or answers it where it is nothing for the
// conversation. After an error the update has to come again.
func (a *Adapter) handle(ctx context.Context, u update, accept bot.Accept) error {
	switch {
	case u.Callback != nil:
		return a.pressed(ctx, u, accept)
	case u.Message != nil:
		return a.written(ctx, u, accept)
	case u.Edited != nil:
		return a.edited(ctx, u, accept)
	case u.Vote != nil:
		return a.voted(ctx, u, accept)
	case u.Member != nil:
		return a.membership(ctx, u, accept)
	}
	return nil
}

// stored hands an update on, to the conversation that its chat began with.
func (a *Adapter) stored(ctx context.Context, chat int64, u bot.Update, accept bot.Accept) error {
	first, err := a.first(ctx, chat)
	if err != nil {
		return err
	}
	if err := a.spokenIn(ctx, chat, u.Where); err != nil {
		return err
	}
	u.Address, u.At = addressOf(first), a.o.Clock.Now()
	if chat > 0 {
		u.From.Talk = "" // is this one
	}
	if err := accept(ctx, u); err != nil {
		return err
	}
	a.counts.received.Add(1)
	return nil
}

// accepted hands an update on, and shows that something is being done.
func (a *Adapter) accepted(ctx context.Context, chat int64, u bot.Update, accept bot.Accept) error {
	if err := a.stored(ctx, chat, u, accept); err != nil {
		return err
	}
	if chat > 0 {
		a.typing.begin(chat)
	}
	return nil
}

// written takes in a message.
func (a *Adapter) written(ctx context.Context, u update, accept bot.Accept) error {
	m := u.Message
	switch {
	case m.MovedTo != 0:
		return a.moved(ctx, m.Chat.ID, m.MovedTo)
	case m.MovedFrom != 0:
		return a.moved(ctx, m.MovedFrom, m.Chat.ID)
	case m.Chat.ID == 0 || m.From == nil || m.isMachine() || m.Chat.Type == "channel":
		return nil
	case m.Chat.ID < 0:
		return a.inGroup(ctx, u, accept)
	}
	return a.inPrivate(ctx, u, accept)
}

// edited takes in what somebody corrects. In a group nothing was taken that could
// be, and a command was carried out.
func (a *Adapter) edited(ctx context.Context, u update, accept bot.Accept) error {
	m := u.Edited
	text := m.said()
	if m.Chat.ID <= 0 || m.From == nil || m.isMachine() || text == "" || strings.HasPrefix(text, "/") {
		return nil
	}
	return a.accepted(ctx, m.Chat.ID, bot.Update{
		ID: idOf(u), Text: text, Edits: strconv.FormatInt(m.ID, 10), From: sender(m.From), Where: m.topic(),
	}, accept)
}

func (a *Adapter) inPrivate(ctx context.Context, u update, accept bot.Accept) error {
	m := u.Message
	out := bot.Update{ID: idOf(u), Text: m.said(), Album: m.Album, From: sender(m.From), Under: a.below(m), Where: m.topic(), Ref: strconv.FormatInt(m.ID, 10)}
	if word, rest := command(m.said()); a.isStart(word) {
		out.Start, out.Code = true, code(rest)
	}
	out.Fetch = m.files()
	switch {
	case out.Text == "" && len(out.Fetch) == 0 && !m.strange():
		return nil // somebody joined, a title changed
	case out.Text == "" && len(out.Fetch) == 0:
		return a.reply(ctx, m, onlyText())
	}
	return a.accepted(ctx, m.Chat.ID, out, accept)
}

// isMachine tells whether nobody wrote a message: another bot did, or the channel
// of a group brought it there by itself. Whoever writes in the name of the group
// or of a channel is a person, though Telegram calls them a bot.
func (m *message) isMachine() bool { return m.Forwarded || m.From.Bot && m.As == nil }

// writer is who wrote a message; in another's name that is nobody in particular.
func (m *message) writer() flows.Sender {
	who := sender(m.From)
	if m.As != nil {
		who.Name = ""
	}
	return who
}

// below is the receipt of the message of the bot that a message answers.
func (a *Adapter) below(m *message) bot.Receipt {
	if !a.isReply(m) {
		return ""
	}
	return m.ReplyTo.receipt()
}

// receipt names a message of the bot.
func (m *message) receipt() bot.Receipt { return shown{m.ID, len(m.Photo) > 0}.receipt() }

// isStart tells whether a command is the one that opens a talk, here.
func (a *Adapter) isStart(word string) bool {
	name, at, named := strings.Cut(word, "@")
	return name == "/start" && (!named || strings.EqualFold(at, a.Username()))
}

// command splits a text that begins with a command.
func command(text string) (word, rest string) {
	if !strings.HasPrefix(text, "/") {
		return "", ""
	}
	word, rest, _ = strings.Cut(text, " ")
	return word, strings.TrimSpace(rest)
}

// code is the invitation of a deep link.
func code(payload string) string {
	if payload == privately {
		return ""
	}
	return payload
}

// said is what somebody wrote, below a picture or by itself.
func (m *message) said() string {
	return strings.TrimSpace(m.Text + m.Caption)
}

// strange tells whether a message is of a kind that no question asks for.
func (m *message) strange() bool {
	return m.Sticker != nil || m.Location != nil || m.Contact != nil
}

func idOf(u update) string { return strconv.FormatInt(u.ID, 10) }

func sender(u *user) flows.Sender {
	if u == nil {
		return flows.Sender{}
	}
	return flows.Sender{Name: u.Name, Lang: u.Lang, Talk: string(addressOf(u.ID))}
}
