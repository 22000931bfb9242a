package digest

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
)

// Form gives the form that a button of the room opens.
func (r Room) Form(v *office.Visit) (bot.Form, bool, error) {
	args := v.Args()
	if len(args) < 2 || !reads(v, args[1]) {
		return bot.Form{}, false, nil
	}
	switch {
	case args[0] == "when":
		s, err := settingOf(v, v.Member.ID, args[1])
		return r.whenForm(v, s), err == nil, err
	case args[0] == "book" && v.Allowed(office.ReadDigest, args[1]):
		return r.bookForm(v, args[1]), true, nil
	}
	return bot.Form{}, false, nil
}

func (Room) whenForm(v *office.Visit, s setting) bot.Form {
	day := bot.Field{ID: "day", Kind: bot.ChoiceField, Label: v.Word("digest.day"), Value: []string{strconv.Itoa(int(s.Day))}}
	for d := time.Monday; d <= time.Friday; d++ {
		day.Options = append(day.Options, bot.FieldOption{ID: strconv.Itoa(int(d)), Label: weekday(v, d)})
	}
	hour := bot.Field{ID: "hour", Kind: bot.ChoiceField, Label: v.Word("digest.hour"), Value: []string{strconv.Itoa(s.Hour)}}
	for h := 8; h < 20; h++ {
		hour.Options = append(hour.Options, bot.FieldOption{ID: strconv.Itoa(h), Label: clockOf(h)})
	}
	state := bot.Field{ID: "state", Kind: bot.ChoiceField, Label: v.Word("digest.state"), Value: []string{"on"}, Options: []bot.FieldOption{
		{ID: "on", Label: v.Word("digest.state.on")}, {ID: "off", Label: v.Word("digest.state.off")},
	}}
	if s.Off && s.Fields["state"] != "" { // who opens the form of what never came wants it
		state.Value = []string{"off"}
	}
	lang := bot.Field{ID: "lang", Kind: bot.ChoiceField, Label: v.Word("digest.lang"), Value: []string{cmp.Or(s.Lang, v.Lang)}}
	for _, l := range form.Langs() {
		lang.Options = append(lang.Options, bot.FieldOption{ID: l, Label: v.Word("digest.lang." + l)})
	}
	return bot.Form{Title: v.Word("digest.when"), Submit: v.Word("digest.keep"), Fields: []bot.Field{day, hour, lang, state}}
}

func (Room) bookForm(v *office.Visit, subject string) bot.Form {
	c, _ := v.Programme.Find(register.Cohorts, subject)
	who := bot.Field{ID: "enterprise", Kind: bot.ChoiceField, Label: v.Word("digest.book.who")}
	for _, id := range c.List("enterprises") {
		who.Options = append(who.Options, bot.FieldOption{ID: id, Label: v.Programme.Name(register.Enterprises, id)})
	}
	return bot.Form{Title: v.Word("digest.book"), Submit: v.Word("digest.keep"), Fields: []bot.Field{
		who,
		{ID: "date", Kind: bot.DateField, Label: v.Word("digest.book.date"), Hint: v.Word("digest.book.date.hint"), Value: []string{v.Now().Format(time.DateOnly)}},
		{ID: "minutes", Kind: bot.TextField, Label: v.Word("digest.book.minutes"), Hint: v.Word("digest.book.minutes.hint"), Value: []string{"60"}},
		{ID: "note", Kind: bot.LongField, Label: v.Word("digest.book.note"), Hint: v.Word("digest.book.note.hint"), Optional: true},
	}}
}

// when keeps when a digest comes, as it was filled in.
func (r Room) when(v *office.Visit, subject string) error {
	if !may(v, subject) {
		return nil
	}
	s, err := settingOf(v, v.Member.ID, subject)
	if err != nil || v.Fields == nil {
		return err
	}
	day, err := strconv.Atoi(v.Field("day"))
	hour, wrong := strconv.Atoi(v.Field("hour"))
	if err != nil || wrong != nil || day < 1 || day > 5 || hour < 8 || hour > 19 {
		return r.list(v)
	}
	s.Day, s.Hour, s.Off, s.Address = time.Weekday(day), hour, v.Field("state") == "off", v.Address
	if lang := v.Field("lang"); lang == v.Lang {
		s.Lang = "" // that of the reader, also when it changes
	} else if slices.Contains(form.Langs(), lang) {
		s.Lang = lang
	}
	if s.Next = (time.Time{}); s.comes(v) {
		s.Next = s.Plan.Next(v.Now(), country(v))
	}
	if err := s.keep(v); err != nil {
		return err
	}
	v.Wait(office.Press(verb, "weekly", subject), s.Next)
	text := when(v, s, nameOf(v, subject))
	if !s.Next.IsZero() {
		text += " " + v.Word("digest.first", "day", Speech{v.Script, v.Lang, v.Now().Location()}.day(s.Next))
	}
	v.Tell(text, []flows.Button{{Label: v.Word("digest.room"), Data: office.Press(verb)}}, v.Home())
	return nil
}

func weekday(v *office.Visit, d time.Weekday) string {
	return v.Word("digest.weekday." + strconv.Itoa(int(d)))
}

// clockOf writes an hour of the day.
func clockOf(hour int) string { return fmt.Sprintf("%d:00", hour) }
