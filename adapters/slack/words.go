package slack

import "visesbot/flows/form"

// The few sentences that the channel itself says; everything else comes from
// the conversation.

func textWrite() form.Text {
	return form.Text{FR: "✎ Écrire", NL: "✎ Schrijven", EN: "✎ Write"}
}

func textDate() form.Text {
	return form.Text{FR: "📅 Choisir la date", NL: "📅 Datum kiezen", EN: "📅 Choose the date"}
}

func textFormTitle() form.Text {
	return form.Text{FR: "Votre réponse", NL: "Jullie antwoord", EN: "Your answer"}
}

func textLoading() form.Text {
	return form.Text{FR: "Un instant…", NL: "Een ogenblik…", EN: "One moment…"}
}

func textSave() form.Text { return form.Text{FR: "Envoyer", NL: "Versturen", EN: "Send"} }

func textCancel() form.Text { return form.Text{FR: "Annuler", NL: "Annuleren", EN: "Cancel"} }

func textFirstDay() form.Text { return form.Text{FR: "Date", NL: "Datum", EN: "Date"} }

func textLastDay() form.Text {
	return form.Text{
		FR: "Dernier jour (pour une période)", NL: "Laatste dag (voor een periode)", EN: "Last day (for a period)",
	}
}

func textEmpty() form.Text {
	return form.Text{
		FR: "Écrivez quelques mots, ou fermez le formulaire.",
		NL: "Schrijf een paar woorden, of sluit het formulier.",
		EN: "Write a few words, or close the form.",
	}
}

func textNeeded() form.Text {
	return form.Text{
		FR: "Ce champ est nécessaire.", NL: "Dit veld is nodig.", EN: "This field is needed.",
	}
}

func textBackwards() form.Text {
	return form.Text{
		FR: "Le dernier jour vient avant le premier.",
		NL: "De laatste dag komt voor de eerste.",
		EN: "The last day comes before the first.",
	}
}

func textTypeHere() form.Text {
	return form.Text{
		FR: "Le formulaire n'a pas pu s'ouvrir. Écrivez simplement votre réponse ici, ou appuyez encore une fois.",
		NL: "Het formulier kon niet open. Typ jullie antwoord gewoon hier, of druk nog eens.",
		EN: "The form could not be opened. Simply type your answer here, or press once more.",
	}
}

func textInPrivate() form.Text {
	return form.Text{
		FR: "Je vous réponds dans notre conversation privée.",
		NL: "Ik antwoord je in ons privégesprek.",
		EN: "I answer you in our private chat.",
	}
}

func textFileRefused() form.Text {
	return form.Text{
		FR: "Ce fichier n'a pas été gardé : j'accepte des photos, PDF, documents de bureau et enregistrements audio, jusqu'à 20 Mo.",
		NL: "Dit bestand is niet bewaard: ik neem foto's, pdf's, kantoordocumenten en geluidsopnames aan, tot 20 MB.",
		EN: "This file was not kept: I take pictures, PDFs, office documents and sound recordings, up to 20 MB.",
	}
}

func textCommands() form.Text {
	return form.Text{
		FR: "`/vises start CODE` ouvrir une invitation\n`/vises go` continuer\n`/vises menu` le menu\n`/vises progress` où vous en êtes\n`/vises review` vos réponses\n`/vises modules` les modules\n`/vises term MOT` expliquer un mot\n`/vises library` les films et les textes\n`/vises language` la langue\n`/vises reminders` les rappels\n`/vises later` plus tard\n`/vises help` cette aide",
		NL: "`/vises start CODE` een uitnodiging openen\n`/vises go` verdergaan\n`/vises menu` het menu\n`/vises progress` hoe ver jullie zijn\n`/vises review` jullie antwoorden\n`/vises modules` de modules\n`/vises term WOORD` een woord uitleggen\n`/vises library` de films en teksten\n`/vises language` de taal\n`/vises reminders` de herinneringen\n`/vises later` later\n`/vises help` deze hulp",
		EN: "`/vises start CODE` open an invitation\n`/vises go` go on\n`/vises menu` the menu\n`/vises progress` how far you are\n`/vises review` your answers\n`/vises modules` the modules\n`/vises term WORD` explain a word\n`/vises library` the films and texts\n`/vises language` the language\n`/vises reminders` the reminders\n`/vises later` later\n`/vises help` this help",
	}
}

func textPartners() form.Text {
	return form.Text{
		FR: "Pour qui accompagne ou forme : `/vises` votre programme\n`/vises search MOT` chercher",
		NL: "Voor wie begeleidt of opleiding geeft: `/vises` je programma\n`/vises search WOORD` zoeken",
		EN: "For those who accompany or train: `/vises` your programme\n`/vises search WORD` search",
	}
}

func textUnknownCommand() form.Text {
	return form.Text{
		FR: "Je ne connais pas cette commande. Voici celles que je connais :",
		NL: "Dat commando ken ik niet. Deze ken ik wel:",
		EN: "I do not know that command. These I know:",
	}
}
