package main

import (
	"io/fs"

	"visesbot/adapters/web"
	"visesbot/flows/form"
)

// sample is a fictional enterprise that the demo may begin with: the talk of a
// transcript, as far as a remark of it.
type sample struct {
	name       string
	transcript string
	until      string // what the remark begins with; empty: to the end
	cycle      string // the remark at which the first cycle is over; empty: the end
	title      form.Text
	about      form.Text
	pool       string
	people     [3]string // on the two phones, and the partner's; as in the transcript: me, a colleague, the accompanist
}

// demoSamples are one enterprise of each pool, each in another phase.
func demoSamples() []sample {
	return []sample{
		{
			name: "daycentre", pool: "solidarity", transcript: "transcripts/fr-diagnosis-solidarity.txt", until: "More than a year later", cycle: "The next cycle",
			title: form.Text{FR: "Un accueil de jour, phase 2", NL: "Een dagopvang, fase 2", EN: "A day centre, phase 2"},
			about: form.Text{
				FR: "Solidarité, en français. Le plan de récolte est prêt ; les premières valeurs manquent.",
				NL: "Solidariteit, in het Frans. Het plan ligt klaar; de eerste waarden ontbreken nog.",
				EN: "Solidarity, in French. The plan is ready; the first values are still missing.",
			},
			people: [3]string{"Claire", "Karim", "Odile"},
		},
		{
			name: "shop", pool: "other", transcript: "transcripts/fr-nl-cycle-other.txt", until: "The answer to the question", cycle: "The new year",
			title: form.Text{FR: "Une coopérative, phase 3", NL: "Een coöperatie, fase 3", EN: "A co-operative, phase 3"},
			about: form.Text{
				FR: "Autre ESS, en deux langues. Les résultats sont lus ; la réponse reste à écrire.",
				NL: "Andere SSE, in twee talen. De resultaten zijn gelezen; het antwoord moet nog geschreven worden.",
				EN: "Other SSE, in two languages. The results are read; the answer is still to be written.",
			},
			people: [3]string{"Ines", "Wout", "Robin"},
		},
		{
			name: "bicycles", pool: "wi", transcript: "transcripts/nl-diagnosis-wi.txt",
			title: form.Text{FR: "Un atelier vélo, cycle terminé", NL: "Een fietsatelier, cyclus rond", EN: "A bicycle workshop, cycle closed"},
			about: form.Text{
				FR: "Insertion, en néerlandais. Du mandat à la valorisation, tout est clôturé.",
				NL: "Inschakeling, in het Nederlands. Van mandaat tot valorisatie is alles afgesloten.",
				EN: "Work integration, in Dutch. From mandate to valorisation, everything is closed.",
			},
			people: [3]string{"Lies", "Anna", "Bert"},
		},
	}
}

// offeredSamples are those whose transcripts the content has.
func offeredSamples(files fs.FS) []web.Sample {
	var all []web.Sample
	for _, s := range demoSamples() {
		if _, err := fs.Stat(files, s.transcript); err == nil {
			all = append(all, web.Sample{Name: s.name, Title: s.title, About: s.about, Chats: s.chats()})
		}
	}
	return all
}

// chats are those of the demo, with other people.
func (s sample) chats() []web.Chat {
	chats := demoChats()
	of := [3]form.Text{
		{FR: ", de l'équipe", NL: ", van het team", EN: ", of the team"},
		{FR: ", collègue", NL: ", collega", EN: ", a colleague"},
		{FR: ", du partenaire", NL: ", van de partner", EN: ", of the partner"},
	}
	for i := range chats {
		c := &chats[i]
		c.Code, c.Person = s.name+"-"+c.Name, s.people[i]
		c.Title = form.Text{FR: c.Person + of[i].FR, NL: c.Person + of[i].NL, EN: c.Person + of[i].EN}
		if c.Look == web.Channel {
			c.Room = s.name
			continue
		}
		c.About = s.title
	}
	return chats
}
