package mongo

import (
	"errors"
	"strings"

	"visesbot/bot"
)

// Addresses, job ids and card ids stand as names of fields, where a dot leads
// into a document and a dollar begins an operator.
var (
	errAddressKey = errors.New(`mongodb: an address must not be empty, and must hold no ".", no "$" and no zero byte`)
	errJobKey     = errors.New(`mongodb: a job id must not be empty, and must hold no ".", no "$" and no zero byte`)
	errCardKey    = errors.New(`mongodb: a card id must not be empty, and must hold no ".", no "$" and no zero byte`)
)

func fitKey(key string) bool { return key != "" && !strings.ContainsAny(key, ".$\x00") }

// fitJobs checks what goes into one mailbox.
func fitJobs(a bot.Address, jobs []bot.Job) error {
	if !fitKey(string(a)) {
		return errAddressKey
	}
	for _, j := range jobs {
		if !fitKey(j.ID) {
			return errJobKey
		}
	}
	return nil
}

// fitOutcome checks all that an outcome puts somewhere.
func fitOutcome(a bot.Address, o bot.Outcome) error {
	if err := fitJobs(a, o.Jobs); err != nil {
		return err
	}
	for _, p := range o.Elsewhere {
		if err := fitJobs(p.To, []bot.Job{p.Job}); err != nil {
			return err
		}
	}
	for card := range o.Receipts {
		if !fitKey(card) {
			return errCardKey
		}
	}
	return nil
}
