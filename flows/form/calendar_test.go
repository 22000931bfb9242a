package form_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"visesbot/flows/form"
	. "visesbot/flows/form/formtest"
)

// collection asks what is followed, when first and how often, and then for a
// value at every moment.
func collection() *form.Questionnaire {
	rp, in := Items("respondent", nil), Items("in", nil)
	me := Items("me", in)
	me.Max = 12
	rp.Prefix = "rp"
	moments := Ask("M", form.Repeat, Adds(me), Choices(1, 12))
	moments.Question.Calendar = &form.Calendar{
		First: "in.first", Every: "in.often", Until: "over", Who: "in.who", Span: "me.span",
	}
	plan := Phase("plan",
		Ask("R", form.Repeat, Adds(rp), Choices(0, 5)),
		Ask("O", form.Period, Name("over")),
		Ask("I", form.Repeat, Adds(in), Choices(0, 5)),
		Loop(in, "",
			Ask("F", form.Date, Name("first")),
			Ask("E", form.Single, Name("often"), Options("once", "month", "quarter", "half", "year", "pathway")),
			Ask("W", form.Ref, Name("who"), Of(rp), Choices(1, 1)),
			moments,
			Loop(me, "", Ask("S", form.Period, Name("span")), Ask("V", form.Number, Name("value"), Text("Value of {me}?")), Ask("C", form.Scale5, Name("trust")))))
	return Make([]*form.Collection{rp, in, me}, plan, Phase("end", Ask("Z", form.YesNo)))
}

func day(s string) time.Time {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return t
}

func on(s string) form.Value { return form.Value{Date: day(s)} }

// planned is a desk on which one thing is followed.
func planned(t *testing.T, first, often, end string) *desk {
	s := newDesk(t, collection())
	s.give("O", form.Value{Date: day("2027-01-01"), Until: day(end)})
	s.add("I", "calls")
	s.give("F@in1", on(first))
	s.give("E@in1", form.Value{Choices: []string{often}})
	return s
}

// wait lets time pass to the morning of a day, and collects.
func (s *desk) wait(until string) {
	s.t.Helper()
	s.now = day(until).Add(9 * time.Hour)
	s.do("wait until "+until, func(d *form.Dossier) { d.Collect() })
}

// dates writes the calendar down: "me1 2027-03-31 due".
func (s *desk) dates() string {
	var out []string
	for _, m := range s.look().Moments("M@in1") {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", m.Item.ID(), m.Due.Format(time.DateOnly), m.Fate)))
	}
	return strings.Join(out, ", ")
}

func (s *desk) calendar(want string) {
	s.t.Helper()
	if got := s.dates(); got != want {
		s.fail("the calendar is\n%s, want\n%s", got, want)
	}
}

// TestMoments: each moment comes when it is due, with its period, and is asked
// about; nothing is asked before.
func TestMoments(t *testing.T) {
	s := planned(t, "2027-03-31", "quarter", "2027-12-31")
	s.want(map[form.Place]form.Status{"M@in1": form.Settled})
	s.wait("2027-03-30")
	s.calendar("2027-03-31 to come, 2027-06-30 to come, 2027-09-30 to come, 2027-12-31 to come")
	s.wait("2027-03-31")
	s.calendar("me1 2027-03-31 due, 2027-06-30 to come, 2027-09-30 to come, 2027-12-31 to come")
	s.want(map[form.Place]form.Status{"S@in1/me1": form.Settled, "V@in1/me1": form.ToAsk})
	if got := s.look().Label("in1/me1", "nl"); got != "1e kwartaal 2027" {
		t.Errorf("the moment is called %q", got)
	}
	s.give("V@in1/me1", n(3))
	s.wait("2027-07-02") // a few days late
	s.calendar("me1 2027-03-31 collected, me2 2027-06-30 due, 2027-09-30 to come, 2027-12-31 to come")
}

// TestMissedMoments: what nobody answered before the next was due is missed: it
// is asked no more, but may be; it makes no difference whether anybody looked
// meanwhile.
func TestMissedMoments(t *testing.T) {
	want := "me1 2027-01-31 missed, me2 2027-02-28 missed, me3 2027-03-31 due, 2027-04-30 to come"
	slept := planned(t, "2027-01-31", "month", "2027-05-30")
	slept.wait("2027-04-03")
	slept.calendar(want)
	looked := newDesk(t, collection())
	looked.now = day("2027-01-02")
	looked.give("O", form.Value{Date: day("2027-01-01"), Until: day("2027-05-30")})
	looked.add("I", "calls")
	looked.give("F@in1", on("2027-01-31"))
	looked.give("E@in1", form.Value{Choices: []string{"month"}})
	for _, d := range []string{"2027-01-31", "2027-02-05", "2027-02-28", "2027-03-31", "2027-04-01"} {
		looked.wait(d)
	}
	looked.calendar(want)
	if open := fmt.Sprint(looked.look().Recount()); strings.Contains(open, "me1") || !strings.Contains(open, "V@in1/me3") {
		t.Errorf("open are %s", open)
	}
	looked.restore("in1/me1")
	looked.give("V@in1/me1", n(2))
	looked.wait("2027-04-30")
	looked.calendar("me1 2027-01-31 collected, me2 2027-02-28 missed, me3 2027-03-31 missed, me4 2027-04-30 due")
}

// TestChangedPlan: another date or rhythm moves what is to come; what was
// collected stays, and nothing is dropped.
func TestChangedPlan(t *testing.T) {
	s := planned(t, "2027-03-31", "quarter", "2027-12-31")
	s.wait("2027-03-31")
	s.give("V@in1/me1", n(3))
	s.give("E@in1", form.Value{Choices: []string{"half"}})
	s.give("F@in1", on("2027-04-30"))
	s.calendar("me1 2027-03-31 collected, 2027-04-30 to come, 2027-10-31 to come")
	s.wait("2027-05-01")
	s.calendar("me1 2027-03-31 collected, me2 2027-04-30 due, 2027-10-31 to come")
	s.give("F@in1", on("2027-06-30"))
	s.wait("2027-05-02")
	s.calendar("me1 2027-03-31 collected, 2027-06-30 to come, 2027-12-31 to come")
	if open := fmt.Sprint(s.look().Recount()); strings.Contains(open, "me2") {
		t.Errorf("a moment that is planned no more is still asked: %s", open)
	}
}

// TestPlansAreKeptUp: the head knows when to look again, and whose it is.
func TestPlansAreKeptUp(t *testing.T) {
	s := planned(t, "2027-03-31", "quarter", "2027-06-30")
	s.plans("M@in1 2027-03-31 ")
	s.add("R", "Noor")
	s.give("W@in1", pick("rp1"))
	s.plans("M@in1 2027-03-31 rp1")
	s.wait("2027-03-31")
	s.plans("M@in1 2027-06-30 rp1")
	s.wait("2027-07-01")
	s.plans("M@in1 0001-01-01 rp1")
	s.archive("in1")
	s.plans("")
	s.restore("in1")
	s.plans("M@in1 0001-01-01 rp1")
	s.put(form.Answer{Place: "E@in1", State: form.Unknown, Author: me()})
	s.plans("")
}

func (s *desk) plans(want string) {
	s.t.Helper()
	var out []string
	for _, p := range s.look().Head().Plans {
		out = append(out, fmt.Sprintf("%s %s %s", p.Place, p.Next.Format(time.DateOnly), p.Who))
	}
	if got := strings.Join(out, ", "); got != want {
		s.fail("the plans are %q, want %q", got, want)
	}
}

// TestNothingCollected: a phase waits for one value at least, or for the reason
// why there is none; once it is closed, nothing is collected any more.
func TestNothingCollected(t *testing.T) {
	s := planned(t, "2027-03-31", "quarter", "2027-12-31")
	s.add("R", "Noor")
	s.give("R", pick("rp1"))
	s.give("I", pick("in1"))
	s.give("W@in1", pick("rp1"))
	s.gaps("M@in1")
	s.put(form.Answer{Place: "M@in1", State: form.NotApplicable, Reason: "no register", Author: me()})
	s.gaps("")
	s.put(form.Answer{Place: "M@in1", State: form.Unknown, Due: day("2028-01-01"), Author: me()})
	s.gaps("M@in1")
	s.wait("2027-03-31")
	s.gaps("V@in1/me1 C@in1/me1 M@in1")
	s.give("V@in1/me1", n(3))
	s.give("C@in1/me1", n(3))
	s.gaps("")
	s.close(true)
	s.wait("2027-06-30")
	s.calendar("me1 2027-03-31 collected, 2027-06-30 to come, 2027-09-30 to come, 2027-12-31 to come")
}

// TestRhythms: periods and days of each rhythm; the last day of a month is the
// last day of all of them.
func TestRhythms(t *testing.T) {
	for _, c := range []struct{ first, often, end, want string }{
		{"2027-03-15", "once", "2027-12-31", "1 January 2027 – 15 March 2027"},
		{"2027-01-31", "month", "2027-04-30", "January 2027; February 2027; March 2027; April 2027"},
		{"2027-01-30", "month", "2027-03-30", "31 December 2026 – 30 January 2027 at 30; 31 January 2027 – 28 February 2027 at 28; 1 March 2027 – 30 March 2027 at 30"},
		{"2027-04-05", "quarter", "2027-08-01", "1st quarter 2027; 2nd quarter 2027"},
		{"2027-05-25", "quarter", "2027-08-31", "26 February 2027 – 25 May 2027; 26 May 2027 – 25 August 2027"},
		{"2027-05-31", "quarter", "2027-06-30", "March – May 2027"},
		{"2027-06-30", "half", "2027-12-31", "1st half of 2027; 2nd half of 2027"},
		{"2027-12-31", "year", "2028-12-31", "2027; 2028"},
		{"2027-02-01", "pathway", "2027-09-30", "1 February 2027; 2 February 2027 – 30 September 2027"},
		{"2028-02-01", "month", "2027-12-31", "January 2028"}, // after the end: once all the same
	} {
		s := planned(t, c.first, c.often, c.end)
		var got []string
		for _, m := range s.look().Moments("M@in1") {
			name := m.Name("en")
			if strings.Contains(c.want, " at ") {
				name += fmt.Sprint(" at ", m.Due.Day())
			}
			got = append(got, name)
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("%s, %s: %s, want %s", c.first, c.often, all, c.want)
		}
	}
}

// TestMomentsAreBounded: a list never grows beyond its collection, however long
// the period is.
func TestMomentsAreBounded(t *testing.T) {
	s := planned(t, "2027-01-31", "month", "2099-12-31")
	s.wait("2040-01-01")
	if got := s.look().Moments("M@in1"); len(got) != 12 || len(s.look().Items(s.q.Collections[2], "in1")) != 1 {
		t.Errorf("%d moments: %v", len(got), s.dates())
	}
}

// TestMomentsArePiped by their names, in the language of who reads.
func TestMomentsArePiped(t *testing.T) {
	s := planned(t, "2027-03-31", "month", "2027-06-30")
	s.wait("2027-03-31")
	at := form.At("V", s.look().Moments("M@in1")[0].Item)
	value, _ := s.look().Questionnaire().Question("V")
	for lang, want := range map[string]string{"nl": "Value of maart 2027?", "en": "Value of March 2027?"} {
		if got := s.look().Text(value.Text, at, lang); got != want {
			t.Errorf("in %s it reads %q, want %q", lang, got, want)
		}
	}
}

// TestCalendarFaults: what a calendar goes by has to be there, and be of the
// right kind.
func TestCalendarFaults(t *testing.T) {
	for want, c := range map[string]form.Calendar{
		"first":  {First: "in.often", Every: "in.often"},
		"every":  {First: "in.first", Every: "in.first"},
		"until":  {First: "in.first", Every: "in.often", Until: "in.first"},
		"who":    {First: "in.first", Every: "in.often", Who: "over"},
		"span":   {First: "in.first", Every: "in.often", Span: "over.start"},
		"needs":  {First: "in.first"},
		"rhythm": {First: "in.first", Every: "in.trust"},
	} {
		q := collection()
		i := slices.IndexFunc(q.Questions(), func(q *form.Question) bool { return q.ID == "M" })
		q.Questions()[i].Calendar = &c
		if want == "rhythm" {
			other := *q.Questions()[i]
			other.Calendar = &form.Calendar{First: "in.first", Every: "in.often"}
			q.Questions()[i].Calendar.Every = "in.often"
			q.Questions()[slices.IndexFunc(q.Questions(), func(q *form.Question) bool { return q.ID == "E" })].Options[0].ID = "daily"
		}
		if faults := q.Link(); !slices.ContainsFunc(faults, func(f form.Fault) bool { return f.Rule == "calendar" && strings.Contains(f.Message, want) }) {
			t.Errorf("%s: %v", want, faults)
		}
	}
}

// TestOthersMoments: a moment is asked of whoever sees to it; of everybody while
// that one does not talk with the bot.
func TestOthersMoments(t *testing.T) {
	s := planned(t, "2027-03-31", "quarter", "2027-12-31")
	s.add("R", "Noor")
	s.add("R", "Sam")
	s.give("R", pick("rp1", "rp2"))
	s.give("I", pick("in1"))
	s.give("W@in1", pick("rp2"))
	s.wait("2027-03-31")
	noor, sam := who("rp1", "management"), who("rp2", "worker")
	s.next(noor, "V@in1/me1")
	s.do("Sam comes in", func(d *form.Dossier) { d.Claim(d.Join(form.Person{Address: "phone:2"}).ID, "rp2") })
	s.next(noor, "")
	s.next(sam, "V@in1/me1")
	if keeper := s.look().Keeper(s.look().Head().Plans[0]); keeper == nil || keeper.Respondent != "rp2" {
		t.Errorf("the keeper is %+v", keeper)
	}
}
