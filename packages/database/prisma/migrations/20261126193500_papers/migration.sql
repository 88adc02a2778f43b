-- The pages of a paper as pictures, its removal, and the scans that wait for a scanner.

ALTER TABLE "papers" ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "removed_by" UUID,
ADD COLUMN     "removal" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "scan_asked_at" TIMESTAMPTZ(3);

CREATE TABLE "paper_pages" (
    "agency_id" UUID NOT NULL,
    "paper_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "object_id" UUID NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "paper_pages_pkey" PRIMARY KEY ("agency_id","paper_id","page")
);

ALTER TABLE "paper_pages" ADD CONSTRAINT "paper_pages_agency_id_paper_id_fkey" FOREIGN KEY ("agency_id", "paper_id") REFERENCES "papers"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "paper_pages" ADD CONSTRAINT "paper_pages_agency_id_object_id_fkey" FOREIGN KEY ("agency_id", "object_id") REFERENCES "stored_objects"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

SELECT protect_table('paper_pages');
GRANT SELECT, INSERT, DELETE ON paper_pages TO suivi_app;
CREATE INDEX papers_to_forget ON papers (removed_at) WHERE state = 'removed';
CREATE INDEX papers_to_scan ON papers (scan_asked_at) WHERE scan = 'not_scanned' AND state <> 'removed';

GRANT CREATE ON SCHEMA public TO suivi_definer;

/* Erases papers that were removed long enough ago, with their pages and the keys of their bytes. */
CREATE FUNCTION forget_removed_papers(older interval, at_most integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM papers p USING (
      SELECT r.agency_id, r.id FROM papers r WHERE r.state = 'removed' AND r.removed_at < now() - older
      ORDER BY r.removed_at LIMIT at_most FOR UPDATE SKIP LOCKED) old
    WHERE p.agency_id = old.agency_id AND p.id = old.id
    RETURNING p.agency_id, p.id, p.object_id
  ), pages AS (
    DELETE FROM paper_pages g USING gone WHERE g.agency_id = gone.agency_id AND g.paper_id = gone.id
    RETURNING g.agency_id, g.object_id
  ), objects AS (
    DELETE FROM stored_objects o
    USING (SELECT agency_id, object_id FROM gone UNION SELECT agency_id, object_id FROM pages) bytes
    WHERE o.agency_id = bytes.agency_id AND o.id = bytes.object_id
  )
  SELECT count(*) FROM gone
$$;

/* Asks for the scan of papers that have none, those of a scanner that was down or set up later among them. */
CREATE FUNCTION queue_paper_scans(older interval, at_most integer) RETURNS TABLE (agency_id uuid, paper_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH due AS (
    SELECT p.agency_id, p.id FROM papers p
    WHERE p.scan = 'not_scanned' AND p.state <> 'removed' AND (p.scan_asked_at IS NULL OR p.scan_asked_at < now() - older)
    ORDER BY p.scan_asked_at NULLS FIRST LIMIT at_most FOR NO KEY UPDATE SKIP LOCKED
  ), asked AS (
    UPDATE papers p SET scan_asked_at = now() FROM due WHERE p.agency_id = due.agency_id AND p.id = due.id
    RETURNING p.agency_id, p.id
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT asked.agency_id, 'documents.scan', jsonb_build_object('agencyId', asked.agency_id, 'paperId', asked.id) FROM asked
  )
  SELECT asked.agency_id, asked.id FROM asked
$$;

ALTER FUNCTION forget_removed_papers(interval, integer) OWNER TO suivi_definer;
ALTER FUNCTION queue_paper_scans(interval, integer) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION forget_removed_papers(interval, integer), queue_paper_scans(interval, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_removed_papers(interval, integer), queue_paper_scans(interval, integer) TO suivi_app;
GRANT SELECT, UPDATE, DELETE ON papers TO suivi_definer;
GRANT SELECT, DELETE ON paper_pages TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
