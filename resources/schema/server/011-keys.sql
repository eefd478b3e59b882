-- The key-encryption keys, the rotation from one to the next, and the keys that tokens are signed with. The keys
-- themselves lie in files of their own, never here.
CREATE TABLE wrapping_keys (
    id TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
    current_from INTEGER,
    retired_at INTEGER,
    CHECK (is_current = 0 OR retired_at IS NULL)
) WITHOUT ROWID

CREATE UNIQUE INDEX wrapping_keys_current ON wrapping_keys (is_current) WHERE is_current = 1

-- The one that has not ended goes on at the next start.
CREATE TABLE key_rotations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    to_key_id TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    user_id INTEGER NOT NULL,
    username TEXT NOT NULL,
    ended_at INTEGER,
    rewrapped INTEGER NOT NULL DEFAULT 0,
    unreadable INTEGER NOT NULL DEFAULT 0
)

CREATE UNIQUE INDEX key_rotations_under_way ON key_rotations (ended_at IS NULL) WHERE ended_at IS NULL

-- How much is wrapped under each key, and what is still under an old one.
CREATE INDEX recordings_by_key ON recordings (encryption_key_id)

-- Whoever wrapped a key just before the key-encryption key was retired must not keep it: nobody could open it.
CREATE TRIGGER recordings_not_under_a_retired_key BEFORE INSERT ON recordings
    WHEN EXISTS (SELECT 1 FROM wrapping_keys WHERE id = new.encryption_key_id AND retired_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the key-encryption key is retired');
END

CREATE TRIGGER uploads_not_under_a_retired_key BEFORE INSERT ON resumable_uploads
    WHEN EXISTS (SELECT 1 FROM wrapping_keys WHERE id = new.encryption_key_id AND retired_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the key-encryption key is retired');
END

CREATE TRIGGER webhooks_not_under_a_retired_key BEFORE INSERT ON webhooks
    WHEN EXISTS (SELECT 1 FROM wrapping_keys WHERE id = new.encryption_key_id AND retired_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the key-encryption key is retired');
END

CREATE TRIGGER webhooks_not_moved_under_a_retired_key BEFORE UPDATE OF encryption_key_id ON webhooks
    WHEN EXISTS (SELECT 1 FROM wrapping_keys WHERE id = new.encryption_key_id AND retired_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the key-encryption key is retired');
END

-- Tokens of one that was replaced count until they end.
CREATE TABLE token_keys (
    id TEXT PRIMARY KEY,
    made_at INTEGER NOT NULL,
    replaced_at INTEGER
) WITHOUT ROWID

CREATE UNIQUE INDEX token_keys_current ON token_keys (replaced_at IS NULL) WHERE replaced_at IS NULL
