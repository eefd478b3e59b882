-- Uploads that the server has begun to take (the tus protocol), so that they go on where they stopped.
CREATE TABLE begun_uploads (
    upload_id TEXT PRIMARY KEY,
    path TEXT NOT NULL,          -- on the server
    cancelled INTEGER NOT NULL   -- nobody wants it any more, and the server is still to be told
) WITHOUT ROWID;
