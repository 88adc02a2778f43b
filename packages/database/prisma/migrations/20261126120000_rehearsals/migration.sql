-- A changed playbook is tried on all open files before it is published; then those files are planned anew, paced.

CREATE TABLE "rehearsals" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "settings" JSONB NOT NULL,
    "base_version" INTEGER NOT NULL,
    "rules_version" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "progress" JSONB NOT NULL,
    "result" JSONB,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rehearsals_pkey" PRIMARY KEY ("agency_id","id")
);
SELECT protect_table('rehearsals');
GRANT SELECT, INSERT, UPDATE, DELETE ON rehearsals TO suivi_app;

-- Since when a file waits to be planned by a playbook, or by rules, that came after its plan. Any planning clears it.
ALTER TABLE "files" ADD COLUMN "review_marked_at" TIMESTAMPTZ(3);
CREATE INDEX files_marked ON files (review_marked_at) WHERE review_marked_at IS NOT NULL;
ALTER TABLE staging.files ADD COLUMN "review_marked_at" TIMESTAMPTZ(3);

GRANT CREATE ON SCHEMA public TO suivi_definer;

/*
 * Takes up marked files, a few a turn: whoever publishes to ten thousand files must not keep other agencies' reviews
 * waiting. Like the files whose day has come, one that was taken up and got lost is taken up again.
 */
CREATE FUNCTION take_marked_files(at_most integer, again_after interval) RETURNS TABLE (agency_id uuid, file_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH marked AS (
    SELECT f.agency_id, f.id FROM files f
    WHERE f.review_marked_at IS NOT NULL
      AND (f.review_taken_at IS NULL OR f.review_taken_at < now() - again_after)
      AND NOT EXISTS (SELECT FROM demo_advances d WHERE d.agency_id = f.agency_id AND d.ended_at IS NULL)
    ORDER BY f.review_marked_at
    LIMIT at_most
    FOR UPDATE OF f SKIP LOCKED
  ), taken AS (
    UPDATE files f SET review_taken_at = now() FROM marked WHERE f.agency_id = marked.agency_id AND f.id = marked.id
    RETURNING f.agency_id, f.id
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, 'reviews.review', jsonb_build_object('agencyId', taken.agency_id, 'fileId', taken.id) FROM taken
  )
  SELECT taken.agency_id, taken.id FROM taken
$$;

/*
 * Marks what was made by an earlier playbook while a new one was published: a file that was being opened, an import
 * that was under way. Only agencies that published within a day are looked at.
 */
CREATE FUNCTION mark_left_behind(at_most integer) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH published AS (
    SELECT p.agency_id, max(p.version) AS version FROM playbooks p GROUP BY p.agency_id
    HAVING max(p.published_at) > now() - interval '1 day'
  ), marked AS (
    UPDATE files f SET review_marked_at = now() FROM (
      SELECT f.agency_id, f.id FROM files f JOIN published p ON p.agency_id = f.agency_id
      WHERE NOT f.closed AND f.playbook_version < p.version AND f.review_marked_at IS NULL
      ORDER BY f.id
      LIMIT at_most
      FOR NO KEY UPDATE OF f SKIP LOCKED) behind
    WHERE f.agency_id = behind.agency_id AND f.id = behind.id
    RETURNING 1
  )
  SELECT count(*) FROM marked
$$;

/* A rehearsal holds sentences about files: it is kept for a day. */
CREATE FUNCTION forget_old_rehearsals() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM rehearsals WHERE created_at < now() - interval '1 day' RETURNING 1)
  SELECT count(*) FROM gone
$$;

ALTER FUNCTION take_marked_files(integer, interval) OWNER TO suivi_definer;
ALTER FUNCTION mark_left_behind(integer) OWNER TO suivi_definer;
ALTER FUNCTION forget_old_rehearsals() OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION take_marked_files(integer, interval), mark_left_behind(integer), forget_old_rehearsals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION take_marked_files(integer, interval), mark_left_behind(integer), forget_old_rehearsals() TO suivi_app;
GRANT SELECT ON playbooks TO suivi_definer;
GRANT SELECT, DELETE ON rehearsals TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
