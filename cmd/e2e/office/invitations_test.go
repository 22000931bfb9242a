package officetest_test

import (
	"fmt"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"visesbot/bot"
	"visesbot/bot/office"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
	"visesbot/flows/form"
)

// one is an invitation for one person of the enterprise e1.
func one(w *officetest.World, member string) flows.Invite {
	now := w.Clock.Now()
	return flows.Invite{
		Dossier: "e1", Enterprise: form.Enterprise{ID: "e1", Name: "Atelier 1 (fictional)", Country: "BE"}, Lang: "en",
		Member: member, Once: true, Made: now, Expires: now.AddDate(0, 0, 14),
	}
}

func put(w *officetest.World, code string, i flows.Invite) {
	w.Helper()
	if err := w.Store.PutInvite(w.Ctx(), code, i); err != nil {
		w.Fatal(err)
	}
}

func session(w *officetest.World, who string) flows.Session {
	w.Helper()
	s, err := w.Store.Session(w.Ctx(), officetest.Address(who))
	if err != nil {
		w.Fatal(err)
	}
	return s
}

func reads(w *officetest.World, who, want string) {
	w.Helper()
	if got := w.Channel.Last(who); !strings.Contains(got, want) {
		w.Errorf("%s reads, and not %q:\n%s", who, want, got)
	}
}

// Two people open one invitation in the same moment: one gets in, the other is
// told what to do, and the accompanist is asked once whether that was expected.
func TestInvitationOnce(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Channel.Forget("odile")
	put(w, "once", one(w, ""))
	for _, who := range []string{"ann", "ben"} {
		if err := w.Bot.Accept(w.Ctx(), bot.Update{ID: "open-" + who, Address: officetest.Address(who), Start: true, Code: "once"}); err != nil {
			t.Fatal(err)
		}
	}
	w.Drain()
	in, out := "ann", "ben"
	if session(w, "ben").Dossier != "" {
		in, out = out, in
	}
	if session(w, in).Dossier != "e1" || session(w, out).Dossier != "" {
		t.Fatalf("in is %q, out is %q", session(w, in).Dossier, session(w, out).Dossier)
	}
	reads(w, out, "This invitation was used already.")
	w.Starts(out, "once")
	w.Starts("third", "once")
	asked := w.Channel.Shown("odile")
	if len(asked) != 1 || !strings.Contains(asked[0].Text(), "avait déjà servi") || strings.Contains(asked[0].Text(), out) {
		t.Errorf("the accompanist reads %d messages: %s", len(asked), w.Channel.Last("odile"))
	}
	w.Starts(in, "once") // who is in may open it again
	if got := w.Channel.Last(in); strings.Contains(got, "used already") {
		t.Errorf("who is in reads\n%s", got)
	}
}

// An invitation that is too old, taken back, or for somebody else lets nobody in,
// says so in a sentence, and stays for whom it is for.
func TestInvitationRefused(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e2")
	put(w, "hers", one(w, "s-e1"))
	w.Starts("s-e2", "hers")
	reads(w, "s-e2", "pour une autre personne")
	put(w, "other", one(w, ""))
	w.Starts("s-e2", "other")
	reads(w, "s-e2", "une autre entreprise")
	w.Partner("bert")
	w.Starts("bert", "hers")
	reads(w, "bert", "iemand anders")
	w.Starts("s-e1", "hers")
	if s := session(w, "s-e1"); s.Dossier != "e1" || s.Member != "s-e1" {
		t.Errorf("whom it is for is let in as %+v", s)
	}
	old := one(w, "")
	put(w, "old", old)
	w.Pass(14*24*time.Hour + time.Minute)
	w.Starts("late", "old")
	reads(w, "late", "no longer valid")
	put(w, "back", one(w, ""))
	if _, err := bot.RevokeInvite(w.Ctx(), w.Store, bot.InviteID("back"), w.Clock.Now()); err != nil {
		t.Fatal(err)
	}
	w.Starts("late", "back")
	reads(w, "late", "was taken back")
}

// An accompanist invites from Slack, sees what became of it, and takes one back;
// somebody who may not is refused.
func TestInviteFromTheOffice(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Fills("odile", "o~invite~new", map[string][]string{"who": {"m_s-e1"}})
	reads(w, "odile", "Voici l'invitation pour Noor e1 · Atelier 1")
	_, code, _ := strings.Cut(w.Channel.Last("odile"), "start ")
	code, _, _ = strings.Cut(code, "\n")
	w.Presses("odile", "Programme")
	w.Presses("odile", "Invitations")
	reads(w, "odile", "pas encore ouverte")
	w.Presses("odile", "Retirer")
	reads(w, "odile", "retirée")
	w.Starts("s-e1", code)
	if s := session(w, "s-e1"); s.Dossier != "" {
		t.Errorf("let in by what was taken back: %+v", s)
	}
	w.Fills("odile", "o~invite~new", map[string][]string{"who": {"e_e6"}})
	reads(w, "odile", "pas ouvert pour vous")
	w.Partner("thea")
	w.Fills("thea", "o~invite~list", nil)
	reads(w, "thea", "niet voor je open")
}

// The link stands there as a code to scan too, and opens the same invitation.
func TestInvitePicture(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Fills("odile", "o~invite~new", map[string][]string{"who": {"m_s-e1"}})
	all := w.Channel.Shown("odile")
	m := all[len(all)-1]
	if m.Media == nil || m.Media.Kind != "picture" || !strings.Contains(m.Media.Alt, "QR") {
		t.Fatalf("the picture is %+v", m.Media)
	}
	f, body, err := w.Store.File(w.Ctx(), m.Media.File)
	if err != nil || f.Type != "image/png" {
		t.Fatalf("%+v: %v", f, err)
	}
	defer body.Close()
	page, err := png.Decode(body)
	if err != nil {
		t.Fatal(err)
	}
	bits, err := gozxing.NewBinaryBitmapFromImage(page)
	if err != nil {
		t.Fatal(err)
	}
	link, err := qrcode.NewQRCodeReader().Decode(bits, nil)
	if err != nil || !strings.Contains(m.Text(), link.GetText()) {
		t.Fatalf("drawn is %v: %v", link, err)
	}
	w.Starts("s-e1", strings.TrimPrefix(link.GetText(), "https://test.example/"))
	if s := session(w, "s-e1"); s.Member != "s-e1" || s.Dossier != "e1" {
		t.Errorf("who scans it is let in as %+v", s)
	}
}

// An accompanist invites a delegate of a stakeholder of an enterprise that they
// accompany, once it has begun; a coordinator, who reads no answers, does not.
func TestInviteDelegate(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Fills("odile", "o~invite~new", map[string][]string{"who": {"d_e1"}})
	reads(w, "odile", "n'a pas encore commencé")
	w.Staff("s-e1")
	w.Fills("odile", "o~invite~new", map[string][]string{"who": {"d_e6"}})
	reads(w, "odile", "pas ouvert pour vous")
	w.Fills("odile", "o~invite~new", map[string][]string{"who": {"d_e1"}})
	reads(w, "odile", "Aucune partie prenante n'est encore nommée")
	w.Enters("e1", "diagnosis")
	w.Says("s-e1", "P1-12")
	w.Says("s-e1", "voisins")
	w.Presses("odile", "Programme")
	w.Presses("odile", "Invitations")
	w.Presses("odile", "o~invite~new")
	w.Presses("odile", "partie prenante de Atelier 1")
	reads(w, "odile", "De quelle partie prenante")
	w.Presses("odile", "voisins")
	w.Says("odile", "la présidente du comité")
	says(t, w, "odile", "ne verra que ce qui est demandé à « voisins »")
	_, code, _ := strings.Cut(w.Channel.Last("odile"), "start ")
	code, _, _ = strings.Cut(code, "\n")
	w.Starts("dana", code)
	if s := session(w, "dana"); s.Role != flows.RoleDelegate || s.Delegate == "" {
		t.Errorf("the delegate is let in as %+v", s)
	}
	w.Starts("stranger", code)
	reads(w, "stranger", "used already")
	reads(w, "odile", "avait déjà servi")
	w.Fills("odile", "o~invite~list", nil)
	reads(w, "odile", "utilisée")
	w.Partner("carla")
	w.Fills("carla", "o~invite~new", map[string][]string{"who": {"d_e1"}})
	reads(w, "carla", "not open to you")
	form, err := w.Office.Form(w.Ctx(), officetest.Address("carla"), "o~invite~new")
	if err != nil || strings.Contains(fmt.Sprint(form.Fields), "delegate") || !strings.Contains(fmt.Sprint(form.Fields), "Somebody of Atelier 1") {
		t.Errorf("the coordination is offered %v: %v", form.Fields, err)
	}
}

// Somebody adds their other app: they are the same person with the same answers,
// what is told them goes to the app used last, and the code lets nobody else in.
func TestTwoApps(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Says("s-e1", "/lier")
	_, code, _ := strings.Cut(w.Channel.Last("s-e1"), "start ")
	code, _, _ = strings.Cut(code, "\n")
	w.Pass(time.Minute)
	w.Starts("tablet", code)
	first, second := session(w, "s-e1"), session(w, "tablet")
	if second.Person != first.Person || second.Respondent != first.Respondent || second.Member != "s-e1" || second.Consent != "yes" {
		t.Fatalf("on the other app they are %+v, not %+v", second, first)
	}
	w.Starts("stranger", code)
	reads(w, "stranger", "déjà servi")
	people := head(w).People
	if len(people) != 1 || people[0].Address != "test:tablet" {
		t.Errorf("the dossier knows %+v", people)
	}
	at := reached(w, "s-e1")
	if len(at) != 2 || at[0] != "test:tablet" {
		t.Errorf("reached at %v", at)
	}
	w.Pass(time.Minute)
	w.Says("s-e1", "/menu")
	if people := head(w).People; len(people) != 1 || people[0].Address != "test:s-e1" {
		t.Errorf("used last is %+v", people)
	}
	if at := reached(w, "s-e1"); len(at) != 2 || at[0] != "test:s-e1" {
		t.Errorf("reached at %v", at)
	}
}

// A second invitation for the same member makes them no second person either.
func TestInvitedTwice(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	put(w, "again", one(w, "s-e1"))
	w.Starts("tablet", "again")
	if first, second := session(w, "s-e1"), session(w, "tablet"); second.Person != first.Person || second.Respondent != first.Respondent || second.Respondent == "" {
		t.Errorf("on the other app they are %+v, not %+v", second, first)
	}
	if people := head(w).People; len(people) != 1 {
		t.Errorf("the dossier knows %+v", people)
	}
}

// A partner adds another app, and comes into the dossiers as the same person.
func TestPartnerTwoApps(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	w.Partner("odile")
	w.Presses("odile", "Groupe du Nord")
	w.Presses("odile", "o~cohort~open~e1")
	w.Says("odile", "/link")
	_, code, _ := strings.Cut(w.Channel.Last("odile"), "start ")
	code, _, _ = strings.Cut(code, "\n")
	w.Pass(time.Minute)
	w.Starts("phone", code)
	reads(w, "phone", "Votre programme")
	w.Presses("phone", "Groupe du Nord")
	w.Presses("phone", "o~cohort~open~e1")
	if people := head(w).People; len(people) != 2 {
		t.Errorf("the dossier knows %+v", people)
	}
	if at := reached(w, "odile"); len(at) != 2 || at[0] != "test:phone" {
		t.Errorf("reached at %v", at)
	}
	w.Pass(time.Minute)
	w.Says("odile", "/programme")
	if at := reached(w, "odile"); at[0] != "test:odile" {
		t.Errorf("used last is %v", at)
	}
}

func head(w *officetest.World) form.Head {
	w.Helper()
	v, err := w.Store.Dossier(w.Ctx(), bot.Claim{}, "e1")
	if err != nil {
		w.Fatal(err)
	}
	defer v.Close()
	return v.Head()
}

func reached(w *officetest.World, member string) []string {
	w.Helper()
	all, err := office.Reached(w.Ctx(), w.Store, member)
	if err != nil {
		w.Fatal(err)
	}
	var at []string
	for _, a := range all {
		at = append(at, string(a))
	}
	return at
}
