-- A release that somebody asked for may lapse; who is warned of storage. An empty line ends a statement.

-- What refers to the table goes before it is renamed, and comes back with it.
DROP TRIGGER release_requests_stay

DROP TRIGGER release_requests_are_not_replaced

DROP TRIGGER release_requests_are_not_changed

DROP TRIGGER release_requests_were_asked_for

DROP INDEX one_open_release_request

ALTER TABLE hold_release_requests RENAME TO hold_release_requests_before

-- Lapsed: nobody decided it; whoever asked may release nothing any more, or the hold was released without it.
CREATE TABLE hold_release_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hold_id INTEGER NOT NULL REFERENCES holds (id),
    reason TEXT NOT NULL,
    asked_by INTEGER NOT NULL REFERENCES users (id),
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn', 'lapsed')),
    decided_by INTEGER REFERENCES users (id),
    decided_at INTEGER,
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((state IN ('open', 'lapsed')) = (decided_by IS NULL)),
    CHECK (state <> 'approved' OR decided_by <> asked_by),
    CHECK (state <> 'withdrawn' OR decided_by = asked_by)
)

-- What a release without it left behind was called refused, though nobody refused it: it bears the hold's own moment.
INSERT INTO hold_release_requests (id, hold_id, reason, asked_by, asked_at, state, decided_by, decided_at)
    SELECT q.id, q.hold_id, q.reason, q.asked_by, q.asked_at, iif(w.lapsed, 'lapsed', q.state),
           iif(w.lapsed, NULL, q.decided_by), q.decided_at
    FROM hold_release_requests_before q
    JOIN (SELECT b.id AS id, b.state = 'refused' AND EXISTS (SELECT 1 FROM holds h
              WHERE h.id = b.hold_id AND h.released_at = b.decided_at AND h.released_by = b.decided_by) AS lapsed
          FROM hold_release_requests_before b) w ON w.id = q.id
    ORDER BY q.id

DROP TABLE hold_release_requests_before

CREATE UNIQUE INDEX one_open_release_request ON hold_release_requests (hold_id) WHERE state = 'open'

CREATE INDEX open_release_requests_by_asker ON hold_release_requests (asked_by) WHERE state = 'open'

CREATE TRIGGER release_requests_stay BEFORE DELETE ON hold_release_requests
BEGIN
    SELECT RAISE(ABORT, 'release requests are decided, not deleted');
END

CREATE TRIGGER release_requests_are_not_replaced BEFORE INSERT ON hold_release_requests
    WHEN new.state <> 'open' OR EXISTS (SELECT 1 FROM hold_release_requests q WHERE q.id = new.id)
        OR EXISTS (SELECT 1 FROM hold_release_requests q WHERE q.hold_id = new.hold_id AND q.state = 'open')
BEGIN
    SELECT RAISE(ABORT, 'release requests are decided, not replaced');
END

CREATE TRIGGER release_requests_are_not_changed BEFORE UPDATE ON hold_release_requests
    WHEN old.state <> 'open'
        OR (old.id, old.hold_id, old.reason, old.asked_by, old.asked_at)
            IS NOT (new.id, new.hold_id, new.reason, new.asked_by, new.asked_at)
BEGIN
    SELECT RAISE(ABORT, 'release requests are decided, not changed');
END

CREATE TRIGGER release_requests_were_asked_for BEFORE UPDATE OF state ON hold_release_requests
    WHEN new.state = 'approved'
        AND NOT EXISTS (SELECT 1 FROM audit a
            WHERE a.action = 'hold-release-ask' AND a.at = old.asked_at AND a.user_id = old.asked_by
                AND a.outcome = 'allowed' AND iif(json_valid(a.detail), a.detail ->> '$.holdId', NULL) = old.hold_id)
BEGIN
    SELECT RAISE(ABORT, 'nobody asked the server for that release');
END

-- In whole numbers: a warning comes when four fifths are used, or nine tenths, and not before.
DROP VIEW storage_level

CREATE VIEW storage_level AS
    SELECT q.warned AS warned,
           CASE WHEN q.bytes = 0 THEN 0
                WHEN t.bytes * 10 >= q.bytes * 9 OR (q.warned = 90 AND t.bytes * 20 >= q.bytes * 17) THEN 90
                WHEN t.bytes * 5 >= q.bytes * 4 OR (q.warned >= 80 AND t.bytes * 4 >= q.bytes * 3) THEN 80
                ELSE 0 END AS level
    FROM storage_quota q CROSS JOIN storage_totals t
