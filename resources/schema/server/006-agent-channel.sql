-- On which channel of two the agent speaks, counted from 0; null where nobody has told.
ALTER TABLE recordings ADD COLUMN agent_channel INTEGER CHECK (agent_channel IN (0, 1))
