-- On which channel of two the agent speaks, counted from 0, as it was told when it was attached; null where nobody has.
ALTER TABLE recordings ADD COLUMN agent_channel INTEGER CHECK (agent_channel IN (0, 1));
