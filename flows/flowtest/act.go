package flowtest

import "fmt"

// Act does what people do in a transcript, whatever the bot says to it.
func Act(t Transcript, p Player) error {
	for _, s := range t.Steps {
		if !s.acts() {
			continue
		}
		if err := act(p, s); err != nil {
			return fmt.Errorf("%s:%d: %w", t.Name, s.Line, err)
		}
	}
	return nil
}
