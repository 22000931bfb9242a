package slack

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"visesbot/bot"
)

// name is the first part of the addresses.
const name = "slack"

// place is an address taken apart: a person of a workspace, or a channel.
type place struct{ team, peer string }

func (p place) address() bot.Address {
	return bot.Address(fmt.Sprintf("%s:%s-%s", name, p.team, p.peer))
}

// person tells whether it is a person rather than a channel.
func (p place) person() bool { return strings.HasPrefix(p.peer, "U") || strings.HasPrefix(p.peer, "W") }

func placeOf(a bot.Address) (place, error) {
	team, peer, ok := strings.Cut(a.Talk(), "-")
	if !ok || a.Channel() != name || !isID(team) || !isID(peer) {
		return place{}, errors.New("this is no conversation on Slack: it looks like slack:T0001-U0001")
	}
	return place{team, peer}, nil
}

// isID tells whether a text may be an id of Slack's.
func isID(s string) bool { return idForm.MatchString(s) }

var idForm = regexp.MustCompile(`^[A-Z][A-Z0-9]{1,40}$`)

// shown names a message: the channel it stands in, and its time there.
type shown struct{ channel, ts string }

func (s shown) receipt() bot.Receipt { return bot.Receipt(s.channel + ":" + s.ts) }

// receiptOr is the receipt of what was sent, or none.
func (s shown) receiptOr(err error) (bot.Receipt, error) {
	if err != nil {
		return "", err
	}
	return s.receipt(), nil
}

func shownOf(r string) (shown, bool) {
	channel, ts, ok := strings.Cut(r, ":")
	return shown{channel, ts}, ok && channel != "" && ts != ""
}
