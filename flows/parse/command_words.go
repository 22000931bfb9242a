package parse

// The phrases below are compared with plain(text): no accents, full stops or
// apostrophes ("n.v.t." is "nvt", "j'ai fini" is "jai fini").

func frenchCommand(typed string) Command {
	switch typed {
	case "demarrer", "commencer", "demarrer le questionnaire":
		return Start
	case "aide", "a laide", "aidez moi", "aidez-moi", "aide moi", "aide-moi":
		return Help
	case "suivant", "suivante", "suite", "continuer", "poursuivre", "question suivante", "on continue":
		return Next
	case "retour", "precedent", "precedente", "question precedente", "revenir", "revenir en arriere", "en arriere", "retour en arriere":
		return Back
	case "passer", "sauter", "passer la question", "passer cette question", "sauter la question", "sauter cette question", "je passe":
		return Skip
	case "plus tard", "pas maintenant", "je reponds plus tard", "remettre a plus tard", "reporter":
		return Later
	case "faire une pause", "mettre en pause", "en pause":
		return Pause
	case "je ne sais pas", "je ne sais pas encore", "je sais pas", "je sais pas encore", "sais pas", "jsais pas", "je lignore", "aucune idee",
		"pas encore connu", "pas encore connue", "inconnu", "ne sais pas", "ne sais pas encore", "pas encore decide", "je ne le sais pas encore":
		return Unknown
	case "sans objet", "so", "non applicable", "pas applicable", "pas dapplication", "ne sapplique pas", "cela ne sapplique pas", "pas concerne", "non concerne":
		return NotApplicable
	case "demander a quelquun dautre", "demander a un collegue", "demander a une collegue", "demandez a quelquun dautre", "quelquun dautre", "demander a un autre":
		return AskOther
	case "pourquoi", "pourquoi cette question", "pourquoi demandez-vous cela", "pourquoi demandez vous cela":
		return Why
	case "remarque", "commentaire", "donner mon avis", "un avis":
		return Feedback
	case "termine", "terminee", "terminer", "fini", "jai fini", "jai termine", "cest fini", "cest termine":
		return Done
	case "recapitulatif", "recapituler", "recap", "resume", "apercu", "revoir", "revoir mes reponses", "mes reponses", "voir mes reponses":
		return Review
	case "modifier", "changer", "corriger", "modifier une reponse", "changer une reponse", "corriger une reponse", "modifier ma reponse":
		return Change
	case "langue", "changer de langue", "langues", "changer la langue":
		return Language
	case "progression", "avancement", "progres", "ou en suis-je", "ou en suis je":
		return Progress
	case "modules", "module", "les modules", "liste des modules":
		return Modules
	case "arreter", "quitter", "arret":
		return Stop
	}
	return frenchAside(typed)
}

// frenchAside are the words for what stands beside the questions.
func frenchAside(typed string) Command {
	switch typed {
	case "calendrier", "le calendrier", "calendrier de recolte", "agenda", "echeances":
		return Calendar
	case "rappels", "les rappels", "mes rappels":
		return Reminders
	case "partage", "partages", "les partages", "que partageons-nous":
		return Sharing
	case "groupe", "notre groupe":
		return Group
	case "parcours", "le parcours", "notre parcours":
		return Path
	case "terme", "mot", "glossaire", "lexique", "vocabulaire":
		return Term
	case "bibliotheque", "mediatheque":
		return Library
	case "cadres", "referentiels", "autres cadres":
		return Frameworks
	case "inviter", "inviter quelquun", "inviter un collegue", "inviter une collegue":
		return Invite
	case "lier", "lier une application":
		return Link
	}
	return ""
}

func dutchCommand(typed string) Command {
	switch typed {
	case "starten", "beginnen", "vragenlijst starten":
		return Start
	case "hulp", "help mij", "help me":
		return Help
	case "hoofdmenu":
		return Menu
	case "verder", "volgende", "doorgaan", "ga verder", "ga door", "verdergaan", "volgende vraag":
		return Next
	case "terug", "vorige", "vorige vraag", "ga terug", "teruggaan":
		return Back
	case "overslaan", "sla over", "deze vraag overslaan", "vraag overslaan", "sla deze vraag over", "overslagen":
		return Skip
	case "later", "niet nu", "voor later", "uitstellen", "later beantwoorden":
		return Later
	case "pauze", "pauzeren", "even pauze", "pauze nemen":
		return Pause
	case "weet ik nog niet", "weet ik niet", "ik weet het niet", "ik weet het nog niet", "weet het niet", "weet het nog niet", "weet niet",
		"nog niet bekend", "nog niet geweten", "geen idee", "onbekend", "ik weet niet", "dat weet ik niet", "dat weet ik nog niet", "nog niet beslist", "weet nog niet":
		return Unknown
	case "nvt", "niet van toepassing", "niet toepasselijk", "niet relevant":
		return NotApplicable
	case "vraag iemand anders", "iemand anders", "aan iemand anders vragen", "vraag het iemand anders", "vraag een collega", "vraag aan een collega", "aan een collega vragen":
		return AskOther
	case "waarom", "waarom deze vraag", "waarom vraag je dit", "waarom vraagt u dit", "waarom wil je dit weten":
		return Why
	case "opmerking", "opmerkingen", "feedback geven":
		return Feedback
	case "klaar", "gedaan", "ik ben klaar", "afgewerkt", "voltooid":
		return Done
	case "overzicht", "samenvatting", "nakijken", "mijn antwoorden", "antwoorden nakijken", "toon mijn antwoorden":
		return Review
	case "wijzigen", "wijzig", "veranderen", "aanpassen", "verbeteren", "antwoord wijzigen", "een antwoord wijzigen", "antwoord aanpassen":
		return Change
	case "taal", "talen", "andere taal", "taal wijzigen", "taal veranderen", "wijzig taal":
		return Language
	case "voortgang", "vooruitgang", "hoever ben ik", "hoe ver ben ik", "hoe ver zit ik":
		return Progress
	case "modules", "module", "de modules", "lijst van modules":
		return Modules
	case "stoppen", "afsluiten", "ik stop":
		return Stop
	}
	return dutchAside(typed)
}

// dutchAside are the words for what stands beside the questions.
func dutchAside(typed string) Command {
	switch typed {
	case "kalender", "de kalender", "meetkalender", "planning":
		return Calendar
	case "herinneringen", "de herinneringen", "mijn herinneringen":
		return Reminders
	case "vrijgave", "vrijgaven", "wat delen we":
		return Sharing
	case "groep", "onze groep":
		return Group
	case "traject", "het traject", "ons traject":
		return Path
	case "begrip", "begrippen", "begrippenlijst", "woord", "woordenlijst":
		return Term
	case "bibliotheek", "mediatheek":
		return Library
	case "kaders", "andere kaders":
		return Frameworks
	case "uitnodigen", "nodig uit", "iemand uitnodigen", "collega uitnodigen", "een collega uitnodigen":
		return Invite
	case "koppelen", "app koppelen":
		return Link
	}
	return ""
}

func englishCommand(typed string) Command {
	switch typed {
	case "start", "begin", "start over", "lets start":
		return Start
	case "help", "help please":
		return Help
	case "menu", "main menu":
		return Menu
	case "next", "continue", "go on", "next question", "proceed", "carry on":
		return Next
	case "back", "previous", "go back", "previous question":
		return Back
	case "skip", "skip it", "skip this", "skip question", "skip the question", "skip this question", "pass":
		return Skip
	case "later", "not now", "later please", "ask me later", "answer later", "postpone":
		return Later
	case "pause", "take a break", "take a pause":
		return Pause
	case "dont know", "dont know yet", "i dont know", "i dont know yet", "do not know", "do not know yet", "i do not know", "i do not know yet",
		"no idea", "not known yet", "not yet known", "unknown", "idk", "not sure yet", "i have no idea", "not decided yet":
		return Unknown
	case "not applicable", "na", "n/a", "does not apply", "doesnt apply", "it does not apply", "not relevant", "notapplicable":
		return NotApplicable
	case "ask", "ask other", "ask someone else", "ask somebody else", "ask a colleague", "ask another person", "someone else", "somebody else", "askother":
		return AskOther
	case "why", "why this question", "why do you ask", "why do you ask this", "why are you asking":
		return Why
	case "feedback", "give feedback", "remark", "comment":
		return Feedback
	case "done", "finished", "im done", "i am done", "all done", "im finished", "finish":
		return Done
	case "review", "overview", "summary", "my answers", "review my answers", "show my answers":
		return Review
	case "change", "edit", "modify", "change an answer", "change my answer", "change answer":
		return Change
	case "language", "languages", "change language", "change the language", "lang", "other language":
		return Language
	case "progress", "my progress", "how far am i":
		return Progress
	case "modules", "module", "list modules", "the modules", "list of modules":
		return Modules
	case "stop", "quit", "exit":
		return Stop
	}
	return englishAside(typed)
}

// englishAside are the words for what stands beside the questions.
func englishAside(typed string) Command {
	switch typed {
	case "calendar", "the calendar", "collection calendar", "schedule":
		return Calendar
	case "reminders", "the reminders", "my reminders":
		return Reminders
	case "sharing", "releases", "what do we share":
		return Sharing
	case "group", "our group":
		return Group
	case "path", "the path", "our path":
		return Path
	case "term", "terms", "glossary", "vocabulary":
		return Term
	case "library":
		return Library
	case "frameworks", "other frameworks":
		return Frameworks
	case "invite", "invite somebody", "invite someone", "invite a colleague":
		return Invite
	case "link", "link an app":
		return Link
	}
	return ""
}
