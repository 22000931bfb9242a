package register

import (
	"math"
	"strconv"
)

// Budget is the guidance that an enterprise may have and has had, in minutes.
type Budget struct{ Given, Used int }

// Left is what it may still have; below zero where there was more than was
// planned.
func (b Budget) Left() int { return b.Given - b.Used }

// BudgetOf counts the guidance of an enterprise by its entries of [Hours].
func (p *Programme) BudgetOf(enterprise string, hours []Entry) Budget {
	e, _ := p.Find(Enterprises, enterprise)
	return Budget{Given: e.Guidance(), Used: Minutes(hours)}
}

// Guidance is how much individual guidance an enterprise may have, in minutes.
func (e Entry) Guidance() int {
	hours, _ := strconv.ParseFloat(e.Fields["hours"], 64)
	return int(math.Round(60 * hours))
}
