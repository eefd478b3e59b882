-- The names of those who are assigned to leads.
CREATE TABLE agents (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);

-- They are fetched once, and again when one changes.
INSERT OR IGNORE INTO following_due (kind, id) VALUES ('agents', 0);
