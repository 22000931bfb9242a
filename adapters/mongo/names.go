package mongo

import (
	"fmt"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"

	"visesbot/flows/form"
)

// Documents of a dossier are named so that those a turn reads are one range of
// _id, with the head first: "Head" sorts before "answer", "item", "list". What
// is only added to is named outside of that range.
const headName = "Head"

func answerName(p form.Place) string { return "answer/" + string(p) }
func itemName(p form.Path) string    { return "item/" + string(p) }
func listName(k form.ListKey) string { return "list/" + string(k) }

// below is the prefix of a dossier's documents.
func below(dossier string) string { return plainName(dossier) + "/" }

func recordID(dossier string, seq int64) string {
	return fmt.Sprintf("%s%012d", records(dossier), seq)
}

// records and snapshots are the prefixes of what is only added to.
func records(dossier string) string   { return plainName(dossier) + "~record/" }
func snapshots(dossier string) string { return plainName(dossier) + "~snapshot/" }

// plainName keeps one dossier's names out of the ranges of another.
func plainName(dossier string) string {
	return strings.NewReplacer("%", "%25", "/", "%2F", "~", "%7E").Replace(dossier)
}

// within is the condition that an _id begins with a prefix ending in "/".
func within(prefix string) bson.D {
	end := prefix[:len(prefix)-1] + "0" // the character after "/"
	return bson.D{{Key: "_id", Value: bson.D{{Key: "$gte", Value: prefix}, {Key: "$lt", Value: end}}}}
}
