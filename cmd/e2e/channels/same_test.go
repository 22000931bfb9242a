package channels

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"visesbot/bot"
	"visesbot/content"
	"visesbot/flows"
	"visesbot/flows/definition"
	"visesbot/flows/flowtest"
)

// TestSameConversation plays the transcripts of the content on every channel: it
// is the same conversation everywhere. The two ways in that Telegram has, and the
// two of Slack, take turns; so do the channels themselves for the longest
// transcripts, which show the same kinds of cards hundreds of times: each of
// them is played on one.
func TestSameConversation(t *testing.T) {
	script := load(t)
	turns := 0
	for i, tr := range transcripts(t) {
		on := channels(i%2 == 0)
		if long(tr) {
			on, turns = oneOf(on, turns), turns+1
		}
		t.Run(path.Base(tr.Name), func(t *testing.T) {
			t.Parallel()
			meant := play(t, tr, newTalk(t, script, tr, still(tr), openPlain))
			for name, open := range on {
				t.Run(name, func(t *testing.T) { same(t, tr, newTalk(t, script, tr, still(tr), open), meant) })
			}
		})
	}
}

// long tells whether a transcript plays a whole cycle, or nearly.
func long(tr flowtest.Transcript) bool { return len(tr.Steps) > 600 }

// oneOf keeps one channel of all, the next one every time.
func oneOf(all map[string]func(world) platform, turn int) map[string]func(world) platform {
	names := slices.Sorted(maps.Keys(all))
	name := names[turn%len(names)]
	return map[string]func(world) platform{name: all[name]}
}

func channels(called bool) map[string]func(world) platform {
	all := map[string]func(world) platform{"web": openWeb, "terminal": openTerminal}
	if called {
		all["telegram by webhook"], all["slack by http"] = openTelegramHooked, openSlackHTTP
	} else {
		all["telegram by polling"], all["slack by socket"] = openTelegram, openSlack
	}
	return all
}

// still is a clock that stands where a transcript begins.
func still(tr flowtest.Transcript) *bot.MovableClock {
	return bot.NewMovableClock(func() time.Time { return tr.Start }, 0)
}

// showing is what each person was shown after one step.
type showing map[string][]seen

// play does what people do in a transcript, and gives what they are shown after
// each step.
func play(t *testing.T, tr flowtest.Transcript, k *talk) []showing {
	t.Helper()
	var all []showing
	messages := 0
	for _, s := range tr.Steps {
		all = append(all, show(t, tr, k, s))
		for _, shown := range all[len(all)-1] {
			messages += len(shown)
		}
	}
	if messages < 5 {
		t.Errorf("only %d messages are there to be compared", messages)
	}
	return all
}

func show(t *testing.T, tr flowtest.Transcript, k *talk, s flowtest.Step) showing {
	t.Helper()
	if err := k.do(s); err != nil {
		t.Fatalf("line %d, %q: %v", s.Line, s.Text, err)
	}
	shown := showing{}
	for _, p := range tr.People {
		shown[p.Name] = k.messages(p.Name)
	}
	return shown
}

// same plays a transcript, and wants everybody to be shown what is meant.
func same(t *testing.T, tr flowtest.Transcript, k *talk, meant []showing) {
	t.Helper()
	for i, s := range tr.Steps {
		for person, got := range show(t, tr, k, s) {
			want := meant[i][person]
			if diff := cmp.Diff(normalOf(want, want), normalOf(got, want)); diff != "" {
				t.Fatalf("line %d, %q: %s sees something else than is meant (-):\n%s\nin\n%+v", s.Line, s.Text, person, diff, got)
			}
		}
	}
	if k.anew > 0 {
		t.Errorf("%d messages were sent anew and not edited", k.anew)
	}
}

func load(t *testing.T) *flows.Script {
	t.Helper()
	script, problems := definition.Load(content.FS)
	if definition.Failed(problems) {
		t.Fatal(problems)
	}
	return script
}

// commands are those of the content.
func commands(t *testing.T) *flows.Commands { return load(t).Commands }

// transcripts are the conversations of the content.
func transcripts(t *testing.T) []flowtest.Transcript {
	t.Helper()
	files, err := flowtest.Folder(content.FS, "transcripts")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d transcripts: %v", len(files), err)
	}
	var all []flowtest.Transcript
	for _, f := range files {
		for _, err := range f.Errors {
			t.Error(err)
		}
		all = append(all, f.Transcript)
	}
	return all
}

// media are the pictures of the content.
func media(t *testing.T) fs.FS {
	t.Helper()
	files, err := fs.Sub(content.FS, "media")
	if err != nil {
		t.Fatal(err)
	}
	return files
}
