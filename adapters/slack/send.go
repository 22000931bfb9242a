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
	receipt, err := s.show(ctx, d, at, m, []slackapi.MsgOption{
		slackapi.MsgOptionText(fallback(m), false), slackapi.MsgOptionBlocks(blocks...),
	})
	if unshowable(err) {
		s.o.Log.Warn("slack does not take the blocks of a message, it goes as text", "card", m.Card, "error", err)
		m.Replace = ""
		return s.show(ctx, d, at, m, []slackapi.MsgOption{slackapi.MsgOptionText(bare(m), false)})
	}
	return receipt, err
}

// show puts a message where it belongs. Where it may not stand (in the place of
// another, in a thread) it goes to the chat itself.
func (s *speaker) show(ctx context.Context, d *workspace, at place, m bot.Message, options []slackapi.MsgOption) (bot.Receipt, error) {
	if m.Replace != "" {
		receipt, err := s.edit(ctx, d, m.Replace, options)
		if !lost(says(err)) {
			return receipt, err
		}
	}
	sent, err := s.postAt(ctx, d, at, m, options)
	if root, below := shownOf(m.Under); below && lost(says(err)) {
		s.threads.close(root)
		sent, err = s.postAt(ctx, d, at, m, options)
	}
	return sent.receiptOr(err)
}

// lost tells whether what was to be edited or answered is not there any more, or
// may not be; then it is sent anew.
func lost(word string) bool {
	return slices.Contains([]string{
		"message_not_found", "cant_update_message", "edit_window_closed", "thread_not_found", "cannot_reply_to_message",
		"restricted_action_thread_locked", "invalid_thread_ts",
	}, word)
}

// unshowable tells whether Slack will never take the blocks of a message.
func unshowable(err error) bool {
	return permanent(err) && slices.Contains([]string{
		"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_arguments",
	}, says(err))
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
