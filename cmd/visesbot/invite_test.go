package main

import (
	"bytes"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// Whoever opens an invitation is welcomed to the enterprise it is for, by the
// program as it runs; who accompanies it is received as such.
func TestInvite(t *testing.T) {
	fake, environ := platform(t)
	links := map[string]string{"staff": invitedBy(t, environ)}
	s := startServe(t, environ, "127.0.0.1:0")
	links["accompanist"] = invitedBy(t, environ, "--accompanist") // while the bot has the store
	if links["staff"] == links["accompanist"] {
		t.Error("two invitations have one code")
	}
	for who, want := range map[string]string{"staff": "Welkom! De Brug", "accompanist": "De Brug"} {
		p := fake.Person("Noor", "nl")
		p.Say("/start " + links[who])
		eventually(t, who+" is received", func() bool {
			shown := p.Chat().FromBot()
			return len(shown) > 0 && strings.HasPrefix(strings.Join(strings.Fields(shown[0].Text), " "), want)
		})
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}

// invitedBy runs the command, and gives the code that its link has.
func invitedBy(t *testing.T, environ map[string]string, more ...string) string {
	t.Helper()
	got := programAt(t, time.Now(), lines(), environ, append([]string{"invite", "de-brug", "--name", "De Brug", "--lang", "nl"}, more...)...)
	link := regexp.MustCompile(`https://t\.me/fake_visesbot\?start=([A-Za-z0-9_-]{16,64})\n`).FindStringSubmatch(got.out)
	if got.code != exitDone || link == nil || !strings.Contains(got.out, "start "+link[1]+"\n") {
		t.Fatalf("%q: exit %d, %q, %q", more, got.code, got.out, got.err)
	}
	return link[1]
}

func TestInviteMisuse(t *testing.T) {
	_, environ := platform(t)
	for _, args := range [][]string{
		{},
		{"De Brug"},
		{"a", "b"},
		{"-x"},
		{"de-brug", "--lang", "de"},
		{"a.b"},
		{"de-brug", "--role", "boss"},
		{"de-brug", "--role", "trainer"},
		{"de-brug", "--role", "delegate"},
		{"de-brug", "--expires", "never"},
		{"de-brug", "--expires", "2020-01-01"},
		{"--shared", "--person", "noor"},
		{"de-brug", "--qr", "x.jpg"},
		{"de-brug", "--to", "telegram:1"},
		{"de-brug", "--channel", "fax"},
		{"revoke"},
	} {
		if got := program(t, lines(), environ, append([]string{"invite"}, args...)...); got.code != exitMisuse || got.out != "" {
			t.Errorf("%q: exit %d, %q, %q", args, got.code, got.out, got.err)
		}
	}
	if got := program(t, lines(), environ, "invite", "de-brug", "--shared"); got.code != exitDone || !strings.Contains(got.out, "any number of times, no end") {
		t.Errorf("shared: %+v", got)
	}
	environ["TELEGRAM_BOT_TOKEN"] = ""
	if got := program(t, lines(), environ, "invite", "de-brug"); got.code != exitDone || !strings.Contains(got.out, "Telegram: write to the bot /start ") {
		t.Errorf("without a token: exit %d, %q, %q", got.code, got.out, got.err)
	}
}

// An operator invites a member of the register with a code to print, sees what
// became of the invitation, and takes it back, while the bot has the store.
func TestInvitePerson(t *testing.T) {
	fake, environ := platform(t)
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,country,status\n4werk,4Werk,BE,operator\n"))
	tells(t, environ, "1 new", "programme", "import", table(t, "id,name,country,language,pool\nde-brug,De Brug,BE,nl,wi\n"))
	tells(t, environ, "2 new", "programme", "import", table(t, "id,name,role,language,enterprise,partner\nnoor,Noor,staff,nl,de-brug,\nthea,Thea,trainer,nl,,4werk\n"))
	s := startServe(t, environ, "127.0.0.1:0")
	picture := filepath.Join(t.TempDir(), "noor.png")
	got := programAt(t, time.Now(), lines(), environ, "invite", "--person", "noor", "--qr", picture, "--channel", "telegram", "--expires", "7d")
	if got.code != exitDone || strings.Contains(got.out, "Slack") || !strings.Contains(got.out, "for one person, once, until") {
		t.Fatalf("%+v", got)
	}
	if link := drawn(t, picture); !strings.Contains(got.out, "open "+link+"\n") {
		t.Errorf("drawn is %q, told was %q", link, got.out)
	}
	id := regexp.MustCompile(`Invitation ([0-9a-f]{10}): `).FindStringSubmatch(got.out)
	_, code, _ := strings.Cut(strings.TrimSpace(got.out), "?start=")
	if id == nil {
		t.Fatalf("it has no id: %s", got.out)
	}
	tells(t, environ, "open", "invite", "list")
	if got := program(t, lines(), environ, "invite", "list", "--json"); strings.Contains(got.out, code) || !strings.Contains(got.out, `"member": "noor"`) {
		t.Errorf("the list is %s", got.out)
	}
	tells(t, environ, id[1]+" is taken back", "invite", "revoke", id[1])
	tells(t, environ, "revoked", "invite", "list")
	p := fake.Person("Noor", "nl")
	p.Say("/start " + code)
	eventually(t, "who was invited is told", func() bool {
		shown := p.Chat().FromBot()
		return len(shown) > 0 && strings.Contains(shown[0].Text, "ingetrokken")
	})
	tells(t, environ, "The programme, for thea, trainer", "invite", "--person", "thea")
	for want, args := range map[string][]string{
		"nobody is called":      {"--person", "nobody"},
		"is trainer in the reg": {"--person", "thea", "--role", "staff"},
		"belongs to no enter":   {"--person", "thea", "de-brug"},
		"belongs to de-brug":    {"--person", "noor", "het-huis"},
		"is there already":      {"--person", "noor", "--qr", picture},
		"no invitation is call": {"revoke", "none"},
	} {
		if got := program(t, lines(), environ, append([]string{"invite"}, args...)...); got.code != exitFailed || !strings.Contains(got.err, want) {
			t.Errorf("%q: %+v", args, got)
		}
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
}

// drawn reads a QR code with another library than the one that drew it.
func drawn(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page, err := png.Decode(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	bits, err := gozxing.NewBinaryBitmapFromImage(page)
	if err != nil {
		t.Fatal(err)
	}
	text, err := qrcode.NewQRCodeReader().Decode(bits, nil)
	if err != nil {
		t.Fatal(err)
	}
	return text.GetText()
}
