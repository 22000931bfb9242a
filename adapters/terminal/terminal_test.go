package terminal

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// scene is a terminal on which a bot shows one message after each update.
type scene struct {
	terminal *Terminal
	out      bytes.Buffer
	heard    []bot.Update
	answers  []bot.Message
}

func newScene(typed string, answers ...bot.Message) *scene {
	s := &scene{answers: answers}
	s.terminal = New(Options{
		Lines: FromPipe(strings.NewReader(typed)), Out: &s.out, Address: "terminal:me", Code: "code",
		From: flows.Sender{Lang: "en"}, Run: "r", Echo: true,
	})
	return s
}

func (s *scene) accept(ctx context.Context, u bot.Update) error {
	s.heard = append(s.heard, u)
	if len(s.answers) == 0 {
		return nil
	}
	m := s.answers[0]
	s.answers = s.answers[1:]
	_, err := s.terminal.Send(ctx, "terminal:me", m)
	return err
}

func buttons(all ...flows.Button) [][]flows.Button { return [][]flows.Button{all} }

func choice(label string) flows.Button {
	return flows.Button{Label: label, Data: "c:" + label, Kind: "choice"}
}

func other(label string) flows.Button {
	return flows.Button{Label: label, Data: "o:" + label, Kind: "quiet"}
}

// question has two choices and two other buttons; open asks for text as well.
func question() bot.Message {
	return bot.Message{Lang: "en", Lines: []flows.Line{{Text: "Which?"}}, Buttons: buttons(other("‹ Back"), choice("Water"), choice("Fire"), other("⋯ More"))}
}

func open() bot.Message {
	m := question()
	m.Input = flows.LineInput
	return m
}

func TestMeaning(t *testing.T) {
	for _, test := range []struct {
		typed       string
		shown       bot.Message
		text, press string
	}{
		{"Water", question(), "Water", ""},
		{"  some words  ", question(), "some words", ""},
		{"1", question(), "1", ""},
		{"1 2", question(), "1 2", ""},
		{"3", question(), "", "o:‹ Back"},
		{"4", question(), "", "o:⋯ More"},
		{"5", question(), "5", ""},
		{"0", question(), "0", ""},
		{"-1", question(), "-1", ""},
		{"/1", question(), "", "c:Water"},
		{"/5", question(), "/5", ""},
		{"more", question(), "", "o:⋯ More"},
		{"mor", question(), "mor", ""},
		{"[mor", question(), "", "o:⋯ More"},
		{"[Fire]", question(), "", "c:Fire"},
		{"[fi]", question(), "", "c:Fire"},
		{"[]", question(), "[]", ""},
		{"[⋯", question(), "", "o:⋯ More"},
		{"[⋯⋯", question(), "[⋯⋯", ""},
		{"[earth]", question(), "[earth]", ""},
		{"3", open(), "3", ""},
		{"/3", open(), "", "o:‹ Back"},
		{"back", open(), "", "o:‹ Back"},
		{"/start", question(), "/start", ""}, // the second time: the conversation knows it
		{"3", bot.Message{Input: flows.NumberInput}, "3", ""},
	} {
		s := newScene("x\n"+test.typed+"\n", bot.Message{}, test.shown)
		if err := s.terminal.Receive(t.Context(), s.accept); err != nil {
			t.Fatal(err)
		}
		got := s.heard[len(s.heard)-1]
		if got.Text != test.text || got.Press != test.press {
			t.Errorf("%q with input %q: text %q, press %q", test.typed, test.shown.Input, got.Text, got.Press)
		}
	}
}

func TestOldButtonsCanBePressedByLabel(t *testing.T) {
	old := bot.Message{Buttons: buttons(choice("Earth"))}
	s := newScene("a\n[Ear\n3\n", old, question(), bot.Message{Lines: []flows.Line{{Text: "thanks"}}})
	if err := s.terminal.Receive(t.Context(), s.accept); err != nil {
		t.Fatal(err)
	}
	if s.heard[2].Press != "c:Earth" || s.heard[3].Press != "o:‹ Back" {
		t.Errorf("heard %+v", s.heard[2:])
	}
}

func TestReceive(t *testing.T) {
	s := newScene("/start\n\n  \r\nhello\r\n/help\n/quit\nnever\n")
	if err := s.terminal.Receive(t.Context(), s.accept); err != nil {
		t.Fatal(err)
	}
	var got []string
	ids := map[string]bool{}
	for _, u := range s.heard {
		got = append(got, u.Text+u.Code)
		ids[u.ID] = true
		if u.Address != "terminal:me" || u.From.Lang != "en" {
			t.Errorf("update %+v", u)
		}
	}
	if diff := cmp.Diff([]string{"code", "hello", "/help"}, got); diff != "" {
		t.Error(diff)
	}
	if !s.heard[0].Start || len(ids) != 3 {
		t.Errorf("ids %v", ids)
	}
	if !strings.Contains(s.out.String(), "In this terminal") {
		t.Error("no help was given")
	}
}

func TestReceiveEndsWithItsInput(t *testing.T) {
	ill := errors.New("ill")
	for name, with := range map[string]func(*scene) bot.Accept{
		"accept": func(*scene) bot.Accept {
			return func(context.Context, bot.Update) error { return ill }
		},
		"read": func(s *scene) bot.Accept {
			s.terminal.o.Lines = FromPipe(io.MultiReader(strings.NewReader("a\n"), broken{ill}))
			return s.accept
		},
		"write": func(s *scene) bot.Accept {
			s.terminal.o.Out = broken{ill}
			return s.accept
		},
	} {
		s := newScene("hello\n")
		if err := s.terminal.Receive(t.Context(), with(s)); !errors.Is(err, ill) {
			t.Errorf("%s fails: %v", name, err)
		}
	}
}

func TestReceiveEndsWithItsContext(t *testing.T) {
	r, w := io.Pipe()
	defer w.Close()
	s := newScene("")
	s.terminal.o.Lines = FromPipe(r)
	ctx, cancel := context.WithCancel(t.Context())
	if err := s.terminal.Receive(ctx, func(context.Context, bot.Update) error { cancel(); return nil }); err != nil {
		t.Error(err)
	}
}

type broken struct{ err error }

func (b broken) Read([]byte) (int, error)  { return 0, b.err }
func (b broken) Write([]byte) (int, error) { return 0, b.err }

func TestNobodyElseIsThere(t *testing.T) {
	s := newScene("")
	_, err := s.terminal.Send(t.Context(), "terminal:you", question())
	var refused *bot.SendError
	if !errors.As(err, &refused) || refused.Kind != bot.Permanent {
		t.Errorf("sent: %v", err)
	}
}

func TestLongLines(t *testing.T) {
	lines := FromPipe(strings.NewReader(strings.Repeat("x", 3*longest) + "\nnext\nlast"))
	for _, want := range []int{longest, 4, 4} {
		if text, err := lines.Line(""); err != nil || len(text) != want {
			t.Errorf("a line of %d, %v, want %d", len(text), err, want)
		}
	}
	if _, err := lines.Line(""); !errors.Is(err, io.EOF) {
		t.Errorf("at the end: %v", err)
	}
}

// drawer keeps the last file.
type drawer struct {
	file form.File
	body string
	err  error
}

func (d *drawer) PutFile(_ context.Context, f form.File, body io.Reader) error {
	b, err := io.ReadAll(body)
	d.file, d.body = f, string(b)
	return errors.Join(err, d.err)
}

func TestFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "my photo.png")
	if err := os.WriteFile(path, []byte("pixels"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := &drawer{}
	s := newScene("/file " + path + "\n/file /no/such/file\n/file\n")
	s.terminal.o.Files = d
	if err := s.terminal.Receive(t.Context(), s.accept); err != nil {
		t.Fatal(err)
	}
	if len(s.heard) != 2 || len(s.heard[1].Files) != 1 || s.heard[1].Files[0] != d.file {
		t.Fatalf("heard %+v", s.heard)
	}
	if d.file.Name != "my photo.png" || d.file.Type != "image/png" || d.file.Size != 6 || d.body != "pixels" || d.file.ID == "" {
		t.Errorf("kept %+v", d.file)
	}
	if out := s.out.String(); !strings.Contains(out, "no such file") || !strings.Contains(out, "/file PATH") {
		t.Errorf("said %s", out)
	}
	if !s.terminal.Capabilities().Files {
		t.Error("files are not offered")
	}
}

func TestCompletions(t *testing.T) {
	s := newScene("")
	if _, err := s.terminal.Send(t.Context(), "terminal:me", question()); err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{"w": "Water", "mo": "More", "x": "", "": "", "/q": "/quit", "/": "/help,/file ,/quit"} {
		if got := strings.Join(s.terminal.Completions(typed), ","); got != want {
			t.Errorf("%q completes to %q, want %q", typed, got, want)
		}
	}
}
