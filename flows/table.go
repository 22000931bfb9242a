package flows

import "strconv"

// maxTable is how many bytes [Session.Table] has at most: as many as a button may
// carry.
const maxTable = 64

// Table names what typed words would be for now: the question with the answer
// that the person saw, an aside of it, or what the office waits for. Whatever is
// opened for it says so when it comes back, and counts only while it is the same.
func (s *Session) Table() string {
	name := s.Dossier + "~" + string(s.Place) + "~" + strconv.Itoa(s.Revision) + "~" + s.Expects.String()
	if s.Desk != nil {
		name = s.Desk.Press + "~" + s.Desk.Field
	}
	return name[:min(len(name), maxTable)]
}
