package flowtest_test

import (
	"testing"

	"visesbot/flows/flowtest"
)

func TestUntil(t *testing.T) {
	tr, errs := flowtest.Parse("a", "lang: nl\n> /start\n...\n# The plan is made.\n> ja\n...\n")
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	cut, ok := tr.Until("The plan")
	if !ok || len(cut.Steps) != 2 || cut.Steps[1].Kind != flowtest.Anything {
		t.Errorf("cut at the remark: %v, %+v", ok, cut.Steps)
	}
	if whole, ok := tr.Until("the plan"); ok || len(whole.Steps) != 4 {
		t.Errorf("there is no such remark: %v, %+v", ok, whole.Steps)
	}
}
