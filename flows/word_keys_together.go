package flows

// togetherKeys are the sentences about working together: signatures, invitations,
// what is handed over, and what people think of a question.
func togetherKeys() []WordKey {
	return []WordKey{
		{Key: "home.sign", Filled: []string{"phase"}},
		{Key: "sign.agree"},
		{Key: "sign.alone"},
		{Key: "sign.already", Filled: []string{"day", "until", "who"}},
		{Key: "sign.back"},
		{Key: "sign.back.ask"},
		{Key: "sign.back.done", Filled: []string{"enterprise", "phase"}},
		{Key: "sign.by", Filled: []string{"day", "who"}},
		{Key: "sign.lapsed", Filled: []string{"phase"}},
		{Key: "sign.look"},
		{Key: "sign.look.end"},
		{Key: "sign.nothing", Filled: []string{"enterprise"}},
		{Key: "sign.reopened", Filled: []string{"day", "reason", "who"}},
		{Key: "sign.reserve"},
		{Key: "sign.reserve.ask"},
		{Key: "sign.sentback", Filled: []string{"day", "reason", "who"}},
		{Key: "sign.sign", Filled: []string{"phase"}},
		{Key: "sign.waits", Filled: []string{"phase"}},
		{Key: "sign.with", Filled: []string{"day", "reserve", "who"}},
		{Key: "told.reopened", Filled: []string{"from", "phase"}},
		{Key: "told.sentback", Filled: []string{"phase"}},
		{Key: "told.sign", Filled: []string{"enterprise", "from", "phase"}},
		{Key: "told.signed", Filled: []string{"phase"}},
	}
}
