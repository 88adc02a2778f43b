-- What looks across agencies: the sweep, the relay, the sign-in. Each returns ids, days and states, never what is known
-- of a client, and each pins its search_path: whoever calls it cannot slip a table of another name under it.

-- The functions of this file become suivi_definer's; for that it needs CREATE for a moment.
GRANT CREATE ON SCHEMA public TO suivi_definer;

/* The day it is for an agency: its demo day, else the day in Paris. */
CREATE FUNCTION agency_today(agency uuid) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(a.demo_day, (now() AT TIME ZONE 'Europe/Paris')::date) FROM agencies a WHERE a.id = agency
$$;

/* Who a signed-in user is: a member of an agency, or an operator (no agency). No row: neither. */
CREATE FUNCTION member_of_user(asked uuid)
RETURNS TABLE (agency_id uuid, role text, may_operate boolean, language text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.agency_id, m.role, m.may_operate, m.language FROM members m WHERE m.user_id = asked AND m.active
  UNION ALL
  SELECT NULL, 'operator', true, o.language FROM operators o WHERE o.user_id = asked
  LIMIT 1
$$;

CREATE FUNCTION set_operator_language(operator uuid, wanted text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE operators SET language = wanted WHERE user_id = operator
$$;

/*
 * Takes up the files whose review has come. Marking and the outbox row are one statement: a crash leaves both or none.
 * A file taken up ten minutes ago and not yet reviewed is taken up again. The day's reviews are spread over six hours
 * of the night by a hash of the file; a demo day has no night.
 */
CREATE FUNCTION take_due_files(at_most integer) RETURNS TABLE (agency_id uuid, file_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH clock AS (
    SELECT (now() AT TIME ZONE 'Europe/Paris') AS paris,
      greatest((now() AT TIME ZONE 'Europe/Paris')::date, (SELECT max(demo_day) FROM agencies)) AS latest
  ), due AS (
    SELECT f.agency_id, f.id
    FROM files f JOIN agencies a ON a.id = f.agency_id, clock
    WHERE f.next_review_on <= clock.latest
      AND (f.review_taken_at IS NULL OR f.review_taken_at < now() - interval '10 minutes')
      AND CASE
        WHEN a.demo_day IS NOT NULL THEN f.next_review_on <= a.demo_day
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
      AND (a.demo_day IS NULL OR m.send_on <= a.demo_day)
    ORDER BY m.send_at, m.template = 'still_waiting'
    LIMIT at_most
    FOR UPDATE OF m SKIP LOCKED
  ), taken AS (
    UPDATE messages m SET state = 'queued' FROM due WHERE m.agency_id = due.agency_id AND m.id = due.id
    RETURNING m.agency_id, m.id
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, 'emails.send', jsonb_build_object('agencyId', taken.agency_id, 'messageId', taken.id) FROM taken
  )
  SELECT taken.agency_id, taken.id FROM taken
$$;

/* A demo day is read at its end: its messages leave at once, still_waiting last. Only the demo clock calls this. */
CREATE FUNCTION release_demo_messages(agency uuid, day date) RETURNS TABLE (message_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH taken AS (
    UPDATE messages m SET state = 'queued' FROM agencies a
    WHERE a.id = agency AND a.demo AND NOT a.sending_paused
      AND m.agency_id = agency AND m.state = 'planned' AND m.send_on <= day
    RETURNING m.agency_id, m.id, m.send_on, m.template
  ), queued AS (
    INSERT INTO outbox (agency_id, job, payload)
    SELECT taken.agency_id, 'emails.send', jsonb_build_object('agencyId', taken.agency_id, 'messageId', taken.id)
    FROM taken ORDER BY taken.send_on, taken.template = 'still_waiting'
  )
  SELECT taken.id FROM taken
$$;

/*
 * A worker that died in the middle of sending. Before the body had begun to leave, nothing was sent: queued again.
 * After that nobody knows: a person decides.
 */
CREATE FUNCTION old_sending_to_uncertain(older_than interval DEFAULT '10 minutes')
RETURNS TABLE (agency_id uuid, message_id uuid, state text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH old AS (
    SELECT m.agency_id, m.id FROM messages m
    WHERE m.state = 'sending' AND m.claimed_at < now() - older_than
    FOR UPDATE SKIP LOCKED
  ), settled AS (
    UPDATE messages m SET
      state = CASE WHEN m.in_data THEN 'uncertain' ELSE 'queued' END,
      failure = CASE WHEN m.in_data THEN 'worker_died' END
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
 * Locks outbox rows for the caller's transaction; finish_outbox deletes them when their jobs stand in the queue. A relay
 * that dies in between leaves them as they were, and the job's id (o + the row's) makes the second time harmless.
 */
CREATE FUNCTION claim_outbox(at_most integer) RETURNS TABLE (agency_id uuid, id bigint, job text, payload jsonb)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.agency_id, o.id, o.job, o.payload FROM outbox o
  WHERE o.run_after <= now()
  ORDER BY o.run_after, o.id
  LIMIT at_most
  FOR UPDATE SKIP LOCKED
$$;

CREATE FUNCTION finish_outbox(ids bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM outbox WHERE id = ANY (ids)
$$;

/* How many rows wait to be handed over, and since when the oldest could have been. */
CREATE FUNCTION outbox_waiting() RETURNS TABLE (waiting bigint, oldest timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*), min(run_after) FROM outbox WHERE run_after <= now()
$$;

/* A retry comes within a day; later the event's own id stops it. */
CREATE FUNCTION forget_old_idempotency_keys() RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH gone AS (DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours' RETURNING 1)
  SELECT count(*) FROM gone
$$;

DO $$
DECLARE name regprocedure;
BEGIN
  FOR name IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO suivi_definer', name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO suivi_app', name);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;

/*
 * Appends to the agency's audit chain. The lock makes the chain one line: who comes second reads the first one's hash,
 * since each query in here sees what was committed when it began. Call it last: the lock is held until the commit.
 */
CREATE FUNCTION append_audit(agency uuid, who uuid, what text, about jsonb) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  last record;
  place bigint;
  moment timestamptz(3);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(agency::text, 7));
  SELECT a.seq, a.hash INTO last FROM audit a WHERE a.agency_id = agency ORDER BY a.seq DESC LIMIT 1;
  place := coalesce(last.seq, 0) + 1;
  moment := clock_timestamp();
  INSERT INTO audit (agency_id, seq, at, actor, action, subject, previous, hash)
  VALUES (agency, place, moment, who, what, about, coalesce(last.hash, ''::bytea),
    audit_hash(coalesce(last.hash, ''::bytea), place, moment, who, what, about));
  RETURN place;
END
$$;

CREATE FUNCTION audit_hash(previous bytea, seq bigint, at timestamptz, who uuid, what text, about jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT sha256(previous || convert_to(concat_ws('|', seq, (extract(epoch FROM at) * 1000)::bigint, coalesce(who::text, ''), what, about::text), 'UTF8'))
$$;

/* The entries of an agency's chain that do not follow from the one before; none when nobody touched it. */
CREATE FUNCTION broken_audit_links(agency uuid) RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.seq FROM (
    SELECT *, lag(hash, 1, ''::bytea) OVER (ORDER BY seq) AS before, lag(seq, 1, 0::bigint) OVER (ORDER BY seq) AS seq_before
    FROM audit WHERE agency_id = agency
  ) a
  WHERE a.previous <> a.before OR a.seq <> a.seq_before + 1
    OR a.hash <> audit_hash(a.previous, a.seq, a.at, a.actor, a.action, a.subject)
  ORDER BY a.seq
$$;
