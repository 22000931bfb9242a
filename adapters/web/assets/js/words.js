// The page's own words. What the bot says comes from the bot.

export const words = {
  badge: {
    fr: "Démo – tout est fictif", nl: "Demo – alles is fictief", en: "Demo – all of it is fictional",
  },
  clock: { fr: "L'horloge de la démo", nl: "De klok van de demo", en: "The demo's clock" },
  "move-hour": { fr: "+1 heure", nl: "+1 uur", en: "+1 hour" },
  "move-hour-short": { fr: "+1 h", nl: "+1 u.", en: "+1 h" },
  "move-hour-long": { fr: "+1 heure : avancer l'horloge", nl: "+1 uur: zet de klok vooruit", en: "+1 hour: move the clock" },
  "move-days": { fr: "+3 jours", nl: "+3 dagen", en: "+3 days" },
  "move-days-short": { fr: "+3 j", nl: "+3 d.", en: "+3 d" },
  "move-days-long": { fr: "+3 jours : avancer l'horloge", nl: "+3 dagen: zet de klok vooruit", en: "+3 days: move the clock" },
  "move-monday": { fr: "Lundi 9 h", nl: "Maandag 9 u.", en: "Monday 9:00" },
  "move-monday-short": { fr: "Lu 9 h", nl: "Ma 9 u.", en: "Mon 9:00" },
  "move-monday-long": { fr: "Lundi 9 h : avancer jusqu'à lundi prochain", nl: "Maandag 9 u.: vooruit tot volgende maandag", en: "Monday 9:00: move to next Monday" },
  moved: { fr: "Nous sommes le {now}.", nl: "Het is nu {now}.", en: "It is now {now}." },
  language: { fr: "Langue de la page", nl: "Taal van de pagina", en: "Language of the page" },
  restart: { fr: "Recommencer", nl: "Opnieuw beginnen", en: "Start again" },
  "sure-title": { fr: "Tout recommencer ?", nl: "Helemaal opnieuw beginnen?", en: "Start all over again?" },
  "sure-text": {
    fr: "Les trois conversations repartent de zéro, et l'horloge revient à l'heure réelle.",
    nl: "De drie gesprekken beginnen van nul, en de klok springt terug naar het echte uur.",
    en: "The three conversations begin from nothing, and the clock goes back to the real time.",
  },
  "sure-no": { fr: "Continuer ici", nl: "Hier verdergaan", en: "Stay here" },
  "sure-yes": { fr: "Recommencer", nl: "Opnieuw beginnen", en: "Start again" },
  restarted: { fr: "C'est reparti de zéro.", nl: "We zijn opnieuw begonnen.", en: "We have started again." },
  chats: { fr: "Conversations", nl: "Gesprekken", en: "Conversations" },
  log: { fr: "Conversation : {who}", nl: "Gesprek: {who}", en: "Conversation: {who}" },
  bot: { fr: "assistant", nl: "assistent", en: "assistant" },
  typing: { fr: "écrit…", nl: "is aan het typen…", en: "is typing…" },
  write: { fr: "Votre message", nl: "Je bericht", en: "Your message" },
  "write-line": { fr: "Écrire un message…", nl: "Typ een bericht…", en: "Write a message…" },
  "write-long": { fr: "Écrire votre réponse…", nl: "Typ je antwoord…", en: "Write your answer…" },
  "write-number": { fr: "Écrire un nombre…", nl: "Typ een getal…", en: "Type a number…" },
  "write-date": { fr: "Écrire une date…", nl: "Typ een datum…", en: "Type a date…" },
  "write-file": { fr: "Envoyer une photo ou un document…", nl: "Stuur een foto of een document…", en: "Send a photo or a document…" },
  send: { fr: "Envoyer", nl: "Versturen", en: "Send" },
  attach: { fr: "Joindre une photo ou un document", nl: "Foto of document toevoegen", en: "Attach a photo or a document" },
  day: { fr: "Choisir une date", nl: "Kies een datum", en: "Pick a date" },
  drop: { fr: "Déposez le fichier ici", nl: "Laat het bestand hier los", en: "Drop the file here" },
  news: { fr: "{n} nouveau(x) message(s)", nl: "{n} nieuw(e) bericht(en)", en: "{n} new message(s)" },
  latest: { fr: "Aller au dernier message", nl: "Naar het laatste bericht", en: "Go to the latest message" },
  you: { fr: "Vous", nl: "Jij", en: "You" },
  film: { fr: "Voir le film", nl: "Bekijk de film", en: "Watch the film" },
  picture: { fr: "Voir l'image", nl: "Bekijk de afbeelding", en: "See the picture" },
  "new-window": { fr: "nouvelle fenêtre", nl: "nieuw venster", en: "new window" },
  "your-picture": { fr: "Photo envoyée : {name}", nl: "Verstuurde foto: {name}", en: "Picture sent: {name}" },
  more: { fr: "Tout afficher", nl: "Alles tonen", en: "Show all of it" },
  explain: { fr: "Expliquer ce mot", nl: "Leg dit woord uit", en: "Explain this word" },
  sending: { fr: "envoi en cours", nl: "wordt verstuurd", en: "being sent" },
  retry: { fr: "Réessayer", nl: "Opnieuw proberen", en: "Try again" },
  app: { fr: "APPLI", nl: "APP", en: "APP" },
  lost: {
    fr: "Le programme ne répond plus. La page se reconnecte dès qu'il est de retour.",
    nl: "Het programma antwoordt niet meer. De pagina maakt weer verbinding zodra het terug is.",
    en: "The program does not answer. This page connects again as soon as it is back.",
  },
};

/** problems say why something could not be done, and what to do. */
export const problems = {
  offline: {
    fr: "Pas envoyé : le programme ne répond pas.", nl: "Niet verstuurd: het programma antwoordt niet.",
    en: "Not sent: the program does not answer.",
  },
  again: {
    fr: "Pas envoyé. Réessayez dans un instant.", nl: "Niet verstuurd. Probeer het zo meteen opnieuw.",
    en: "Not sent. Try again in a moment.",
  },
  "too-large": {
    fr: "C'est trop grand : 20 Mo au plus par fichier.", nl: "Dit is te groot: hoogstens 20 MB per bestand.",
    en: "This is too large: 20 MB a file at most.",
  },
  "file-kind": {
    fr: "Ce type de fichier n'est pas accepté. Envoyez une photo (JPEG, PNG, WebP), un PDF, un document bureautique ou un fichier audio.",
    nl: "Dit soort bestand kan niet. Stuur een foto (JPEG, PNG, WebP), een pdf, een kantoordocument of een geluidsopname.",
    en: "This kind of file is not taken. Send a picture (JPEG, PNG, WebP), a PDF, an office document or an audio file.",
  },
  empty: {
    fr: "Il n'y a rien à envoyer.", nl: "Er is niets om te versturen.", en: "There is nothing to send.",
  },
  "bad-request": {
    fr: "La page et le programme ne se comprennent plus : rechargez la page.",
    nl: "De pagina en het programma begrijpen elkaar niet meer: laad de pagina opnieuw.",
    en: "The page and the program no longer understand each other: reload the page.",
  },
};
