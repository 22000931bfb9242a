package lifetime

import (
	"container/heap"
	"time"
)

// agenda is what people are going to do, and when: a heap.
type agenda struct {
	all   []deed
	count int
}

type deed struct {
	at    time.Time
	order int // of those of one moment
	do    func()
}

// add has something done later.
func (a *agenda) add(at time.Time, do func()) {
	a.count++
	heap.Push(a, deed{at, a.count, do})
}

// due takes what is to be done by now.
func (a *agenda) due(now time.Time) (all []func()) {
	for len(a.all) > 0 && !a.all[0].at.After(now) {
		all = append(all, heap.Pop(a).(deed).do)
	}
	return all
}

func (a *agenda) first() (time.Time, bool) {
	if len(a.all) == 0 {
		return time.Time{}, false
	}
	return a.all[0].at, true
}

func (a *agenda) Len() int { return len(a.all) }
func (a *agenda) Less(i, j int) bool {
	if !a.all[i].at.Equal(a.all[j].at) {
		return a.all[i].at.Before(a.all[j].at)
	}
	return a.all[i].order < a.all[j].order
}
func (a *agenda) Swap(i, j int) { a.all[i], a.all[j] = a.all[j], a.all[i] }
func (a *agenda) Push(x any)    { a.all = append(a.all, x.(deed)) }
func (a *agenda) Pop() any {
	last := a.all[len(a.all)-1]
	a.all = a.all[:len(a.all)-1]
	return last
}
