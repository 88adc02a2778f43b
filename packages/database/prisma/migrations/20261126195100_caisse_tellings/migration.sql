-- A corrected address is told to each unsent file of its caisse in a transaction of the file's own: how far that has come.
ALTER TABLE "caisse_addresses" ADD COLUMN "to_tell" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "told" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD COLUMN "told_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;
-- What was entered before was told at once.
ALTER TABLE "caisse_addresses" ALTER COLUMN "told_at" DROP DEFAULT;
GRANT UPDATE (to_tell, told, moved_at, told_at) ON caisse_addresses TO suivi_app;

GRANT CREATE ON SCHEMA public TO suivi_definer;
/* A telling whose job is lost goes on. */
CREATE FUNCTION requeue_lost_tellings(older_than interval) RETURNS TABLE (agency_id uuid, short_name text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH taken AS (
    UPDATE caisse_addresses c SET moved_at = now() WHERE c.told_at IS NULL AND c.moved_at < now() - older_than
    RETURNING c.agency_id, c.short_name, c.version
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT t.agency_id, 'caisses.tell', jsonb_build_object('agencyId', t.agency_id, 'shortName', t.short_name, 'version', t.version) FROM taken t
  )
  SELECT taken.agency_id, taken.short_name FROM taken
$$;
ALTER FUNCTION requeue_lost_tellings(interval) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION requeue_lost_tellings(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION requeue_lost_tellings(interval) TO suivi_app;
GRANT SELECT, UPDATE ON caisse_addresses TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
