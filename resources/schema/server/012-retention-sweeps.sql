-- What retention did, sweep by sweep, and what it knows of the clock. An empty line ends a statement.

-- 'counting': what has run its time by begun_at is being counted; 'waiting': for an admin's yes; 'running': it deletes,
-- up to `allowed` recordings; it goes on at the next start. The ends: 'finished', 'refused' by an admin, 'failed'.
-- `due` counts what was deleted, too; `held` what had run its time and was kept by a hold.
CREATE TABLE retention_sweeps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('counting', 'waiting', 'running', 'finished', 'refused', 'failed')),
    dry_run INTEGER NOT NULL CHECK (dry_run IN (0, 1)),
    user_id INTEGER NOT NULL,
    username TEXT NOT NULL,
    role TEXT NOT NULL,
    address TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    ended_at INTEGER,
    total INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL DEFAULT 0,
    due_bytes INTEGER NOT NULL DEFAULT 0,
    held INTEGER NOT NULL DEFAULT 0,
    allowed INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    deleted_bytes INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    decided_by INTEGER,
    decided_name TEXT NOT NULL DEFAULT '',
    decided_at INTEGER,
    CHECK ((state IN ('counting', 'waiting', 'running')) = (ended_at IS NULL)),
    CHECK (deleted <= allowed),
    CHECK (dry_run = 0 OR deleted = 0)
)

-- One at a time, and one dry run beside it.
CREATE UNIQUE INDEX retention_sweeps_under_way ON retention_sweeps (dry_run)
    WHERE state IN ('counting', 'waiting', 'running')

CREATE INDEX retention_sweeps_for_real ON retention_sweeps (id) WHERE dry_run = 0

-- What a sweep meant to delete and left, and why: a hold that came meanwhile, or a fault.
CREATE TABLE retention_sweep_left (
    sweep_id INTEGER NOT NULL REFERENCES retention_sweeps (id),
    recording_id INTEGER NOT NULL,
    held INTEGER NOT NULL CHECK (held IN (0, 1)),
    reason TEXT NOT NULL,
    PRIMARY KEY (sweep_id, recording_id)
) WITHOUT ROWID

CREATE TRIGGER retention_sweep_left_counted AFTER INSERT ON retention_sweep_left
BEGIN
    UPDATE retention_sweeps SET held = held + new.held, failed = failed + 1 - new.held WHERE id = new.sweep_id;
END

-- The latest time that the clock showed and that was plausible, and when it was first looked at. Null: never.
CREATE TABLE retention_clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    first_seen_at INTEGER,
    seen_at INTEGER
)

INSERT INTO retention_clock (id) VALUES (1)
