-- What is written about recordings (recordings.notes and remote, annotations.text, drafts) lies here sealed, as a BLOB,
-- once there is a row in this table: something that opens under the key alone. Without one it lies there as text.
CREATE TABLE sealing (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    canary BLOB NOT NULL
);

-- Notes and dispositions while they are not yet what the server keeps.
CREATE TABLE drafts (
    recording TEXT NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('notes', 'disposition')),
    text TEXT NOT NULL,
    base TEXT NOT NULL,    -- what it was written over
    theirs TEXT,           -- what somebody else has made of it meanwhile; a person must decide
    sent TEXT,             -- what was last sent to the server: where it comes back, nobody else wrote it
    problem TEXT NOT NULL, -- why the server does not take it
    PRIMARY KEY (recording, field)
) WITHOUT ROWID;

INSERT INTO drafts (recording, field, text, base, theirs, sent, problem)
    SELECT recording, 'notes', text, base, theirs, sent, problem FROM note_drafts;

DROP TABLE note_drafts;

-- What a person chose when attaching it.
ALTER TABLE recordings ADD COLUMN disposition TEXT NOT NULL DEFAULT '';

-- The words that were met, to be offered.
CREATE TABLE dispositions (
    text TEXT PRIMARY KEY
) WITHOUT ROWID;
