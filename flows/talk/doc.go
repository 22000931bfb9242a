// Package talk is one turn of a conversation under way: what every subject
// stands on. A [Turn] has the session, the dossier, the event and the script;
// it says cards ([Turn.Say], [Turn.Ask], [Turn.Replace]), finds words
// ([Turn.Word]), knows who is there ([Turn.Who], [Turn.Author], [Turn.MayAnswer])
// and tells other conversations ([Turn.Notify]).
//
// It knows nothing of what is talked about: that is for the subjects, each a
// package of its own, which do not know each other either. What one asks of
// another is a way of [Ways], which package engine gives.
//
// Words: a card is shown (Say), stays live (Ask), or takes the place of the live
// one (Replace, "update" elsewhere); a delegate speaks for a stakeholder; an
// outsider accompanies the enterprise and is no respondent of it.
package talk
