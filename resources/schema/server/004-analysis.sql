-- What is heard of a call (core/domain/CallAnalysis.h), and the indexes by which a search finds it. An empty line ends
-- a statement.

-- 0: to be done, 1: done, 2: can't be done: the file is no sound, is damaged, or is not here.
ALTER TABLE recordings ADD COLUMN analysis_state INTEGER NOT NULL DEFAULT 0 CHECK (analysis_state IN (0, 1, 2))

UPDATE recordings SET analysis_state = 2 WHERE id NOT IN (SELECT recording_id FROM recording_keys)

-- Of each channel; the second is null where there is one.
ALTER TABLE recordings ADD COLUMN talk_0_ms INTEGER

ALTER TABLE recordings ADD COLUMN talk_1_ms INTEGER

ALTER TABLE recordings ADD COLUMN silence_ms INTEGER

ALTER TABLE recordings ADD COLUMN overlap_ms INTEGER

ALTER TABLE recordings ADD COLUMN longest_silence_ms INTEGER

ALTER TABLE recordings ADD COLUMN longest_silence_start_ms INTEGER

-- Hundredths of LUFS; null where nothing is loud enough.
ALTER TABLE recordings ADD COLUMN loudness_0 INTEGER

ALTER TABLE recordings ADD COLUMN loudness_1 INTEGER

ALTER TABLE recordings ADD COLUMN clipped_ms INTEGER

-- Counted from 0; null where none is dead.
ALTER TABLE recordings ADD COLUMN dead_channel INTEGER

-- Parts of the length in millionths. What is no silence is talk, of whomever. No generated columns: SQLite reads the row
-- for these though an index has them.
ALTER TABLE recordings ADD COLUMN silence_part INTEGER

ALTER TABLE recordings ADD COLUMN overlap_part INTEGER

CREATE INDEX recordings_to_hear ON recordings (id) WHERE analysis_state = 0

-- Each also holds what is filtered by besides, so that what does not match is passed over without reading its row. An
-- upload pays for none of them: its row comes in when it was heard.
CREATE INDEX heard_by_silence
    ON recordings (silence_part, agent_id, campaign_id, disposition, compliance_hold, uploaded_at, duration_order,
                   overlap_part, longest_silence_ms, dead_channel, clipped_ms, analysis_state)
    WHERE analysis_state = 1

CREATE INDEX heard_by_agent
    ON recordings (agent_id, silence_part, campaign_id, disposition, compliance_hold, uploaded_at, duration_order,
                   overlap_part, longest_silence_ms, dead_channel, clipped_ms, analysis_state)
    WHERE analysis_state = 1

CREATE INDEX heard_by_overlap
    ON recordings (overlap_part, agent_id, campaign_id, disposition, compliance_hold, uploaded_at, duration_order,
                   silence_part, longest_silence_ms, dead_channel, clipped_ms, analysis_state)
    WHERE analysis_state = 1

CREATE INDEX heard_by_longest_silence
    ON recordings (longest_silence_ms, agent_id, campaign_id, disposition, compliance_hold, uploaded_at,
                   duration_order, silence_part, overlap_part, dead_channel, clipped_ms, analysis_state)
    WHERE analysis_state = 1

CREATE INDEX heard_dead
    ON recordings (uploaded_at, agent_id, campaign_id, disposition, compliance_hold, duration_order, silence_part,
                   overlap_part, longest_silence_ms, dead_channel, clipped_ms, analysis_state)
    WHERE analysis_state = 1 AND dead_channel IS NOT NULL

CREATE INDEX heard_clipped
    ON recordings (uploaded_at, agent_id, campaign_id, disposition, compliance_hold, duration_order, silence_part,
                   overlap_part, longest_silence_ms, dead_channel, clipped_ms, analysis_state)
    WHERE analysis_state = 1 AND clipped_ms > 0

CREATE TRIGGER recordings_heard AFTER UPDATE OF analysis_state ON recordings
BEGIN
    UPDATE search_changes SET count = count + 1;
END
