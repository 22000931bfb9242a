package bot

import (
	"errors"
	"fmt"

	"visesbot/bot/attachment"
	"visesbot/flows/form"
)

// errNoFiles is a channel that takes none.
var errNoFiles = errors.New("files are not taken here")

// refusal says why a file was not taken, and what to do.
func refusal(err error) phrase {
	named := attachment.Named()
	switch {
	case errors.Is(err, errNoFiles):
		return phrase{"bot.file_nowhere", form.Text{
			FR: "Ici je ne peux pas recevoir de fichiers. Écrivez votre réponse.",
			NL: "Hier kan ik geen bestanden ontvangen. Typ je antwoord.",
			EN: "I cannot receive files here. Please type your answer.",
		}}
	case errors.Is(err, attachment.ErrTooLarge):
		megabytes := attachment.Max >> 20
		return phrase{"bot.file_large", form.Text{
			FR: fmt.Sprintf("Ce fichier est trop lourd : je peux recevoir %d Mo au maximum. Pouvez-vous en envoyer une version plus légère ?", megabytes),
			NL: fmt.Sprintf("Dit bestand is te groot: ik kan hoogstens %d MB ontvangen. Kun je een kleinere versie sturen?", megabytes),
			EN: fmt.Sprintf("This file is too large: I can take %d MB at most. Could you send a smaller version?", megabytes),
		}}
	case errors.Is(err, attachment.ErrMacros):
		return phrase{"bot.file_macros", form.Text{
			FR: "Ce fichier contient des macros, et je ne le garde pas. Enregistrez-le sans macros, ou envoyez-le en PDF.",
			NL: "In dit bestand zitten macro's; ik bewaar het niet. Sla het op zonder macro's, of stuur het als pdf.",
			EN: "This file contains macros, so I do not keep it. Save it without macros, or send it as a PDF.",
		}}
	case errors.Is(err, attachment.ErrKind):
		return phrase{"bot.file_kind", form.Text{
			FR: "Je ne peux pas garder ce type de fichier. J'accepte : " + named.FR + ".",
			NL: "Dit soort bestand kan ik niet bewaren. Wel: " + named.NL + ".",
			EN: "I cannot keep this kind of file. I take: " + named.EN + ".",
		}}
	}
	return phrase{"bot.file_lost", form.Text{
		FR: "Je n'ai pas réussi à recevoir ce fichier. Pouvez-vous l'envoyer encore une fois ?",
		NL: "Het is me niet gelukt dit bestand te ontvangen. Kun je het nog eens sturen?",
		EN: "I did not manage to receive this file. Could you send it once more?",
	}}
}

// unusedFile is said when words were taken and the file that came with them was
// not.
func unusedFile() phrase {
	return phrase{"bot.file_unused", form.Text{
		FR: "Vos mots sont bien arrivés. Le fichier joint n'est pas conservé : ici, aucun fichier n'est demandé.",
		NL: "Je woorden zijn aangekomen. Het bestand erbij is niet bewaard: hier wordt geen bestand gevraagd.",
		EN: "Your words have arrived. The file that came with them was not kept: no file is asked for here.",
	}}
}
