package draw

import (
	"cmp"
	"slices"
)

// sweeps is how often the columns are put in order by what they are joined with.
const sweeps = 12

// order puts the boxes of each column in an order with few crossings.
func (b *builder) order() {
	best, least := b.positions(), b.crossings()
	for sweep := range sweeps {
		if least == 0 {
			break
		}
		if sweep%2 == 0 {
			for i := 1; i < len(b.layers); i++ {
				b.sort(i, i-1)
			}
		} else {
			for i := len(b.layers) - 2; i >= 0; i-- {
				b.sort(i, i+1)
			}
		}
		if n := b.crossings(); n < least {
			best, least = b.positions(), n
		}
	}
	b.layers = best
}

// positions copies the present order.
func (b *builder) positions() [][]*cell {
	all := make([][]*cell, len(b.layers))
	for i, layer := range b.layers {
		all[i] = slices.Clone(layer)
	}
	return all
}

// sort puts a column in the order of the mean place of what it is joined with in
// the one beside it.
func (b *builder) sort(column, beside int) {
	at := map[*cell]int{}
	for i, c := range b.layers[beside] {
		at[c] = i
	}
	for i, c := range b.layers[column] {
		joined := c.in
		if beside > column {
			joined = c.out
		}
		sum := 0
		for _, o := range joined {
			sum += at[o]
		}
		c.bary = float64(i)
		if len(joined) > 0 {
			c.bary = float64(sum) / float64(len(joined))
		}
	}
	slices.SortStableFunc(b.layers[column], func(x, y *cell) int { return cmp.Compare(x.bary, y.bary) })
}

// crossings counts where arrows cross, column by column.
func (b *builder) crossings() int {
	at := map[*cell]int{}
	for _, layer := range b.layers {
		for i, c := range layer {
			at[c] = i
		}
	}
	n := 0
	for _, layer := range b.layers {
		var all [][2]int
		for _, c := range layer {
			for _, o := range c.out {
				all = append(all, [2]int{at[c], at[o]})
			}
		}
		for i, x := range all {
			for _, y := range all[:i] {
				if (x[0]-y[0])*(x[1]-y[1]) < 0 {
					n++
				}
			}
		}
	}
	return n
}

// rounds is how often each box is drawn towards what it is joined with.
const rounds = 40

// place gives each box its height on the sheet: near what it is joined with,
// never over another one.
func (b *builder) place() {
	for _, layer := range b.layers {
		b.high = max(b.high, stack(layer))
	}
	for _, layer := range b.layers {
		y := (b.high - stack(layer)) / 2
		for _, c := range layer {
			c.y = y
			y += c.high + theoryGap
		}
	}
	for range rounds {
		for _, layer := range b.layers {
			b.draw(layer)
		}
	}
}

// stack is how high a column is without any slack.
func stack(layer []*cell) float64 {
	sum := -theoryGap
	for _, c := range layer {
		sum += c.high + theoryGap
	}
	return max(0, sum)
}

// draw moves each box of a column towards the mean of what it is joined with, as
// far as its neighbours leave.
func (b *builder) draw(layer []*cell) {
	for i, c := range layer {
		sum, n := 0.0, 0
		for _, o := range append(slices.Clone(c.in), c.out...) {
			sum += o.y + o.high/2
			n++
		}
		if n == 0 {
			continue
		}
		low, high := 0.0, b.high-c.high
		if i > 0 {
			low = layer[i-1].y + layer[i-1].high + theoryGap
		}
		if i+1 < len(layer) {
			high = layer[i+1].y - theoryGap - c.high
		}
		c.y = max(low, min(sum/float64(n)-c.high/2, high))
	}
}
