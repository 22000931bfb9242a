package register

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// synonyms are what people write in French, Dutch and English for a table, a
// column or a value, without accents and in small letters. FR is the country, fr
// the language.
func synonyms(word string) []string {
	return map[string][]string{
		// tables and columns
		Partners:       {"partenaires"},
		Targets:        {"objectifs", "doelen", "doelstellingen"},
		Federations:    {"federaties"},
		Enterprises:    {"entreprises", "ondernemingen"},
		People:         {"personnes", "personen", "mensen"},
		Cohorts:        {"cohortes", "cohorten"},
		"id":           {"identifiant", "identificatie"},
		"name":         {"nom", "naam"},
		"country":      {"pays", "land"},
		"language":     {"langue", "taal"},
		"languages":    {"langues", "talen"},
		"status":       {"statut", "statuut"},
		"kind":         {"type", "soort"},
		"target":       {"objectif", "vise", "doel", "doelstelling", "streefdoel"},
		"realised":     {"realise", "atteint", "gerealiseerd", "bereikt"},
		"partner":      {"partenaire"},
		"hours":        {"heures", "uren"},
		"role":         {"rol"},
		Left:           {"parti", "partie", "vertrokken"},
		"yes":          {"oui", "ja", "x"},
		"no":           {"non", "nee"},
		"accompanists": {"accompagnateurs", "accompagnatrices", "begeleiders"},
		// values; some are columns too
		"BE":         {"belgique", "belgie", "belgium"},
		"FR":         {"france", "frankrijk"},
		"fr":         {"francais", "frans", "french"},
		"nl":         {"neerlandais", "nederlands", "dutch"},
		"en":         {"anglais", "engels", "english"},
		"wi":         {"insertion", "inschakeling", "work integration"},
		"solidarity": {"solidarite", "solidariteit"},
		"other":      {"autre", "autres", "ander", "andere", "anders"},
		"operator":   {"operateur", "operatrice"},
		"associated": {"associe", "associee", "geassocieerd"},
		"research":   {"recherche", "onderzoek"},
		"network":    {"reseau", "netwerk"},
		"federation": {"federatie"},
		"enterprise": {"entreprise", "onderneming"},
		Staff:        {"personnel", "equipe", "medewerker", "medewerkster"},
		Delegate:     {"delegue", "deleguee", "afgevaardigde"},
		Accompanist:  {"accompagnateur", "accompagnatrice", "begeleider", "begeleidster"},
		Trainer:      {"formateur", "formatrice", "opleider", "opleidster"},
		Researcher:   {"chercheur", "chercheuse", "onderzoeker", "onderzoekster"},
		Coordinator:  {"coordinateur", "coordinatrice"},
		Financier:    {"financeur", "bailleur", "financierder"},
	}[word]
}

// meant finds which of some words somebody wrote, or wrote a synonym of. What stands
// there as it is kept is found without folding.
func meant(written string, words []string) (string, bool) {
	for _, w := range words {
		if strings.EqualFold(w, written) {
			return w, true
		}
	}
	for _, w := range words {
		if means(written, w) {
			return w, true
		}
	}
	return "", false
}

// means tells whether somebody wrote a word of the register, or a synonym of it.
func means(written, word string) bool {
	if strings.EqualFold(written, word) {
		return true
	}
	plain := folded(written)
	return plain == strings.ToLower(word) || slices.Contains(synonyms(word), plain)
}

// folded is a text in small letters, without accents and with single spaces.
func folded(s string) string {
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
	return strings.Join(strings.Fields(bare), " ")
}
