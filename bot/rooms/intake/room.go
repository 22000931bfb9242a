package intake

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"visesbot/bot"
	"visesbot/bot/office"
	"visesbot/bot/register"
	"visesbot/flows"
	"visesbot/flows/form"
	"visesbot/flows/parse"
)

// Room is the room of requests to take part.
type Room struct{}

const verb = "intake"

// Requests is the table of requests: name, country, pool, language, address, at,
// and state: asked, accepting, accepted or declined.
const Requests = "requests"

// What the buttons and notes of the room ask for.
const (
	language = "lang"
	ask      = "ask"
	asked    = "asked" // of a note to partners
	take     = "take"
	decline  = "decline"
	decide   = "decide"  // of a note to the mailbox of a request
	decided  = "decided" // of a note to who decided
	in       = "in"      // of a note to who asked
	out      = "out"
)

// Verb is "intake".
func (Room) Verb() string { return verb }

// Commands are what the coordination types for its setting.
func (Room) Commands() []parse.Command { return []parse.Command{parse.Intake} }

// Welcomes lets people in this room whom the programme does not know.
func (Room) Welcomes() {}

// Serve does what is asked for.
func (r Room) Serve(v *office.Visit) error {
	args := v.Args()
	switch {
	case v.Event.Note != nil:
		return r.noted(v, args[0])
	case args[0] == take || args[0] == decline:
		return r.press(v, args)
	case args[0] == setting || args[0] == set || v.Press == "" && v.Event.Kind == flows.Said && v.Member.ID != "":
		return r.settle(v, args)
	}
	open, err := Open(v)
	if err != nil {
		return err
	}
	switch {
	case !open || v.Member.ID != "" || v.Session.Dossier != "":
		v.Pass()
	case args[0] == language && len(args) == 2 && slices.Contains(form.Langs(), args[1]):
		v.Session.Lang, v.Lang = args[1], args[1]
		return r.welcome(v)
	case args[0] == ask && v.Fields != nil:
		return r.keep(v)
	default:
		return r.welcome(v)
	}
	return nil
}

// Open tells whether the programme takes requests.
func Open(v *office.Visit) (bool, error) {
	now, err := settingOf(v)
	return now.Fields["value"] == opened, err
}

// waiting is the open request of a conversation; without an ID: there is none.
func waiting(v *office.Visit) (found register.Entry, err error) {
	all, err := v.Store().Entries(v.Ctx, Requests)
	for _, e := range all {
		if e.Fields["address"] == string(v.Address) && (e.Fields["state"] == "asked" || e.Fields["state"] == "accepting") {
			found = e
		}
	}
	return found, err
}

// welcome says what can be asked for here.
func (Room) welcome(v *office.Visit) error {
	v.Session.Lang = cmp.Or(v.Session.Lang, v.Event.Person.Lang)
	already, err := waiting(v)
	if err != nil {
		return err
	}
	if already.ID != "" {
		v.Tell(v.Word("intake.waits", "enterprise", already.Fields["name"]))
		return nil
	}
	v.Say(flows.Card{Lines: []flows.Line{
		{Style: flows.Heading, Text: v.Word("intake.title")}, {Style: flows.Body, Text: v.Word("intake.body")},
	}, Buttons: [][]flows.Button{
		{{Label: v.Word("intake.ask"), Data: office.Press(verb, ask), Kind: "form"}},
		{tongue("Français", "fr"), tongue("Nederlands", "nl"), tongue("English", "en")},
	}})
	return nil
}

func tongue(label, lang string) flows.Button {
	return flows.Button{Label: label, Data: office.Press(verb, language, lang)}
}

// keep takes a request in, and shows it to partners.
func (Room) keep(v *office.Visit) error {
	name := strings.Join(strings.Fields(v.Field("name")), " ")
	if !slices.Contains(v.Fields["consent"], "yes") || name == "" || len(name) > 200 {
		v.Tell(v.Word("intake.noconsent"), []flows.Button{{Label: v.Word("intake.ask"), Data: office.Press(verb, ask), Kind: "form"}})
		return nil
	}
	already, err := waiting(v)
	if err != nil {
		return err
	}
	if already.ID != "" && already.ID != v.ID() {
		v.Tell(v.Word("intake.waits", "enterprise", already.Fields["name"]))
		return nil
	}
	e := register.Entry{Table: Requests, ID: v.ID(), Fields: map[string]string{
		"name": name, "country": v.Field("country"), "pool": v.Field("pool"), "language": v.Field("language"),
		"address": string(v.Address), "at": v.Now().UTC().Format(time.RFC3339), "state": "asked",
	}}
	if err := v.Keep(e); err != nil {
		return err
	}
	for _, p := range v.Programme.All(register.People) {
		if !decides(p) {
			continue
		}
		at, err := v.Reached(p.ID)
		if err != nil {
			return err
		}
		if len(at) > 0 {
			v.Post(at[0], asked+e.ID, flows.Note{Kind: office.Press(verb, asked), Fields: map[string]string{"id": e.ID}}, v.Now())
		}
	}
	v.Session.Lang = cmp.Or(e.Fields["language"], v.Session.Lang)
	v.Lang = v.Session.Lang
	v.Tell(v.Word("intake.kept", "enterprise", name))
	return nil
}

// decides tells whether somebody may accept a request.
func decides(p register.Entry) bool {
	return p.Fields["role"] == register.Coordinator || p.Fields["role"] == register.Accompanist
}

// Form asks who wants to take part, or into which cohort they come.
func (Room) Form(v *office.Visit) (bot.Form, bool, error) {
	args := v.Args()
	switch {
	case args[0] == ask && v.Member.ID == "":
		open, err := Open(v)
		return request(v), open, err
	case args[0] == take && len(args) == 2 && decides(v.Member):
		options := []bot.FieldOption{{ID: "none", Label: v.Word("intake.nocohort")}}
		for _, c := range v.Programme.CohortsOf(v.Member.ID) {
			options = append(options, bot.FieldOption{ID: c.ID, Label: c.Fields["name"]})
		}
		return bot.Form{Title: v.Word("intake.take"), Submit: v.Word("intake.take"), Fields: []bot.Field{
			{ID: "cohort", Kind: bot.ChoiceField, Label: v.Word("intake.cohort"), Options: options[:min(len(options), 100)]},
		}}, true, nil
	}
	return bot.Form{}, false, nil
}

func request(v *office.Visit) bot.Form {
	choice := func(id, label string, options ...bot.FieldOption) bot.Field {
		return bot.Field{ID: id, Kind: bot.ChoiceField, Label: label, Options: options}
	}
	return bot.Form{Title: v.Word("intake.form"), Submit: v.Word("intake.send"), Fields: []bot.Field{
		{ID: "name", Kind: bot.TextField, Label: v.Word("intake.name")},
		choice("country", v.Word("intake.country"), bot.FieldOption{ID: "BE", Label: v.Word("intake.be")}, bot.FieldOption{ID: "FR", Label: v.Word("intake.fr")}),
		choice("pool", v.Word("intake.pool"), bot.FieldOption{ID: "wi", Label: v.Word("intake.pool.wi")},
			bot.FieldOption{ID: "solidarity", Label: v.Word("intake.pool.solidarity")}, bot.FieldOption{ID: "other", Label: v.Word("intake.pool.other")}),
		choice("language", v.Word("intake.language"), bot.FieldOption{ID: "fr", Label: "Français"},
			bot.FieldOption{ID: "nl", Label: "Nederlands"}, bot.FieldOption{ID: "en", Label: "English"}),
		{ID: "consent", Kind: bot.TicksField, Label: v.Word("intake.consent"), Options: []bot.FieldOption{{ID: "yes", Label: v.Word("intake.consent.yes")}}},
	}}
}
