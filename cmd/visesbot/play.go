package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"visesbot/adapters/terminal"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// playOptions are the flags of play.
type playOptions struct {
	lang string
	save string
}

func newPlayCommand(e *env) *cobra.Command {
	var o playOptions
	c := &cobra.Command{
		Use:   "play",
		Short: "Talk in the terminal",
		Long: `Talks about a fictional practice enterprise in the terminal. What was answered
is kept in the store, so that you can stop and come back.

With standard input not a terminal it reads one answer a line, writes what the
bot says on standard output, and ends with exit code 0 when the lines end. It
then begins anew each time, in a store that is thrown away, unless --store or
VISESBOT_STORE names one.

/help in the talk says what else can be typed.`,
		Example: "  visesbot play --lang nl\n" +
			"  visesbot play --lang fr --save talk.txt\n" +
			"  printf 'ja\\nNoor\\n' | visesbot play --lang nl",
		Args: noArgument,
		RunE: func(c *cobra.Command, _ []string) error {
			if o.lang != "" && !slices.Contains(form.Langs(), o.lang) {
				return misuse(c, fmt.Errorf("--lang is fr, nl or en, not %q", o.lang))
			}
			return play(c.Context(), e, o)
		},
	}
	c.Flags().StringVar(&o.lang, "lang", "", "language of a new talk: fr, nl or en (default: the bot asks)")
	c.Flags().StringVar(&o.save, "save", "", "write the talk to `FILE`, as a transcript")
	return c
}

// play talks until the input ends.
func play(ctx context.Context, e *env, o playOptions) (err error) {
	script, files, err := loadScript(e)
	if err != nil {
		return err
	}
	store, done, err := e.playStore(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	if err := store.PutInvite(ctx, practiceCode, practice(o.lang)); err != nil {
		return fmt.Errorf("make the invitation: %w", err)
	}
	links, err := linksOf(e, script)
	if err != nil {
		return err
	}
	scripts, err := newLibrary(ctx, store, files, script, links)
	if err != nil {
		return err
	}
	options, closeLines := e.terminalOptions(o, store)
	defer closeLines()
	t := terminal.New(options)
	if editor, ok := options.Lines.(*terminal.Editor); ok {
		editor.Complete(t.Completions)
	}
	return converse(ctx, e, o, t, bot.Options{
		Store: store, Scripts: scripts, Words: script.Words,
	})
}

// converse puts a bot behind the terminal. Each line is answered before the
// next is read, and what fails is told at once: nobody waits in a terminal.
func converse(ctx context.Context, e *env, o playOptions, channel bot.Adapter, options bot.Options) (err error) {
	if o.save != "" {
		file, err := os.Create(o.save)
		if err != nil {
			return fmt.Errorf("write the transcript: %w", err)
		}
		saved := newRecorder(channel, file, practice(o.lang), e.inBrussels)
		defer func() { err = errors.Join(err, saved.close()) }()
		channel = saved
	}
	options.Channels, options.Log = []bot.Adapter{channel}, e.logger()
	options.Clock = bot.NewMovableClock(e.now, 0)
	options.Retry = bot.Retry{Steps: 1, Reads: 1, Sends: 1}
	b, err := bot.New(options)
	if err != nil {
		return err
	}
	return channel.Receive(ctx, func(ctx context.Context, u bot.Update) error {
		if err := b.Accept(ctx, u); err != nil {
			return err
		}
		return b.Drain(ctx)
	})
}

// practiceCode opens the fictional enterprise of play.
const practiceCode = "practice"

func practice(lang string) flows.Invite {
	name := form.Text{FR: "Atelier Horizon (fictif)", NL: "Atelier Horizon (fictief)", EN: "Atelier Horizon (fictional)"}
	return flows.Invite{
		Dossier: "practice", Lang: lang,
		Enterprise: form.Enterprise{ID: "practice", Name: name.In(lang), Country: "BE", Sample: true},
	}
}
