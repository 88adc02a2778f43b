-- A receipt that was discarded is erased with its bytes some time after; those of before get their time from now.

ALTER TABLE "receipts" ADD COLUMN "discarded_at" TIMESTAMPTZ(3);
-- No agency is signed in here: the owner looks past the policies for one statement.
ALTER TABLE receipts NO FORCE ROW LEVEL SECURITY;
UPDATE receipts SET discarded_at = now() WHERE state = 'discarded';
ALTER TABLE receipts FORCE ROW LEVEL SECURITY;

/* When a receipt was discarded follows from its state. Not left to the API: one of before knows nothing of it, and still runs while it is replaced. */
CREATE FUNCTION date_discarding() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'discarded' THEN NEW.discarded_at := NULL;
  ELSE NEW.discarded_at := coalesce(NEW.discarded_at, now());
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipts_date_discarding BEFORE INSERT OR UPDATE ON receipts FOR EACH ROW EXECUTE FUNCTION date_discarding();
CREATE INDEX receipts_to_forget ON receipts (discarded_at) WHERE state = 'discarded';

GRANT CREATE ON SCHEMA public TO suivi_definer;

/* Erases receipts that were discarded long enough ago, with the keys of their bytes. */
CREATE FUNCTION forget_discarded_receipts(older interval, at_most integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM receipts r USING (
      SELECT d.agency_id, d.id FROM receipts d WHERE d.state = 'discarded' AND d.discarded_at < now() - older
      ORDER BY d.discarded_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
    WHERE r.agency_id = old.agency_id AND r.id = old.id
    RETURNING r.agency_id, r.object_id
  ), objects AS (
    DELETE FROM stored_objects o USING gone WHERE o.agency_id = gone.agency_id AND o.id = gone.object_id
  )
  SELECT count(*) FROM gone
$$;

ALTER FUNCTION forget_discarded_receipts(interval, integer) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION forget_discarded_receipts(interval, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_discarded_receipts(interval, integer) TO suivi_app;
GRANT SELECT, UPDATE, DELETE ON receipts TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
