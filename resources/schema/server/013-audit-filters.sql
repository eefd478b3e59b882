-- What was refused, and what concerns one lead, is little among all that is written: found without reading the rest.
CREATE INDEX audit_refused ON audit (at DESC, id DESC) WHERE outcome = 'refused'

CREATE INDEX audit_by_lead ON audit (lead_id, at DESC, id DESC) WHERE lead_id <> 0
