-- What lies outside the database and what stands in it for it: the sweep looks across agencies, and returns ids only.
GRANT CREATE ON SCHEMA public TO suivi_definer;

/* Forgets objects that nobody kept; their bytes go next. */
CREATE FUNCTION forget_lost_objects(older interval, at_most integer) RETURNS TABLE (agency_id uuid, object_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM stored_objects o USING (
    SELECT s.agency_id, s.id FROM stored_objects s WHERE s.state = 'arriving' AND s.created_at < now() - older
    ORDER BY s.created_at LIMIT at_most FOR UPDATE SKIP LOCKED) lost
  WHERE o.agency_id = lost.agency_id AND o.id = lost.id
  RETURNING o.agency_id, o.id
$$;

/* Which of these objects have a row. Agencies and objects are two lists of one length. */
CREATE FUNCTION objects_known(agencies uuid[], objects uuid[]) RETURNS TABLE (agency_id uuid, object_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.agency_id, o.id FROM unnest(agencies, objects) AS asked (agency, object)
  JOIN stored_objects o ON o.agency_id = asked.agency AND o.id = asked.object
$$;

ALTER FUNCTION forget_lost_objects(interval, integer) OWNER TO suivi_definer;
ALTER FUNCTION objects_known(uuid[], uuid[]) OWNER TO suivi_definer;
REVOKE ALL ON FUNCTION forget_lost_objects(interval, integer), objects_known(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_lost_objects(interval, integer), objects_known(uuid[], uuid[]) TO suivi_app;
GRANT SELECT, UPDATE, DELETE ON stored_objects TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
