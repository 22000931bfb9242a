package slack

import (
	"context"
	"errors"
	"slices"

	slackapi "github.com/slack-go/slack"

	"visesbot/bot"
)

// Send shows a message, or edits one, once.
func (s *speaker) Send(ctx context.Context, to bot.Address, m bot.Message) (bot.Receipt, error) {
	at, err := placeOf(to)
	if err != nil {
		return "", &bot.SendError{Kind: bot.Permanent, Err: err}
	}
	d, err := s.workspace(ctx, at.team)
	if err != nil {
		return "", s.sendError(err)
	}
	if d == s.workspaces.home && errors.Is(s.Ready(), ErrRefused) {
		return "", &bot.SendError{Kind: bot.Throttled, After: tokenPause, Err: ErrRefused}
	}
	ctx = withBulk(ctx, m)
	if len(m.Files) > 0 {
		return "", s.sendFiles(ctx, d, at, m)
	}
	blocks, err := s.blocks(ctx, d, m)
	if err != nil {
		return "", err
	}
	defer s.renewHome(at)
	options := []slackapi.MsgOption{
		slackapi.MsgOptionText(fallback(m), false), slackapi.MsgOptionBlocks(blocks...),
	}
	if m.Replace != "" {
		receipt, err := s.edit(ctx, d, m.Replace, options)
		if !lost(says(err)) {
			return receipt, err
		}
	}
	sent, err := s.postAt(ctx, d, at, m, options)
	if m.Under != "" && lost(says(err)) {
		m.Under, m.Top = "", true // the thread is gone
		sent, err = s.postAt(ctx, d, at, m, options)
	}
	if err == nil && m.Top {
		s.setAside(at, sent)
	}
	return sent.receiptOr(err)
}

// lost tells whether what was to be edited is not there any more, or may not be
// edited; then it is sent anew.
func lost(word string) bool {
	return slices.Contains([]string{"message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found"}, word)
}

// postAt sends a message to where it belongs.
func (s *speaker) postAt(ctx context.Context, d *workspace, at place, m bot.Message, options []slackapi.MsgOption) (sent shown, err error) {
	channel, thread, err := s.stands(ctx, d, at, m)
	if err != nil {
		return sent, err
	}
	options = append(options, slackapi.MsgOptionDisableLinkUnfurl(), slackapi.MsgOptionDisableMediaUnfurl())
	if thread != "" {
		options = append(options, slackapi.MsgOptionTS(thread))
	}
	err = s.call(ctx, d, "chat.postMessage", channel, func(ctx context.Context) (err error) {
		sent.channel, sent.ts, err = d.api.PostMessageContext(ctx, channel, options...)
		return err
	})
	return sent, err
}

// edit puts a message in the place of one that was shown.
func (s *speaker) edit(ctx context.Context, d *workspace, replace string, options []slackapi.MsgOption) (bot.Receipt, error) {
	before, ok := shownOf(replace)
	if !ok {
		return "", &bot.SendError{Kind: bot.Permanent, Err: errors.New("the message to edit is not known")}
	}
	err := s.call(ctx, d, "chat.update", "", func(ctx context.Context) error {
		_, _, _, err := d.api.UpdateMessageContext(ctx, before.channel, before.ts, options...)
		return err
	})
	if err != nil {
		return "", err
	}
	return before.receipt(), nil
}
