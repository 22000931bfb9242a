package engine_test

import (
	"strings"
	"testing"

	"visesbot/flows"
	"visesbot/flows/form"
)

// office is a dossier in its diagnosis, with three stakeholders.
func office(t *testing.T) (w *world, noor *talker) {
	t.Helper()
	w, noor, _, _ = ready(t, false)
	w.press(noor, "close")
	w.press(noor, "q~P1-12")
	w.say(noor, "users\nclients\nneighbours")
	return w, noor
}

func (w *world) invitesDelegate(p *talker, stakeholder, name string) flows.Invite {
	w.press(p, "invite~delegate~"+stakeholder)
	w.say(p, name)
	return w.invites[len(w.invites)-1]
}

// An invitation lets one person in, once; the next one of the same respondent
// ends it, and so does time.
func TestTicket(t *testing.T) {
	w, noor := office(t)
	w.say(noor, "/invite")
	w.say(noor, "the treasurer")
	w.press(noor, w.button(noor, "invite~rp3~board"))
	if len(w.invites) != 1 || !strings.Contains(noor.reads(), "code1") {
		t.Fatalf("no invitation: %s", noor.reads())
	}
	first := w.joinBy(w.invites[0])
	if s := w.memory(first); s.Dossier != "d1" || s.Role != "board" {
		t.Fatalf("let in as %+v", s)
	}
	second := w.joinBy(w.invites[0])
	if s := w.memory(second); s.Dossier != "" || !strings.Contains(second.reads(), "used already") {
		t.Errorf("let in twice: %s", second.reads())
	}
	w.press(first, "lang~nl")
	w.press(first, "consent~yes")
	if s := w.memory(first); s.Respondent != "rp3" || w.dossier().Label("rp3", "nl") != "the treasurer" {
		t.Errorf("they are %q", s.Respondent)
	}

	w.press(noor, "invite")
	w.say(noor, "a worker")
	w.press(noor, w.button(noor, "invite~rp4~worker"))
	w.press(noor, "invite~rp4")
	if p := w.joinBy(w.invites[1]); w.memory(p).Dossier != "" {
		t.Error("let in by an invitation that another one has replaced")
	}
	w.now = w.now.Add(form.TicketTime + 1)
	if p := w.joinBy(w.invites[2]); w.memory(p).Dossier != "" || !strings.Contains(p.reads(), "no longer valid") {
		t.Errorf("let in too late: %s", p.reads())
	}
	if p := w.joinBy(flows.Invite{Dossier: "d1", Ticket: "i999"}); w.memory(p).Dossier != "" {
		t.Error("let in by a ticket that nobody made")
	}
}

// Whoever accompanies the enterprise invites a delegate, and nobody else; where no
// stakeholder is named yet they are told what to wait for.
func TestDelegateByAccompanist(t *testing.T) {
	w, noor := office(t)
	robin := w.join(flows.RoleAccompanist)
	for _, press := range []string{"lang~en", "invite", "invite~rp1", "invite~rp1~board"} {
		w.press(robin, press)
	}
	if len(w.invites) != 0 || !strings.Contains(robin.reads(), "Invitations are made by somebody of the enterprise") {
		t.Errorf("an accompanist reads %s", robin.reads())
	}
	w.press(robin, flows.PressDelegate)
	w.press(robin, w.button(robin, "invite~delegate~st2"))
	w.say(robin, "the treasurer")
	w.say(robin, "the treasurer")
	if len(w.invites) != 1 || w.invites[0].Role != flows.RoleDelegate {
		t.Fatalf("invited are %+v, they read %s", w.invites, robin.reads())
	}
	dana := w.joinBy(w.invites[0])
	if s := w.memory(dana); s.Delegate != "st2" || s.Role != flows.RoleDelegate {
		t.Errorf("let in as %+v", s)
	}
	for _, press := range []string{"lang~en", "consent~yes", flows.PressDelegate + "~st1"} {
		w.press(dana, press)
	}
	w.say(dana, "somebody else")
	if len(w.invites) != 1 || w.memory(noor).Delegate != "" {
		t.Error("a delegate invites")
	}
	early, _, _, _ := ready(t, false)
	robin = early.join(flows.RoleAccompanist)
	early.press(robin, "lang~en")
	early.press(robin, flows.PressDelegate)
	early.shows(robin, "No stakeholder is named yet")
}

// A delegate sees, answers and changes what is asked of their stakeholder, and
// nothing else: not in the review, nor by a number, a button of somebody else's
// or a vote.
func TestDelegate(t *testing.T) {
	w, noor := office(t)
	secret := "only for ourselves"
	w.press(noor, "q~P1-07")
	w.say(noor, secret)
	dana := w.joinBy(w.invitesDelegate(noor, "st2", "Dana"))
	w.press(dana, "lang~en")
	w.press(dana, "consent~yes")
	w.press(dana, "go")
	if p := w.memory(dana).Place; p != "P1-12.expect@st2" {
		t.Fatalf("a delegate is asked %q", p)
	}
	w.say(dana, "good service")
	for _, press := range []string{"q~P1-07", "q~P1-12.expect@st1", "a~P1-01~wi", "q~P1-12", "a~P1-20.vote@rp3~5", "close", "sign", "invite", "review~mandate", "review", "progress", "change"} {
		w.press(dana, press)
		if s := dana.reads(); strings.Contains(s, secret) || strings.Contains(s, "clients, neighbours") || strings.Contains(s, "P0-0") {
			t.Errorf("after %s a delegate reads %s", press, s)
		}
	}
	for _, number := range []string{"P1-07", "P1-01", "P0-03"} {
		w.say(dana, number)
		if p := w.memory(dana).Place; p.Question() == number || strings.Contains(dana.reads(), secret) {
			t.Errorf("%s leads a delegate to %s", number, p)
		}
	}
	for _, a := range w.mem.Answers() {
		if a.Author.Role == flows.RoleDelegate && a.Place != "P1-12.expect@st2" && !strings.HasSuffix(string(a.Place), "@rp3") {
			t.Errorf("a delegate answered %s", a.Place)
		}
	}
	if w.dossier().Signed(false) != nil {
		t.Error("a delegate signed")
	}
}

// What a delegate answers stands beside the enterprise's answer, never in its
// place; and they take nothing off the enterprise's list.
func TestDelegateBesideTheEnterprise(t *testing.T) {
	w, noor := office(t)
	w.press(noor, "q~P1-12.expect@st1")
	w.say(noor, "a warm welcome")
	w.press(noor, "q~P1-14@st1")
	w.say(noor, "more courage")
	dana := w.joinBy(w.invitesDelegate(noor, "st1", "Dana"))
	w.press(dana, "lang~en")
	w.press(dana, "consent~yes")
	w.press(dana, "q~P1-12.expect@st1")
	w.say(dana, "a job that lasts")
	w.press(dana, "K~P1-12.expect@st1")
	if a := w.dossier().Answer("P1-12.expect@st1"); a.Value.Text != "a warm welcome" {
		t.Fatalf("a delegate replaced it by %q", a.Value.Text)
	}
	w.say(dana, "a job that lasts")
	w.press(dana, w.button(dana, "D~"))
	a := w.dossier().Answer("P1-12.expect@st1")
	if len(a.Differs) != 1 || a.Differs[0].Value.Text != "a job that lasts" || a.Value.Text != "a warm welcome" {
		t.Errorf("kept beside it: %+v", a)
	}
	w.press(noor, "review")
	if s := noor.reads(); !strings.Contains(s, "Naast het akkoord") || !strings.Contains(s, "a job that lasts") {
		t.Errorf("the review is silent about it: %s", s)
	}
	w.press(dana, "q~P1-14@st1")
	w.say(dana, "less rent")
	w.press(dana, "r~P1-14@st1~ch1")
	w.press(dana, "x~P1-14@st1~ch1")
	if it := w.dossier().Item("st1/ch1"); it == nil || it.Archived {
		t.Error("a delegate took the enterprise's entry away")
	}
	w.press(dana, "r~P1-14@st1~ch2")
	if it := w.dossier().Item("st1/ch2"); it == nil || !it.Archived {
		t.Error("a delegate cannot take their own entry away")
	}
}

// Nobody else invites.
func TestWhoInvites(t *testing.T) {
	w, _, _, robin := ready(t, true)
	w.say(robin, "/invite")
	w.press(robin, "invite~rp1~worker")
	stranger := w.joinIn("en")
	w.say(stranger, "/invite")
	w.press(stranger, "invite~delegate")
	if len(w.invites) != 0 {
		t.Errorf("invited by who may not: %+v", w.invites)
	}
}

// Who may invite finds it on the home card; nobody else does.
func TestInviteIsAtHome(t *testing.T) {
	w, noor := office(t)
	w.press(noor, "home")
	if !strings.Contains(labels(noor.newest), "Uitnodigen") {
		t.Fatalf("at home there is %s", labels(noor.newest))
	}
	w.press(noor, "invite")
	if !strings.Contains(noor.reads(), "Wie wil je uitnodigen") {
		t.Errorf("it asks %s", noor.reads())
	}
	robin := w.joinBy(flows.Invite{Dossier: "d1", Role: flows.RoleAccompanist, Lang: "nl"})
	w.press(robin, "home")
	guest := w.joinBy(w.invitesDelegate(noor, "st1", "a user"))
	w.press(guest, "lang~nl")
	w.press(guest, "consent~yes")
	w.press(guest, "home")
	late := w.joinBy(flows.Invite{Dossier: "d1", Role: "worker", Lang: "nl"})
	w.press(late, "home")
	for _, p := range []*talker{robin, guest, late} {
		if got := labels(p.newest); strings.Contains(got, "Uitnodigen") {
			t.Errorf("%s is offered %s", p.role, got)
		}
	}
}
