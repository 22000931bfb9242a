package sqlite

import (
	"errors"
	"fmt"
	"os"
)

// CheckFile reads a whole file and tells whether it is sound, also while a program
// has it open. It changes nothing: what is damaged is one of the Err values.
func CheckFile(path string) error {
	if _, err := os.Stat(path); err != nil {
		return fmt.Errorf("store %s: %w", path, err)
	}
	c, err := dial(path, "ro", "busy_timeout(5000)")
	if err == nil {
		err = sound(c, thorough+1) // what it is
		if err == nil {
			err = verify(c, "PRAGMA integrity_check(1)")
		}
		err = errors.Join(err, c.close())
	}
	return fault(path, err)
}
