package sqlite

//go:generate easyjson -output_filename receipts_easyjson.go receipts.go

import (
	"maps"
	"slices"

	"visesbot/bot"
)

// receiptsKept is how many receipts of a conversation stay.
const receiptsKept = 50

// receipt is a shown message as it is stored: the card and its receipt.
//
//easyjson:json
type receipt [2]string

// receipts are those of a conversation, newest last.
//
//easyjson:json
type receipts []receipt

// byCard gives receipts as the contract does.
func byCard(list receipts) map[string]bot.Receipt {
	all := make(map[string]bot.Receipt, len(list))
	for _, x := range list {
		all[x[0]] = bot.Receipt(x[1])
	}
	return all
}

// newest adds receipts to those there are, and keeps the newest.
func newest(list receipts, add map[string]bot.Receipt) receipts {
	list = slices.DeleteFunc(slices.Clone(list), func(x receipt) bool {
		_, again := add[x[0]]
		return again
	})
	for _, card := range slices.Sorted(maps.Keys(add)) {
		list = append(list, receipt{card, string(add[card])})
	}
	return list[max(0, len(list)-receiptsKept):]
}
