package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"slices"
	"strings"

	"visesbot/bot"
	"visesbot/flows"
)

// addresses reads one a line.
func addresses(file string) (all []string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("--to: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		a := bot.Address(strings.TrimSpace(lines.Text()))
		if a == "" {
			continue
		}
		if a.Valid() != nil {
			return nil, fmt.Errorf("--to: %s:%d: an address looks like telegram:1234", file, n)
		}
		if !slices.Contains(all, string(a)) {
			all = append(all, string(a))
		}
	}
	if len(all) == 0 && lines.Err() == nil {
		return nil, fmt.Errorf("--to: %s names nobody: write one address a line, like telegram:1234", file)
	}
	return all, lines.Err()
}

// known finds the module in the content, and the version of what is sent; and
// wants roles that people have.
func (o *pushOptions) known(e *env) error {
	script, _, err := loadScript(e)
	if err != nil {
		return err
	}
	if o.Content = script.Version; o.Message() {
		sum := sha256.Sum256([]byte(o.Say.FR + "\n" + o.Say.NL + "\n" + o.Say.EN))
		o.Hash, o.Content = hex.EncodeToString(sum[:6]), ""
	} else if o.Hash, err = hashOf(script, o.Module); err != nil {
		return err
	}
	roles := rolesIn(script)
	for _, role := range o.Roles {
		if !slices.Contains(roles, role) {
			return usageError{fmt.Errorf("--role is one of %s, not %q", strings.Join(roles, ", "), role)}
		}
	}
	return nil
}

// hashOf is the version of a module.
func hashOf(script *flows.Script, module string) (string, error) {
	var known []string
	for _, m := range script.Modules {
		known = append(known, m.ID)
		if m.ID == module {
			return m.Version, nil
		}
	}
	return "", usageError{fmt.Errorf("there is no module %q: there are %s", module, strings.Join(known, ", "))}
}

// rolesIn are what people of an enterprise can be: what they say of themselves,
// and those who are invited as such.
func rolesIn(script *flows.Script) (all []string) {
	for _, q := range script.Questionnaire.Questions() {
		if q.Name != "role" {
			continue
		}
		for _, o := range q.Options {
			all = append(all, o.ID)
		}
	}
	return append(all, flows.RoleDelegate, flows.RoleAccompanist)
}
