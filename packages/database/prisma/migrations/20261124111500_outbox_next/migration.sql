-- An email that can still be undone waits a few seconds in the outbox. The relay asks when the next row may go, so that
-- it is there on time and not at its next poll.
GRANT CREATE ON SCHEMA public TO suivi_definer;

/* In how many milliseconds the earliest row that still has to wait may be handed over; NULL when none waits. */
CREATE FUNCTION outbox_next(known text[]) RETURNS double precision
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (1000 * extract(epoch FROM o.run_after - clock_timestamp()))::double precision FROM outbox o
  WHERE o.run_after > now() AND o.job = ANY (known)
  ORDER BY o.run_after
  LIMIT 1
$$;
ALTER FUNCTION outbox_next(text[]) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION outbox_next(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION outbox_next(text[]) TO suivi_app;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
