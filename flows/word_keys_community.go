package flows

// eventKeys are the sentences about community days.
func eventKeys() []WordKey {
	return []WordKey{
		{Key: "event.asking"},
		{Key: "event.cancelled", Filled: []string{"event"}},
		{Key: "event.card"},
		{Key: "event.card.help"},
		{Key: "event.card.what"},
		{Key: "event.changed"},
		{Key: "event.difficulty"},
		{Key: "event.experience"},
		{Key: "event.full", Filled: []string{"workshop"}},
		{Key: "event.gone"},
		{Key: "event.harvest", Filled: []string{"event"}},
		{Key: "event.idea"},
		{Key: "event.in"},
		{Key: "event.more"},
		{Key: "event.out"},
		{Key: "event.share"},
		{Key: "event.share.anon"},
		{Key: "event.share.done"},
		{Key: "event.share.kept"},
		{Key: "event.share.name", Filled: []string{"enterprise"}},
		{Key: "event.share.no"},
		{Key: "event.share.who"},
		{Key: "event.signed"},
		{Key: "event.signed.for", Filled: []string{"workshop"}},
		{Key: "event.workshop", Filled: []string{"left", "workshop"}},
	}
}
