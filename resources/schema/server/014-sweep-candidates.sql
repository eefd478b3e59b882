-- A sweep takes what it counted and nothing else, and tells of all of it. An empty line ends a statement.

-- What a sweep counted and has not told of yet: a row goes with its recording, or moves to what was left.
CREATE TABLE retention_sweep_candidates (
    sweep_id INTEGER NOT NULL REFERENCES retention_sweeps (id),
    recording_id INTEGER NOT NULL,
    PRIMARY KEY (sweep_id, recording_id)
) WITHOUT ROWID

-- Of what was counted: a hold came since (it counts in `held`, too); a policy keeps it longer by now, or it is gone.
-- At the end of a sweep, due = deleted + held_since + no_longer_due + failed.
ALTER TABLE retention_sweeps ADD COLUMN held_since INTEGER NOT NULL DEFAULT 0

ALTER TABLE retention_sweeps ADD COLUMN no_longer_due INTEGER NOT NULL DEFAULT 0

UPDATE retention_sweeps SET held_since =
    (SELECT count(*) FROM retention_sweep_left l WHERE l.sweep_id = retention_sweeps.id AND l.held = 1)

DROP TRIGGER retention_sweep_left_counted

ALTER TABLE retention_sweep_left RENAME TO retention_sweep_left_before

CREATE TABLE retention_sweep_left (
    sweep_id INTEGER NOT NULL REFERENCES retention_sweeps (id),
    recording_id INTEGER NOT NULL,
    why TEXT NOT NULL CHECK (why IN ('held', 'notDue', 'gone', 'failed')),
    reason TEXT NOT NULL,
    PRIMARY KEY (sweep_id, recording_id)
) WITHOUT ROWID

INSERT INTO retention_sweep_left (sweep_id, recording_id, why, reason)
    SELECT sweep_id, recording_id, CASE held WHEN 1 THEN 'held' ELSE 'failed' END, reason
    FROM retention_sweep_left_before

DROP TABLE retention_sweep_left_before

CREATE TRIGGER retention_sweep_left_counted AFTER INSERT ON retention_sweep_left
BEGIN
    UPDATE retention_sweeps SET
        held = held + (new.why = 'held'),
        held_since = held_since + (new.why = 'held'),
        no_longer_due = no_longer_due + (new.why IN ('notDue', 'gone')),
        failed = failed + (new.why = 'failed')
    WHERE id = new.sweep_id;
END

-- Nobody wrote down what these showed: they are counted anew, and a yes that they got counts for no more than it did.
DELETE FROM retention_sweep_left WHERE sweep_id IN
    (SELECT id FROM retention_sweeps WHERE dry_run = 0 AND state IN ('counting', 'waiting', 'running'))

UPDATE retention_sweeps SET state = 'counting', allowed = deleted, failed = 0, held_since = 0, decided_by = NULL,
    decided_name = '', decided_at = NULL
    WHERE dry_run = 0 AND state IN ('counting', 'waiting', 'running')
