-- The entries of the audit log are the leaves of a Merkle tree (audit/MerkleHash.h): its complete nodes, each at its stored
-- position. They only save work: whoever reads one checks it against what was signed.
CREATE TABLE audit_nodes (
    position INTEGER PRIMARY KEY,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
)

-- What the server signed: the newest at each commit that added entries, and of those before the last of each 256
-- entries.
CREATE TABLE audit_checkpoints (
    size INTEGER PRIMARY KEY,
    note TEXT NOT NULL
)

CREATE TRIGGER audit_checkpoints_are_not_changed BEFORE UPDATE ON audit_checkpoints
BEGIN
    SELECT RAISE(ABORT, 'checkpoints are not changed');
END

-- INSERT OR REPLACE deletes without asking audit_is_not_deleted where a connection has no recursive triggers.
CREATE TRIGGER audit_is_only_appended BEFORE INSERT ON audit WHEN new.id <= (SELECT max(id) FROM audit)
BEGIN
    SELECT RAISE(ABORT, 'audit entries are only appended');
END
