package main

import (
	"github.com/spf13/cobra"
)

// commands lists every command, in the order of the help.
func commands(e *env) []*cobra.Command {
	return []*cobra.Command{
		newContentCommand(e),
		newDemoCommand(e),
		newDigestCommand(e),
		newExportCommand(e),
		newFeedbackCommand(e),
		newHealthCommand(e),
		newInviteCommand(e),
		newJobsCommand(e),
		newLicencesCommand(e),
		newPathCommand(e),
		newPlayCommand(e),
		newProgrammeCommand(e),
		newPushCommand(e),
		newReportCommand(e),
		newServeCommand(e),
		newVersionCommand(e),
	}
}

// newRoot is the program itself, with its commands.
func newRoot(e *env, commands ...*cobra.Command) *cobra.Command {
	root := group(&cobra.Command{
		Use:   "visesbot",
		Short: "A conversational assistant for the VISES evaluation method",
		Long: `visesbot guides social enterprises through the questions of the VISES
evaluation method, by chat, in French, Dutch and English.`,
		Example: `  visesbot demo              # try everything in the browser
  visesbot play --lang nl    # talk in the terminal`,
	}, commands...)
	root.SilenceErrors = true
	root.SilenceUsage = true
	root.CompletionOptions.HiddenDefaultCmd = true
	root.PersistentFlags().StringVar(&e.store, "store", "",
		"where everything is kept, `URI` sqlite:PATH or mongodb://… (default $VISESBOT_STORE, or "+defaultStore+")")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error { return misuse(c, err) })
	return root
}
