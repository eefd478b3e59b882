-- Annotations, tokens that a new password ends, whom a change concerns, and what each day stored and deleted.

-- Tokens that were issued before it count no more.
ALTER TABLE users ADD COLUMN tokens_from INTEGER NOT NULL DEFAULT 0

CREATE TABLE annotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recording_id INTEGER NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    start_ms INTEGER NOT NULL CHECK (start_ms >= 0),
    end_ms INTEGER CHECK (end_ms > start_ms),
    channel INTEGER CHECK (channel >= 0),
    text TEXT NOT NULL CHECK (length(text) > 0),
    author_id INTEGER NOT NULL REFERENCES users (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
)

CREATE INDEX annotations_by_recording ON annotations (recording_id, start_ms, id)

-- What a search finds of them (002-search.sql).
CREATE TRIGGER annotations_found AFTER INSERT ON annotations
BEGIN
    INSERT INTO annotation_words (recording_id, words)
        SELECT new.recording_id, group_concat(text, ' ') FROM annotations WHERE recording_id = new.recording_id
        ON CONFLICT (recording_id) DO UPDATE SET words = excluded.words;
END

CREATE TRIGGER annotations_reworded AFTER UPDATE OF text ON annotations
BEGIN
    UPDATE annotation_words SET words =
        (SELECT group_concat(text, ' ') FROM annotations WHERE recording_id = new.recording_id)
        WHERE recording_id = new.recording_id;
END

CREATE TRIGGER annotations_not_found AFTER DELETE ON annotations
BEGIN
    UPDATE annotation_words SET words =
        coalesce((SELECT group_concat(text, ' ') FROM annotations WHERE recording_id = old.recording_id), '')
        WHERE recording_id = old.recording_id;
END

ALTER TABLE recordings ADD COLUMN annotation_count INTEGER NOT NULL DEFAULT 0

CREATE TRIGGER annotations_counted AFTER INSERT ON annotations
BEGIN
    UPDATE recordings SET annotation_count = annotation_count + 1 WHERE id = new.recording_id;
END

CREATE TRIGGER annotations_discounted AFTER DELETE ON annotations
BEGIN
    UPDATE recordings SET annotation_count = annotation_count - 1 WHERE id = old.recording_id;
END

CREATE INDEX recordings_by_call ON recordings (call_id)

-- The audit log is read newest first, whatever it is filtered by.
DROP INDEX audit_by_recording

DROP INDEX audit_by_user

CREATE INDEX audit_by_time ON audit (at DESC, id DESC)

CREATE INDEX audit_by_recording ON audit (recording_id, at DESC, id DESC)

CREATE INDEX audit_by_user ON audit (user_id, at DESC, id DESC)

CREATE INDEX audit_by_action ON audit (action, at DESC, id DESC)

-- Uploads that come in several goes; their bytes lie in partial/. Once whole, `recording_id` is what they became.
CREATE TABLE resumable_uploads (
    id TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users (id),
    length INTEGER NOT NULL CHECK (length > 0),
    metadata TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    encryption_key_id TEXT NOT NULL,
    idempotency_key BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    recording_id INTEGER
) WITHOUT ROWID

CREATE INDEX resumable_uploads_by_user ON resumable_uploads (user_id, idempotency_key)

-- Whom a change concerns: one agent, besides all who see everything. None: everybody.
ALTER TABLE changes ADD COLUMN agent_id INTEGER

CREATE INDEX changes_by_agent ON changes (agent_id, sequence)

-- The newest change of a thing takes the place of the ones before, so that the table grows with things and not with time.
CREATE INDEX changes_by_subject ON changes (subject_id, kind)

-- What came and went on each day (days since 1970 in UTC) on which something did. What there was at its end follows
-- from storage_totals, backwards.
CREATE TABLE storage_days (
    day INTEGER PRIMARY KEY,
    files_added INTEGER NOT NULL DEFAULT 0,
    bytes_added INTEGER NOT NULL DEFAULT 0,
    files_deleted INTEGER NOT NULL DEFAULT 0,
    bytes_deleted INTEGER NOT NULL DEFAULT 0
)

INSERT INTO storage_days (day, files_added, bytes_added)
    SELECT uploaded_at / 86400000, count(*), sum(file_size) FROM recordings GROUP BY uploaded_at / 86400000

CREATE TRIGGER storage_days_added AFTER INSERT ON recordings
BEGIN
    INSERT INTO storage_days (day, files_added, bytes_added) VALUES (new.uploaded_at / 86400000, 1, new.file_size)
        ON CONFLICT (day) DO UPDATE SET files_added = files_added + 1, bytes_added = bytes_added + new.file_size;
END
