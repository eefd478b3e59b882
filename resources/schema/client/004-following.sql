-- How far this computer has followed what changes on the server; no row before it has read everything once.
CREATE TABLE following (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    cursor TEXT, -- none: everything is to be read anew
    reach TEXT NOT NULL CHECK (reach IN ('own', 'all')) -- whose recordings it has read
);

-- What reading everything anew has met so far; what is here and is not among it is gone at the end.
CREATE TABLE following_met (
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

-- What is to be fetched, because all that is known of it is that it changed.
CREATE TABLE following_due (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    id INTEGER NOT NULL,
    UNIQUE (kind, id)
);

-- No longer this person's to see, but something that was written or attached for it here was not sent yet.
CREATE TABLE gone_leads (
    lead_id INTEGER PRIMARY KEY
);

CREATE TABLE gone_recordings (
    recording_id INTEGER PRIMARY KEY
);

-- Sealed files whose recording has gone from here; each is named until it is off the disk.
CREATE TABLE doomed_files (
    name TEXT PRIMARY KEY
) WITHOUT ROWID;

-- What a person has seen of a lead.
CREATE TABLE lead_marks (
    lead_id INTEGER PRIMARY KEY,
    opened INTEGER NOT NULL, -- at least once
    unread INTEGER NOT NULL  -- somebody else has changed something since
);

-- What was last sent to the server: where it comes back, nobody else wrote it.
ALTER TABLE note_drafts ADD COLUMN sent TEXT;
