-- That a hold is placed on all that it finds is not said before it is so. An empty line ends a statement.

-- What a hold is still to be placed on: what its rule finds, was there when it was placed, and is not marked. In three
-- parts, each by the index that finds little: of one lead, of all leads by words, and of all else.
CREATE VIEW hold_leftovers AS
    SELECT h.hold_id AS hold_id, r.id AS recording_id
    FROM hold_rules h CROSS JOIN holds p ON p.id = h.hold_id CROSS JOIN recordings r ON r.lead_id = h.lead_id
    WHERE h.lead_id <> 0 AND r.uploaded_at <= p.placed_at
        AND NOT EXISTS (SELECT 1 FROM held_recordings s WHERE s.recording_id = r.id AND s.hold_id = h.hold_id)
        AND EXISTS (SELECT 1 FROM hold_matches m WHERE m.recording_id = r.id AND m.hold_id = h.hold_id)
    UNION ALL
    SELECT h.hold_id, r.id
    FROM hold_rules h CROSS JOIN holds p ON p.id = h.hold_id CROSS JOIN recording_words f
        CROSS JOIN recordings r ON r.search_place = f.rowid
    WHERE h.lead_id = 0 AND h.words <> '' AND f.recording_words MATCH h.words AND r.uploaded_at <= p.placed_at
        AND NOT EXISTS (SELECT 1 FROM held_recordings s WHERE s.recording_id = r.id AND s.hold_id = h.hold_id)
        AND EXISTS (SELECT 1 FROM hold_matches m WHERE m.recording_id = r.id AND m.hold_id = h.hold_id)
    UNION ALL
    SELECT h.hold_id, r.id
    FROM hold_rules h CROSS JOIN holds p ON p.id = h.hold_id CROSS JOIN recordings r
    WHERE h.lead_id = 0 AND h.words = '' AND r.uploaded_at <= p.placed_at
        AND (h.agent_id IS NULL OR h.agent_id = r.agent_id) -- most are passed over before the whole rule is asked
        AND (h.campaign_id IS NULL OR h.campaign_id = r.campaign_id)
        AND (h.start_at IS NULL OR r.uploaded_at >= h.start_at)
        AND (h.disposition = '' OR h.disposition = r.disposition)
        AND (h.least_duration IS NULL OR r.duration_order >= h.least_duration)
        AND NOT EXISTS (SELECT 1 FROM held_recordings s WHERE s.recording_id = r.id AND s.hold_id = h.hold_id)
        AND EXISTS (SELECT 1 FROM hold_matches m WHERE m.recording_id = r.id AND m.hold_id = h.hold_id)

CREATE TRIGGER holds_are_placed_on_all BEFORE UPDATE OF state ON holds
    WHEN old.state = 'placing' AND new.released_at IS NULL AND new.state <> 'placing'
        AND EXISTS (SELECT 1 FROM hold_leftovers l WHERE l.hold_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'the hold is not placed on all that it is for');
END

-- How far it came is the place of a recording that it holds.
CREATE TRIGGER holds_are_placed_step_by_step BEFORE UPDATE OF reached_time, reached_id ON holds
    WHEN old.state = 'placing' AND new.state = 'placing'
        AND (new.reached_time IS NOT NULL OR new.reached_id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM held_recordings s CROSS JOIN recordings r ON r.id = s.recording_id
                        WHERE s.hold_id = old.id AND s.recording_id = new.reached_id
                            AND r.uploaded_at = new.reached_time)
BEGIN
    SELECT RAISE(ABORT, 'the hold is not placed as far as that');
END
