package group

import (
	"strconv"
	"strings"

	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/talk"
)

// pressedPeer shares an answer, asks the group, or looks at what it shares.
func pressedPeer(t *talk.Turn, pressed string) {
	what, arg, _ := strings.Cut(pressed, "~")
	if !t.MayAnswer() {
		t.Ways.ConsentFirst(t)
		return
	}
	switch what {
	case "share", "yes":
		share(t, form.Place(arg), what == "yes")
	case "group":
		notifyPeers(t, "look", map[string]string{"page": arg})
		t.Tell(t.Word("peer.looking"), t.GoHome())
	case "ask":
		t.Expect(flows.Expects{Kind: flows.ExpectAsk})
		t.Ask(flows.Card{Input: flows.LongInput, Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("peer.ask.what")}, {Style: flows.Hint, Text: t.Word("peer.ask.who")}}, Buttons: [][]flows.Button{t.GoHome()}})
	case "re":
		t.Expect(flows.Expects{Kind: flows.ExpectReply, Arg: arg})
		t.Ask(flows.Card{Input: flows.LongInput, Lines: []flows.Line{{Style: flows.Heading, Text: t.Word("peer.reply.what")}}, Buttons: [][]flows.Button{t.GoHome()}})
	default:
		t.Ways.Home(t)
	}
}

// share asks whether an answer shall be shared, or shares it.
func share(t *talk.Turn, p form.Place, sure bool) {
	q, ok := t.Script.Questionnaire.Question(p.Question())
	if !ok || !t.Dossier.Has(p) || !t.MayShare(q, p) {
		t.Tell(t.Word("peer.cannot"), t.GoHome())
		return
	}
	if !sure {
		t.Say(flows.Card{Lines: []flows.Line{
			{Style: flows.Heading, Text: t.Word("peer.sure")},
			{Style: flows.Body, Text: t.ShortText(q, p)},
			{Style: flows.Own, Text: t.Dossier.Show(t.Dossier.Answer(p), t.Lang())},
			{Style: flows.Hint, Text: t.Word("peer.sure.who")},
		}, Buttons: [][]flows.Button{talk.Row(talk.Primary(t.Word("peer.yes"), flows.Press(flows.VerbPeer, "yes", string(p))), talk.Quiet(t.Word("no"), flows.Press(flows.VerbGo)))}})
		return
	}
	t.Dossier.ReleaseAnswer(p, flows.PeersRelease, t.Author())
	notifyPeers(t, "share", map[string]string{"place": string(p), "state": "shared"})
	t.Tell(t.Word("peer.shared"), talk.Row(talk.Button(t.Word("peer.group"), flows.Press(flows.VerbPeer, "group")), talk.Quiet(t.Word("sharing"), flows.Press(flows.VerbSharing))), t.GoHome())
}

// unshare takes an answer back; false when it was not shared.
func unshare(t *talk.Turn, q *form.Question, p form.Place) bool {
	if !t.MayAnswer() || !t.Dossier.TakeBackAnswer(p, t.Author()) {
		return false
	}
	notifyPeers(t, "share", map[string]string{"place": string(p), "state": "taken back"})
	t.Tell(t.Word("sharing.taken", "part", t.ShortText(q, p)))
	sharing(t)
	return true
}

// notifyPeers tells the mailbox of the enterprise's group something.
func notifyPeers(t *talk.Turn, what string, fields map[string]string) {
	fields["person"], fields["lang"] = t.Session.Person, t.Lang()
	t.NotifyOffice("office:peer-"+t.Session.Dossier, flows.OfficePrefix+"peer~"+what+"~"+t.Session.Dossier, fields)
}

// readAsk takes a question to the group.
func readAsk(t *talk.Turn, _, text string) {
	notifyPeers(t, "ask", map[string]string{"text": talk.Clip(text, form.MaxText)})
	noted(t, t.Word("peer.ask.sent"))
}

// readReply takes an answer to a question of the group.
func readReply(t *talk.Turn, ask, text string) {
	notifyPeers(t, "reply", map[string]string{"ask": ask, "text": talk.Clip(text, form.MaxText)})
	noted(t, t.Word("peer.reply.sent"))
}

// noticePeers shows what the office brings of the group.
func noticePeers(t *talk.Turn, n *flows.Note) {
	f := n.Fields
	switch f["state"] {
	case flows.PeerGroup:
		showGroup(t, n)
	case flows.PeerAsked:
		t.Say(flows.Card{
			Lines:   []flows.Line{{Style: flows.Heading, Text: t.Word("peer.asked", "from", f["from"])}, {Style: flows.Own, Text: f["text"], Lang: f["lang"]}},
			Buttons: [][]flows.Button{talk.Row(talk.Primary(t.Word("peer.reply"), flows.Press(flows.VerbPeer, "re", f["id"]))), talk.Row(talk.Quiet(t.Word("home"), flows.Press(flows.VerbHome)))},
		})
	case flows.PeerAnswered:
		t.Say(flows.Card{
			Lines: []flows.Line{
				{Style: flows.Heading, Text: t.Word("peer.answered", "from", f["from"])},
				{Style: flows.Hint, Text: f["ask"]},
				{Style: flows.Own, Text: f["text"], Lang: f["lang"]},
			},
			Buttons: [][]flows.Button{talk.Row(talk.Button(t.Word("peer.ask"), flows.Press(flows.VerbPeer, "ask"))), t.GoHome()},
		})
	case flows.PeerNone:
		t.Tell(t.Word("peer.none"), t.GoHome())
	}
}

// showGroup shows where the group is, counted and never named, and what others
// share.
func showGroup(t *talk.Turn, n *flows.Note) {
	f := n.Fields
	c := flows.Card{Lines: []flows.Line{{Style: flows.Heading, Text: f["name"]}}}
	for _, id := range append(flows.CyclePhases(), flows.PhaseEnd) {
		if count := f["phase."+id]; count != "" {
			c.Lines = append(c.Lines, flows.Line{Style: flows.Bullet, Text: t.Pair(groupPhase(t, id), count)})
		}
	}
	if f["from.0"] == "" {
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: t.Word("peer.nothing")})
	}
	for i := 0; f["from."+strconv.Itoa(i)] != ""; i++ {
		at := "." + strconv.Itoa(i)
		c.Lines = append(c.Lines, flows.Line{Style: flows.Body, Text: t.Pair(f["from"+at], f["question"+at])}, flows.Line{Style: flows.Own, Text: f["answer"+at], Lang: f["lang"+at]})
	}
	if f["more"] != "" {
		c.Buttons = append(c.Buttons, talk.Row(talk.Button(t.Word("more"), flows.Press(flows.VerbPeer, "group", f["more"]))))
	}
	c.Buttons = append(c.Buttons, talk.Row(talk.Button(t.Word("peer.ask"), flows.Press(flows.VerbPeer, "ask"))), t.GoHome())
	t.Say(c)
}

func groupPhase(t *talk.Turn, id string) string {
	if id == flows.PhaseEnd {
		return t.Word("peer.ended")
	}
	return t.PhaseTitle(id)
}
