package mongo

import (
	"slices"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"visesbot/flows/form"
)

// ids are the names of one dossier: first those a turn reads, in order.
func ids(dossier string) (read, beside []string) {
	for _, name := range []string{headName, answerName("P1-16@st2/ch7"), itemName("st2/ch7"), listName(form.ListKeyOf("change", "st2"))} {
		read = append(read, below(dossier)+name)
	}
	return read, []string{recordID(dossier, 12), snapshots(dossier) + "diagnosis-1"}
}

func TestHeadComesFirst(t *testing.T) {
	if read, _ := ids("acme"); !slices.IsSorted(read) {
		t.Errorf("read in the order of %v", read)
	}
}

func TestDossiersAreApart(t *testing.T) {
	dossiers := []string{"acme", "acme-2", "acme/2", "acme~record", "acme%2F2", "acme0", "Acme", "acme.", "acme "}
	for _, d := range dossiers {
		in := within(below(d))[0].Value.(bson.D)
		from, to := in[0].Value.(string), in[1].Value.(string)
		for _, other := range dossiers {
			read, beside := ids(other)
			for _, id := range append(read, beside...) {
				want := other == d && slices.Contains(read, id)
				if got := from <= id && id < to; got != want {
					t.Errorf("reading %q: %q is in the range: %v", d, id, got)
				}
			}
		}
	}
}
