package engine_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"visesbot/flows/engine"
	"visesbot/flows/flowtest"
	"visesbot/flows/form"
	"visesbot/flows/form/formtest"
)

// cycleTalk is the transcript whose answers are given again in other orders.
const cycleTalk = "transcripts/fr-diagnosis-solidarity.txt"

// TestAnyOrderSameDossier takes all answers of a whole cycle, from the mandate
// to valorisation, and gives them again: in the order of the agenda, and by
// chance in any order that the engine allows, with people taking turns, answers
// that are corrected later and list entries that are taken away again. It ends
// in the same dossier: the same phases closed, the same items on the same lists,
// the same state and answer at every place. When and by whom a thing was said,
// and what was put aside on the way, is history and may differ.
func TestAnyOrderSameDossier(t *testing.T) {
	left, tr := lived(t, cycleTalk, "The next cycle")
	want := portrait(t, left.dossier())
	if n := strings.Count(want, " given "); n < 150 {
		t.Fatalf("only %d answers are there to be given again", n)
	}
	t.Run("agenda", func(t *testing.T) { sameEnd(t, newReplay(t, left, tr, nil), want) })
	from, to := seeds(5)
	for seed := from; seed < to; seed++ {
		t.Run(fmt.Sprint("VISES_SEED=", seed), func(t *testing.T) {
			t.Parallel()
			sameEnd(t, newReplay(t, left, tr, formtest.Seeded(uint64(seed))), want)
		})
	}
}

func sameEnd(t *testing.T, r *replay, want string) {
	r.playAll()
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(portrait(t, r.dossier()), "\n")); diff != "" {
		t.Fatalf("another dossier (-as in the transcript +as given again):\n%s\n%s", diff, r.story())
	}
}

// life is what a transcript left behind.
type life struct {
	flowtest.Left
	mem *formtest.Memory
}

func (l life) dossier() *form.Dossier {
	return form.Open(realScript().Questionnaire, formtest.Share(l.mem), l.Now)
}

// lived plays a transcript of the content, up to a remark or to its end.
func lived(t *testing.T, name, until string) (life, flowtest.Transcript) {
	t.Helper()
	text, err := os.ReadFile("../../content/" + name)
	if err != nil {
		t.Fatal(err)
	}
	tr, errs := flowtest.Parse(name, string(text))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if until != "" {
		var ok bool
		if tr, ok = tr.Until(until); !ok {
			t.Fatalf("%s has no remark %q", name, until)
		}
	}
	p := flowtest.NewMemoryPlayer(engine.Must(realScript()), tr)
	if err := flowtest.Play(tr, p); err != nil {
		t.Fatal(err)
	}
	left, err := p.Left()
	if err != nil {
		t.Fatal(err)
	}
	l := life{Left: left, mem: formtest.New()}
	l.mem.Apply(left.Dossier)
	return l, tr
}
