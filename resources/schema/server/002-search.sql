-- What a search over many recordings needs. An empty line ends a statement.

-- A recording's place among all: newer ones come later, and those of one millisecond by id. A number of its own, so
-- that the words' index below, which answers in the order of its numbers, answers in this order.
ALTER TABLE recordings
    ADD COLUMN search_place INTEGER GENERATED ALWAYS AS ((uploaded_at << 21) | (id & 2097151)) VIRTUAL

-- A duration that is not known comes before every other.
ALTER TABLE recordings ADD COLUMN duration_order INTEGER GENERATED ALWAYS AS (coalesce(duration_ms, -1)) VIRTUAL

CREATE UNIQUE INDEX recordings_by_place ON recordings (search_place)

-- The other orders of a list. Each index also holds what is filtered by, so that what does not match is passed over
-- without reading its row.
CREATE INDEX recordings_by_duration
    ON recordings (duration_order DESC, id DESC, agent_id, campaign_id, disposition, compliance_hold, uploaded_at)

CREATE INDEX recordings_by_agent_duration
    ON recordings (agent_id, duration_order DESC, id DESC, campaign_id, disposition, compliance_hold, uploaded_at)

CREATE INDEX recordings_by_campaign_duration
    ON recordings (campaign_id, duration_order DESC, id DESC, agent_id, disposition, compliance_hold, uploaded_at)

CREATE INDEX recordings_by_disposition_duration
    ON recordings (disposition, duration_order DESC, id DESC, agent_id, campaign_id, compliance_hold, uploaded_at)

CREATE INDEX recordings_by_call_date
    ON recordings (call_date DESC, id DESC, agent_id, campaign_id, disposition, compliance_hold, uploaded_at,
                   duration_order)

CREATE INDEX recordings_by_agent_call_date
    ON recordings (agent_id, call_date DESC, id DESC, campaign_id, disposition, compliance_hold, uploaded_at,
                   duration_order)

CREATE INDEX recordings_by_campaign_call_date
    ON recordings (campaign_id, call_date DESC, id DESC, agent_id, disposition, compliance_hold, uploaded_at,
                   duration_order)

-- The words of a recording's annotations, for the search alone. Whoever keeps annotations keeps this right: after an
-- annotation was added or changed,
--     INSERT INTO annotation_words (recording_id, words)
--         SELECT new.recording_id, group_concat(text, ' ') FROM annotations WHERE recording_id = new.recording_id
--         ON CONFLICT (recording_id) DO UPDATE SET words = excluded.words;
-- and after one was deleted (alone, or with its recording: then there is nothing left to update)
--     UPDATE annotation_words SET words =
--         coalesce((SELECT group_concat(text, ' ') FROM annotations WHERE recording_id = old.recording_id), '')
--         WHERE recording_id = old.recording_id;
-- The triggers below do the rest.
CREATE TABLE annotation_words (
    recording_id INTEGER PRIMARY KEY REFERENCES recordings (id) ON DELETE CASCADE,
    words TEXT NOT NULL
)

-- A phone number as a search finds it: as it is written, and its digits alone, with and without the one to three of a
-- country's code. A national number's first zero, which is not kept in an international one, is the asker's to drop.
ALTER TABLE leads ADD COLUMN phone_digits TEXT GENERATED ALWAYS AS (
    replace(replace(replace(replace(replace(replace(replace(replace(replace(phone,
        '(0)', ''), ' ', ''), '+', ''), '-', ''), '(', ''), ')', ''), '/', ''), '.', ''), char(160), '')) VIRTUAL

-- What is found of each recording. The facets are the filters as words, so that words and filters meet in one index;
-- "qqq" keeps them together where the index keeps beginnings of words.
CREATE VIEW recording_texts AS
    SELECT r.id AS recording_id, r.lead_id AS lead_id, r.search_place AS place, r.notes AS notes,
           coalesce(w.words, '') AS annotations, l.name AS lead_name,
           l.phone || ' ' || l.phone_digits || ' ' || substr(l.phone_digits, 2) || ' ' || substr(l.phone_digits, 3)
               || ' ' || substr(l.phone_digits, 4) AS lead_phone,
           'qqqa' || r.agent_id || ' qqqc' || coalesce(r.campaign_id, 0) || ' qqql' || r.lead_id
               || ' qqqh' || r.compliance_hold || ' qqqd' || hex(r.disposition) AS facets
    FROM recordings r CROSS JOIN leads l ON l.id = r.lead_id LEFT JOIN annotation_words w ON w.recording_id = r.id

-- Keeps no text of its own; what goes is taken out by the words it went in with, which the triggers read before a
-- change. Beginnings of one to three letters have entries of their own: they are many.
CREATE VIRTUAL TABLE recording_words USING fts5 (
    notes, annotations, lead_name, lead_phone, facets,
    content = '', columnsize = 0, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2')

-- Grows with each change after which a search may count otherwise.
CREATE TABLE search_changes (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL
)

INSERT INTO search_changes (id, count) VALUES (1, 0)

-- How many recordings there are by every mix of agent, campaign and disposition (0 and '': any), on hold or in all
-- (held 0), and period of uploaded_at: days, or 30 days where it is an agent's. A search reads its total here.
CREATE TABLE recording_counts (
    agent_id INTEGER NOT NULL,
    campaign_id INTEGER NOT NULL,
    disposition TEXT NOT NULL,
    held INTEGER NOT NULL,
    period INTEGER NOT NULL,
    recordings INTEGER NOT NULL,
    PRIMARY KEY (agent_id, campaign_id, disposition, held, period)
) WITHOUT ROWID

CREATE TABLE recording_count_kinds (
    by_agent INTEGER NOT NULL,
    by_campaign INTEGER NOT NULL,
    by_disposition INTEGER NOT NULL,
    held INTEGER NOT NULL
)

INSERT INTO recording_count_kinds (by_agent, by_campaign, by_disposition, held)
    SELECT n & 1, n >> 1 & 1, n >> 2 & 1, n >> 3
    FROM (SELECT value AS n FROM json_each('[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]'))

-- The counts that each recording is in.
CREATE VIEW recording_cells AS
    SELECT r.id AS recording_id, iif(k.by_agent, r.agent_id, 0) AS agent_id,
           iif(k.by_campaign, r.campaign_id, 0) AS campaign_id, iif(k.by_disposition, r.disposition, '') AS disposition,
           k.held AS held, r.uploaded_at / iif(k.by_agent, 2592000000, 86400000) AS period
    FROM recordings r CROSS JOIN recording_count_kinds k
    WHERE (k.by_campaign = 0 OR r.campaign_id IS NOT NULL) AND (k.by_disposition = 0 OR r.disposition <> '')
        AND k.held <= r.compliance_hold

INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
    SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts

INSERT INTO recording_counts
    SELECT agent_id, campaign_id, disposition, held, period, count(*) FROM recording_cells GROUP BY 1, 2, 3, 4, 5

CREATE TRIGGER recordings_found AFTER INSERT ON recordings
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.id;
    INSERT INTO recording_counts
        SELECT agent_id, campaign_id, disposition, held, period, 1 FROM recording_cells WHERE recording_id = new.id
        ON CONFLICT DO UPDATE SET recordings = recordings + 1;
    UPDATE search_changes SET count = count + 1;
END

CREATE TRIGGER recordings_not_found BEFORE DELETE ON recordings
BEGIN
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.id;
    INSERT INTO recording_counts
        SELECT agent_id, campaign_id, disposition, held, period, -1 FROM recording_cells WHERE recording_id = old.id
        ON CONFLICT DO UPDATE SET recordings = recordings - 1;
    UPDATE search_changes SET count = count + 1;
END

CREATE TRIGGER recordings_words_change
    BEFORE UPDATE OF id, lead_id, agent_id, campaign_id, disposition, notes, uploaded_at, compliance_hold ON recordings
    WHEN (old.id, old.lead_id, old.agent_id, old.campaign_id, old.disposition, old.notes, old.uploaded_at,
          old.compliance_hold)
      IS NOT (new.id, new.lead_id, new.agent_id, new.campaign_id, new.disposition, new.notes, new.uploaded_at,
              new.compliance_hold)
BEGIN
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.id;
    INSERT INTO recording_counts
        SELECT agent_id, campaign_id, disposition, held, period, -1 FROM recording_cells WHERE recording_id = old.id
        ON CONFLICT DO UPDATE SET recordings = recordings - 1;
END

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
END

CREATE TRIGGER recordings_durations_changed AFTER UPDATE OF duration_ms ON recordings
BEGIN
    UPDATE search_changes SET count = count + 1;
END

CREATE TRIGGER leads_words_change BEFORE UPDATE OF name, phone ON leads
    WHEN (old.name, old.phone) IS NOT (new.name, new.phone)
BEGIN
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE lead_id = old.id;
END

CREATE TRIGGER leads_words_changed AFTER UPDATE OF name, phone ON leads
    WHEN (old.name, old.phone) IS NOT (new.name, new.phone)
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts WHERE lead_id = new.id;
    UPDATE search_changes SET count = count + 1;
END

-- There is no trigger before an insert: an upsert that becomes an update would meet it, too.
CREATE TRIGGER annotation_words_added AFTER INSERT ON annotation_words
BEGIN
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, '', lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.recording_id;
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.recording_id;
    UPDATE search_changes SET count = count + 1;
END

CREATE TRIGGER annotation_words_change BEFORE UPDATE OF words ON annotation_words
BEGIN
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.recording_id;
END

CREATE TRIGGER annotation_words_changed AFTER UPDATE OF words ON annotation_words
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = new.recording_id;
    UPDATE search_changes SET count = count + 1;
END

CREATE TRIGGER annotation_words_remove BEFORE DELETE ON annotation_words
BEGIN
    INSERT INTO recording_words (recording_words, rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT 'delete', place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.recording_id;
END

CREATE TRIGGER annotation_words_removed AFTER DELETE ON annotation_words
BEGIN
    INSERT INTO recording_words (rowid, notes, annotations, lead_name, lead_phone, facets)
        SELECT place, notes, annotations, lead_name, lead_phone, facets FROM recording_texts
        WHERE recording_id = old.recording_id;
    UPDATE search_changes SET count = count + 1;
END
