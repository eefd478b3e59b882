-- What plain SQL may not do, on a connection without foreign keys and recursive triggers either. An empty line ends a
-- statement.

-- A hold is released by an entry of the audit log that was written before it in the same transaction: the entries of
-- those before are signed. Whoever writes one besides leaves it in a log that tells of entries that others wrote.
CREATE TRIGGER holds_are_released_by_an_entry BEFORE UPDATE OF released_at ON holds
    WHEN old.released_at IS NULL AND new.released_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM audit a
            WHERE a.id > (SELECT coalesce(max(c.size), 0) FROM audit_checkpoints c)
                AND a.action IN ('hold', 'hold-release', 'hold-release-approve') AND a.outcome = 'allowed'
                AND a.user_id = new.released_by AND a.at = new.released_at
                AND iif(json_valid(a.detail), a.detail ->> '$.holdId', NULL) = new.id)
BEGIN
    SELECT RAISE(ABORT, 'a hold is released by the server, which notes who released it');
END

CREATE TRIGGER releases_are_not_changed BEFORE UPDATE OF released_by, release_reason ON holds
    WHEN (old.released_at IS NOT NULL OR new.released_at IS NULL)
        AND (old.released_by, old.release_reason) IS NOT (new.released_by, new.release_reason)
BEGIN
    SELECT RAISE(ABORT, 'holds are released, not changed');
END

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

-- The key of a held recording changes by a rotation alone: from under an old key-encryption key to under the current one.
CREATE TRIGGER held_keys_are_only_rewrapped BEFORE UPDATE OF wrapped_key ON recording_keys
    WHEN old.wrapped_key IS NOT new.wrapped_key
        AND EXISTS (SELECT 1 FROM recordings r WHERE r.id = old.recording_id AND r.compliance_hold = 1)
        AND (length(new.wrapped_key) <> length(old.wrapped_key) OR typeof(new.wrapped_key) <> typeof(old.wrapped_key)
            OR new.wrapped_key = zeroblob(length(new.wrapped_key))
            OR NOT EXISTS (SELECT 1 FROM key_rotations k CROSS JOIN wrapping_keys w CROSS JOIN recordings r
                WHERE k.ended_at IS NULL AND w.is_current = 1 AND r.id = old.recording_id
                    AND r.encryption_key_id <> w.id))
BEGIN
    SELECT RAISE(ABORT, 'the recording is under compliance hold');
END

CREATE TRIGGER held_recordings_stay_under_their_key BEFORE UPDATE OF encryption_key_id ON recordings
    WHEN old.compliance_hold = 1 AND old.encryption_key_id <> new.encryption_key_id
        AND NOT EXISTS (SELECT 1 FROM key_rotations k CROSS JOIN wrapping_keys w
            WHERE k.ended_at IS NULL AND w.is_current = 1 AND w.id = new.encryption_key_id)
BEGIN
    SELECT RAISE(ABORT, 'the recording is under compliance hold');
END

-- What the foreign keys of recordings refuse.
CREATE TRIGGER recordings_refer_to_what_is_there
    BEFORE UPDATE OF call_id, lead_id, agent_id, campaign_id ON recordings
    WHEN NOT EXISTS (SELECT 1 FROM calls c WHERE c.id = new.call_id)
        OR NOT EXISTS (SELECT 1 FROM leads l WHERE l.id = new.lead_id)
        OR NOT EXISTS (SELECT 1 FROM users u WHERE u.id = new.agent_id)
        OR (new.campaign_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM campaigns c WHERE c.id = new.campaign_id))
BEGIN
    SELECT RAISE(ABORT, 'a recording refers to a call, a lead, an agent and a campaign that are there');
END

CREATE TRIGGER calls_with_recordings_stay BEFORE DELETE ON calls
    WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.call_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'there are recordings of it');
END

CREATE TRIGGER calls_keep_their_numbers BEFORE UPDATE OF id ON calls
    WHEN old.id <> new.id AND EXISTS (SELECT 1 FROM recordings r WHERE r.call_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'there are recordings of it');
END

CREATE TRIGGER leads_with_recordings_stay BEFORE DELETE ON leads
    WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.lead_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'there are recordings of it');
END

CREATE TRIGGER leads_keep_their_numbers BEFORE UPDATE OF id ON leads
    WHEN old.id <> new.id AND EXISTS (SELECT 1 FROM recordings r WHERE r.lead_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'there are recordings of it');
END

CREATE TRIGGER campaigns_with_recordings_stay BEFORE DELETE ON campaigns
    WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.campaign_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'there are recordings of it');
END

CREATE TRIGGER campaigns_keep_their_numbers BEFORE UPDATE OF id ON campaigns
    WHEN old.id <> new.id AND EXISTS (SELECT 1 FROM recordings r WHERE r.campaign_id = old.id)
BEGIN
    SELECT RAISE(ABORT, 'there are recordings of it');
END

-- Users are disabled, never deleted: requests, holds and the log name them.
CREATE TRIGGER users_stay BEFORE DELETE ON users
BEGIN
    SELECT RAISE(ABORT, 'users are disabled, not deleted');
END

CREATE TRIGGER users_keep_their_numbers BEFORE UPDATE OF id ON users WHEN old.id <> new.id
BEGIN
    SELECT RAISE(ABORT, 'users are disabled, not changed into others');
END

-- REPLACE deletes what has the name or the number, without asking the triggers above.
CREATE TRIGGER users_are_not_replaced BEFORE INSERT ON users
    WHEN EXISTS (SELECT 1 FROM users u WHERE u.id = new.id)
        OR EXISTS (SELECT 1 FROM users u WHERE u.username = new.username)
BEGIN
    SELECT RAISE(ABORT, 'that user is there already');
END

CREATE TRIGGER users_take_no_others_name BEFORE UPDATE OF username ON users
    WHEN EXISTS (SELECT 1 FROM users u WHERE u.username = new.username AND u.id <> old.id)
BEGIN
    SELECT RAISE(ABORT, 'that user is there already');
END

CREATE TRIGGER campaigns_are_not_replaced BEFORE INSERT ON campaigns
    WHEN EXISTS (SELECT 1 FROM campaigns c WHERE c.name = new.name)
BEGIN
    SELECT RAISE(ABORT, 'that campaign is there already');
END

CREATE TRIGGER campaigns_take_no_others_name BEFORE UPDATE OF name ON campaigns
    WHEN EXISTS (SELECT 1 FROM campaigns c WHERE c.name = new.name AND c.id <> old.id)
BEGIN
    SELECT RAISE(ABORT, 'that campaign is there already');
END

CREATE TRIGGER matters_are_not_replaced BEFORE INSERT ON matters
    WHEN EXISTS (SELECT 1 FROM matters m WHERE m.id = new.id)
        OR EXISTS (SELECT 1 FROM matters m WHERE m.name = new.name)
BEGIN
    SELECT RAISE(ABORT, 'that matter is there already');
END

CREATE TRIGGER matters_take_no_others_place BEFORE UPDATE OF id, name ON matters
    WHEN old.id <> new.id OR EXISTS (SELECT 1 FROM matters m WHERE m.name = new.name AND m.id <> old.id)
BEGIN
    SELECT RAISE(ABORT, 'that matter is there already');
END

-- The file of a retired key goes.
CREATE TRIGGER keys_in_use_are_not_retired BEFORE UPDATE OF retired_at ON wrapping_keys
    WHEN new.retired_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM recordings r WHERE r.encryption_key_id IN (old.id, new.id))
BEGIN
    SELECT RAISE(ABORT, 'recordings are sealed under that key');
END
