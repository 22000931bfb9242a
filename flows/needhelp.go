package flows

import (
	"visesbot/flows/form"
)

// NeedHelp is the data of the button by which somebody asks whoever accompanies
// the enterprise for help on a question.
func NeedHelp(p form.Place) string { return OfficePrefix + "thread~ask~" + string(p) }
