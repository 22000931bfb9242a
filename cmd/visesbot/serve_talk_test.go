package main

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/adapters/sqlite"
	"visesbot/adapters/telegram/faketelegram"
	"visesbot/flows"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
)

// Real conversations pass through the program as it runs: the module and the
// questions of the first phase, by long polling and by a webhook.
func TestServeTalks(t *testing.T) {
	for _, by := range []string{"polling", "webhook"} {
		t.Run(by, func(t *testing.T) { serveTalks(t, by == "webhook") })
	}
}

func serveTalks(t *testing.T, hooked bool) {
	fake, environ := platform(t)
	addr := freeAddr(t)
	if hooked {
		environ["TELEGRAM_WEBHOOK_URL"] = "http://" + addr + "/telegram/webhook"
		environ["TELEGRAM_WEBHOOK_SECRET"] = "the-secret_of-the-hook"
	}
	path := strings.TrimPrefix(environ["VISESBOT_STORE"], "sqlite:")
	invited(t, path, "module", "fr")
	invited(t, path, "questions", "nl")
	s := startServe(t, environ, addr)
	talk(t, fake, fake.Person("Noor", "fr"), "module", transcript(t, "fr-mandate-module-first.txt"))
	talk(t, fake, fake.Person("Sam", "nl"), "questions", transcript(t, "nl-mandate.txt"))
	if n := fake.Unanswered(); n > 0 {
		t.Errorf("%d buttons are still spinning", n)
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	kept(t, path)
	if n := fake.Pending(); n > 0 {
		t.Errorf("%d updates were not confirmed", n)
	}
	for _, c := range fake.Calls("") {
		if !slices.Contains([]string{"getMe", "setWebhook", "deleteWebhook", "sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageMedia", "editMessageCaption", "answerCallbackQuery", "sendChatAction", "setMyCommands", "setChatMenuButton", "getMyCommands", "getChatMenuButton", "getMyDescription", "setMyDescription", "getMyShortDescription", "setMyShortDescription"}, c.Method) {
			t.Errorf("a call of %s", c.Method)
		}
	}
}

// talk does what somebody does in a transcript, up to where time passes.
func talk(t *testing.T, fake *faketelegram.Server, p *faketelegram.Person, code string, script flowtest.Transcript) {
	t.Helper()
	for _, step := range script.Steps {
		seen := sight(p)
		switch step.Kind {
		case flowtest.Opened:
			p.Say("/start " + code)
		case flowtest.Typed:
			p.Say(strings.ReplaceAll(step.Text, `\n`, "\n"))
		case flowtest.Pressed:
			choose(t, p, step.Text)
		case flowtest.Waited:
			return
		default:
			continue
		}
		eventually(t, fmt.Sprintf("an answer to line %d, %q", step.Line, step.Text), func() bool { return sight(p) != seen && settled(fake, p) })
	}
}

// choose presses a button; a choice whose label is too long for one is numbered
// in the text.
func choose(t *testing.T, p *faketelegram.Person, label string) {
	t.Helper()
	if p.Press(label) == nil {
		return
	}
	all := p.Chat().FromBot()
	for _, m := range slices.Backward(all) {
		number := regexp.MustCompile(`(?m)^(\d+)\. ` + regexp.QuoteMeta(label)).FindStringSubmatch(m.Text)
		if number != nil && p.Press(number[1]) == nil {
			return
		}
		for _, row := range m.Keyboard {
			for _, b := range row {
				if short, cut := strings.CutSuffix(b.Text, "…"); cut && strings.HasPrefix(label, short) && p.Press(b.Text) == nil {
					return
				}
			}
		}
	}
	t.Fatalf("there is nothing to press for %q on %+v", label, all[len(all)-1])
}

// sight is how a chat looks to the bot's side of it.
func sight(p *faketelegram.Person) string {
	var all strings.Builder
	for _, m := range p.Chat().FromBot() {
		fmt.Fprintln(&all, m.ID, m.Edits)
	}
	return all.String()
}

// settled waits until nothing changes any more.
func settled(_ *faketelegram.Server, p *faketelegram.Person) bool {
	for quiet := 0; quiet < 6; quiet++ {
		seen := sight(p)
		time.Sleep(15 * time.Millisecond)
		if sight(p) != seen {
			quiet = -1
		}
	}
	return true
}

func transcript(t *testing.T, name string) flowtest.Transcript {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../../content/transcripts", name))
	if err != nil {
		t.Fatal(err)
	}
	parsed, wrong := flowtest.Parse(name, string(text))
	if len(wrong) > 0 {
		t.Fatal(wrong)
	}
	return parsed
}

// invited makes an invitation, to a dossier called like its code.
func invited(t *testing.T, path, code, lang string) {
	t.Helper()
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	enterprise := form.Enterprise{ID: code, Name: "De Brug", Country: "BE", Sample: true}
	if err := store.PutInvite(t.Context(), code, flows.Invite{Dossier: code, Lang: lang, Enterprise: enterprise}); err != nil {
		t.Fatal(err)
	}
}

// kept wants the module to be delivered and ten questions to be answered.
func kept(t *testing.T, path string) {
	t.Helper()
	store, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	blocks, answers := map[string]bool{}, map[form.Place]bool{}
	for dossier, count := range map[string]func(form.Record){
		"module":    func(r form.Record) { blocks[r.Delivery.Block] = true },
		"questions": func(r form.Record) { answers[r.Answer.Place] = true },
	} {
		all, err := store.Records(t.Context(), dossier)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if dossier == "module" && r.Delivery != nil || dossier == "questions" && r.Answer != nil {
				count(r)
			}
		}
	}
	if len(blocks) < 19 || len(answers) < 10 {
		t.Errorf("%d blocks of the module were delivered and %d questions answered", len(blocks), len(answers))
	}
}

func freeAddr(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}
