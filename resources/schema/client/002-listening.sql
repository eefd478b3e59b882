-- What a person does while listening. A recording goes by its upload ("u" and the id) where it began on this computer,
-- else by its number on the server ("r" and the id). Times within a recording are milliseconds from its start.
CREATE TABLE listening (
    recording TEXT PRIMARY KEY,
    position INTEGER NOT NULL
) WITHOUT ROWID;

-- Annotations as the server gave them, and what is still to be told to it.
CREATE TABLE annotations (
    number INTEGER PRIMARY KEY,
    local_id TEXT NOT NULL UNIQUE, -- chosen here
    annotation_id INTEGER UNIQUE,  -- the server's; none before it has taken it
    recording TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER,
    channel INTEGER,
    text TEXT NOT NULL,
    author_id INTEGER NOT NULL,
    author_name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    pending TEXT NOT NULL CHECK (pending IN ('', 'create', 'change', 'delete')),
    problem TEXT NOT NULL -- why the server does not take it; it is not sent again by itself
);

CREATE INDEX annotations_of_recording ON annotations (recording, start);

CREATE INDEX annotations_pending ON annotations (number) WHERE pending <> '';

-- The notes of a recording while they are not yet what the server keeps.
CREATE TABLE note_drafts (
    recording TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    base TEXT NOT NULL,    -- the notes that it was written over
    theirs TEXT,           -- what somebody else has made of them meanwhile; a person must decide
    problem TEXT NOT NULL  -- why the server does not take it
) WITHOUT ROWID;
