import { openDatabase } from '@suivi/database/database';
import type { Database } from '@suivi/database/database';
import { parseKeyRing } from '@suivi/database/sealing';
import type { KeyRing } from '@suivi/database/sealing';
import type { Logger } from 'pino';
import { openBucket } from './bucket.ts';
import type { Bucket } from './bucket.ts';
import type { Config } from './config.ts';
import { safeError } from './logging.ts';
import { relayBell } from './relay-bell.ts';
import type { WakeRelay } from './relay-bell.ts';
import { openTurns } from './turns.ts';
import type { AllTurns } from './turns.ts';

/** What every feature stands on. Features are functions of it. */
export type Platform = {
  config: Config;
  database: Database;
  keys: KeyRing;
  /** Where sealed bytes lie; a feature stores by `objects/store-object.ts`. */
  bucket: Bucket;
  log: Logger;
  turns: AllTurns;
  /** To be called after a commit that wrote outbox rows. */
  wakeRelay: WakeRelay;
};

/** Nest's token for it. */
export const PLATFORM = Symbol('platform');

/** Opens the database as the application, and refuses to start as a role that passes by the policies. */
export async function openPlatform(config: Config, log: Logger, applicationName: string): Promise<Platform> {
  const database = openDatabase({
    url: config.DATABASE_URL,
    applicationName,
    onIdleError: (error) => log.warn(safeError(error), 'a database connection was lost'),
  });
  try {
    await assertNarrowRole(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    config,
    database,
    keys: parseKeyRing(config.ENCRYPTION_KEYS),
    bucket: await openBucket(config.OBJECTS_URL),
    log,
    turns: openTurns(config),
    wakeRelay: relayBell(database),
  };
}

/** Owner, superuser and BYPASSRLS see every agency: a forgotten condition would then show a stranger's file. */
async function assertNarrowRole(database: Database) {
  const role = await database.withoutAgency((tx) =>
    tx.one<{ name: string; free: boolean; owns: boolean }>(
      `SELECT rolname AS name, rolsuper OR rolbypassrls AS free,
         EXISTS (SELECT FROM pg_class WHERE relowner = r.oid AND relnamespace = 'public'::regnamespace) AS owns
       FROM pg_roles r WHERE rolname = current_user`,
    ),
  );
  if (role.free || role.owns)
    throw new Error(
      `DATABASE_URL signs in as "${role.name}", which ${role.free ? 'passes by the row policies' : 'owns tables'}. Use the role suivi_app, which the migrations make.`,
    );
}
