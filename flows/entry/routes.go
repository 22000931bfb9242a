package entry

import (
	"visesbot/flows"
	"visesbot/flows/parse"
	"visesbot/flows/talk"
)

// Routes are the ways into a talk.
func Routes() talk.Routes {
	return talk.Routes{
		Presses: map[flows.Verb]talk.Press{
			flows.VerbLang:    {May: talk.Everyone, Early: true, Do: chooseLanguage},
			flows.VerbLangs:   {May: talk.Everyone, Early: true, Do: func(t *talk.Turn, _ string) { offerLanguages(t) }},
			flows.VerbConsent: {May: talk.Inside, Early: true, Do: func(t *talk.Turn, arg string) { consent(t, arg == "yes") }},
			flows.VerbIAm:     {May: talk.Staff, Early: true, Do: iAm},
			flows.VerbName:    {May: talk.Staff | talk.Delegate, Early: true, Do: named},
			flows.VerbInvite:  {May: talk.Own, Do: invite},
			flows.VerbLink:    {May: talk.Inside, Do: talk.Plain(link)},
		},
		Commands: map[parse.Command]talk.Command{
			parse.Language: {May: talk.Everyone, Do: talk.Leaving(ChangeLanguage)},
			parse.Invite:   {May: talk.Own, Do: talk.Leaving(func(t *talk.Turn, _ string) { invite(t, "") })},
			parse.Link:     {May: talk.Inside, Do: talk.Leaving(talk.Plain(link))},
		},
		Expects: map[flows.Expectation]talk.Expected{
			flows.ExpectInvite: {May: talk.Own, Do: inviteNamed},
		},
	}
}
