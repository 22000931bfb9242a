package flows

// peerKeys are the sentences about sharing among peers.
func peerKeys() []WordKey {
	return []WordKey{
		{Key: "peer.answered", Filled: []string{"from"}},
		{Key: "peer.ask"},
		{Key: "peer.ask.sent"},
		{Key: "peer.ask.what"},
		{Key: "peer.ask.who"},
		{Key: "peer.asked", Filled: []string{"from"}},
		{Key: "peer.cannot"},
		{Key: "peer.ended"},
		{Key: "peer.group"},
		{Key: "peer.looking"},
		{Key: "peer.none"},
		{Key: "peer.nothing"},
		{Key: "peer.reply"},
		{Key: "peer.reply.sent"},
		{Key: "peer.reply.what"},
		{Key: "peer.share"},
		{Key: "peer.shared"},
		{Key: "peer.sure"},
		{Key: "peer.sure.who"},
		{Key: "peer.yes"},
	}
}
