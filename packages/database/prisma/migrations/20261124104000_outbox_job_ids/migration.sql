-- A job's id is made of its outbox row's: with the moment the row was written, since the numbers of a database that was
-- restored or made anew begin again, and a queue that keeps an old job of that id swallows the new one without a word.
DROP FUNCTION claim_outbox(integer, text[]);
GRANT CREATE ON SCHEMA public TO suivi_definer;

/*
 * Locks outbox rows for the caller's transaction; finish_outbox deletes them when their jobs stand in the queue. A relay
 * that dies in between leaves them as they were, and the job's id makes the second time harmless. A job that this
 * release does not know was written by a newer one: it is left to that one's relay.
 */
CREATE FUNCTION claim_outbox(at_most integer, known text[] DEFAULT NULL)
RETURNS TABLE (agency_id uuid, id bigint, job text, payload jsonb, created_at timestamptz)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.agency_id, o.id, o.job, o.payload, o.created_at FROM outbox o
  WHERE o.run_after <= now() AND (known IS NULL OR o.job = ANY (known))
  ORDER BY o.run_after, o.id
  LIMIT at_most
  FOR UPDATE SKIP LOCKED
$$;
ALTER FUNCTION claim_outbox(integer, text[]) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION claim_outbox(integer, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION claim_outbox(integer, text[]) TO suivi_app;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
