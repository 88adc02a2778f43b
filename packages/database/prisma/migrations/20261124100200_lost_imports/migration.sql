-- An import whose job was lost with its queue goes on: what has not moved for a while is queued again.
ALTER TABLE "imports" ADD COLUMN "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

GRANT CREATE ON SCHEMA public TO suivi_definer;
CREATE FUNCTION requeue_lost_imports(older_than interval) RETURNS TABLE (agency_id uuid, import_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH lost AS (
    SELECT i.agency_id, i.id, i.state FROM imports i
    WHERE i.state IN ('checking', 'importing') AND i.moved_at < now() - older_than
      AND NOT EXISTS (SELECT FROM outbox o WHERE o.agency_id = i.agency_id AND o.payload ->> 'importId' = i.id::text)
    FOR UPDATE OF i SKIP LOCKED
  ), taken AS (
    UPDATE imports i SET moved_at = now() FROM lost WHERE i.agency_id = lost.agency_id AND i.id = lost.id
    RETURNING i.agency_id, i.id, i.state
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, CASE taken.state WHEN 'checking' THEN 'imports.check' ELSE 'imports.run' END,
      jsonb_build_object('agencyId', taken.agency_id, 'importId', taken.id)
    FROM taken
  )
  SELECT taken.agency_id, taken.id FROM taken
$$;
ALTER FUNCTION requeue_lost_imports(interval) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION requeue_lost_imports(interval) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION requeue_lost_imports(interval) TO suivi_app;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
