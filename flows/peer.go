package flows

import (
	"slices"
	"strconv"
	"strings"

	"visesbot/flows/form"
)

// NotePeers is the kind of the note by which the office brings what enterprises of
// one cohort share with each other. Fields "state" is one of those below.
const NotePeers = "peers"

// What the office brings.
const (
	// PeerGroup is what the group shares: its "name", how many enterprises are in
	// each phase ("phase.ID"), and of each answer "from.0", "question.0",
	// "answer.0" and its "lang.0"; "more" is the next page, if there is one.
	PeerGroup = "group"
	// PeerNone says that the enterprise is in no group.
	PeerNone = "none"
	// PeerAsked is a question ("text", "lang") of another enterprise ("from"),
	// to be answered by its "id".
	PeerAsked = "asked"
	// PeerAnswered is the answer to a question of one's own ("ask").
	PeerAnswered = "answered"
)

// PeersRelease is to whom an answer is released that is shared with the group.
const PeersRelease = "cohort"

// mayShare tells whether this person may share the answer at a place: somebody
// of the enterprise, an answer that stands and can be shown in words.
func (st *step) mayShare(q *form.Question, p form.Place) bool {
	if !st.mayAnswer() || outsideRole(st.s.Role) || st.guest() || q.Releases != nil || !st.d.May(st.free(), q, p.Path()) {
		return false
	}
	a := st.d.Answer(p)
	shared := slices.ContainsFunc(st.d.Head().Releases, func(r form.Release) bool { return r.Part == string(p) })
	return a != nil && a.State == form.Given && !a.Archived && !shared && len(p) <= 50 && strings.TrimSpace(st.d.Show(a, st.lang())) != ""
}

// pressedPeer shares an answer, asks the group, or looks at what it shares.
func (st *step) pressedPeer(what, arg string) {
	if !st.mayAnswer() {
		st.consentFirst()
		return
	}
	switch what {
	case "share", "yes":
		st.share(form.Place(arg), what == "yes")
	case "group":
		st.tellPeers("look", map[string]string{"page": arg})
		st.tell(st.word("peer.looking"), st.goHome())
	case "ask":
		st.s.Asked = asideAsk
		st.ask(Card{Input: LongInput, Lines: []Line{{Style: Heading, Text: st.word("peer.ask.what")}, {Style: Hint, Text: st.word("peer.ask.who")}}, Buttons: [][]Button{st.goHome()}})
	case "re":
		st.s.Asked = asideReply + arg
		st.ask(Card{Input: LongInput, Lines: []Line{{Style: Heading, Text: st.word("peer.reply.what")}}, Buttons: [][]Button{st.goHome()}})
	default:
		st.home()
	}
}

// share asks whether an answer shall be shared, or shares it.
func (st *step) share(p form.Place, sure bool) {
	q, ok := st.script.Questionnaire.Question(p.Question())
	if !ok || !st.d.Has(p) || !st.mayShare(q, p) {
		st.tell(st.word("peer.cannot"), st.goHome())
		return
	}
	if !sure {
		st.say(Card{Lines: []Line{
			{Style: Heading, Text: st.word("peer.sure")},
			{Style: Body, Text: st.shortText(q, p)},
			{Style: Own, Text: st.d.Show(st.d.Answer(p), st.lang())},
			{Style: Hint, Text: st.word("peer.sure.who")},
		}, Buttons: [][]Button{row(primary(st.word("peer.yes"), bPeer+"~yes~"+string(p)), quiet(st.word("no"), bGo))}})
		return
	}
	st.d.ReleaseAnswer(p, PeersRelease, st.author())
	st.tellPeers("share", map[string]string{"place": string(p), "state": "shared"})
	st.tell(st.word("peer.shared"), row(button(st.word("peer.group"), bPeer+"~group"), quiet(st.word("sharing"), bSharing)), st.goHome())
}

// unshare takes an answer back; false when it was not shared.
func (st *step) unshare(q *form.Question, p form.Place) bool {
	if !st.mayAnswer() || !st.d.TakeBackAnswer(p, st.author()) {
		return false
	}
	st.tellPeers("share", map[string]string{"place": string(p), "state": "taken back"})
	st.tell(st.word("sharing.taken", "part", st.shortText(q, p)))
	st.sharing()
	return true
}

// tellPeers tells the mailbox of the enterprise's group something.
func (st *step) tellPeers(what string, fields map[string]string) {
	fields["person"], fields["lang"] = st.s.Person, st.lang()
	st.tellOffice("office:peer-"+st.s.Dossier, OfficePrefix+"peer~"+what+"~"+st.s.Dossier, fields)
}

// readPeer takes a question to the group, or an answer to one.
func (st *step) readPeer(aside, text string) bool {
	id, reply := strings.CutPrefix(aside, asideReply)
	switch {
	case aside == asideAsk:
		st.tellPeers("ask", map[string]string{"text": clip(text, form.MaxText)})
		st.noted(st.word("peer.ask.sent"))
	case reply:
		st.tellPeers("reply", map[string]string{"ask": id, "text": clip(text, form.MaxText)})
		st.noted(st.word("peer.reply.sent"))
	default:
		return false
	}
	return true
}

// toldPeers shows what the office brings of the group.
func (st *step) toldPeers(n *Note) {
	f := n.Fields
	switch f["state"] {
	case PeerGroup:
		st.showGroup(n)
	case PeerAsked:
		st.say(Card{
			Lines:   []Line{{Style: Heading, Text: st.word("peer.asked", "from", f["from"])}, {Style: Own, Text: f["text"], Lang: f["lang"]}},
			Buttons: [][]Button{row(primary(st.word("peer.reply"), bPeer+"~re~"+f["id"])), row(quiet(st.word("home"), bHome))},
		})
	case PeerAnswered:
		st.say(Card{
			Lines: []Line{
				{Style: Heading, Text: st.word("peer.answered", "from", f["from"])},
				{Style: Hint, Text: f["ask"]},
				{Style: Own, Text: f["text"], Lang: f["lang"]},
			},
			Buttons: [][]Button{row(button(st.word("peer.ask"), bPeer+"~ask")), st.goHome()},
		})
	case PeerNone:
		st.tell(st.word("peer.none"), st.goHome())
	}
}

// showGroup shows where the group is, counted and never named, and what others
// share.
func (st *step) showGroup(n *Note) {
	f := n.Fields
	c := Card{Lines: []Line{{Style: Heading, Text: f["name"]}}}
	for _, id := range append(cyclePhases(), phaseEnd) {
		if count := f["phase."+id]; count != "" {
			c.Lines = append(c.Lines, Line{Style: Bullet, Text: st.pair(st.groupPhase(id), count)})
		}
	}
	if f["from.0"] == "" {
		c.Lines = append(c.Lines, Line{Style: Body, Text: st.word("peer.nothing")})
	}
	for i := 0; f["from."+strconv.Itoa(i)] != ""; i++ {
		at := "." + strconv.Itoa(i)
		c.Lines = append(c.Lines, Line{Style: Body, Text: st.pair(f["from"+at], f["question"+at])}, Line{Style: Own, Text: f["answer"+at], Lang: f["lang"+at]})
	}
	if f["more"] != "" {
		c.Buttons = append(c.Buttons, row(button(st.word("more"), bPeer+"~group~"+f["more"])))
	}
	c.Buttons = append(c.Buttons, row(button(st.word("peer.ask"), bPeer+"~ask")), st.goHome())
	st.say(c)
}

func (st *step) groupPhase(id string) string {
	if id == phaseEnd {
		return st.word("peer.ended")
	}
	return st.phaseTitle(id)
}
