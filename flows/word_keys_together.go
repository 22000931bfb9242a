package flows

import (
	"slices"
)

// togetherKeys are the sentences about working together, about reminders, and about
// what the programme brings.
func togetherKeys() []WordKey {
	return slices.Concat(signKeys(), guestKeys(), remindKeys(), meetingKeys(), peerKeys(), eventKeys())
}

// signKeys are the sentences of the signatures between two phases.
func signKeys() []WordKey {
	return []WordKey{
		{Key: "home.sign", Filled: []string{"phase"}},
		{Key: "sign.agree"},
		{Key: "sign.alone"},
		{Key: "sign.already", Filled: []string{"day", "until", "who"}},
		{Key: "sign.back"},
		{Key: "sign.back.ask"},
		{Key: "sign.back.done", Filled: []string{"enterprise", "phase"}},
		{Key: "sign.by", Filled: []string{"day", "who"}},
		{Key: "sign.lapsed", Filled: []string{"phase"}},
		{Key: "sign.look"},
		{Key: "sign.look.end"},
		{Key: "sign.nothing", Filled: []string{"enterprise"}},
		{Key: "sign.reopened", Filled: []string{"day", "reason", "who"}},
		{Key: "sign.reserve"},
		{Key: "sign.reserve.ask"},
		{Key: "sign.sentback", Filled: []string{"day", "reason", "who"}},
		{Key: "sign.sign", Filled: []string{"phase"}},
		{Key: "sign.waits", Filled: []string{"phase"}},
		{Key: "sign.with", Filled: []string{"day", "reserve", "who"}},
		{Key: "told.reopened", Filled: []string{"from", "phase"}},
		{Key: "told.sentback", Filled: []string{"phase"}},
		{Key: "told.sign", Filled: []string{"enterprise", "from", "phase"}},
		{Key: "told.signed", Filled: []string{"phase"}},
	}
}

// guestKeys are the sentences of invitations, delegates, what is handed over, votes and feedback.
func guestKeys() []WordKey {
	return []WordKey{
		{Key: "comment.clear"},
		{Key: "comment.irrelevant"},
		{Key: "comment.module"},
		{Key: "comment.more"},
		{Key: "comment.unclear"},
		{Key: "comment.wording"},
		{Key: "delegate.notyours"},
		{Key: "gap.voters"},
		{Key: "home.delegate", Filled: []string{"stakeholder"}},
		{Key: "invite"},
		{Key: "invite.code", Filled: []string{"code"}},
		{Key: "invite.delegate"},
		{Key: "invite.delegate.who", Filled: []string{"stakeholder"}},
		{Key: "invite.full"},
		{Key: "invite.joined"},
		{Key: "invite.made", Filled: []string{"who"}},
		{Key: "invite.notyou"},
		{Key: "invite.nowhere"},
		{Key: "invite.once", Filled: []string{"day"}},
		{Key: "invite.sees", Filled: []string{"stakeholder"}},
		{Key: "invite.stakeholder"},
		{Key: "invite.stakeholder.none"},
		{Key: "invite.who"},
		{Key: "invite.who.help"},
		{Key: "nothing.delegate", Filled: []string{"stakeholder"}},
		{Key: "other.cannot"},
		{Key: "other.left", Filled: []string{"to"}},
		{Key: "other.notyet", Filled: []string{"to"}},
		{Key: "other.returned"},
		{Key: "review.beside"},
		{Key: "sofar.late", Filled: []string{"to"}},
		{Key: "link.code", Filled: []string{"code"}},
		{Key: "link.done"},
		{Key: "link.made"},
		{Key: "link.nowhere"},
		{Key: "link.once"},
		{Key: "report.coming"},
		{Key: "ticket.elsewhere"},
		{Key: "ticket.expired"},
		{Key: "ticket.revoked"},
		{Key: "parted", Filled: []string{"enterprise"}},
		{Key: "ticket.stranger"},
		{Key: "ticket.used"},
		{Key: "told.declined", Filled: []string{"from"}},
		{Key: "told.taken", Filled: []string{"from"}},
	}
}
