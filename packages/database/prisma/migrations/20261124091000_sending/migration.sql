-- What the workers need beside the plan: how often a message was refused and when it is tried again, what has failed,
-- and how far the demo clock has come.

ALTER TABLE "messages" ADD COLUMN "queued_at" TIMESTAMPTZ(3), ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "retry_at" TIMESTAMPTZ(3);
CREATE INDEX messages_queued ON messages (queued_at) WHERE state = 'queued';

ALTER TABLE "failures" ADD COLUMN "times" INTEGER NOT NULL DEFAULT 1;
-- The same thing failing again and again is one line with a count.
CREATE UNIQUE INDEX failures_once ON failures (agency_id, job, error, file_id, message_id) NULLS NOT DISTINCT WHERE resolved_at IS NULL;

-- The relay deletes what it has handed over by id.
CREATE INDEX "outbox_id_idx" ON "outbox"("id");

CREATE TABLE "demo_advances" (
    "agency_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "reviewed" INTEGER NOT NULL DEFAULT 0,
    "sent" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    CONSTRAINT "demo_advances_pkey" PRIMARY KEY ("agency_id")
);
ALTER TABLE "demo_advances" ADD CONSTRAINT "demo_advances_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT protect_table('demo_advances');
GRANT SELECT, INSERT, UPDATE ON demo_advances TO suivi_app;
GRANT SELECT ON demo_advances TO suivi_definer;
GRANT DELETE ON imports, import_rows TO suivi_definer;
GRANT SELECT ON imports, import_rows TO suivi_definer;

DROP FUNCTION claim_outbox(integer);
DROP FUNCTION take_due_files(integer);
DROP FUNCTION queue_due_messages(integer);
DROP FUNCTION release_demo_messages(uuid, date);
DROP FUNCTION old_sending_to_uncertain(interval);

GRANT CREATE ON SCHEMA public TO suivi_definer;

/*
 * Locks outbox rows for the caller's transaction; finish_outbox deletes them when their jobs stand in the queue. A relay
 * that dies in between leaves them as they were, and the job's id (o + the row's) makes the second time harmless.
 * A job that this release does not know was written by a newer one: it is left to that one's relay.
 */
CREATE FUNCTION claim_outbox(at_most integer, known text[] DEFAULT NULL) RETURNS TABLE (agency_id uuid, id bigint, job text, payload jsonb)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.agency_id, o.id, o.job, o.payload FROM outbox o
  WHERE o.run_after <= now() AND (known IS NULL OR o.job = ANY (known))
  ORDER BY o.run_after, o.id
  LIMIT at_most
  FOR UPDATE SKIP LOCKED
$$;

/*
 * Takes up the files whose review has come. Marking and the outbox row are one statement: a crash leaves both or none.
 * A file taken up a while ago and not yet reviewed is taken up again. The day's reviews are spread over six hours of
 * the night by a hash of the file; a demo day has no night, and while it moves the demo clock reviews by itself.
 */
CREATE FUNCTION take_due_files(at_most integer, again_after interval DEFAULT '10 minutes') RETURNS TABLE (agency_id uuid, file_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH clock AS (
    SELECT (now() AT TIME ZONE 'Europe/Paris') AS paris,
      greatest((now() AT TIME ZONE 'Europe/Paris')::date, (SELECT max(demo_day) FROM agencies)) AS latest
  ), due AS (
    SELECT f.agency_id, f.id
    FROM files f JOIN agencies a ON a.id = f.agency_id, clock
    WHERE f.next_review_on <= clock.latest
      AND (f.review_taken_at IS NULL OR f.review_taken_at < now() - again_after)
      AND CASE
        WHEN a.demo_day IS NOT NULL THEN f.next_review_on <= a.demo_day
          AND NOT EXISTS (SELECT FROM demo_advances d WHERE d.agency_id = a.id AND d.ended_at IS NULL)
        ELSE f.next_review_on < clock.paris::date
          OR (f.next_review_on = clock.paris::date
            AND clock.paris::time >= make_interval(secs => (hashtext(f.id::text) & 2147483647) % 21600)::time)
      END
    ORDER BY f.next_review_on
    LIMIT at_most
    FOR UPDATE OF f SKIP LOCKED
  ), taken AS (
    UPDATE files f SET review_taken_at = now() FROM due WHERE f.agency_id = due.agency_id AND f.id = due.id
    RETURNING f.agency_id, f.id
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, 'reviews.review', jsonb_build_object('agencyId', taken.agency_id, 'fileId', taken.id) FROM taken
  )
  SELECT taken.agency_id, taken.id FROM taken
$$;

/*
 * Turns planned messages whose hour has come into queued ones. A demo agency's messages wait for its demo day; those of
 * an agency whose sending is paused wait for a person.
 */
CREATE FUNCTION queue_due_messages(at_most integer) RETURNS TABLE (agency_id uuid, message_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH due AS (
    SELECT m.agency_id, m.id
    FROM messages m JOIN agencies a ON a.id = m.agency_id
    WHERE m.state = 'planned' AND m.send_at <= now() AND NOT a.sending_paused
      AND (a.demo_day IS NULL OR (m.send_on <= a.demo_day
        AND NOT EXISTS (SELECT FROM demo_advances d WHERE d.agency_id = a.id AND d.ended_at IS NULL)))
    ORDER BY m.send_at, m.template = 'still_waiting'
    LIMIT at_most
    FOR UPDATE OF m SKIP LOCKED
  ), taken AS (
    UPDATE messages m SET state = 'queued', queued_at = now(), retry_at = NULL, tries = 0
    FROM due WHERE m.agency_id = due.agency_id AND m.id = due.id
    RETURNING m.agency_id, m.id
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, 'emails.send', jsonb_build_object('agencyId', taken.agency_id, 'messageId', taken.id) FROM taken
  )
  SELECT taken.agency_id, taken.id FROM taken
$$;

/*
 * A demo day is read at its end: its messages leave at once, still_waiting last (`evening`), since it tells what the
 * day brought. Only the demo clock calls this.
 */
CREATE FUNCTION release_demo_messages(agency uuid, day date, evening boolean) RETURNS TABLE (message_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH taken AS (
    UPDATE messages m SET state = 'queued', queued_at = now(), retry_at = NULL, tries = 0 FROM agencies a
    WHERE a.id = agency AND a.demo AND NOT a.sending_paused
      AND m.agency_id = agency AND m.state = 'planned' AND m.send_on <= day
      AND (evening OR m.template <> 'still_waiting' OR m.send_on < day)
    RETURNING m.agency_id, m.id, m.send_on
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, 'emails.send', jsonb_build_object('agencyId', taken.agency_id, 'messageId', taken.id)
    FROM taken ORDER BY taken.send_on
  )
  SELECT taken.id FROM taken
$$;

/*
 * A worker that died in the middle of sending. Before the body had begun to leave, nothing was sent: queued again, and
 * a worker that wakes up late finds its attempt void. After that nobody knows: a person decides.
 */
CREATE FUNCTION old_sending_to_uncertain(unsent interval, unsure interval)
RETURNS TABLE (agency_id uuid, message_id uuid, state text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH old AS (
    SELECT m.agency_id, m.id FROM messages m
    WHERE m.state = 'sending' AND m.claimed_at < now() - CASE WHEN m.in_data THEN unsure ELSE unsent END
    FOR UPDATE SKIP LOCKED
  ), settled AS (
    UPDATE messages m SET
      state = CASE WHEN m.in_data THEN 'uncertain' ELSE 'queued' END,
      failure = CASE WHEN m.in_data THEN 'worker_died' END,
      queued_at = now(), retry_at = NULL
    FROM old WHERE m.agency_id = old.agency_id AND m.id = old.id
    RETURNING m.agency_id, m.id, m.file_id, m.state
  ), again AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT settled.agency_id, 'emails.send', jsonb_build_object('agencyId', settled.agency_id, 'messageId', settled.id)
    FROM settled WHERE settled.state = 'queued'
  ), marked AS (
    UPDATE files f SET email_trouble = true FROM settled
    WHERE settled.state = 'uncertain' AND f.agency_id = settled.agency_id AND f.id = settled.file_id
  )
  SELECT settled.agency_id, settled.id, settled.state FROM settled
$$;

/*
 * Messages that are queued in our table and, for all we know, in no queue: it was flushed, or its jobs died. What waits
 * for its next try is not lost before that; what the outbox still holds is not either.
 */
CREATE FUNCTION requeue_lost_messages(at_most integer, older_than interval) RETURNS TABLE (agency_id uuid, message_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH lost AS (
    SELECT m.agency_id, m.id FROM messages m JOIN agencies a ON a.id = m.agency_id
    WHERE m.state = 'queued' AND NOT a.sending_paused
      AND m.queued_at < now() - older_than AND (m.retry_at IS NULL OR m.retry_at < now() - older_than)
      AND NOT EXISTS (SELECT FROM outbox o WHERE o.agency_id = m.agency_id AND o.job = 'emails.send'
        AND o.payload ->> 'messageId' = m.id::text)
    ORDER BY m.queued_at
    LIMIT at_most
    FOR UPDATE OF m SKIP LOCKED
  ), taken AS (
    UPDATE messages m SET queued_at = now() FROM lost WHERE m.agency_id = lost.agency_id AND m.id = lost.id
    RETURNING m.agency_id, m.id
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, 'emails.send', jsonb_build_object('agencyId', taken.agency_id, 'messageId', taken.id) FROM taken
  )
  SELECT taken.agency_id, taken.id FROM taken
$$;

/* Advances of the demo clock that began and have no job any more: they go on. */
CREATE FUNCTION resume_demo_advances(older_than interval) RETURNS TABLE (agency_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO outbox (agency_id, job, payload)
  SELECT d.agency_id, 'demo.advance', jsonb_build_object('agencyId', d.agency_id)
  FROM demo_advances d
  WHERE d.ended_at IS NULL AND d.started_at < now() - older_than
    AND NOT EXISTS (SELECT FROM outbox o WHERE o.agency_id = d.agency_id AND o.job = 'demo.advance')
  RETURNING outbox.agency_id
$$;

DO $$
DECLARE name regprocedure;
BEGIN
  FOR name IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname IN
    ('claim_outbox', 'take_due_files', 'queue_due_messages', 'release_demo_messages', 'old_sending_to_uncertain',
     'requeue_lost_messages', 'resume_demo_advances')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO suivi_definer', name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO suivi_app', name);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
