-- What a Holdfast server keeps. Times are milliseconds since 1970 in UTC. An empty line ends a statement.

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username TEXT NOT NULL UNIQUE COLLATE NOCASE,
    full_name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('agent', 'supervisor', 'admin')),
    password_hash BLOB NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    created_at INTEGER NOT NULL
)

-- Tokens that were signed out before their end.
CREATE TABLE revoked_tokens (
    token_id BLOB PRIMARY KEY,
    expires_at INTEGER NOT NULL
) WITHOUT ROWID

CREATE INDEX revoked_tokens_by_end ON revoked_tokens (expires_at)

CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
)

CREATE TABLE leads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    campaign_id INTEGER REFERENCES campaigns (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
)

CREATE INDEX leads_by_name ON leads (name, id)

CREATE TABLE lead_agents (
    lead_id INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL REFERENCES users (id),
    PRIMARY KEY (lead_id, user_id)
) WITHOUT ROWID

CREATE INDEX lead_agents_by_user ON lead_agents (user_id, lead_id)

CREATE TABLE calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    lead_id INTEGER NOT NULL REFERENCES leads (id),
    agent_id INTEGER NOT NULL REFERENCES users (id),
    campaign_id INTEGER REFERENCES campaigns (id),
    disposition TEXT NOT NULL,
    started_at INTEGER NOT NULL
)

CREATE TABLE recordings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    call_id INTEGER NOT NULL REFERENCES calls (id),
    lead_id INTEGER NOT NULL REFERENCES leads (id),
    agent_id INTEGER NOT NULL REFERENCES users (id),
    campaign_id INTEGER REFERENCES campaigns (id),
    disposition TEXT NOT NULL,
    file_path TEXT NOT NULL UNIQUE,
    file_size INTEGER NOT NULL,
    duration_ms INTEGER,
    format TEXT NOT NULL,
    channels INTEGER NOT NULL,
    sample_rate INTEGER NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    original_name TEXT NOT NULL,
    encryption_key_id TEXT NOT NULL,
    notes TEXT NOT NULL,
    call_date INTEGER NOT NULL,
    uploaded_at INTEGER NOT NULL,
    compliance_hold INTEGER NOT NULL DEFAULT 0 CHECK (compliance_hold IN (0, 1)),
    revision INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
)

-- Apart from the rows that lists read. Deleting one shreds its recording.
CREATE TABLE recording_keys (
    recording_id INTEGER PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    wrapped_key BLOB NOT NULL
)

-- A search finds its rows newest first in one of these, whatever it filters by; the partial ones serve what is on hold.
CREATE INDEX recordings_by_time ON recordings (uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_agent ON recordings (agent_id, uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_campaign ON recordings (campaign_id, uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_lead ON recordings (lead_id, uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_disposition ON recordings (disposition, uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_agent_campaign ON recordings (agent_id, campaign_id, uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_agent_disposition ON recordings (agent_id, disposition, uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_campaign_disposition ON recordings (campaign_id, disposition, uploaded_at DESC, id DESC)

CREATE INDEX recordings_by_agent_campaign_disposition
    ON recordings (agent_id, campaign_id, disposition, uploaded_at DESC, id DESC)

CREATE INDEX held_by_time ON recordings (uploaded_at DESC, id DESC) WHERE compliance_hold = 1

CREATE INDEX held_by_agent ON recordings (agent_id, uploaded_at DESC, id DESC) WHERE compliance_hold = 1

CREATE INDEX held_by_campaign ON recordings (campaign_id, uploaded_at DESC, id DESC) WHERE compliance_hold = 1

CREATE INDEX held_by_disposition ON recordings (disposition, uploaded_at DESC, id DESC) WHERE compliance_hold = 1

CREATE INDEX held_by_agent_campaign ON recordings (agent_id, campaign_id, uploaded_at DESC, id DESC)
    WHERE compliance_hold = 1

CREATE INDEX held_by_agent_disposition ON recordings (agent_id, disposition, uploaded_at DESC, id DESC)
    WHERE compliance_hold = 1

CREATE INDEX held_by_campaign_disposition ON recordings (campaign_id, disposition, uploaded_at DESC, id DESC)
    WHERE compliance_hold = 1

CREATE TRIGGER held_recordings_stay BEFORE DELETE ON recordings WHEN old.compliance_hold = 1
BEGIN
    SELECT RAISE(ABORT, 'the recording is under compliance hold');
END

-- The sums that a list or a quota would otherwise have to count.
CREATE TABLE lead_recording_counts (
    lead_id INTEGER PRIMARY KEY REFERENCES leads (id) ON DELETE CASCADE,
    count INTEGER NOT NULL
)

CREATE TABLE storage_totals (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    files INTEGER NOT NULL,
    bytes INTEGER NOT NULL
)

INSERT INTO storage_totals (id, files, bytes) VALUES (1, 0, 0)

CREATE TRIGGER recordings_counted AFTER INSERT ON recordings
BEGIN
    INSERT INTO lead_recording_counts (lead_id, count) VALUES (new.lead_id, 1)
        ON CONFLICT (lead_id) DO UPDATE SET count = count + 1;
    UPDATE storage_totals SET files = files + 1, bytes = bytes + new.file_size;
END

CREATE TRIGGER recordings_discounted AFTER DELETE ON recordings
BEGIN
    UPDATE lead_recording_counts SET count = count - 1 WHERE lead_id = old.lead_id;
    UPDATE storage_totals SET files = files - 1, bytes = bytes - old.file_size;
END

CREATE TRIGGER recordings_moved AFTER UPDATE OF lead_id ON recordings WHEN old.lead_id <> new.lead_id
BEGIN
    UPDATE lead_recording_counts SET count = count - 1 WHERE lead_id = old.lead_id;
    INSERT INTO lead_recording_counts (lead_id, count) VALUES (new.lead_id, 1)
        ON CONFLICT (lead_id) DO UPDATE SET count = count + 1;
END

CREATE TABLE retention_policies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL CHECK (length(name) > 0),
    retention_days INTEGER NOT NULL CHECK (retention_days > 0),
    applies_to TEXT NOT NULL CHECK (applies_to IN ('ALL', 'CAMPAIGN', 'AGENT')),
    campaign_id INTEGER UNIQUE REFERENCES campaigns (id),
    agent_id INTEGER UNIQUE REFERENCES users (id),
    is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((applies_to = 'CAMPAIGN') = (campaign_id IS NOT NULL)),
    CHECK ((applies_to = 'AGENT') = (agent_id IS NOT NULL)),
    CHECK (is_default = 0 OR applies_to = 'ALL')
)

CREATE UNIQUE INDEX one_default_policy ON retention_policies (is_default) WHERE is_default = 1

-- Who did, or tried, what. No foreign keys: an entry outlives what it tells of.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    username TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    recording_id INTEGER NOT NULL,
    lead_id INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('allowed', 'refused')),
    address TEXT NOT NULL,
    detail TEXT NOT NULL
)

CREATE INDEX audit_by_recording ON audit (recording_id, id DESC)

CREATE INDEX audit_by_user ON audit (user_id, id DESC)

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit entries are not changed');
END

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit entries are not deleted');
END

-- What changed, in order, for clients that come back.
CREATE TABLE changes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    at INTEGER NOT NULL
)

-- Files that belong to no recording yet, or no more: written before a file is moved to its place and deleted in the
-- transaction that makes the row; at a deletion, the other way round. One that is found at a start belongs to nobody,
-- and its file goes.
CREATE TABLE uploads (
    recording_id INTEGER PRIMARY KEY,
    file_path TEXT NOT NULL,
    begun_at INTEGER NOT NULL
)

-- What a repeat of an upload is answered with.
CREATE TABLE idempotency_keys (
    user_id INTEGER NOT NULL REFERENCES users (id),
    key BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    recording_id INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, key)
) WITHOUT ROWID

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)
