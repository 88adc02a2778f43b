-- What people write beside a file or one of its tasks. A note is no event and moves no plan. `on` is the agency's day on
-- which it was written: the file's axis goes by the agency's days, and a demo day is not the clock's. A deleted note
-- stays for a day, so that it can be taken back.
CREATE TABLE "notes" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "task_key" TEXT,
    "on" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "author" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    CONSTRAINT "notes_pkey" PRIMARY KEY ("agency_id","id")
);
CREATE INDEX "notes_agency_id_file_id_written_at_idx" ON "notes"("agency_id", "file_id", "written_at");
ALTER TABLE "notes" ADD CONSTRAINT "notes_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notes" ADD CONSTRAINT "notes_agency_id_author_fkey" FOREIGN KEY ("agency_id", "author") REFERENCES "members"("agency_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT protect_table('notes');
GRANT SELECT, INSERT, UPDATE ON notes TO suivi_app;

-- Who has which file open, as their browsers say every few seconds. Nothing is lost with it: it is not written ahead, and
-- a server that was killed comes up with it empty.
CREATE UNLOGGED TABLE "presence" (
    "agency_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "doing" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "presence_pkey" PRIMARY KEY ("agency_id","file_id","user_id")
);
ALTER TABLE "presence" ADD CONSTRAINT "presence_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "presence" ADD CONSTRAINT "presence_agency_id_user_id_fkey" FOREIGN KEY ("agency_id", "user_id") REFERENCES "members"("agency_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT protect_table('presence');
GRANT SELECT, INSERT, UPDATE, DELETE ON presence TO suivi_app;

-- What happened to a file since somebody looked at it is read from the audit: every change stands there, with who and when.
CREATE INDEX audit_of_file ON audit (agency_id, (subject ->> 'file'), seq) WHERE subject ->> 'file' IS NOT NULL;

GRANT CREATE ON SCHEMA public TO suivi_definer;

CREATE FUNCTION forget_deleted_notes() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM notes WHERE deleted_at < now() - interval '1 day' RETURNING 1)
  SELECT count(*) FROM gone
$$;

CREATE FUNCTION forget_presence() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM presence WHERE seen_at < now() - interval '45 seconds' RETURNING 1)
  SELECT count(*) FROM gone
$$;

ALTER FUNCTION forget_deleted_notes() OWNER TO suivi_definer;
ALTER FUNCTION forget_presence() OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION forget_deleted_notes(), forget_presence() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_deleted_notes(), forget_presence() TO suivi_app;
GRANT SELECT, DELETE ON notes, presence TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
