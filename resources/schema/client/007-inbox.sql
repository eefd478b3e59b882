-- Files that the watched folders have shown, each once: the same path, size and time is never taken for a new one.
CREATE TABLE inbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('earlier', 'new', 'filed', 'dismissed')), -- earlier: before it was watched
    upload_id TEXT,              -- of the recording that it was filed as
    inspected INTEGER NOT NULL,  -- whether what follows is known
    sha256 BLOB NOT NULL,
    duration INTEGER,            -- milliseconds
    problem TEXT NOT NULL,       -- why it can't be attached
    remark TEXT NOT NULL
);

CREATE INDEX inbox_new ON inbox (number) WHERE state = 'new';

CREATE INDEX inbox_to_inspect ON inbox (number) WHERE state = 'new' AND inspected = 0;

-- The folders that are watched, and from when on; one that was not looked at yet may hold files from before.
CREATE TABLE inbox_folders (
    folder TEXT PRIMARY KEY,
    since INTEGER NOT NULL,
    looked_at INTEGER NOT NULL -- whether its first look is over
) WITHOUT ROWID;
