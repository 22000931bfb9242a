package push

import (
	"slices"
	"strings"

	"visesbot/bot/register"
	"visesbot/flows"
)

// Message tells whether it is a message of one's own, and no module.
func (o Order) Message() bool { return o.Module == "" }

// Targets are the enterprises it names, as the register is now, each once; none
// where it goes to everybody, or to some conversations.
func (o Order) Targets(p *register.Programme) []string {
	var all []string
	for _, id := range o.Cohorts {
		c, _ := p.Find(register.Cohorts, id)
		all = append(all, c.List("enterprises")...)
	}
	all = append(all, o.Enterprises...)
	if o.Pool != "" && len(all) == 0 {
		for _, e := range p.All(register.Enterprises) {
			all = append(all, e.ID)
		}
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(id string) bool { return !o.pooled(p, id) })
}

// pooled tells whether an enterprise is of the pool, if it has to be of one.
func (o Order) pooled(p *register.Programme, enterprise string) bool {
	e, _ := p.Find(register.Enterprises, enterprise)
	return o.Pool == "" || e.Fields["pool"] == o.Pool
}

// wants tells whether somebody of an enterprise that it goes to has the role.
func (o Order) wants(role string) bool {
	if len(o.Roles) == 0 {
		return role != flows.RoleAccompanist
	}
	return slices.Contains(o.Roles, role)
}

// same tells whether both bring the same.
func (o Order) same(other Order) bool {
	return strings.EqualFold(o.Module, other.Module) && o.Say == other.Say
}

// reaches tells whether it goes to somebody; targets are its own.
func (o Order) reaches(a person, targets []string) bool {
	if slices.Contains(o.To, string(a.address)) {
		return true
	}
	return o.wants(a.role) && (o.Everyone || slices.Contains(targets, a.enterprise))
}
