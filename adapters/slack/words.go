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

func textMoved() form.Text {
	return form.Text{
		FR: "La question a changé entre-temps : copiez votre texte et fermez. « Modifier », dans la conversation, mène à la question d'avant.",
		NL: "De vraag is intussen veranderd: kopieer jullie tekst en sluit. Met « Wijzigen » in het gesprek komen jullie bij de vorige vraag.",
		EN: "The question has changed meanwhile: copy your text and close. “Change”, in the chat, leads back to the question before.",
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

func textReopen() form.Text {
	return form.Text{
		FR: "Le formulaire n'a pas pu s'ouvrir. Fermez-le et appuyez encore une fois sur le bouton.",
		NL: "Het formulier kon niet open. Sluit het en druk nog eens op de knop.",
		EN: "The form could not be opened. Close it and press the button once more.",
	}
}

func textOutside() form.Text {
	return form.Text{
		FR: "Je ne peux pas vous écrire en privé : vous êtes d'une autre organisation que l'espace où je suis installé. Demandez à votre partenaire comment participer.",
		NL: "Ik kan je niet privé schrijven: je hoort bij een andere organisatie dan de werkruimte waar ik geïnstalleerd ben. Vraag je partner hoe je kunt meedoen.",
		EN: "I cannot write to you in private: you belong to another organisation than the workspace I am installed in. Ask your partner how to take part.",
	}
}

func textInChannel() form.Text {
	return form.Text{
		FR: "Cette commande sert dans un canal : nommez-moi là, suivi de la commande.",
		NL: "Dat commando is voor een kanaal: noem me daar, met het commando erachter.",
		EN: "That command is for a channel: name me there, with the command behind it.",
	}
}

func textNearCommand() form.Text {
	return form.Text{
		FR: "Je ne connais pas cette commande. Pensiez-vous à ceci ?",
		NL: "Dat commando ken ik niet. Bedoelde je dit?",
		EN: "I do not know that command. Did you mean this?",
	}
}

func textUnknownCommand() form.Text {
	return form.Text{
		FR: "Je ne connais pas cette commande. Voici celles que je connais :",
		NL: "Dat commando ken ik niet. Deze ken ik wel:",
		EN: "I do not know that command. These I know:",
	}
}
