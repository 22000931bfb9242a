package push

import (
	"cmp"
	"slices"
	"strconv"

	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// mostRows is how many enterprises have a line of their own on a receipt; of
// more, each cohort has.
const mostRows = 15

// mostTitle is how much of a message stands above its receipt.
const mostTitle = 60

// receiptCard is the receipt of an order as it is now.
func receiptCard(v *office.Visit, o Order) (flows.Card, error) {
	r, err := receiptOf(v, o)
	if err != nil {
		return flows.Card{}, err
	}
	c := flows.Card{ID: cardID(o), Top: true, Lines: receiptHead(v, o, r)}
	if r.Stage == Planned || r.Stage == Withdrawn {
		if r.Stage == Planned {
			c.Buttons = append(c.Buttons, []flows.Button{moves(v, o), {Label: v.Word("push.withdraw"), Data: office.Press(verb, askWithdraw, o.ID)}})
		}
		c.Buttons = append(c.Buttons, v.Home())
		return c, nil
	}
	c.Lines = append(c.Lines, tallyLines(v, r)...)
	c.Lines = append(c.Lines, checkLines(v, o, r)...)
	if again := againButton(v, o, r); again != nil {
		c.Buttons = append(c.Buttons, again)
	}
	c.Buttons = append(c.Buttons, v.Home())
	return c, nil
}

func receiptHead(v *office.Visit, o Order, r Receipt) []flows.Line {
	title := cmp.Or(o.Module, clip(o.Say.In(v.Lang), mostTitle))
	if m, ok := moduleOf(v.Script, o.Module); ok {
		title += " · " + m.Title.In(v.Lang)
	}
	lines := []flows.Line{{Style: flows.Heading, Text: title}, {Style: flows.Body, Text: stage(v, o, r)}}
	lines = append(lines, flows.Line{Style: flows.Hint, Text: names(v, o)}, flows.Line{Style: flows.Hint, Text: v.Word("push.version", "version", o.Content, "hash", o.Hash)})
	return append(lines, versionLines(v, o, r)...)
}

func stage(v *office.Visit, o Order, r Receipt) string {
	switch r.Stage {
	case Planned:
		return planned(v, o)
	case Withdrawn:
		return v.Word("push.stage.withdrawn")
	case Going:
		return v.Word("push.stage.going", "when", when(v, o.At), "n", of(r.Delivered+r.Missed, r.People))
	}
	return v.Word("push.stage.told", "when", when(v, o.At))
}

// versionLines say that all saw the same; where the content changed meanwhile,
// who saw which.
func versionLines(v *office.Visit, o Order, r Receipt) (lines []flows.Line) {
	if r.Same() && (len(r.Versions) == 0 || r.Versions[0].Hash == o.Hash) {
		if len(r.Versions) == 0 {
			return nil
		}
		return []flows.Line{{Style: flows.Hint, Text: v.Word("push.same")}}
	}
	lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("push.differ")})
	for _, version := range r.Versions {
		var all []string
		for _, id := range version.Enterprises {
			all = append(all, v.Programme.Name(register.Enterprises, id))
		}
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: v.Word("push.saw",
			"hash", version.Hash, "n", strconv.Itoa(version.People), "enterprises", listed(all))})
	}
	return lines
}

// tallyLines count in all, and for each enterprise or cohort.
func tallyLines(v *office.Visit, r Receipt) []flows.Line {
	lines := []flows.Line{{Style: flows.Body, Text: counts(v, r, r.Tally)}}
	if r.Missed > 0 {
		lines = append(lines, flows.Line{Style: flows.Body, Text: v.Word("push.unreached", "n", strconv.Itoa(r.Missed))})
	}
	for _, row := range rows(v, r) {
		lines = append(lines, flows.Line{Style: flows.Bullet, Text: v.Word("push.row", "name", row.Enterprise, "counts", counts(v, r, row.Tally))})
	}
	return lines
}

// counts tells how many; a message is neither opened nor finished.
func counts(v *office.Visit, r Receipt, t Tally) string {
	if r.Module == "" {
		return v.Word("push.received", "delivered", of(t.Delivered, t.People))
	}
	return v.Word("push.counts", "delivered", of(t.Delivered, t.People), "started", strconv.Itoa(t.Started), "finished", strconv.Itoa(t.Finished))
}

// rows are those of the enterprises by name, or of their cohorts where they are
// many.
func rows(v *office.Visit, r Receipt) []Row {
	var all []Row
	for _, row := range r.Enterprises {
		name := v.Programme.Name(register.Enterprises, row.Enterprise)
		if len(r.Enterprises) > mostRows {
			c, _ := v.Programme.CohortOf(row.Enterprise)
			name = v.Programme.Name(register.Cohorts, c.ID)
		}
		i := slices.IndexFunc(all, func(o Row) bool { return o.Enterprise == name })
		if i < 0 {
			all, i = append(all, Row{Enterprise: name}), len(all)
		}
		all[i].add(row.Tally)
	}
	return all[:min(len(all), 2*mostRows)]
}

func (t *Tally) add(o Tally) {
	t.People, t.Delivered, t.Missed = t.People+o.People, t.Delivered+o.Delivered, t.Missed+o.Missed
	t.Started, t.Finished = t.Started+o.Started, t.Finished+o.Finished
}

// checkLines say what was misunderstood, check by check in the order of the
// module.
func checkLines(v *office.Visit, o Order, r Receipt) (lines []flows.Line) {
	few := false
	for _, c := range AskedIn(v.Script, o.Module, r.Checks, v.Lang) {
		few = few || !c.Shown()
		if c.Shown() {
			lines = append(lines, flows.Line{Style: flows.Bullet, Text: checkLine(v, c)})
		}
	}
	if few {
		lines = append(lines, flows.Line{Style: flows.Hint, Text: v.Word("push.check.few", "n", strconv.Itoa(Fewest))})
	}
	if len(lines) > 0 {
		lines = append([]flows.Line{{Style: flows.Body, Text: v.Word("push.checks")}}, lines...)
	}
	return lines
}

func checkLine(v *office.Visit, c Asked) string {
	if c.Option == "" {
		return v.Word("push.check", "check", c.Title, "wrong", of(c.Wrong, c.Answers))
	}
	return v.Word("push.check.most", "check", c.Title, "wrong", of(c.Wrong, c.Answers), "option", c.Option)
}

// againButton offers it another time to those who missed it, where there are
// any.
func againButton(v *office.Visit, o Order, r Receipt) []flows.Button {
	if r.Stage == Planned || r.Stage == Withdrawn || r.Waiting() == 0 {
		return nil
	}
	return []flows.Button{{
		Label: v.Word("push.again", "n", strconv.Itoa(r.Waiting())),
		Data:  office.Press(verb, askAgain, o.ID, strconv.Itoa(r.Rounds+1)),
	}}
}
