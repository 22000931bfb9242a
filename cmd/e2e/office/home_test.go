package officetest_test

import (
	"errors"
	"strings"
	"testing"

	"visesbot/bot"
	officetest "visesbot/cmd/e2e/office"
)

// Who belongs to an enterprise has a page of their own, also when the register
// knows them by name; who accompanies has the office's.
func TestWhoseDashboardItIs(t *testing.T) {
	w := officetest.New(t)
	w.Staff("s-e1")
	if s := session(w, "s-e1"); s.Member == "" || s.Dossier == "" {
		t.Fatalf("the register does not know them: %+v", s)
	}
	if c, err := w.Office.Dashboard(w.Ctx(), officetest.Address("s-e1"), "fr"); !errors.Is(err, bot.ErrNotFound) {
		t.Errorf("staff get the office's page: %+v, %v", c, err)
	}
	w.Partner("odile")
	c, err := w.Office.Dashboard(w.Ctx(), officetest.Address("odile"), "fr")
	if err != nil || len(c.Lines) == 0 || !strings.Contains(c.Lines[0].Text, "programme") {
		t.Errorf("an accompanist gets %+v, %v", c, err)
	}
}
