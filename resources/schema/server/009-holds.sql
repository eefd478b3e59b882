-- Matters, the holds that were placed for them, and what each holds. An empty line ends a statement.
--
-- That a recording is on hold (recordings.compliance_hold) is the sum of its holds: 1 where one holds it that was not
-- released. The triggers below keep it so, whoever writes, and refuse to take a held recording away.

CREATE TABLE matters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (length(name) > 0),
    reference TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    owner_id INTEGER REFERENCES users (id),
    review_date TEXT,
    closed_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
)

-- The matter of holds that name none.
INSERT INTO matters (id, name, reason, created_at, updated_at)
    VALUES (1, 'Compliance hold', 'Holds that were placed without a matter', 0, 0)

-- 'placing' and 'releasing': what it is for was done, and recordings are being marked in portions; the last of them
-- that was reached is (reached_time, reached_id) on the way from the newest to the oldest, or reached_id when releasing.
CREATE TABLE holds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    matter_id INTEGER NOT NULL REFERENCES matters (id),
    scope TEXT NOT NULL CHECK (scope IN ('recording', 'lead', 'search')),
    recording_id INTEGER,
    lead_id INTEGER,
    search TEXT NOT NULL DEFAULT '',
    includes_later INTEGER NOT NULL CHECK (includes_later IN (0, 1)),
    reason TEXT NOT NULL,
    placed_by INTEGER REFERENCES users (id),
    placed_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('placing', 'active', 'releasing', 'released')),
    reached_time INTEGER,
    reached_id INTEGER,
    recording_count INTEGER NOT NULL DEFAULT 0,
    released_by INTEGER REFERENCES users (id),
    released_at INTEGER,
    release_reason TEXT NOT NULL DEFAULT '',
    CHECK ((scope = 'recording') = (recording_id IS NOT NULL)),
    CHECK ((scope = 'lead') = (lead_id IS NOT NULL)),
    CHECK ((scope = 'search') = (search <> '')),
    CHECK (scope <> 'recording' OR includes_later = 0),
    CHECK ((state IN ('releasing', 'released')) = (released_at IS NOT NULL))
)

CREATE INDEX holds_by_matter ON holds (matter_id, id)

CREATE INDEX holds_by_recording ON holds (recording_id, id) WHERE recording_id IS NOT NULL

CREATE INDEX holds_in_progress ON holds (id) WHERE state IN ('placing', 'releasing')

CREATE INDEX holds_being_placed ON holds (id) WHERE state = 'placing'

-- What each hold holds, or held: a row stays when its hold is released, and goes with its recording.
CREATE TABLE held_recordings (
    recording_id INTEGER NOT NULL REFERENCES recordings (id) ON DELETE CASCADE,
    hold_id INTEGER NOT NULL REFERENCES holds (id),
    PRIMARY KEY (recording_id, hold_id)
) WITHOUT ROWID

CREATE UNIQUE INDEX held_recordings_by_hold ON held_recordings (hold_id, recording_id)

-- What a hold over a lead or a search looks for, as long as it does: while it is being placed, and until it is released
-- where it includes what comes later. lead_id 0: any lead; null: any; words: as the words' index is asked for them.
CREATE TABLE hold_rules (
    hold_id INTEGER PRIMARY KEY REFERENCES holds (id),
    includes_later INTEGER NOT NULL,
    lead_id INTEGER NOT NULL,
    agent_id INTEGER,
    campaign_id INTEGER,
    start_at INTEGER,
    end_at INTEGER,
    disposition TEXT NOT NULL,
    least_duration INTEGER,
    most_duration INTEGER,
    heard INTEGER NOT NULL,
    least_silence INTEGER,
    most_silence INTEGER,
    least_overlap INTEGER,
    least_longest_silence INTEGER,
    dead_channel INTEGER,
    clipped INTEGER,
    words TEXT NOT NULL
)

CREATE INDEX hold_rules_by_lead ON hold_rules (lead_id)

-- Which rule is for which recording: the same as RecordingSearch finds, asked the other way round.
CREATE VIEW hold_matches AS
    SELECT r.id AS recording_id, h.hold_id AS hold_id, h.includes_later AS includes_later
    FROM recordings r CROSS JOIN hold_rules h
    WHERE h.lead_id IN (0, r.lead_id)
        AND (h.agent_id IS NULL OR h.agent_id = r.agent_id)
        AND (h.campaign_id IS NULL OR h.campaign_id = r.campaign_id)
        AND (h.start_at IS NULL OR r.uploaded_at >= h.start_at)
        AND (h.end_at IS NULL OR r.uploaded_at <= h.end_at)
        AND (h.disposition = '' OR h.disposition = r.disposition)
        AND (h.least_duration IS NULL OR r.duration_order >= h.least_duration)
        AND (h.most_duration IS NULL OR r.duration_order <= h.most_duration)
        AND (h.heard = 0 OR r.analysis_state = 1)
        AND (h.least_silence IS NULL OR r.silence_part >= h.least_silence)
        AND (h.most_silence IS NULL OR r.silence_part <= h.most_silence)
        AND (h.least_overlap IS NULL OR r.overlap_part >= h.least_overlap)
        AND (h.least_longest_silence IS NULL OR r.longest_silence_ms >= h.least_longest_silence)
        AND (h.dead_channel IS NULL OR h.dead_channel = (r.dead_channel IS NOT NULL))
        AND (h.clipped IS NULL OR h.clipped = (r.clipped_ms > 0))
        AND (h.words = '' OR EXISTS (SELECT 1 FROM recording_words f
                                     WHERE f.recording_words MATCH h.words AND f.rowid = r.search_place))

-- Which recordings are held, and by which hold that was not released.
CREATE VIEW standing_holds AS
    SELECT m.recording_id AS recording_id, m.hold_id AS hold_id
    FROM held_recordings m CROSS JOIN holds h ON h.id = m.hold_id WHERE h.released_at IS NULL

-- Somebody asked for a hold's release, and somebody else decides, where the server wants two.
CREATE TABLE hold_release_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    hold_id INTEGER NOT NULL REFERENCES holds (id),
    reason TEXT NOT NULL,
    asked_by INTEGER NOT NULL REFERENCES users (id),
    asked_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn')),
    decided_by INTEGER REFERENCES users (id),
    decided_at INTEGER,
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
    CHECK (state <> 'approved' OR decided_by <> asked_by),
    CHECK (state <> 'withdrawn' OR decided_by = asked_by)
)

CREATE UNIQUE INDEX one_open_release_request ON hold_release_requests (hold_id) WHERE state = 'open'

-- When its last hold let go; retention leaves it alone for a while from then on.
ALTER TABLE recordings ADD COLUMN hold_released_at INTEGER

-- What was on hold before holds had matters. The audit log tells since when and by whom, where somebody asked for it.
INSERT INTO holds (matter_id, scope, recording_id, includes_later, reason, placed_by, placed_at, state)
    SELECT 1, 'recording', r.id, 0, coalesce(a.detail ->> '$.reason', ''),
           (SELECT u.id FROM users u WHERE u.id = a.user_id), coalesce(a.at, r.uploaded_at), 'active'
    FROM recordings r LEFT JOIN audit a ON a.id = (SELECT max(b.id) FROM audit b
        WHERE b.recording_id = r.id AND b.action = 'hold' AND b.outcome = 'allowed')
    WHERE r.compliance_hold = 1 ORDER BY r.id

INSERT INTO held_recordings (recording_id, hold_id) SELECT recording_id, id FROM holds

UPDATE holds SET recording_count = 1

-- The mark follows from the holds. A client learns of it by the change feed; the time of a change is that of the
-- computer, for no other is known here.
CREATE TRIGGER held_recordings_marked AFTER INSERT ON held_recordings
BEGIN
    UPDATE holds SET recording_count = recording_count + 1 WHERE id = new.hold_id;
    UPDATE recordings SET compliance_hold = 1, revision = revision + 1
        WHERE id = new.recording_id AND compliance_hold = 0;
END

CREATE TRIGGER recordings_hold_is_told AFTER UPDATE OF compliance_hold ON recordings
    WHEN old.compliance_hold <> new.compliance_hold
BEGIN
    DELETE FROM changes WHERE subject_id = new.id AND kind = 'recording' AND agent_id IS new.agent_id;
    INSERT INTO changes (kind, subject_id, at, agent_id)
        VALUES ('recording', new.id, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER), new.agent_id);
END

CREATE TRIGGER recordings_hold_is_the_sum BEFORE UPDATE OF compliance_hold ON recordings
    WHEN new.compliance_hold <> EXISTS (SELECT 1 FROM standing_holds s WHERE s.recording_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'whether a recording is under compliance hold follows from its holds');
END

-- One that comes in on hold is held for the matter of those that name none.
CREATE TRIGGER recordings_come_held AFTER INSERT ON recordings WHEN new.compliance_hold = 1
BEGIN
    INSERT INTO holds (matter_id, scope, recording_id, includes_later, reason, placed_at, state)
        VALUES (1, 'recording', new.id, 0, 'It came in on hold', new.created_at, 'active');
    INSERT INTO held_recordings (recording_id, hold_id)
        SELECT new.id, max(id) FROM holds WHERE recording_id = new.id;
END

-- What a held recording resists. No recording is ever replaced: SQLite would delete it without asking.
CREATE TRIGGER recordings_are_not_replaced BEFORE INSERT ON recordings
    WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.id = new.id)
        OR EXISTS (SELECT 1 FROM recordings r WHERE r.file_path = new.file_path)
        OR EXISTS (SELECT 1 FROM recordings r WHERE r.search_place = ((new.uploaded_at << 21) | (new.id & 2097151)))
BEGIN
    SELECT RAISE(ABORT, 'that recording is there already');
END

CREATE TRIGGER recordings_take_no_others_place BEFORE UPDATE OF id, file_path, uploaded_at ON recordings
    WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.id = new.id AND r.id <> old.id)
        OR EXISTS (SELECT 1 FROM recordings r WHERE r.file_path = new.file_path AND r.id <> old.id)
        OR EXISTS (SELECT 1 FROM recordings r
                   WHERE r.search_place = ((new.uploaded_at << 21) | (new.id & 2097151)) AND r.id <> old.id)
BEGIN
    SELECT RAISE(ABORT, 'that recording is there already');
END

CREATE TRIGGER held_recordings_stay_themselves
    BEFORE UPDATE OF id, file_path, file_size, sha256, uploaded_at, created_at ON recordings
    WHEN old.compliance_hold = 1
        AND (old.id, old.file_path, old.file_size, old.sha256, old.uploaded_at, old.created_at)
            IS NOT (new.id, new.file_path, new.file_size, new.sha256, new.uploaded_at, new.created_at)
BEGIN
    SELECT RAISE(ABORT, 'the recording is under compliance hold');
END

CREATE TRIGGER held_keys_stay BEFORE DELETE ON recording_keys
    WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.id = old.recording_id AND r.compliance_hold = 1)
BEGIN
    SELECT RAISE(ABORT, 'the recording is under compliance hold');
END

CREATE TRIGGER held_keys_are_not_replaced BEFORE INSERT ON recording_keys
    WHEN EXISTS (SELECT 1 FROM recording_keys k WHERE k.recording_id = new.recording_id)
BEGIN
    SELECT RAISE(ABORT, 'that recording has a key already');
END

CREATE TRIGGER held_keys_stay_where_they_are BEFORE UPDATE OF recording_id, wrapped_key ON recording_keys
    WHEN old.recording_id <> new.recording_id OR length(new.wrapped_key) = 0
BEGIN
    SELECT RAISE(ABORT, 'a key belongs to its recording');
END

CREATE TRIGGER holds_are_not_deleted BEFORE DELETE ON holds
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not deleted');
END

CREATE TRIGGER holds_are_not_replaced BEFORE INSERT ON holds
    WHEN EXISTS (SELECT 1 FROM holds h WHERE h.id = new.id)
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not replaced');
END

CREATE TRIGGER holds_are_not_changed
    BEFORE UPDATE OF id, matter_id, scope, recording_id, lead_id, search, includes_later, reason, placed_by, placed_at,
                     released_by, released_at ON holds
    WHEN old.released_at IS NOT NULL
        OR (old.id, old.matter_id, old.scope, old.recording_id, old.lead_id, old.search, old.includes_later, old.reason,
            old.placed_by, old.placed_at)
            IS NOT (new.id, new.matter_id, new.scope, new.recording_id, new.lead_id, new.search, new.includes_later,
                    new.reason, new.placed_by, new.placed_at)
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not changed');
END

CREATE TRIGGER held_recordings_are_not_let_go BEFORE DELETE ON held_recordings
    WHEN EXISTS (SELECT 1 FROM holds h WHERE h.id = old.hold_id AND h.released_at IS NULL)
BEGIN
    SELECT RAISE(ABORT, 'the recording is under compliance hold');
END

CREATE TRIGGER held_recordings_are_not_changed BEFORE UPDATE ON held_recordings
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not changed');
END

CREATE TRIGGER held_recordings_come_to_standing_holds BEFORE INSERT ON held_recordings
    WHEN EXISTS (SELECT 1 FROM held_recordings m WHERE m.recording_id = new.recording_id AND m.hold_id = new.hold_id)
        OR NOT EXISTS (SELECT 1 FROM holds h WHERE h.id = new.hold_id AND h.released_at IS NULL)
BEGIN
    SELECT RAISE(ABORT, 'the hold was released, or holds it already');
END

CREATE TRIGGER hold_rules_stay BEFORE DELETE ON hold_rules
    WHEN EXISTS (SELECT 1 FROM holds h WHERE h.id = old.hold_id AND h.released_at IS NULL
                     AND (h.includes_later = 1 OR h.state = 'placing'))
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not changed');
END

CREATE TRIGGER hold_rules_are_not_changed BEFORE UPDATE ON hold_rules
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not changed');
END

CREATE TRIGGER hold_rules_are_not_replaced BEFORE INSERT ON hold_rules
    WHEN EXISTS (SELECT 1 FROM hold_rules h WHERE h.hold_id = new.hold_id)
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not changed');
END

CREATE TRIGGER matters_with_holds_stay BEFORE DELETE ON matters
    WHEN old.id = 1 OR EXISTS (SELECT 1 FROM holds h WHERE h.matter_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'a matter with holds is closed, not deleted');
END

-- How a hold catches what comes and what changes: an insert here takes a recording under all the rules that are for it
-- now and include what comes later. It is part of each trigger after which a search may find a recording.
CREATE VIEW hold_touches AS SELECT 0 AS recording_id WHERE 0

CREATE TRIGGER hold_touched INSTEAD OF INSERT ON hold_touches
BEGIN
    INSERT INTO held_recordings (recording_id, hold_id)
        SELECT m.recording_id, m.hold_id FROM hold_matches m
        WHERE m.recording_id = new.recording_id AND m.includes_later = 1
            AND NOT EXISTS (SELECT 1 FROM held_recordings s
                            WHERE s.recording_id = m.recording_id AND s.hold_id = m.hold_id);
END

-- What a rule was for before a change that may take it away from it, while its hold has not reached it: between the
-- triggers before and after the change, and empty otherwise.
CREATE TABLE hold_findings (
    recording_id INTEGER NOT NULL,
    hold_id INTEGER NOT NULL
)

CREATE TRIGGER hold_finding_kept AFTER DELETE ON hold_findings
    WHEN NOT EXISTS (SELECT 1 FROM held_recordings s
                     WHERE s.recording_id = old.recording_id AND s.hold_id = old.hold_id)
BEGIN
    INSERT INTO held_recordings (recording_id, hold_id) VALUES (old.recording_id, old.hold_id);
END

-- The triggers of 002-search.sql and 001-initial.sql, with the holds' part: after the words' index knows what came, and
-- before it forgets what goes.
DROP TRIGGER recordings_found

CREATE TRIGGER recordings_found AFTER INSERT ON recordings
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.id;
    INSERT INTO recording_counts
        SELECT agent_id, campaign_id, disposition, held, period, 1 FROM recording_cells WHERE recording_id = new.id
        ON CONFLICT DO UPDATE SET recordings = recordings + 1;
    UPDATE search_changes SET count = count + 1;
    INSERT INTO hold_touches (recording_id) VALUES (new.id);
END

DROP TRIGGER held_recordings_stay

DROP TRIGGER recordings_not_found

CREATE TRIGGER recordings_not_found BEFORE DELETE ON recordings
BEGIN
    SELECT RAISE(ABORT, 'the recording is under compliance hold')
        WHERE old.compliance_hold = 1
            OR EXISTS (SELECT 1 FROM standing_holds s WHERE s.recording_id = old.id)
            OR EXISTS (SELECT 1 FROM hold_matches m WHERE m.recording_id = old.id);
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.id;
    INSERT INTO recording_counts
        SELECT agent_id, campaign_id, disposition, held, period, -1 FROM recording_cells WHERE recording_id = old.id
        ON CONFLICT DO UPDATE SET recordings = recordings - 1;
    UPDATE search_changes SET count = count + 1;
END

DROP TRIGGER recordings_words_change

CREATE TRIGGER recordings_words_change
    BEFORE UPDATE OF id, lead_id, agent_id, campaign_id, disposition, notes, uploaded_at, compliance_hold ON recordings
    WHEN (old.id, old.lead_id, old.agent_id, old.campaign_id, old.disposition, old.notes, old.uploaded_at,
          old.compliance_hold)
      IS NOT (new.id, new.lead_id, new.agent_id, new.campaign_id, new.disposition, new.notes, new.uploaded_at,
              new.compliance_hold)
BEGIN
    INSERT INTO hold_findings (recording_id, hold_id)
        SELECT recording_id, hold_id FROM hold_matches
        WHERE recording_id = old.id AND old.compliance_hold = new.compliance_hold
            AND EXISTS (SELECT 1 FROM holds WHERE state = 'placing');
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.id;
    INSERT INTO recording_counts
        SELECT agent_id, campaign_id, disposition, held, period, -1 FROM recording_cells WHERE recording_id = old.id
        ON CONFLICT DO UPDATE SET recordings = recordings - 1;
END

DROP TRIGGER recordings_words_changed

CREATE TRIGGER recordings_words_changed
    AFTER UPDATE OF id, lead_id, agent_id, campaign_id, disposition, notes, uploaded_at, compliance_hold ON recordings
    WHEN (old.id, old.lead_id, old.agent_id, old.campaign_id, old.disposition, old.notes, old.uploaded_at,
          old.compliance_hold)
      IS NOT (new.id, new.lead_id, new.agent_id, new.campaign_id, new.disposition, new.notes, new.uploaded_at,
              new.compliance_hold)
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.id;
    INSERT INTO recording_counts
        SELECT agent_id, campaign_id, disposition, held, period, 1 FROM recording_cells WHERE recording_id = new.id
        ON CONFLICT DO UPDATE SET recordings = recordings + 1;
    UPDATE search_changes SET count = count + 1;
    INSERT INTO hold_touches (recording_id) SELECT new.id WHERE old.compliance_hold = new.compliance_hold;
    DELETE FROM hold_findings WHERE old.compliance_hold = new.compliance_hold;
END

DROP TRIGGER recordings_durations_changed

CREATE TRIGGER recordings_durations_changed AFTER UPDATE OF duration_ms ON recordings
BEGIN
    UPDATE search_changes SET count = count + 1;
    INSERT INTO hold_touches (recording_id) VALUES (new.id);
END

DROP TRIGGER recordings_heard

CREATE TRIGGER recordings_heard AFTER UPDATE OF analysis_state ON recordings
BEGIN
    UPDATE search_changes SET count = count + 1;
    INSERT INTO hold_touches (recording_id) VALUES (new.id);
END

DROP TRIGGER leads_words_change

CREATE TRIGGER leads_words_change BEFORE UPDATE OF name, phone ON leads
    WHEN (old.name, old.phone) IS NOT (new.name, new.phone)
BEGIN
    INSERT INTO hold_findings (recording_id, hold_id)
        SELECT m.recording_id, m.hold_id FROM recordings r CROSS JOIN hold_matches m ON m.recording_id = r.id
        WHERE r.lead_id = old.id AND EXISTS (SELECT 1 FROM holds WHERE state = 'placing');
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE lead_id = old.id;
END

DROP TRIGGER leads_words_changed

CREATE TRIGGER leads_words_changed AFTER UPDATE OF name, phone ON leads
    WHEN (old.name, old.phone) IS NOT (new.name, new.phone)
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts WHERE lead_id = new.id;
    UPDATE search_changes SET count = count + 1;
    INSERT INTO hold_touches (recording_id)
        SELECT id FROM recordings
        WHERE lead_id = new.id AND EXISTS (SELECT 1 FROM hold_rules WHERE words <> '');
    DELETE FROM hold_findings;
END

DROP TRIGGER annotation_words_added

CREATE TRIGGER annotation_words_added AFTER INSERT ON annotation_words
BEGIN
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, '', lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.recording_id;
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.recording_id;
    UPDATE search_changes SET count = count + 1;
    INSERT INTO hold_touches (recording_id) VALUES (new.recording_id);
END

DROP TRIGGER annotation_words_change

CREATE TRIGGER annotation_words_change BEFORE UPDATE OF words ON annotation_words
BEGIN
    INSERT INTO hold_findings (recording_id, hold_id)
        SELECT recording_id, hold_id FROM hold_matches
        WHERE recording_id = old.recording_id AND EXISTS (SELECT 1 FROM holds WHERE state = 'placing');
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.recording_id;
END

DROP TRIGGER annotation_words_changed

CREATE TRIGGER annotation_words_changed AFTER UPDATE OF words ON annotation_words
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.recording_id;
    UPDATE search_changes SET count = count + 1;
    INSERT INTO hold_touches (recording_id) VALUES (new.recording_id);
    DELETE FROM hold_findings;
END
