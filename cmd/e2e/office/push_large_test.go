package officetest_test

import (
	"fmt"
	"testing"

	"visesbot/bot/register"
	"visesbot/bot/rooms/push"
	officetest "visesbot/cmd/e2e/office"
	"visesbot/flows"
)

// The receipt of a push to seventy enterprises, all of whose people answered all
// checks, is one message within the limits of Slack: a line for each cohort.
func TestPushReceiptOfMany(t *testing.T) {
	w := officetest.New(t)
	w.Partner("carla")
	o := push.Order{ID: "big", Module: "M1", By: "carla", Address: "test:carla", State: push.Sent, At: w.Clock.Now(), Content: "c", Hash: "h"}
	all := []register.Entry{{Table: push.Marks, ID: "big/begun", Fields: map[string]string{"at": "x"}}}
	for c := range 14 {
		id := fmt.Sprintf("c%d", c)
		o.Cohorts = append(o.Cohorts, id)
		row := register.Entry{Table: register.Cohorts, ID: id, Fields: map[string]string{"id": id, "name": "Groupe de la région numéro " + id, "languages": "fr"}}
		for e := range 5 {
			firm := fmt.Sprintf("x%d-%d", c, e)
			row.Fields["enterprises"] += ";" + firm
			for p := range 3 {
				who := fmt.Sprintf("%s-%d", firm, p)
				all = append(all, register.Entry{Table: push.Marks, ID: "big/p/" + who, Fields: map[string]string{
					"address": "test:" + who, "enterprise": firm, "delivered": "x", "started": "x", "hash": fmt.Sprintf("h%d", p), "version": "c",
				}})
			}
		}
		all = append(all, row)
	}
	for _, m := range w.Script.Modules {
		for _, b := range m.Blocks {
			for p := range 5 {
				if m.ID == "M1" && b.Kind == flows.CheckBlock {
					all = append(all, register.Entry{Table: push.Marks, ID: fmt.Sprintf("big/q/%s/%d", b.ID, p), Fields: map[string]string{"right": "no", "wrong": b.Options[0].ID}})
				}
			}
		}
	}
	if err := w.Store.PutEntries(w.Ctx(), append(all, o.Entry())...); err != nil {
		t.Fatal(err)
	}
	w.Channel.Forget("carla")
	w.Fills("carla", "o~push~show~big", nil)
	got := w.Channel.Shown("carla")
	if len(got) != 1 || got[0].Part != 0 || len(got[0].Lines)+len(got[0].Buttons) > 45 {
		t.Fatalf("the receipt is %d messages, %s", len(got), w.Channel.Last("carla"))
	}
	says(t, w, "carla", "received 210/210", "Groupe de la région numéro c13: received 15/15", "wrong: 5/5", "The content changed meanwhile", "… (70)")
}
