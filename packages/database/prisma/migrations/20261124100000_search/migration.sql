-- Search and lists. Substring operators are not leakproof: behind the row policies they may not run before the policy, and
-- the trigram index lies idle (1 ms becomes 1.7 s at a million files). So the agency stands in the functions' own text,
-- and they give ids: whoever calls them reads the rows under the policies.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX files_search ON files USING gin (search_text gin_trgm_ops);
-- One index a sort; a page is read from where the last one ended.
CREATE INDEX files_by_due ON files (agency_id, (coalesce(next_due_on, 'infinity'::date)), id);
CREATE INDEX files_by_name ON files (agency_id, (left(search_text, 60)), id);
CREATE INDEX files_by_stage ON files (agency_id, (step::text || ' ' || stage), id);
DROP INDEX files_agency_id_next_due_on_id_idx;
DROP INDEX files_agency_id_last_name_first_name_id_idx;

GRANT CREATE ON SCHEMA public TO suivi_definer;

/*
 * The condition of a list as SQL text: $1 agency, $2 patterns, $3 stages, $4 categories, $5 caisses, $6 advisers.
 * Nothing that a person types ever becomes part of the text.
 */
CREATE FUNCTION file_list_condition(patterns text[], stages text[], categories text[], caisses text[], advisers uuid[], state text)
RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  condition text := 'f.agency_id = $1';
BEGIN
  FOR place IN 1 .. coalesce(array_length(patterns, 1), 0) LOOP
    condition := condition || format(' AND f.search_text LIKE ($2)[%s]', place);
  END LOOP;
  IF stages <> '{}' THEN condition := condition || ' AND f.stage = ANY ($3)'; END IF;
  IF categories <> '{}' THEN condition := condition || ' AND f.category = ANY ($4)'; END IF;
  IF caisses <> '{}' THEN condition := condition || ' AND f.caisse = ANY ($5)'; END IF;
  IF advisers <> '{}' THEN condition := condition || ' AND f.adviser_id = ANY ($6)'; END IF;
  RETURN condition || CASE state WHEN 'open' THEN ' AND NOT f.closed' WHEN 'closed' THEN ' AND f.closed' ELSE '' END;
END
$$;

/* What a list is sorted by. Without a due day a file comes last, whichever way the list runs. */
CREATE FUNCTION file_list_key(sort text, descending boolean) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE sort
    WHEN 'name' THEN 'left(f.search_text, 60)'
    WHEN 'stage' THEN '(f.step::text || '' '' || f.stage)'
    WHEN 'reference' THEN 'f.reference'
    ELSE CASE WHEN descending THEN 'coalesce(f.next_due_on, ''-infinity''::date)' ELSE 'coalesce(f.next_due_on, ''infinity''::date)' END
  END
$$;

/*
 * One page of the asking agency's files: ids in order, each with the key that the next page begins after.
 * `patterns` are LIKE patterns of the plain text, all of which must match, in any order.
 */
CREATE FUNCTION search_files(patterns text[], stages text[], categories text[], caisses text[], advisers uuid[], state text,
  sort text, descending boolean, after_key text, after_id uuid, at_most integer)
RETURNS TABLE (id uuid, key text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  key_text text := file_list_key(sort, descending);
  key_type text := CASE WHEN sort = 'due' THEN 'date' ELSE 'text' END;
  direction text := CASE WHEN descending THEN 'DESC' ELSE 'ASC' END;
  beyond text := '';
BEGIN
  IF after_id IS NOT NULL THEN
    beyond := format(' AND (%s, f.id) %s ($7::%s, $8)', key_text, CASE WHEN descending THEN '<' ELSE '>' END, key_type);
  END IF;
  RETURN QUERY EXECUTE format('SELECT f.id, (%s)::text FROM files f WHERE %s%s ORDER BY %s %s, f.id %s LIMIT $9',
      key_text, file_list_condition(patterns, stages, categories, caisses, advisers, state), beyond, key_text, direction, direction)
    USING current_setting('app.agency')::uuid, patterns, stages, categories, caisses, advisers, after_key, after_id, at_most;
END
$$;

/* How many files a list has, counted no further than `at_most`. */
CREATE FUNCTION count_files(patterns text[], stages text[], categories text[], caisses text[], advisers uuid[], state text, at_most integer)
RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found integer;
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT 1 FROM files f WHERE %s LIMIT $7) AS counted',
      file_list_condition(patterns, stages, categories, caisses, advisers, state))
    INTO found USING current_setting('app.agency')::uuid, patterns, stages, categories, caisses, advisers, at_most;
  RETURN found;
END
$$;

/* The file whose text is nearest to what was typed, for a search that finds nothing; no row when none is near. */
CREATE FUNCTION nearest_file(typed text) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET pg_trgm.word_similarity_threshold = 0.35 AS $$
  SELECT f.id FROM files f
  WHERE f.agency_id = current_setting('app.agency')::uuid AND f.search_text %> typed
  ORDER BY word_similarity(typed, f.search_text) DESC, f.search_text
  LIMIT 1
$$;

DO $$
DECLARE name regprocedure;
BEGIN
  FOR name IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND proname IN ('search_files', 'count_files', 'nearest_file') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO suivi_definer', name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO suivi_app', name);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION file_list_condition, file_list_key FROM PUBLIC;
GRANT EXECUTE ON FUNCTION file_list_condition, file_list_key TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
