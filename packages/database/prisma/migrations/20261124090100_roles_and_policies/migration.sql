-- Three narrow roles. Whoever runs the migrations owns the tables; the application owns nothing and may not pass by the
-- policies. Roles belong to the whole server, so another database may have made them already.
DO $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('suivi roles'));
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'suivi_app') THEN
    CREATE ROLE suivi_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'suivi_accounts') THEN
    CREATE ROLE suivi_accounts LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
  END IF;
  -- Owns the functions that look across agencies; nobody signs in as it.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'suivi_definer') THEN
    CREATE ROLE suivi_definer NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE BYPASSRLS;
  END IF;
  -- A hosted database lets only a member of a role hand it a function.
  EXECUTE format('GRANT suivi_definer TO %I', current_user);
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO suivi_app, suivi_definer;

-- Puts a table under the agency's policy. The setting is '' after a transaction, and ''::uuid is an error: better than
-- an empty answer that looks like the truth.
CREATE FUNCTION protect_table(name regclass, agency_column text DEFAULT 'agency_id') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY own_agency ON %s USING (%I = current_setting(''app.agency'')::uuid) WITH CHECK (%I = current_setting(''app.agency'')::uuid)',
    name, agency_column, agency_column);
END
$$;
REVOKE ALL ON FUNCTION protect_table FROM PUBLIC;

SELECT protect_table('agencies', 'id');
SELECT protect_table(name::regclass) FROM unnest(ARRAY['members', 'playbooks', 'caisse_addresses', 'files', 'events',
  'tasks', 'messages', 'deadlines', 'outbox', 'audit', 'idempotency_keys', 'failures', 'imports', 'import_rows']) AS name;

-- Events and audit are written once and never changed; agencies come and go by the owner's hand alone.
GRANT SELECT ON agencies TO suivi_app;
GRANT UPDATE (name, address_lines, telephone, sending_paused, next_reference, demo_day) ON agencies TO suivi_app;
GRANT SELECT, INSERT ON events, audit, playbooks, caisse_addresses, idempotency_keys TO suivi_app;
GRANT SELECT, INSERT, UPDATE ON members, files, tasks, messages, failures TO suivi_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON deadlines, imports, import_rows TO suivi_app;
GRANT SELECT, INSERT ON outbox TO suivi_app;
GRANT USAGE ON SEQUENCE outbox_id_seq TO suivi_app, suivi_definer;
GRANT SELECT, INSERT, UPDATE ON pulse TO suivi_app;

-- As much as the functions of suivi_definer need, and no more
GRANT SELECT ON agencies, members TO suivi_definer;
GRANT SELECT, UPDATE ON operators TO suivi_definer;
GRANT SELECT, UPDATE ON files, messages TO suivi_definer;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO suivi_definer;
GRANT SELECT, DELETE ON idempotency_keys TO suivi_definer;
