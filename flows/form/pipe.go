package form

// Pipe is something of the enterprise's own that stands in a text: {stakeholder}
// shows the label of the stakeholder around, {mission} the answer of the
// question of that name.
type Pipe struct {
	Name       string
	Collection *Collection
	Question   *Question
	many       bool
	special    string // what is no answer of its own: earlier, series
}
