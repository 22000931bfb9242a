package sqlite

import "fmt"

// application marks our files (PRAGMA application_id): "VISB".
const application = 0x56495342

// migrations bring a file from one version (PRAGMA user_version) to the next.
// One that was shipped is never edited.
func migrations() []string {
	return []string{first, second, third, fourth}
}

// first is the schema of version 1. All times are milliseconds since 1970 in
// UTC. What is in doc can be asked for by name: doc->>'place'.
const first = `
CREATE TABLE conversations (
	id       INTEGER PRIMARY KEY,
	address  TEXT NOT NULL UNIQUE,
	receipts TEXT, -- JSON: [[card, receipt], ...], newest last
	session  TEXT  -- JSON
);
CREATE TABLE jobs (
	seq          INTEGER PRIMARY KEY, -- order of arrival, of all
	conversation INTEGER NOT NULL,
	lane         TEXT NOT NULL,       -- in, out
	place        INTEGER NOT NULL,    -- due when it was put in: the order in the lane
	due          INTEGER NOT NULL,
	id           TEXT NOT NULL,
	kind         TEXT NOT NULL,
	state        TEXT NOT NULL,       -- waiting, dead
	doc          TEXT NOT NULL        -- JSON
);
-- Everything but the doc: a mailbox is looked through in the index alone.
CREATE INDEX jobs_by_place ON jobs (conversation, lane, place, seq, state, kind, due, id);
CREATE INDEX jobs_by_due ON jobs (due) WHERE state = 'waiting';
CREATE INDEX jobs_dead ON jobs (due) WHERE state = 'dead';
CREATE TABLE seen ( -- the ids of jobs that came in last
	conversation INTEGER NOT NULL,
	id           TEXT NOT NULL,
	seq          INTEGER NOT NULL,
	PRIMARY KEY (conversation, id)
) WITHOUT ROWID;

-- Tables with large rows are tables with row ids: what is new goes to their
-- end, and the index that finds it stays small.
CREATE TABLE dossiers (
	id      TEXT NOT NULL UNIQUE,
	version INTEGER NOT NULL,
	doc     TEXT NOT NULL -- JSON: the head
);
CREATE TABLE answers (
	dossier TEXT NOT NULL,
	place   TEXT NOT NULL,
	doc     TEXT NOT NULL,
	state   TEXT AS (doc->>'state'),
	PRIMARY KEY (dossier, place)
);
CREATE TABLE lists (
	dossier TEXT NOT NULL,
	key     TEXT NOT NULL,
	doc     TEXT NOT NULL,
	PRIMARY KEY (dossier, key)
);
CREATE TABLE items (
	dossier TEXT NOT NULL,
	path    TEXT NOT NULL,
	doc     TEXT NOT NULL,
	label   TEXT AS (doc->>'label'),
	PRIMARY KEY (dossier, path)
);
CREATE TABLE records (
	dossier TEXT NOT NULL,
	seq     INTEGER NOT NULL,
	kind    TEXT NOT NULL,
	doc     TEXT NOT NULL,
	PRIMARY KEY (dossier, seq)
);
CREATE INDEX records_delivery ON records (dossier, seq) WHERE kind = 'block delivered';
CREATE TABLE snapshots (
	dossier TEXT NOT NULL,
	id      TEXT NOT NULL,
	doc     TEXT NOT NULL,
	PRIMARY KEY (dossier, id)
);

CREATE TABLE invites (code TEXT PRIMARY KEY, doc TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (
	upload INTEGER PRIMARY KEY,
	id     TEXT UNIQUE, -- NULL while it is being uploaded
	name   TEXT NOT NULL,
	type   TEXT NOT NULL,
	size   INTEGER NOT NULL
);
CREATE TABLE file_parts (
	upload INTEGER NOT NULL,
	n      INTEGER NOT NULL,
	body   BLOB NOT NULL,
	PRIMARY KEY (upload, n)
);

CREATE TABLE starts (n INTEGER NOT NULL); -- how often the store was opened
INSERT INTO starts VALUES (0);
`

// second adds the register of the programme.
const second = `
CREATE TABLE register (
	part TEXT NOT NULL, -- the table of the register
	id   TEXT NOT NULL,
	doc  TEXT NOT NULL, -- JSON: the fields
	PRIMARY KEY (part, id)
) WITHOUT ROWID;
`

// third has a turn touch fewer pages, which is what it costs where there are a
// hundred thousand dossiers and each turn is in another.
//
// What is to be done stands apart from timers. Timers wait by the hundred
// thousand, and nothing else stays long: so what comes and goes with every turn
// keeps to a few pages of an index of its own. Like the index they replace, both
// hold everything but the doc: a mailbox is looked through in them alone.
//
// All documents are in one table, so that those of a dossier are neighbours in
// one index. The views are for people who ask the file.
const third = `
DROP INDEX jobs_by_place;
CREATE INDEX jobs_at_hand ON jobs (conversation, lane, place, seq, state, kind, due, id) WHERE kind <> 'timer';
CREATE INDEX jobs_timers ON jobs (conversation, place, seq, state, due, id) WHERE kind = 'timer';

CREATE TABLE documents (
	dossier TEXT NOT NULL,
	part    TEXT NOT NULL, -- head, answer, list, item, record, snapshot
	key     NOT NULL,      -- place, key, path, seq (a number), id; '' of a head
	version INTEGER,       -- of a head
	kind    TEXT,          -- of a record
	doc     TEXT NOT NULL, -- JSON
	UNIQUE (dossier, part, key)
);
CREATE INDEX documents_delivery ON documents (dossier, key) WHERE part = 'record' AND kind = 'block delivered';
INSERT INTO documents (dossier, part, key, version, kind, doc)
	SELECT id, 'head', '', version, NULL, doc FROM dossiers
	UNION ALL SELECT dossier, 'answer', place, NULL, NULL, doc FROM answers
	UNION ALL SELECT dossier, 'list', key, NULL, NULL, doc FROM lists
	UNION ALL SELECT dossier, 'item', path, NULL, NULL, doc FROM items
	UNION ALL SELECT dossier, 'record', seq, NULL, kind, doc FROM records
	UNION ALL SELECT dossier, 'snapshot', id, NULL, NULL, doc FROM snapshots;
DROP TABLE dossiers;
DROP TABLE answers;
DROP TABLE lists;
DROP TABLE items;
DROP TABLE records;
DROP TABLE snapshots;
CREATE VIEW dossiers AS SELECT dossier AS id, version, doc FROM documents WHERE part = 'head';
CREATE VIEW answers AS SELECT dossier, key AS place, doc, doc->>'state' AS state FROM documents WHERE part = 'answer';
CREATE VIEW lists AS SELECT dossier, key, doc FROM documents WHERE part = 'list';
CREATE VIEW items AS SELECT dossier, key AS path, doc, doc->>'label' AS label FROM documents WHERE part = 'item';
CREATE VIEW records AS SELECT dossier, key AS seq, kind, doc FROM documents WHERE part = 'record';
CREATE VIEW snapshots AS SELECT dossier, key AS id, doc FROM documents WHERE part = 'snapshot';
`

// fourth keeps the receipts of lasting cards that newer ones have pushed out of
// their conversation, so that threads stay known.
const fourth = `
CREATE TABLE shown (
	nr           INTEGER PRIMARY KEY,
	conversation INTEGER NOT NULL,
	receipt      TEXT NOT NULL,
	card         TEXT NOT NULL,
	UNIQUE (conversation, receipt)
);
CREATE INDEX shown_by_card ON shown (conversation, card);
`

// migrate brings the file to our version, one step a transaction.
func migrate(c *conn) error {
	v, err := c.number("PRAGMA user_version")
	if err != nil {
		return err
	}
	for i, step := range migrations() {
		if int64(i) < v {
			continue
		}
		mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", application, i+1)
		if err := c.script("BEGIN IMMEDIATE;" + step + mark + "COMMIT;"); err != nil {
			return fmt.Errorf("bring it to version %d: %w", i+1, err)
		}
	}
	return nil
}
