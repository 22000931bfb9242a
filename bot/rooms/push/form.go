package push

import (
	"errors"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
)

// The fields of the form.
const (
	fieldModule      = "module"
	fieldCohorts     = "cohorts"
	fieldEnterprises = "enterprises"
	fieldPool        = "pool"
	fieldDay         = "day"
	fieldHour        = "hour"
	fieldNote        = "note"
)

const (
	mostOptions = 100 // of a field
	mostNote    = 500 // characters
)

// Form asks what goes to whom, and when.
func (r Room) Form(v *office.Visit) (bot.Form, bool, error) {
	args := append(v.Args(), "")
	if args[0] == askMove {
		o, ok, err := find(v.Ctx, v.Store(), args[1])
		if err != nil || !ok || !mine(v, o) && !open(v, o) {
			return bot.Form{}, false, err
		}
		ok, err = movable(v, o)
		return moveForm(v, o), ok, err
	}
	seen := v.Programme.CohortsOf(v.Member.ID)
	if args[0] != askNew && args[0] != askChange || len(seen) == 0 {
		return bot.Form{}, false, nil
	}
	o := Order{Module: args[1]}
	if args[0] == askChange {
		var ok bool
		var err error
		if o, ok, err = find(v.Ctx, v.Store(), args[1]); err != nil || !ok || o.By != v.Member.ID || o.State == Sent {
			return bot.Form{}, false, err
		}
	}
	return bot.Form{Title: v.Word("push.form.title"), Submit: v.Word("push.form.submit"), Fields: r.fields(v, o, seen)}, true, nil
}

func (Room) fields(v *office.Visit, o Order, seen []register.Entry) []bot.Field {
	var modules, cohorts, enterprises, pools []bot.FieldOption
	for _, m := range v.Script.Modules {
		modules = append(modules, bot.FieldOption{ID: m.ID, Label: m.ID + " · " + m.Title.In(v.Lang)})
	}
	for _, c := range seen {
		cohorts = append(cohorts, bot.FieldOption{ID: c.ID, Label: v.Programme.Name(register.Cohorts, c.ID)})
		for _, id := range c.List("enterprises") {
			enterprises = append(enterprises, bot.FieldOption{ID: id, Label: v.Programme.Name(register.Enterprises, id)})
		}
	}
	for _, id := range register.Pools() {
		pools = append(pools, bot.FieldOption{ID: id, Label: v.Word("push.pool." + id)})
	}
	fields := []bot.Field{
		{ID: fieldModule, Kind: bot.ChoiceField, Label: v.Word("push.form.module"), Options: modules, Value: one(o.Module)},
		{ID: fieldCohorts, Kind: bot.TicksField, Label: v.Word("push.form.cohorts"), Hint: v.Word("push.form.cohorts.help"), Options: cohorts[:min(len(cohorts), mostOptions)], Value: o.Cohorts, Optional: true},
	}
	if len(enterprises) <= mostOptions {
		fields = append(fields, bot.Field{ID: fieldEnterprises, Kind: bot.TicksField, Label: v.Word("push.form.enterprises"), Hint: v.Word("push.form.enterprises.help"), Options: enterprises, Value: o.Enterprises, Optional: true})
	}
	fields = append(fields, bot.Field{ID: fieldPool, Kind: bot.ChoiceField, Label: v.Word("push.form.pool"), Options: pools, Value: one(o.Pool), Optional: true})
	date, hour := "", ""
	if !o.At.IsZero() {
		at := o.At.In(v.Now().Location())
		date, hour = at.Format(time.DateOnly), at.Format("15:04")
	}
	return append(fields,
		bot.Field{ID: fieldDay, Kind: bot.DateField, Label: v.Word("push.form.day"), Hint: v.Word("push.form.day.help"), Value: one(date), Optional: true},
		bot.Field{ID: fieldHour, Kind: bot.TimeField, Label: v.Word("push.form.hour"), Hint: v.Word("push.form.hour.help"), Value: one(hour), Optional: true},
		bot.Field{ID: fieldNote, Kind: bot.LongField, Label: v.Word("push.form.note"), Hint: v.Word("push.form.note.help"), Value: one(o.Note), Optional: true},
	)
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// some are the values that were given.
func some(all []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool { return strings.TrimSpace(s) == "" })
}

var errMoment = errors.New("not a moment")

// filled reads the order of a form that was filled in.
func filled(v *office.Visit, id string) (Order, error) {
	o := Order{
		ID: id, Module: v.Field(fieldModule), Cohorts: some(v.Fields[fieldCohorts]), Enterprises: some(v.Fields[fieldEnterprises]),
		Pool: v.Field(fieldPool), Note: strings.TrimSpace(v.Field(fieldNote)),
		Lang: v.Lang, By: v.Member.ID, Address: string(v.Address), State: Draft,
	}
	o.Note = clip(o.Note, mostNote)
	if m, ok := moduleOf(v.Script, o.Module); ok {
		o.Module = m.ID
	}
	if o.Pool != "" && len(o.Cohorts)+len(o.Enterprises) == 0 {
		for _, c := range v.Programme.CohortsOf(v.Member.ID) {
			o.Cohorts = append(o.Cohorts, c.ID)
		}
	}
	var err error
	o.At, err = chosen(v.Field(fieldDay), v.Field(fieldHour), v.Now())
	return o, err
}

// usualHour is when something goes out for which only a day was given.
const usualHour = "09:00"

// chosen is the moment that was given; zero is at once.
func chosen(day, hour string, now time.Time) (time.Time, error) {
	day, hour = strings.TrimSpace(day), strings.TrimSpace(hour)
	if day == "" && hour == "" {
		return time.Time{}, nil
	}
	if day == "" {
		day = now.Format(time.DateOnly)
	}
	if hour == "" {
		hour = usualHour
	}
	for _, layout := range []string{"2006-01-02 15:4", "2/1/2006 15:4", "2006-01-02 15h4", "2/1/2006 15h4", "2006-01-02 15h", "2/1/2006 15h"} {
		if at, err := time.ParseInLocation(layout, day+" "+hour, now.Location()); err == nil {
			return at, nil
		}
	}
	return time.Time{}, errMoment
}

// changes is the button that opens the form of an order again.
func changes(v *office.Visit, o Order) flows.Button {
	return flows.Button{Label: v.Word("push.change"), Data: office.Press(verb, askChange, o.ID), Kind: "form"}
}
