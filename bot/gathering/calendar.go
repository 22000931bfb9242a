package gathering

import (
	"bytes"
	"strconv"

	ics "github.com/arran4/golang-ical"

	"visesbot/bot/office"
	"visesbot/flows/form"
)

// Page is what a calendar shows of a gathering besides its time and place.
type Page struct {
	UID  string                   // the same for as long as it exists
	Who  string                   // whom it is for
	Kind func(lang string) string // what it is
	Off  bool                     // it does not take place
}

// File names the file for people's own calendars in a language, as it was kept;
// false when there is none.
func (g Gathering) File(name, lang string) (form.File, bool) {
	size, err := strconv.ParseInt(g.Fields["size."+lang], 10, 64)
	return form.File{ID: g.fileID(name) + "-" + lang, Name: "vises.ics", Type: "text/calendar", Size: size}, err == nil
}

func (g Gathering) fileID(name string) string {
	return name + "-" + g.ID + "-" + strconv.Itoa(g.Sequence())
}

// Calendars keeps the file for people's own calendars in every language, notes its
// sizes, and gives the fields by which a note brings it.
func (g Gathering) Calendars(v *office.Visit, name string, p Page) (map[string]string, error) {
	fields := map[string]string{"file": g.fileID(name)}
	for _, lang := range form.Langs() {
		text := []byte(g.calendar(v, lang, p))
		fields["size."+lang] = strconv.Itoa(len(text))
		g.Fields["size."+lang] = fields["size."+lang]
		f, _ := g.File(name, lang)
		if err := v.Store().PutFile(v.Ctx, f, bytes.NewReader(text)); err != nil {
			return nil, err
		}
	}
	return fields, nil
}

// calendar writes a gathering as iCalendar does (RFC 5545). Its UID stays the same
// and its SEQUENCE rises, so that calendars take a later one for the same.
func (g Gathering) calendar(v *office.Visit, lang string, p Page) string {
	c := ics.NewCalendarFor("VISES")
	c.SetMethod(ics.MethodPublish)
	e := c.AddEvent(p.UID)
	e.SetSequence(g.Sequence())
	e.SetDtStampTime(v.Now())
	e.SetStartAt(g.At)
	e.SetEndAt(g.End)
	e.SetSummary(g.Fields["title"], in(g.Fields["lang"]))
	e.SetStatus(ics.ObjectStatusConfirmed)
	e.SetOrganizer("invalid:nomail", ics.WithCN(p.Who))
	about := p.Kind(lang)
	if g.Fields["note"] != "" {
		about += "\n" + g.Fields["note"]
	}
	if g.Fields["link"] != "" {
		about += "\n" + v.WordIn(lang, "meet.link") + " : " + g.Fields["link"]
		e.SetURL(g.Fields["link"])
	}
	e.SetDescription(about, in(lang))
	if g.Fields["place"] != "" {
		e.SetLocation(g.Fields["place"])
	}
	if p.Off {
		c.SetMethod(ics.MethodCancel)
		e.SetStatus(ics.ObjectStatusCancelled)
	}
	return c.Serialize()
}

// in says in which language a text is.
func in(lang string) ics.PropertyParameter {
	return &ics.KeyValues{Key: string(ics.ParameterLanguage), Value: []string{lang}}
}
