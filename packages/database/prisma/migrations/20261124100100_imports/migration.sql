-- What an import keeps while it is looked at, and where it makes its files ready before they are put in at once.

-- First values of each column and the words of the category column: cells of clients, so sealed.
ALTER TABLE "imports" ADD COLUMN "sealed" BYTEA;
-- `key` names the client of a row (reference, or a keyed hash of who they are); `summary` counts: codes, nobody's data.
ALTER TABLE "import_rows" ADD COLUMN "key" TEXT, ADD COLUMN "summary" JSONB;
CREATE INDEX "import_rows_agency_id_import_id_key_idx" ON "import_rows"("agency_id", "import_id", "key");

-- COPY is refused under the policies, and without them one agency could read another's rows: so the rows come by INSERT,
-- a few hundred files at a time, into tables like the real ones that nobody but an import looks at. A crash empties them,
-- which does no harm: the import begins again.
CREATE SCHEMA staging;
GRANT USAGE ON SCHEMA staging TO suivi_app, suivi_definer;
CREATE UNLOGGED TABLE staging.files (LIKE files INCLUDING DEFAULTS, import_id uuid NOT NULL DEFAULT current_setting('app.import')::uuid);
CREATE UNLOGGED TABLE staging.events (LIKE events INCLUDING DEFAULTS, import_id uuid NOT NULL DEFAULT current_setting('app.import')::uuid);
CREATE UNLOGGED TABLE staging.tasks (LIKE tasks INCLUDING DEFAULTS, import_id uuid NOT NULL DEFAULT current_setting('app.import')::uuid);
CREATE UNLOGGED TABLE staging.messages (LIKE messages INCLUDING DEFAULTS, import_id uuid NOT NULL DEFAULT current_setting('app.import')::uuid);
CREATE UNLOGGED TABLE staging.deadlines (LIKE deadlines INCLUDING DEFAULTS, import_id uuid NOT NULL DEFAULT current_setting('app.import')::uuid);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['files', 'events', 'tasks', 'messages', 'deadlines'] LOOP
    PERFORM protect_table(format('staging.%I', name)::regclass);
    EXECUTE format('CREATE INDEX ON staging.%I (agency_id, import_id)', name);
    EXECUTE format('GRANT SELECT, INSERT, DELETE ON staging.%I TO suivi_app', name);
    EXECUTE format('GRANT SELECT, DELETE ON staging.%I TO suivi_definer', name);
  END LOOP;
END
$$;

/*
 * Puts in what an import has made ready, under the policies of whoever calls it. A file whose reference or client is
 * there already stays out, with all that belongs to it.
 */
CREATE FUNCTION staging.pour(import uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agency uuid := current_setting('app.agency')::uuid;
  made uuid[];
  part text;
  columns text;
BEGIN
  FOREACH part IN ARRAY ARRAY['files', 'events', 'tasks', 'messages', 'deadlines'] LOOP
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

/* Rows of a spreadsheet go when their import ends, after a day at the latest. */
CREATE FUNCTION staging.forget(agency uuid, import uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM staging.files WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.events WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.tasks WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.messages WHERE agency_id = agency AND import_id = import;
  DELETE FROM staging.deadlines WHERE agency_id = agency AND import_id = import;
$$;
REVOKE ALL ON FUNCTION staging.pour, staging.forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION staging.pour, staging.forget TO suivi_app;
GRANT EXECUTE ON FUNCTION staging.forget TO suivi_definer;

GRANT CREATE ON SCHEMA public TO suivi_definer;
CREATE FUNCTION forget_old_imports() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  old record;
  forgotten bigint := 0;
BEGIN
  FOR old IN SELECT i.agency_id, i.id FROM imports i WHERE i.created_at < now() - interval '24 hours' AND i.sealed IS NOT NULL LOOP
    DELETE FROM import_rows r WHERE r.agency_id = old.agency_id AND r.import_id = old.id;
    PERFORM staging.forget(old.agency_id, old.id);
    UPDATE imports i SET sealed = NULL, ended_at = coalesce(i.ended_at, now()),
      state = CASE WHEN i.state = 'done' THEN 'done' ELSE 'failed' END,
      failure = CASE WHEN i.state = 'done' THEN i.failure ELSE coalesce(i.failure, 'expired') END
    WHERE i.agency_id = old.agency_id AND i.id = old.id;
    forgotten := forgotten + 1;
  END LOOP;
  RETURN forgotten;
END
$$;
ALTER FUNCTION forget_old_imports() OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION forget_old_imports() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_old_imports() TO suivi_app;
GRANT SELECT, UPDATE ON imports TO suivi_definer;
GRANT SELECT, DELETE ON import_rows TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
