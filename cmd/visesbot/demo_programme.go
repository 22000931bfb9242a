package main

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"

	"visesbot/adapters/web"
	"visesbot/bot"
	"visesbot/flows"
	"visesbot/flows/form"
)

// demoPage is the page: three people of a fictional programme. The names are
// first names only and stand for nobody.
func demoPage(addr, shown, dir string, clock web.Clock, store bot.Store, lived *lives) web.Config {
	media, err := fs.Sub(lived.files, "media")
	if err != nil {
		media = nil // no pictures, then
	}
	return web.Config{
		Addr: addr, Origin: "http://" + shown, Chats: demoChats(), Guest: demoGuest(), Clock: clock, Files: store, Media: media,
		Forms: &lived.forms, Samples: offeredSamples(lived.files), Log: filepath.Join(dir, "talk.jsonl"),
		Restart: func(ctx context.Context, round int, sample string) ([]web.Past, error) {
			if sample == "" {
				return nil, seedDemo(ctx, store, round)
			}
			return seedSample(ctx, store, lived, dossierIn(sample, round))
		},
	}
}

// seedSample makes the invitations of a round that begins with a sample.
func seedSample(ctx context.Context, store bot.Store, lived *lives, dossier string) ([]web.Past, error) {
	left, err := lived.of(ctx, dossier)
	if err != nil {
		return nil, err
	}
	s, round, _ := sampleOf(dossier)
	e := enterpriseOf(left)
	if err := putRegister(ctx, store, demoRegister(e, s.pool, left.Talks[0].Person.Lang, s.people, round)); err != nil {
		return nil, err
	}
	for code, i := range s.invitations(left, round) {
		if err := store.PutInvite(ctx, web.RoundCode(code, round), i); err != nil {
			return nil, fmt.Errorf("make the invitations of the demo: %w", err)
		}
	}
	return lived.past(left), nil
}

func demoChats() []web.Chat {
	enterprise := form.Text{FR: "Atelier Horizon (fictif)", NL: "Atelier Horizon (fictief)", EN: "Atelier Horizon (fictional)"}
	return []web.Chat{
		{
			Name: "staff", Code: "atelier-staff", Person: "Noor", Look: web.Phone, About: enterprise,
			Title: form.Text{FR: "Noor, de l'équipe", NL: "Noor, van het team", EN: "Noor, of the team"},
		},
		{
			Name: "colleague", Code: "atelier-colleague", Person: "Sam", Look: web.Phone, About: enterprise,
			Title: form.Text{FR: "Sam, collègue", NL: "Sam, collega", EN: "Sam, a colleague"},
		},
		{
			Name: "partner", Code: "atelier-partner", Person: "Robin", Look: web.Channel, Room: "atelier-horizon",
			Title: form.Text{FR: "Robin, du partenaire", NL: "Robin, van de partner", EN: "Robin, of the partner"},
			About: form.Text{
				FR: "Le canal de l'accompagnateur (fictif)",
				NL: "Het kanaal van de begeleider (fictief)",
				EN: "The accompanist's channel (fictional)",
			},
		},
	}
}

// demoGuest is somebody who follows the link of an invitation.
func demoGuest() *web.Chat {
	return &web.Chat{
		Look:  web.Phone,
		Title: form.Text{FR: "Une personne invitée", NL: "Iemand die uitgenodigd is", EN: "Somebody who was invited"},
		About: form.Text{
			FR: "Ouvert par le lien d'une invitation",
			NL: "Geopend met de link van een uitnodiging",
			EN: "Opened by the link of an invitation",
		},
	}
}

// seedDemo makes the invitations of one round; every round has a dossier of
// its own.
func seedDemo(ctx context.Context, store bot.Store, round int) error {
	dossier := web.RoundCode("atelier-horizon", round)
	e := form.Enterprise{ID: dossier, Name: "Atelier Horizon (fictional)", Country: "BE", Sample: true}
	if err := putRegister(ctx, store, demoRegister(e, "wi", "fr", [3]string{"Noor", "Sam", "Robin"}, round)); err != nil {
		return err
	}
	for _, c := range demoChats() {
		i := flows.Invite{Dossier: dossier, Enterprise: e, Member: demoMember(c.Name, round)}
		if c.Look == web.Channel {
			i.Role = flows.RoleAccompanist
		}
		if err := store.PutInvite(ctx, web.RoundCode(c.Code, round), i); err != nil {
			return fmt.Errorf("make the invitations of the demo: %w", err)
		}
	}
	return nil
}
