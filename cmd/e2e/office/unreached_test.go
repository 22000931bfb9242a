package officetest_test

import (
	"strings"
	"testing"

	"visesbot/bot"
	officetest "visesbot/cmd/e2e/office"
)

// Whoever accompanies an enterprise by the register is told of a person who is not
// reached any more, also when they never opened the dossier; once.
func TestUnreachedIsToldByTheRegister(t *testing.T) {
	w := officetest.New(t)
	w.Partner("odile")
	w.Staff("s-e1")
	before := len(w.Channel.Shown("odile"))
	w.Brings("s-e1", bot.Update{Left: true})
	sees(t, w, "odile", "Atelier 1 (fictional)", "n'arrivent plus chez")
	if n := len(w.Channel.Shown("odile")) - before; n != 1 {
		t.Errorf("it is told in %d cards", n)
	}
	w.Presses("odile", "o~front")
	if got := w.Channel.Last("odile"); strings.Contains(got, "n'arrivent plus") {
		t.Errorf("the front page is\n%s", got)
	}
}
