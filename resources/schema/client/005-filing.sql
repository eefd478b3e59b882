-- What file names tell leads by: the last seven digits of the number, which each notation of it has in common (see
-- core/phone; here for the leads that are there already), and the name.
ALTER TABLE leads ADD COLUMN phone_tail TEXT NOT NULL DEFAULT '';

UPDATE leads SET phone_tail = substr(replace(replace(replace(replace(replace(replace(replace(
    phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''), -7);

CREATE INDEX leads_by_phone ON leads (phone_tail);

CREATE INDEX leads_by_name ON leads (name COLLATE NOCASE);
