-- Who repeats a call whose answer was lost writes no annotation twice, and what was sent earlier and arrives later does
-- not undo what came since. The key is the writer's Idempotency-Key.
ALTER TABLE annotations ADD COLUMN key BLOB

ALTER TABLE annotations ADD COLUMN revision INTEGER NOT NULL DEFAULT 1

CREATE UNIQUE INDEX annotations_by_key ON annotations (author_id, key) WHERE key IS NOT NULL

-- Under which nothing is written any more.
CREATE TABLE ended_annotation_keys (
    author_id INTEGER NOT NULL REFERENCES users (id),
    key BLOB NOT NULL,
    ended_at INTEGER NOT NULL,
    PRIMARY KEY (author_id, key)
) WITHOUT ROWID

CREATE INDEX ended_annotation_keys_by_age ON ended_annotation_keys (ended_at)
