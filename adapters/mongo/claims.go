package mongo

import (
	"sync"

	"visesbot/bot"
)

// claims remembers what this program claimed last of each conversation, so
// that a commit need not read the conversation again, and a late one is known
// for what it is without asking. It is a shortcut: the conditions of the
// writes decide.
type claims struct {
	mu   sync.Mutex
	last map[bot.Address]claimed
}

type claimed struct {
	fence int64
	doc   *conversation    // as it was claimed; nil when the claim is over
	read  map[string]int64 // versions of the dossiers read since
}

// enough finished claims to remember.
const enough = 10_000

func (c *claims) hold(doc *conversation) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.last == nil || len(c.last) > enough {
		c.forgetFinished()
	}
	c.last[doc.ID] = claimed{fence: doc.Lease.Fence, doc: doc, read: map[string]int64{}}
}

// saw notes the version at which a claim has read a dossier.
func (c *claims) saw(claim bot.Claim, dossier string, version int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if l := c.last[claim.Address]; l.doc != nil && l.fence == claim.Fence {
		l.read[dossier] = version
	}
}

// version gives the version at which a claim has read a dossier, if it has.
func (c *claims) version(claim bot.Claim, dossier string) (int64, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	l := c.last[claim.Address]
	if l.fence != claim.Fence {
		return 0, false
	}
	v, read := l.read[dossier]
	return v, read
}

func (c *claims) forgetFinished() {
	kept := map[bot.Address]claimed{}
	for a, l := range c.last {
		if l.doc != nil {
			kept[a] = l
		}
	}
	c.last = kept
}

// of gives the conversation as it was claimed, if it is remembered, and tells
// whether the claim is certainly over.
func (c *claims) of(claim bot.Claim) (doc *conversation, over bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	l, known := c.last[claim.Address]
	switch {
	case !known || l.fence < claim.Fence:
		return nil, false
	case l.fence > claim.Fence:
		return nil, true
	}
	return l.doc, l.doc == nil
}

// end notes that a claim is over.
func (c *claims) end(claim bot.Claim) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if l, known := c.last[claim.Address]; known && l.fence == claim.Fence {
		c.last[claim.Address] = claimed{fence: l.fence}
	}
}
