-- Webhooks and what is told to them, the level of the storage that was warned of, and what each campaign takes.

-- The secret is sealed under a key of its own, which is wrapped like a recording's.
CREATE TABLE webhooks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL,
    is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    sealed_secret BLOB NOT NULL,
    wrapped_key BLOB NOT NULL,
    encryption_key_id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
)

CREATE TABLE webhook_subscriptions (
    event TEXT NOT NULL CHECK (
        event IN ('recording.completed', 'recording.deleted', 'retention.expired', 'hold.changed', 'storage.warning')),
    webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    PRIMARY KEY (event, webhook_id)
) WITHOUT ROWID

-- One row for each event and each webhook that asked for it, written in the transaction of the fact. `at` is null from
-- the fact until its change is noted (below), or until somebody first looks. A row waits (until due_at, 0: at once)
-- until its target has taken it or it is given up, which leaves it in sight; `replayed_at` is when somebody last had it
-- sent again.
CREATE TABLE webhook_deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    event_id TEXT NOT NULL,
    event TEXT NOT NULL,
    at INTEGER,
    data TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'parked')),
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at INTEGER NOT NULL DEFAULT 0,
    attempted_at INTEGER,
    replayed_at INTEGER,
    ended_at INTEGER,
    status INTEGER,
    problem TEXT NOT NULL DEFAULT '',
    CHECK ((state = 'waiting') = (ended_at IS NULL))
)

CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, id DESC)

CREATE INDEX webhook_deliveries_by_state ON webhook_deliveries (webhook_id, state, id DESC)

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at, id) WHERE state = 'waiting'

CREATE INDEX webhook_deliveries_parked ON webhook_deliveries (id) WHERE state = 'parked'

CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (ended_at) WHERE ended_at IS NOT NULL

CREATE INDEX webhook_deliveries_without_time ON webhook_deliveries (id) WHERE at IS NULL

-- Where facts are told: each becomes a row for each webhook that is on and asked for such events, and nothing where
-- there is none. The event's id is drawn once and stays, however often it is sent.
CREATE VIEW webhook_facts AS SELECT event, at, data FROM webhook_deliveries

CREATE TRIGGER webhook_facts_told INSTEAD OF INSERT ON webhook_facts
BEGIN
    INSERT INTO webhook_deliveries (webhook_id, event_id, event, at, data)
        SELECT s.webhook_id, lower(hex(randomblob(16))), new.event, new.at, new.data
        FROM webhook_subscriptions s CROSS JOIN webhooks w ON w.id = s.webhook_id
        WHERE s.event = new.event AND w.is_on = 1;
END

-- What an event says of a recording.
CREATE VIEW webhook_recordings AS
    SELECT r.id AS recording_id,
           json_object('recordingId', r.id, 'callId', r.call_id, 'leadId', r.lead_id, 'agentId', r.agent_id,
                       'campaignId', r.campaign_id, 'duration', (r.duration_ms + 500) / 1000, 'fileSize', r.file_size,
                       'disposition', r.disposition) AS data
    FROM recordings r

-- A recording is complete with its key: what is imported without a file has none, and was completed elsewhere.
CREATE TRIGGER recordings_completed AFTER INSERT ON recording_keys
BEGIN
    INSERT INTO webhook_facts (event, at, data)
        SELECT 'recording.completed', (SELECT uploaded_at FROM recordings WHERE id = new.recording_id), data
        FROM webhook_recordings WHERE recording_id = new.recording_id;
END

CREATE TRIGGER recordings_taken_away BEFORE DELETE ON recordings
BEGIN
    INSERT INTO webhook_facts (event, at, data)
        SELECT 'recording.deleted', NULL, data FROM webhook_recordings WHERE recording_id = old.id;
END

CREATE TRIGGER recordings_held_or_released AFTER UPDATE OF compliance_hold ON recordings
    WHEN old.compliance_hold <> new.compliance_hold
BEGIN
    INSERT INTO webhook_facts (event, at, data)
        SELECT 'hold.changed', NULL,
               json_set(data, '$.complianceHold', json(iif(new.compliance_hold = 1, 'true', 'false')))
        FROM webhook_recordings WHERE recording_id = new.id;
END

-- Whoever changes a thing notes the change in the same transaction, with its time.
CREATE TRIGGER changes_tell_the_time AFTER INSERT ON changes
    WHEN EXISTS (SELECT 1 FROM webhook_deliveries WHERE at IS NULL)
BEGIN
    UPDATE webhook_deliveries SET at = new.at WHERE at IS NULL;
END

-- How much may be stored (bytes; 0: not told yet), and up to which level (0, 80 or 90 %) was warned. It goes down only
-- once five in a hundred less are stored, so that one recording that comes and goes does not warn each time.
CREATE TABLE storage_quota (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    bytes INTEGER NOT NULL,
    warned INTEGER NOT NULL CHECK (warned IN (0, 80, 90))
)

INSERT INTO storage_quota (id, bytes, warned) VALUES (1, 0, 0)

CREATE VIEW storage_level AS
    SELECT q.warned AS warned,
           CASE WHEN q.bytes = 0 THEN 0
                WHEN t.bytes >= q.bytes * 0.9 OR (q.warned = 90 AND t.bytes >= q.bytes * 0.85) THEN 90
                WHEN t.bytes >= q.bytes * 0.8 OR (q.warned >= 80 AND t.bytes >= q.bytes * 0.75) THEN 80
                ELSE 0 END AS level
    FROM storage_quota q CROSS JOIN storage_totals t

CREATE TRIGGER storage_totals_watched AFTER UPDATE OF bytes ON storage_totals
    WHEN (SELECT level <> warned FROM storage_level)
BEGIN
    UPDATE storage_quota SET warned = (SELECT level FROM storage_level);
END

CREATE TRIGGER storage_quota_watched AFTER UPDATE OF bytes ON storage_quota
    WHEN (SELECT level <> warned FROM storage_level)
BEGIN
    UPDATE storage_quota SET warned = (SELECT level FROM storage_level);
END

CREATE TRIGGER storage_warned AFTER UPDATE OF warned ON storage_quota WHEN new.warned > old.warned
BEGIN
    INSERT INTO webhook_facts (event, at, data)
        SELECT 'storage.warning', NULL,
               json_object('level', new.warned, 'totalSizeBytes', t.bytes, 'quotaBytes', new.bytes,
                           'quotaPercentage', round(100.0 * t.bytes / new.bytes, 2))
        FROM storage_totals t;
END

-- What is stored of each campaign's calls (0: of none).
CREATE TABLE campaign_storage (
    campaign_id INTEGER PRIMARY KEY,
    files INTEGER NOT NULL,
    bytes INTEGER NOT NULL
)

INSERT INTO campaign_storage (campaign_id, files, bytes)
    SELECT coalesce(campaign_id, 0), count(*), sum(file_size) FROM recordings GROUP BY coalesce(campaign_id, 0)

CREATE TRIGGER campaign_storage_added AFTER INSERT ON recordings
BEGIN
    INSERT INTO campaign_storage (campaign_id, files, bytes) VALUES (coalesce(new.campaign_id, 0), 1, new.file_size)
        ON CONFLICT (campaign_id) DO UPDATE SET files = files + 1, bytes = bytes + new.file_size;
END

CREATE TRIGGER campaign_storage_taken AFTER DELETE ON recordings
BEGIN
    UPDATE campaign_storage SET files = files - 1, bytes = bytes - old.file_size
        WHERE campaign_id = coalesce(old.campaign_id, 0);
END

CREATE TRIGGER campaign_storage_moved AFTER UPDATE OF campaign_id ON recordings
    WHEN old.campaign_id IS NOT new.campaign_id
BEGIN
    UPDATE campaign_storage SET files = files - 1, bytes = bytes - old.file_size
        WHERE campaign_id = coalesce(old.campaign_id, 0);
    INSERT INTO campaign_storage (campaign_id, files, bytes) VALUES (coalesce(new.campaign_id, 0), 1, new.file_size)
        ON CONFLICT (campaign_id) DO UPDATE SET files = files + 1, bytes = bytes + new.file_size;
END
