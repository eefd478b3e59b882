-- What this computer knows of one person's leads and recordings on one server. Times are milliseconds since 1970, UTC.
CREATE TABLE leads (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    campaign_id INTEGER,
    campaign_name TEXT NOT NULL,
    agents TEXT NOT NULL, -- ids, separated by commas
    recording_count INTEGER NOT NULL,
    created_at INTEGER,
    updated_at INTEGER
);

-- One row for each recording that waits here, or that the server keeps, or both.
CREATE TABLE recordings (
    number INTEGER PRIMARY KEY,
    upload_id TEXT UNIQUE,
    recording_id INTEGER UNIQUE,
    lead_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    original_path TEXT NOT NULL,
    file_size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    format TEXT NOT NULL,
    duration INTEGER, -- milliseconds
    channels INTEGER NOT NULL,
    sample_rate INTEGER NOT NULL,
    codec TEXT NOT NULL,
    has_video INTEGER NOT NULL,
    truncated INTEGER NOT NULL,
    attached_at INTEGER,
    call_at INTEGER NOT NULL, -- what the list is sorted by
    notes TEXT NOT NULL,
    problem TEXT NOT NULL,
    remote TEXT, -- the server's own account of it, in the contract's form
    CHECK (upload_id IS NOT NULL OR recording_id IS NOT NULL),
    CHECK ((recording_id IS NULL) = (remote IS NULL))
);

CREATE INDEX recordings_of_lead ON recordings (lead_id, call_at);

CREATE INDEX recordings_by_content ON recordings (lead_id, sha256);

-- What is still to be sent, in order. A recording leaves it in the transaction that marks it stored.
CREATE TABLE outbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    upload_id TEXT NOT NULL UNIQUE REFERENCES recordings (upload_id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'parked'))
);
