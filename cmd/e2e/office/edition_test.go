package officetest_test

import (
	"context"
	"strings"
	"testing"

	"visesbot/adapters/sqlite"
	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/bot/rooms"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// counting counts how often a table of the register is read as a whole.
type counting struct {
	*sqlite.Store
	n int
}

func (s *counting) Entries(ctx context.Context, table string) ([]register.Entry, error) {
	s.n++
	return s.Store.Entries(ctx, table)
}

// The register is read for the first visit, and then only for the first one after
// it was changed, by whomever.
func TestRegisterIsReadWhenItChanged(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	store := &counting{Store: w.Store}
	o, err := office.New(office.Options{
		Store: store, Script: func() *flows.Script { return w.Script }, Rooms: rooms.All(), Clock: w.Clock, Location: officetest.Brussels(),
	})
	if err != nil {
		t.Fatal(err)
	}
	visit := func() (read bool, button string) {
		store.n = 0
		s, err := w.Store.Session(w.Ctx(), officetest.Address("odile"))
		if err != nil {
			t.Fatal(err)
		}
		did, err := o.Serve(w.Ctx(), bot.Claim{Address: officetest.Address("odile"), Session: s, Job: bot.Job{ID: "j"}},
			flows.Event{Kind: flows.Pressed, Press: "o~cohort", At: w.Clock.Now(), Channel: "test"})
		if err != nil || len(did.Cards) != 1 {
			t.Fatalf("shown are %+v: %v", did.Cards, err)
		}
		return store.n > 0, did.Cards[0].Buttons[0][0].Label
	}
	if read, button := visit(); !read || button != "Groupe du Nord" {
		t.Errorf("at first: read %v, shown %q", read, button)
	}
	keep := func(e register.Entry) {
		if err := w.Store.PutEntries(w.Ctx(), e); err != nil {
			t.Fatal(err)
		}
	}
	keep(register.Entry{Table: register.Hours, ID: "e1/x", Fields: map[string]string{"minutes": "5"}})
	if read, _ := visit(); read {
		t.Error("it is read again though no programme knows what was changed")
	}
	keep(register.Entry{Table: register.Cohorts, ID: "north", Fields: map[string]string{"id": "north", "name": "Groupe de la Mer", "enterprises": "e1", "accompanists": "odile"}})
	if read, button := visit(); !read || !strings.Contains(button, "la Mer") {
		t.Errorf("changed: read %v, shown %q", read, button)
	}
}
