// Package definition reads the content that people write (YAML files with
// phases, modules, terms and sentences) into a [flows.Script], and says all
// that is wrong with it at once: file, line and column, the line itself, the
// rule that was broken, and what was probably meant.
//
// Every field that was read remembers where it stood, so that a rule looks at
// the finished model and still points at the file. One rule is one file,
// check_*.go; [Rules] lists them, and testdata/err shows one broken file for
// each.
//
// The package does not decide what is asked next (package form), does not run
// transcripts (package flowtest) and does not open folders: it is given an
// [io/fs.FS].
package definition
