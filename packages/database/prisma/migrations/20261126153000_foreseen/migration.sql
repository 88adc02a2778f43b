-- What will fall due in a file if nothing happens, where that differs from what its plan lists today: things the plan
-- does not list yet, other days, and (`away`) what it lists and will not come. Written with the plan, in its transaction,
-- so that the list of what lies ahead of all files is read and never reckoned.
CREATE TABLE "foreseen" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "kind" TEXT,
    "on" DATE NOT NULL,
    "listed" BOOLEAN NOT NULL DEFAULT false,
    "away" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "held_by" UUID,
    "sealed" BYTEA,
    CONSTRAINT "foreseen_pkey" PRIMARY KEY ("agency_id","id")
);
CREATE UNIQUE INDEX "foreseen_agency_id_file_id_key_key" ON "foreseen"("agency_id", "file_id", "key");
ALTER TABLE "foreseen" ADD CONSTRAINT "foreseen_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT protect_table('foreseen');
GRANT SELECT, INSERT, UPDATE, DELETE ON foreseen TO suivi_app;

-- The list of what lies ahead goes by day, then file, then key: one index each, so that a page is read and not sorted.
CREATE INDEX foreseen_ahead ON foreseen (agency_id, "on", file_id, key) WHERE NOT away;
DROP INDEX tasks_open_due;
CREATE INDEX tasks_open_due ON tasks (agency_id, (greatest(due_on, snoozed_until)), file_id, key) WHERE state = 'open';
CREATE INDEX messages_ahead ON messages (agency_id, send_on, file_id, key) WHERE state IN ('planned', 'held', 'queued');
CREATE INDEX deadlines_ahead ON deadlines (agency_id, "on", file_id, key) WHERE NOT suspended;

-- Files that stood before know nothing of this: they are planned anew, a few a turn. Of an owner that is no superuser the
-- policy would ask for an agency here.
ALTER TABLE files NO FORCE ROW LEVEL SECURITY;
UPDATE files SET review_marked_at = now() WHERE NOT closed;
ALTER TABLE files FORCE ROW LEVEL SECURITY;

-- An import makes these rows ready with the others.
CREATE UNLOGGED TABLE staging.foreseen (LIKE foreseen INCLUDING DEFAULTS, import_id uuid NOT NULL DEFAULT current_setting('app.import')::uuid);
SELECT protect_table('staging.foreseen'::regclass);
CREATE INDEX ON staging.foreseen (agency_id, import_id);
GRANT SELECT, INSERT, DELETE ON staging.foreseen TO suivi_app;
GRANT SELECT, DELETE ON staging.foreseen TO suivi_definer;

CREATE OR REPLACE FUNCTION staging.pour(import uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agency uuid := current_setting('app.agency')::uuid;
  made uuid[];
  part text;
  columns text;
BEGIN
  FOREACH part IN ARRAY ARRAY['files', 'events', 'tasks', 'messages', 'deadlines', 'foreseen'] LOOP
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
    WHERE a.attrelid = format('staging.%I', part)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'import_id';
    IF part = 'files' THEN
      EXECUTE format('WITH put AS (INSERT INTO public.files (%s) SELECT %s FROM staging.files
          WHERE agency_id = $1 AND import_id = $2 ON CONFLICT DO NOTHING RETURNING id) SELECT array_agg(id) FROM put', columns, columns)
        INTO made USING agency, import;
    ELSE
      EXECUTE format('INSERT INTO public.%I (%s) SELECT %s FROM staging.%I WHERE agency_id = $1 AND import_id = $2 AND file_id = ANY ($3)',
          part, columns, columns, part)
        USING agency, import, made;
    END IF;
  END LOOP;
  RETURN QUERY SELECT unnest(made);
END
$$;

CREATE OR REPLACE FUNCTION staging.forget(agency uuid, import uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM staging.files WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.events WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.tasks WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.messages WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.deadlines WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.foreseen WHERE agency_id = agency AND import_id = import;
$$;
