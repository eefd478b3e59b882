-- The key under which a client began an upload in several goes, for as long as what it became is there: who was away for
-- weeks and begins it once more does not store it twice, wherever the recording was moved meanwhile.
CREATE TABLE upload_keys (
    user_id INTEGER NOT NULL REFERENCES users (id),
    key BLOB NOT NULL,
    fingerprint BLOB NOT NULL,
    recording_id INTEGER NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, key)
) WITHOUT ROWID

CREATE INDEX upload_keys_by_recording ON upload_keys (recording_id)

INSERT INTO upload_keys (user_id, key, fingerprint, recording_id)
    SELECT k.user_id, k.key, k.fingerprint, k.recording_id FROM idempotency_keys k
    JOIN resumable_uploads u ON u.user_id = k.user_id AND u.idempotency_key = k.key
    WHERE k.recording_id IN (SELECT id FROM recordings)
