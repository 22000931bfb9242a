// Package content is the writers' room: what the bot asks, teaches and says,
// in French, Dutch and English. It holds words and paths, no logic; package
// definition reads them, and docs/writers.md says how they are written.
package content

import "embed"

// FS is the content that is built into the program.
//
//go:embed questionnaire modules media glossary messages library frameworks programme transcripts
var FS embed.FS
