-- Letters on their way: an import makes its sendings ready with the rest, and the sweep finds those of which La Poste is
-- to be asked.

-- What was scanned, so that the same page is known when it comes again.
ALTER TABLE "receipts" ADD COLUMN "digest" BYTEA;
CREATE UNIQUE INDEX receipts_page ON receipts (agency_id, digest) WHERE state <> 'discarded' AND digest IS NOT NULL;

CREATE UNLOGGED TABLE staging.sendings (LIKE sendings INCLUDING DEFAULTS, import_id uuid NOT NULL DEFAULT current_setting('app.import')::uuid);
SELECT protect_table('staging.sendings'::regclass);
CREATE INDEX ON staging.sendings (agency_id, import_id);
GRANT SELECT, INSERT, DELETE ON staging.sendings TO suivi_app;
GRANT SELECT, DELETE ON staging.sendings TO suivi_definer;

CREATE OR REPLACE FUNCTION staging.pour(import uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agency uuid := current_setting('app.agency')::uuid;
  made uuid[];
  part text;
  columns text;
BEGIN
  FOREACH part IN ARRAY ARRAY['files', 'events', 'tasks', 'messages', 'deadlines', 'foreseen', 'sendings'] LOOP
    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns FROM pg_attribute a
    WHERE a.attrelid = format('staging.%I', part)::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attname <> 'import_id';
    IF part = 'files' THEN
      EXECUTE format('WITH put AS (INSERT INTO public.files (%s) SELECT %s FROM staging.files
          WHERE agency_id = $1 AND import_id = $2 ON CONFLICT DO NOTHING RETURNING id) SELECT array_agg(id) FROM put', columns, columns)
        INTO made USING agency, import;
    ELSE
      -- A number that another letter got while this import was looked at stays that one's.
      EXECUTE format('INSERT INTO public.%I (%s) SELECT %s FROM staging.%I WHERE agency_id = $1 AND import_id = $2 AND file_id = ANY ($3) %s',
          part, columns, columns, part, CASE WHEN part = 'sendings' THEN 'ON CONFLICT DO NOTHING' ELSE '' END)
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
  DELETE FROM staging.sendings WHERE agency_id = agency AND import_id = import;
$$;

GRANT CREATE ON SCHEMA public TO suivi_definer;

/*
 * Takes the letters of which La Poste is to be asked, and writes a job for each ten of an agency: it answers for as many
 * in one request. Who takes one moves its next asking on, so that a job that gets lost is made again. A demo agency's
 * days are not La Poste's: nothing is asked for it.
 */
CREATE FUNCTION take_due_sendings(at_most integer, a_request integer, again_after interval) RETURNS TABLE (agency_id uuid, sendings bigint)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH due AS (
    SELECT s.agency_id, s.id FROM sendings s JOIN agencies a ON a.id = s.agency_id
    WHERE s.ask_at <= now() AND NOT s.voided AND a.demo_day IS NULL
    ORDER BY s.ask_at
    LIMIT at_most
    FOR UPDATE OF s SKIP LOCKED
  ), taken AS (
    UPDATE sendings s SET ask_at = now() + again_after FROM due WHERE s.agency_id = due.agency_id AND s.id = due.id
    RETURNING s.agency_id, s.id
  ), numbered AS (
    SELECT taken.agency_id, taken.id, (row_number() OVER (PARTITION BY taken.agency_id ORDER BY taken.id) - 1) / a_request AS request FROM taken
  ), requests AS (
    SELECT n.agency_id, count(*) AS sendings, jsonb_agg(n.id) AS ids FROM numbered n GROUP BY n.agency_id, n.request
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT r.agency_id, 'postal.ask', jsonb_build_object('agencyId', r.agency_id, 'sendingIds', r.ids) FROM requests r
  )
  SELECT r.agency_id, r.sendings FROM requests r
$$;
ALTER FUNCTION take_due_sendings(integer, integer, interval) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION take_due_sendings(integer, integer, interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_due_sendings(integer, integer, interval) TO suivi_app;
GRANT SELECT, UPDATE ON sendings TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;

