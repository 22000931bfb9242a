package talk

import (
	"visesbot/flows/form"
)

// Outcome says in a few words what became of a place.
func (t *Turn) Outcome(p form.Place) string {
	a := t.Dossier.Answer(p)
	if a == nil {
		return ""
	}
	return t.Became(a) + t.MarkOf(a)
}

// Became is the outcome without the mark of its language.
func (t *Turn) Became(a *form.Answer) string {
	switch a.State {
	case form.Given:
		return "✓ " + t.Dossier.Show(a, t.Lang())
	case form.Unknown:
		return "… " + t.Word("state.unknown", "day", form.Day(a.Due, t.Lang()))
	case form.NotApplicable:
		return "– " + t.Word("state.notapp", "reason", a.Reason)
	case form.Past:
		return "○ " + t.Word("review.open")
	case form.Delegated:
		return "→ " + t.Word("state.delegated", "to", t.Named(form.Path(a.To)))
	}
	return "– " + t.Word("state.declined")
}

// Differing shows the answers that stand beside the first.
func (t *Turn) Differing(a *form.Answer) string {
	out := ""
	for _, other := range a.Differs {
		out += " ⇄ " + t.Word("review.differs", "who", t.ByWhom(other.Author),
			"answer", Clip(t.Dossier.ShowValue(a.Place, other.Value, t.Lang()), 120)+markBy(t, a.Place, other.Author))
	}
	return out
}
