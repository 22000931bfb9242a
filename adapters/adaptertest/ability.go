package adaptertest

import (
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// abilities are what a site may be besides, by the name of its interface. What a
// site is not, some checks cannot ask of it.
func abilities() map[string]func(Site) bool {
	return map[string]func(Site) bool{
		"Company":  func(s Site) bool { return s.Person(1) != nil },
		"Editor":   is[Editor],
		"Repeater": is[Repeater],
		"Replier":  hasPerson[Replier],
		"Starter":  hasPerson[Starter],
		"Spinner":  is[Spinner],
		"Tapper":   is[Tapper],
		"Odd":      is[Odd],
		"Forger":   is[Forger],
		"Ailing":   is[Ailing],
		"Blocker":  hasPerson[Blocker],
		"Deleter":  hasPerson[Deleter],
		"Limited":  is[Limited],
		"Bounded":  is[Bounded],
		"Keeper":   is[Keeper],
	}
}

func is[T any](s Site) bool { _, ok := s.(T); return ok }

func hasPerson[T any](s Site) bool { _, ok := s.Person(0).(T); return ok }

// lacking lists what a site has to be for a check, and is not.
func (c check) lacking(s Site) []string {
	return slices.DeleteFunc(slices.Clone(c.needs), func(name string) bool { return abilities()[name](s) })
}

//go:embed doc.go
var doc string

// table reads the rows of the table below a heading of the package doc. Two
// spaces or more stand between columns.
func table(heading string) (rows [][]string) {
	_, section, _ := strings.Cut(doc, "// # "+heading+"\n")
	section, _, _ = strings.Cut(section, "\n// # ")
	for _, m := range regexp.MustCompile(`(?m)^//\t(.+)$`).FindAllStringSubmatch(section, -1) {
		rows = append(rows, regexp.MustCompile(` {2,}`).Split(m[1], -1))
	}
	return rows
}

// reasons are why a site lacks abilities, as the package doc gives them, by the
// ability.
func reasons(site string) map[string]string {
	all := map[string]string{}
	for _, row := range table("What is not asked of whom") {
		if len(row) == 3 && row[0] == site {
			all[row[1]] = row[2]
		}
	}
	return all
}

// unexplained says where a site and the table of reasons differ.
func unexplained(name string, s Site) (wrong []string) {
	explained := reasons(name)
	for _, ability := range slices.Sorted(maps.Keys(abilities())) {
		has, reason := abilities()[ability](s), explained[ability]
		switch {
		case !has && reason == "":
			wrong = append(wrong, name+" is no "+ability+", and the doc of adaptertest does not say why")
		case has && reason != "":
			wrong = append(wrong, name+" is a "+ability+", and the doc of adaptertest says why it would not be")
		}
	}
	return wrong
}
