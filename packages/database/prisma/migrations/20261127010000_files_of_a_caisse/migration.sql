-- The open files of one caisse, for what lies ahead of them: without it, all files of the agency are read to find them.
CREATE INDEX files_open_of_caisse ON files (agency_id, caisse, id) WHERE NOT closed;
