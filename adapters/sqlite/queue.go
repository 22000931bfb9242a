package sqlite

// queue is a heap of conversations, the one that wakes first on top.
type queue []*talk

func (q queue) Len() int { return len(q) }

func (q queue) Less(i, j int) bool {
	return q[i].wake < q[j].wake || q[i].wake == q[j].wake && q[i].id < q[j].id
}

func (q queue) Swap(i, j int) {
	q[i], q[j] = q[j], q[i]
	q[i].index, q[j].index = i, j
}

// Push adds at the end; container/heap moves it to its place.
func (q *queue) Push(x any) {
	t, _ := x.(*talk)
	t.index = len(*q)
	*q = append(*q, t)
}

// Pop takes the last away.
func (q *queue) Pop() any {
	old := *q
	t := old[len(old)-1]
	*q = old[:len(old)-1]
	return t
}
