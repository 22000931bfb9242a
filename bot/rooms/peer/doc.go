// Package peer is the room of what enterprises of one cohort share with each
// other: answers that one of them releases to the group, how far the group is as
// a whole, and questions with their answers.
//
// Each enterprise has a mailbox here ("office:peer-DOSSIER"): what its people do
// comes there, and is written there only. A shared answer is never copied: it is
// read from its dossier whenever somebody looks, and only while it is released.
// There is no ranking, and nobody is named for where they are.
package peer
