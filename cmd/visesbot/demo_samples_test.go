package main

import (
	"testing"

	"github.com/chromedp/chromedp"

	"visesbot/adapters/web/webtest"
)

// TestBrowserSamples looks into each enterprise that the demo may begin with:
// what was said is there, everybody goes on where they were left, and one can
// begin from nothing again.
func TestBrowserSamples(t *testing.T) {
	d := startDemo(t)
	b := webtest.Open(t, d.url, 1400, 900)
	b.See("staff", "Welcome")
	choose := func(name string) {
		b.Do(chromedp.Click(chromedp.CSS("#restart")))
		b.Wait(`document.querySelector("#samples [value=daycentre]")`)
		b.Shot("choose")
		b.Do(chromedp.Click(chromedp.CSS(`#sure [value=` + name + `]`)))
	}
	choose("daycentre")
	b.See("staff", "Votre prochaine récolte")
	b.See("partner", "Étape clôturée")
	b.Wait(`document.querySelector("#pane-staff .caption h2").textContent === "Claire, of the team"`)
	b.Shot("daycentre")
	b.Say("staff", "récapitulatif")
	b.See("staff", "P2-01 Critère")
	choose("shop")
	b.Wait(`document.querySelector("#pane-colleague .caption h2").textContent === "Wout, a colleague"`)
	b.See("colleague", "Le Panier commun")
	b.Say("colleague", "vragen beantwoorden")
	b.See("colleague", "Wat is jullie antwoord?")
	b.Shot("shop")
	choose("bicycles")
	b.See("staff", "Alle voorziene stappen zijn afgesloten")
	b.Say("staff", "overzicht")
	b.See("staff", "Overzicht: Analyse en valorisatie")
	b.Shot("bicycles")
	choose("yes")
	b.See("staff", "Welcome")
	b.Wait(`document.querySelector("#pane-staff .caption h2").textContent === "Noor, of the team"`)
}
