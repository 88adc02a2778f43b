import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '@suivi/database/test/database';
import type {} from '@suivi/database/test/global-setup';

export type TestAgency = { agencyId: string; userId: string };

/** Speaks to the test database as its owner, who sees every agency: to set a scene, and to look at it afterwards. */
export class Owner {
  readonly #client: pg.Client;
  #connected: Promise<unknown> | null = null;

  constructor(url: string) {
    this.#client = new pg.Client({ connectionString: url });
  }

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    await (this.#connected ??= this.#client.connect());
    return (await this.#client.query(sql, values)).rows as Row[];
  }

  async agency(settings: { demo?: boolean; demoDay?: string; paused?: boolean } = {}): Promise<TestAgency> {
    const agencyId = randomUUID();
    const userId = randomUUID();
    await this.query(
      `INSERT INTO agencies (id, name, address_lines, demo, demo_day, sending_paused) VALUES ($1, 'Agence d’essai', '{}', $2, $3, $4)`,
      [agencyId, settings.demo ?? false, settings.demoDay ?? null, settings.paused ?? false],
    );
    await this.query(
      `INSERT INTO members (agency_id, user_id, role, name, email, telephone) VALUES ($1, $2, 'admin', 'Ada Viser', 'ada@example.org', '01 02 03 04 05')`,
      [agencyId, userId],
    );
    return { agencyId, userId };
  }

  /** Until somebody waits for what this process of the database has locked. */
  async untilBlockedBy(pid: number): Promise<void> {
    const blocked = () =>
      this.query('SELECT FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid)) LIMIT 1', [pid]);
    while ((await blocked()).length === 0) await wait(10);
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}

/** A database for one file of tests alone: what sweeps and relays find is of all agencies. */
export const ownDatabase = (): Promise<TestDatabase> => makeTestDatabase(inject('database').owner);
