package formtest

import (
	"fmt"
	"time"

	"visesbot/flows/form"
)

// Value makes an answer by chance that is of the right form for a question;
// its constraints may speak against it.
func Value(dice Dice, d *form.Dossier, q *form.Question, p form.Place) form.Value {
	n := float64(dice.Roll(11))
	switch q.Type {
	case form.Scale5:
		n = float64(1 + dice.Roll(5))
		return form.Value{Number: &n}
	case form.Number, form.Money:
		return form.Value{Number: &n}
	case form.Date:
		return form.Value{Date: someDay(dice)}
	case form.Period:
		from := someDay(dice)
		return form.Value{Date: from, Until: from.AddDate(0, dice.Roll(3), 0)}
	case form.ShortTxt, form.LongTxt:
		return form.Value{Text: Choose(dice, []string{"red", "green", "blue"})}
	case form.FileType:
		return form.Value{Files: []form.File{{ID: fmt.Sprint("f", dice.Roll(3)), Name: "a.jpg"}}}
	case form.Ref:
		return form.Value{Choices: some(dice, texts(d.Choosable(q, p)), q)}
	case form.Repeat:
		return form.Value{Choices: ids(own(d, q, p))}
	}
	var offered []string
	for _, o := range d.Offered(q, p) {
		offered = append(offered, o.ID)
	}
	return form.Value{Choices: some(dice, offered, q)}
}

func someDay(dice Dice) time.Time {
	return time.Date(2026, time.Month(1+dice.Roll(12)), 1+dice.Roll(28), 0, 0, 0, 0, time.UTC)
}

// own are the live items of the list that a repeat question fills.
func own(d *form.Dossier, q *form.Question, p form.Place) []form.Path {
	return d.Items(q.Adds, p.Path())
}

func texts(paths []form.Path) []string {
	var out []string
	for _, p := range paths {
		out = append(out, string(p))
	}
	return out
}

// some picks as many as a question takes.
func some(dice Dice, from []string, q *form.Question) []string {
	n := max(1, q.Least()) + dice.Roll(3)
	if most := q.Most(); most > 0 {
		n = min(n, most)
	}
	left := append([]string{}, from...)
	var out []string
	for range n {
		if len(left) == 0 {
			break
		}
		i := dice.Roll(len(left))
		out = append(out, left[i])
		left = append(left[:i], left[i+1:]...)
	}
	return out
}
