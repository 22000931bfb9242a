package parse

// Reading is what a text may mean: nothing, one thing, or several among which
// only the person can choose. Nothing is ever taken from a part of what was
// typed, and the readings are in the order in which they are to be offered.
type Reading[T any] struct {
	Values []T
}

// only is the reading of what can be understood in one way.
func only[T any](v T) Reading[T] { return Reading[T]{Values: []T{v}} }

// One gives the value when there is exactly one.
func (r Reading[T]) One() (v T, ok bool) {
	if len(r.Values) != 1 {
		return v, false
	}
	return r.Values[0], true
}

// Unclear tells whether the person has to choose.
func (r Reading[T]) Unclear() bool { return len(r.Values) > 1 }
