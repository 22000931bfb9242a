package parse

// The phrases below are compared without accents, apostrophes and signs.

func isYes(typed string) bool {
	switch typed {
	case "👍", "👌", "✅", "✔", "☑", "🆗", "💯", "👍👍", "👍👍👍", "ok", "oke", "okay", "oki", "okee", "okido", "okey":
		return true
	}
	return frenchYes(typed) || dutchYes(typed) || englishYes(typed)
}

func isNo(typed string) bool {
	switch typed {
	case "👎", "❌", "✖", "✗", "✘", "⛔", "🚫", "👎👎", "👎👎👎":
		return true
	}
	return frenchNo(typed) || dutchNo(typed) || englishNo(typed)
}

func frenchYes(typed string) bool {
	switch typed {
	case "oui", "ouii", "ouais", "ouaip", "oue", "wi", "bien sur", "tout a fait", "absolument", "evidemment", "certainement",
		"exact", "exactement", "cest ca", "cest bien ca", "cest exact", "cest correct", "cest juste", "cest vrai", "vrai", "daccord", "dac", "dacc",
		"mais oui", "bien entendu", "entendu", "bien sur que oui", "que oui", "pour sur", "effectivement", "en effet",
		"je suis daccord", "on est daccord", "nous sommes daccord", "tout a fait daccord", "entierement daccord", "je suis tout a fait daccord",
		"jaccepte", "nous acceptons", "on accepte", "je veux bien", "je le veux bien", "on veut bien", "nous voulons bien", "je confirme", "nous confirmons",
		"volontiers", "avec plaisir", "ca marche", "ca roule", "ca me va", "ca nous va", "ca me convient", "ca nous convient", "cest bon", "cest bon pour moi", "cest bon pour nous",
		"cest ok", "cest daccord", "ok pour moi", "ok pour nous", "pas de probleme", "sans probleme", "parfait", "allez-y", "allons-y", "go":
		return true
	}
	return false
}

func frenchNo(typed string) bool {
	switch typed {
	case "non", "nonn", "nan", "pas du tout", "absolument pas", "certainement pas", "bien sur que non", "jamais", "faux", "mais non", "que non", "pas encore",
		"pas daccord", "pas du tout daccord", "je ne suis pas daccord", "je suis pas daccord", "je ne suis pas du tout daccord", "nous ne sommes pas daccord", "on nest pas daccord",
		"je naccepte pas", "jaccepte pas", "nous nacceptons pas", "je refuse", "nous refusons", "on refuse", "je ne veux pas", "je veux pas", "nous ne voulons pas",
		"cest faux", "cest non", "plutot pas", "en aucun cas", "hors de question", "surtout pas", "ca ne va pas", "ca ne marche pas":
		return true
	}
	return false
}

func dutchYes(typed string) bool {
	switch typed {
	case "ja", "jaa", "jawel", "jep", "jup", "jazeker", "zeker", "natuurlijk", "uiteraard", "inderdaad", "klopt", "dat klopt",
		"juist", "dat is juist", "akkoord", "absoluut", "waar", "dat is waar", "tuurlijk", "tuurlijk wel", "natuurlijk wel", "zeker weten", "zeker wel", "toch wel", "vast en zeker",
		"ik ga akkoord", "ik ben akkoord", "we gaan akkoord", "wij gaan akkoord", "we zijn akkoord", "ik ga ermee akkoord", "ik ga helemaal akkoord", "helemaal akkoord", "mee eens", "ik ben het ermee eens", "helemaal mee eens",
		"is goed", "das goed", "dat is goed", "het is goed", "is prima", "prima", "in orde", "dat is in orde", "komt in orde", "doe maar", "goed zo", "geen probleem",
		"graag", "heel graag", "met plezier", "met genoegen", "dat mag", "ik bevestig", "ik aanvaard", "ik accepteer", "afgesproken", "voor mij is dat goed", "voor ons is dat goed", "ok voor mij", "ok voor ons", "oke voor mij":
		return true
	}
	return false
}

func dutchNo(typed string) bool {
	switch typed {
	case "nee", "neen", "neeen", "nein", "helemaal niet", "zeker niet", "absoluut niet", "nooit", "onwaar", "niet waar", "natuurlijk niet", "tuurlijk niet", "nog niet", "toch niet",
		"niet akkoord", "ik ga niet akkoord", "ik ben niet akkoord", "we gaan niet akkoord", "wij gaan niet akkoord", "we zijn niet akkoord", "ik ga er niet mee akkoord", "helemaal niet akkoord",
		"niet mee eens", "ik ben het er niet mee eens", "ik weiger", "we weigeren", "wij weigeren", "ik wil niet", "ik wil het niet", "we willen niet", "liever niet", "dat klopt niet", "klopt niet",
		"dat is niet juist", "dat is niet waar", "in geen geval", "geen denken aan", "niet goed", "dat is niet goed":
		return true
	}
	return false
}

func englishYes(typed string) bool {
	switch typed {
	case "yes", "yess", "yep", "yup", "yeah", "yea", "ya", "aye", "sure", "sure thing", "of course", "certainly", "absolutely", "indeed", "correct", "right",
		"thats right", "that is right", "thats correct", "true", "thats true", "definitely", "agreed", "affirmative", "exactly",
		"i agree", "we agree", "i do agree", "i fully agree", "fully agree", "i accept", "we accept", "i consent", "we consent", "i confirm", "we confirm",
		"alright", "all right", "sounds good", "thats fine", "that is fine", "fine by me", "fine with me", "that works", "works for me", "thats ok", "thats okay", "its ok", "its fine",
		"gladly", "with pleasure", "by all means", "go ahead", "no problem", "you bet", "please do":
		return true
	}
	return false
}

func englishNo(typed string) bool {
	switch typed {
	case "no", "noo", "nope", "nop", "nah", "nay", "not at all", "of course not", "certainly not", "never", "false", "thats false", "absolutely not", "definitely not", "not yet", "negative",
		"i disagree", "we disagree", "disagree", "i do not agree", "i dont agree", "we do not agree", "we dont agree", "not agreed", "i do not accept", "i dont accept", "i refuse", "we refuse",
		"i do not consent", "i dont consent", "i do not want to", "i dont want to", "id rather not", "i would rather not", "rather not", "no way", "by no means",
		"thats wrong", "thats not right", "thats not true", "thats not correct", "not true", "wrong", "incorrect":
		return true
	}
	return false
}
