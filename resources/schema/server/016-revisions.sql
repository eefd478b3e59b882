-- What people edit one at a time, on the revision that they know: it grows with each change, and the row says who made
-- the last one. An empty line ends a statement.
ALTER TABLE matters ADD COLUMN revision INTEGER NOT NULL DEFAULT 1

ALTER TABLE matters ADD COLUMN revised_by INTEGER

ALTER TABLE matters ADD COLUMN revised_at INTEGER

ALTER TABLE retention_policies ADD COLUMN revision INTEGER NOT NULL DEFAULT 1

ALTER TABLE retention_policies ADD COLUMN revised_by INTEGER

ALTER TABLE retention_policies ADD COLUMN revised_at INTEGER

ALTER TABLE leads ADD COLUMN revision INTEGER NOT NULL DEFAULT 1

ALTER TABLE leads ADD COLUMN revised_by INTEGER

ALTER TABLE leads ADD COLUMN revised_at INTEGER

ALTER TABLE users ADD COLUMN revision INTEGER NOT NULL DEFAULT 1

ALTER TABLE users ADD COLUMN revised_by INTEGER

ALTER TABLE users ADD COLUMN revised_at INTEGER
