package parse

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"go.yaml.in/yaml/v3"
)

func TestReadCommand(t *testing.T) {
	for cmd, texts := range map[Command][]string{
		Start:         {"/start", "start", "Start!", "/START", "démarrer", "commencer", "starten", "/start@visesbot"},
		Help:          {"/help", "/vises", "help", "aide", "hulp", "Aide !", "/aide", "/hulp", "?", "??", "help!"},
		Menu:          {"/menu", "menu", "Menu", "hoofdmenu"},
		Next:          {"/next", "next", "suivant", "volgende", "verder", "continuer", "continue", "go on", "ga verder"},
		Back:          {"/back", "back", "terug", "retour", "vorige", "précédent", "precedent", "previous", "Terug.", "⬅️ Terug", "← Retour", "RETOUR", " terug ", "go back"},
		Skip:          {"/skip", "skip", "passer", "overslaan", "sla over", "/passer", "/overslaan", "skip this question", "Passer cette question"},
		Later:         {"later", "/later", "plus tard", "Plus tard", "/plus_tard", "/plus tard", "not now", "niet nu", "Later."},
		Pause:         {"pause", "/pause", "pauze", "/pauze", "faire une pause"},
		Unknown:       {"weet ik nog niet", "Weet ik nog niet.", "ik weet het nog niet", "geen idee", "je ne sais pas encore", "je ne sais pas", "Je ne sais pas !", "j'sais pas", "aucune idée", "don't know yet", "don’t know yet", "dont know yet", "I don't know", "no idea", "/unknown", "unknown", "weet niet", "inconnu", "onbekend", "/weet_ik_nog_niet"},
		NotApplicable: {"n.v.t.", "nvt", "NVT", "N.v.t", "sans objet", "Sans objet.", "not applicable", "n/a", "N/A", "niet van toepassing", "non applicable", "s.o.", "/notapplicable"},
		AskOther:      {"ask someone else", "vraag iemand anders", "demander à quelqu'un d'autre", "demander à un collègue", "/ask", "ask a colleague"},
		Why:           {"waarom?", "pourquoi ?", "why?", "why", "/why", "Pourquoi\u00a0?", "waarom deze vraag?", "Pourquoi cette question ?"},
		Feedback:      {"feedback", "/feedback", "remarque", "opmerking"},
		Done:          {"klaar", "Klaar!", "terminé", "termine", "done", "/done", "fini", "j'ai fini", "I'm done", "gedaan"},
		Review:        {"overzicht", "récapitulatif", "recapitulatif", "review", "/review", "/overzicht", "mes réponses", "my answers"},
		Change:        {"wijzigen", "modifier", "change", "/change", "/wijzigen", "antwoord wijzigen", "modifier une réponse"},
		Language:      {"taal", "langue", "language", "/language", "/taal", "/langue", "changer de langue"},
		Progress:      {"voortgang", "progression", "progress", "/progress", "Où en suis-je ?"},
		Modules:       {"module", "modules", "/modules", "/module"},
		Term:          {"/term", "/terme", "/begrip", "glossaire", "woordenlijst", "Glossary"},
		Library:       {"/library", "/bibliotheque", "/bibliothèque", "/bibliotheek", "bibliotheek"},
		Frameworks:    {"/frameworks", "/cadres", "/kaders"},
		Reminders:     {"/reminders", "/rappels", "/herinneringen", "rappels", "Mes rappels", "herinneringen", "Reminders"},
		Stop:          {"stop", "/stop", "stoppen", "arrêter", "quitter", "quit"},
	} {
		for _, text := range texts {
			if got := ReadCommand(text, talk(t)); !got.Is(cmd) || got.Arg != "" {
				t.Errorf("%q: got %+v, want %q", text, got, cmd)
			}
		}
	}
}

// talk are the words of the private talk, as the content lists them.
func talk(t testing.TB) *Commands {
	t.Helper()
	list, err := listed()
	if err != nil {
		t.Fatal(err)
	}
	return list
}

var listed = sync.OnceValues(func() (*Commands, error) {
	text, err := os.ReadFile("../../content/messages/commands.yaml")
	if err != nil {
		return nil, err
	}
	var list struct {
		Commands []struct {
			ID    Command
			Where []string
			Words map[string][]string
		}
	}
	if err := yaml.Unmarshal(text, &list); err != nil {
		return nil, err
	}
	c := &Commands{}
	for _, e := range list.Commands {
		if !slices.Contains(e.Where, "private") {
			continue
		}
		for _, word := range append(slices.Concat(e.Words["fr"], e.Words["nl"], e.Words["en"]), string(e.ID)) {
			if has := c.Add(e.ID, word); has != "" {
				return nil, fmt.Errorf("%q means %s and %s", word, has, e.ID)
			}
		}
	}
	return c, nil
})

// TestReadCommandNear: what begins with a slash is never an answer; what was
// probably meant is proposed.
func TestReadCommandNear(t *testing.T) {
	for text, want := range map[string][]Command{
		"/mneu": {Menu}, "/acceuil": {Menu}, "/aprendre": nil, "/hlep": {Help}, "/terug1": {Back}, "/overzigt": {Review},
		"/rappel": {Reminders}, "/xyzzy": nil, "/12": nil, "/vises mneu": {Menu}, "/mneu M3": {Menu}, "/": nil, "//": nil, "/ menu": nil,
	} {
		got := ReadCommand(text, talk(t))
		if !got.Slash || !slices.Equal(got.Near, want) || (got.Verdict == Near) != (want != nil) {
			t.Errorf("%q: got %+v, want %q", text, got, want)
		}
	}
	if got := ReadCommand("mneu", talk(t)); got.Verdict != NoCommand {
		t.Errorf("a bare word with a typing error was taken: %+v", got)
	}
}

func TestReadCommandArgument(t *testing.T) {
	for _, c := range []struct {
		text string
		cmd  Command
		arg  string
	}{
		{"/change P0-03", Change, "P0-03"},
		{"/change  P0-03 ", Change, "P0-03"},
		{"/wijzigen@visesbot P0-03", Change, "P0-03"},
		{"wijzigen P0-03", Change, "P0-03"},
		{"Modifier P0-03", Change, "P0-03"},
		{"change P0-03.", Change, "P0-03"},
		{"modifier la question 3", Change, "3"},
		{"wijzig vraag 3", Change, "3"},
		{"change question P1-2", Change, "P1-2"},
		{"change 3", Change, "3"},
		{"/start CODE", Start, "CODE"},
		{"/start aBc_12-x", Start, "aBc_12-x"},
		{"/start\nCODE", Start, "CODE"},
		{"/feedback  Très bien, merci.\nÀ bientôt ", Feedback, "Très bien, merci.\nÀ bientôt"},
		{"/skip later perhaps", Skip, "later perhaps"},
		{"/modules M2", Modules, "M2"},
		{"/term partie prenante", Term, "partie prenante"},
		{"/begrip stakeholder", Term, "stakeholder"},
		{"/library nl", Library, "nl"},
		{"/language nl", Language, "nl"},
		{"/language Nederlands", Language, "nl"},
		{"/langue français", Language, "fr"},
		{"/taal klingon", Language, "klingon"},
		{"taal Nederlands", Language, "nl"},
		{"taal: nl", Language, "nl"},
		{"langue : anglais", Language, "en"},
		{"language English", Language, "en"},
		{"Langue FR", Language, "fr"},
	} {
		if got := ReadCommand(c.text, talk(t)); !got.Is(c.cmd) || got.Arg != c.arg {
			t.Errorf("%q: got %+v, want %q %q", c.text, got, c.cmd, c.arg)
		}
	}
}

func TestReadCommandRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "/", "//", "/ ", "/xyz", "/ back", "!", "...", "12", "oui", "ja", "yes",
		"start in March", "we start in March", "later dit jaar", "plus tard dans l'année", "help the neighbours", "aide aux personnes âgées", "hulp aan ouderen", "terug naar de natuur", "retour à l'emploi", "menu du jour", "skip the line", "passer le permis", "pause café le matin", "pauze in de voormiddag", "change our supplier", "change 3 suppliers", "modifier nos 12 contrats", "wijzigen van 3 contracten", "change 50%", "language courses", "taal en cultuur", "langue des signes", "module 3 is klaar", "done with the first part", "klaar voor 2027", "waarom niet?", "pourquoi pas ?", "why not?", "I don't know yet but probably 12", "je ne sais pas encore combien", "weet ik nog niet zeker", "stop smoking", "feedback from customers", "overzicht van de kosten", "review of the plan", "progress report", "not applicable to us", "change " + strings.Repeat("1", 21), strings.Repeat("help ", 100), "/" + strings.Repeat("a", 5000), "next year", "next Friday", "vorige week",
	} {
		got := ReadCommand(text, talk(t))
		if got.Verdict == Known || got.Command != "" || got.Arg != "" || got.Slash != strings.HasPrefix(text, "/") || got.Slash == (got.Verdict == NoCommand) {
			t.Errorf("%.40q: got %+v, want none", text, got)
		}
	}
}
