-- A person is typing it yet: it is kept here, and not sent before it is finished.
ALTER TABLE drafts ADD COLUMN unfinished INTEGER NOT NULL DEFAULT 0;
