-- Saved views of *Files*. The name and what is searched for are free text, and may name a client: they are sealed.
CREATE TABLE "saved_views" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "place" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("agency_id","id")
);
CREATE INDEX "saved_views_agency_id_owner_id_idx" ON "saved_views"("agency_id", "owner_id");
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_agency_id_owner_id_fkey" FOREIGN KEY ("agency_id", "owner_id") REFERENCES "members"("agency_id", "user_id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT protect_table('saved_views');
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO suivi_app;

-- Lists may be asked for what there is to watch, too. Few files are of concern, and each kind has its own small index.
CREATE INDEX files_waiting_for_cpam ON files (agency_id, stage_since) WHERE NOT closed AND stage IN ('with_cpam', 'rights_open', 'card_ordered');
CREATE INDEX files_email_trouble ON files (agency_id, id) WHERE email_trouble;

GRANT CREATE ON SCHEMA public TO suivi_definer;
GRANT SELECT ON deadlines TO suivi_definer;

DROP FUNCTION search_files(text[], text[], text[], text[], uuid[], text, text, boolean, text, uuid, integer);
DROP FUNCTION count_files(text[], text[], text[], text[], uuid[], text, integer);
DROP FUNCTION file_list_condition(text[], text[], text[], text[], uuid[], text);

/*
 * The condition of a list as SQL text: $1 agency, $2 patterns, $3 stages, $4 categories, $5 caisses, $6 advisers.
 * Nothing that a person types ever becomes part of the text; a concern that is not known here makes it fail.
 */
CREATE FUNCTION file_list_condition(patterns text[], stages text[], categories text[], caisses text[], advisers uuid[], state text,
  concerns text[])
RETURNS text LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  condition text := 'f.agency_id = $1';
  concern text;
BEGIN
  FOR place IN 1 .. coalesce(array_length(patterns, 1), 0) LOOP
    condition := condition || format(' AND f.search_text LIKE ($2)[%s]', place);
  END LOOP;
  IF stages <> '{}' THEN condition := condition || ' AND f.stage = ANY ($3)'; END IF;
  IF categories <> '{}' THEN condition := condition || ' AND f.category = ANY ($4)'; END IF;
  IF caisses <> '{}' THEN condition := condition || ' AND f.caisse = ANY ($5)'; END IF;
  IF advisers <> '{}' THEN condition := condition || ' AND f.adviser_id = ANY ($6)'; END IF;
  FOREACH concern IN ARRAY concerns LOOP
    condition := condition || CASE concern
      -- CPAM has had its turn for more than thirty days.
      WHEN 'silent' THEN ' AND NOT f.closed AND f.stage IN (''with_cpam'', ''rights_open'', ''card_ordered'')
        AND f.stage_since < (SELECT agency_today($1)) - 30'
      WHEN 'papers_missing' THEN ' AND f.stage IN (''gathering_documents'', ''documents_requested'')
        AND f.documents_in_hand < f.documents_needed'
      WHEN 'cover_ends' THEN ' AND f.id IN (SELECT d.file_id FROM deadlines d WHERE d.agency_id = $1 AND d.kind = ''cover_ends''
        AND NOT d.suspended AND d."on" BETWEEN (SELECT agency_today($1)) AND (SELECT agency_today($1)) + 60)'
      WHEN 'email_not_delivered' THEN ' AND f.email_trouble'
    END;
  END LOOP;
  RETURN condition || CASE state WHEN 'open' THEN ' AND NOT f.closed' WHEN 'closed' THEN ' AND f.closed' ELSE '' END;
END
$$;

/*
 * One page of the asking agency's files: ids in order, each with the key that the next page begins after.
 * `patterns` are LIKE patterns of the plain text, all of which must match, in any order.
 */
CREATE FUNCTION search_files(patterns text[], stages text[], categories text[], caisses text[], advisers uuid[], state text,
  concerns text[], sort text, descending boolean, after_key text, after_id uuid, at_most integer)
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
      key_text, file_list_condition(patterns, stages, categories, caisses, advisers, state, concerns), beyond, key_text, direction, direction)
    USING current_setting('app.agency')::uuid, patterns, stages, categories, caisses, advisers, after_key, after_id, at_most;
END
$$;

/* How many files a list has, counted no further than `at_most`. */
CREATE FUNCTION count_files(patterns text[], stages text[], categories text[], caisses text[], advisers uuid[], state text,
  concerns text[], at_most integer)
RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found integer;
BEGIN
  EXECUTE format('SELECT count(*)::int FROM (SELECT 1 FROM files f WHERE %s LIMIT $7) AS counted',
      file_list_condition(patterns, stages, categories, caisses, advisers, state, concerns))
    INTO found USING current_setting('app.agency')::uuid, patterns, stages, categories, caisses, advisers, at_most;
  RETURN found;
END
$$;

DO $$
DECLARE name regprocedure;
BEGIN
  FOR name IN SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND proname IN ('search_files', 'count_files') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO suivi_definer', name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', name);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO suivi_app', name);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION file_list_condition FROM PUBLIC;
GRANT EXECUTE ON FUNCTION file_list_condition TO suivi_definer;
REVOKE CREATE ON SCHEMA public FROM suivi_definer;
