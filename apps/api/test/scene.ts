import { randomBytes } from 'node:crypto';
import type { NewFile } from '@suivi/contracts/files';
import { seal, unseal } from '@suivi/database/sealing';
import type { TestDatabase } from '@suivi/database/test/database';
import type { Colleague } from '../src/accounts/person.ts';
import { createFile } from '../src/files/create-file.ts';
import { readConfig } from '../src/platform/config.ts';
import { openPlatform, type Platform } from '../src/platform/platform.ts';
import type { Owner } from './agencies.ts';
import { temporaryObjects } from './temporary-objects.ts';
import { quiet } from './queue-stores.ts';

/** A platform on a test's own database, whose emails go to the given mail server. */
export const testPlatform = (urls: TestDatabase, smtpUrl: string): Promise<Platform> =>
  openPlatform(
    readConfig({
      DATABASE_URL: urls.app,
      ACCOUNTS_DATABASE_URL: urls.accounts,
      QUEUE_URL: urls.owner,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'suivi@agency.example',
      APP_URL: 'http://localhost:3000',
      AUTH_SECRET: 'x'.repeat(32),
      ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
      OBJECTS_URL: temporaryObjects(),
      DEMO: '1',
    }),
    quiet,
    'suivi test',
  );

export const newFile = (email: string | null): NewFile => ({
  client: { firstName: 'Zoë', lastName: 'Example', email, telephone: null, street: null },
  applicant: {
    category: 'resident',
    birthDate: '1961-04-12',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    address: { postcode: '24000', city: 'Périgueux' },
  } as NewFile['applicant'],
  reference: null,
  adviser: null,
});

export type SceneMessage = {
  id: string;
  state: string;
  attempt: number;
  tries: number;
  failure: string | null;
  held_reason: string | null;
  retry_at: Date | null;
  in_data: boolean;
  message_id: string;
};

/** An agency with a file, and what its messages have become. */
export class Scene {
  readonly me: Colleague;

  private constructor(
    readonly platform: Platform,
    readonly owner: Owner,
    agency: { agencyId: string; userId: string },
  ) {
    this.me = {
      ...agency,
      name: 'Ada Viser',
      email: 'ada@example.org',
      role: 'admin',
      mayOperate: false,
      language: 'en',
    };
  }

  static async set(platform: Platform, owner: Owner, settings: Parameters<Owner['agency']>[0] = {}): Promise<Scene> {
    return new Scene(platform, owner, await owner.agency(settings));
  }

  /** Opens a file and makes its welcome due now. @returns the id of that message */
  async fileWithDueWelcome(email: string | null = `c${randomBytes(4).toString('hex')}@example.org`): Promise<string> {
    const { id } = await createFile(this.platform, this.me, newFile(email));
    const [row] = await this.owner.query<{ id: string }>(
      `UPDATE messages SET send_on = (now() AT TIME ZONE 'Europe/Paris')::date, send_at = now() WHERE file_id = $1 AND key = 'email:welcome:1' RETURNING id`,
      [id],
    );
    await this.owner.query(`UPDATE messages SET state = 'cancelled' WHERE file_id = $1 AND key <> 'email:welcome:1'`, [
      id,
    ]);
    await this.owner.query(`UPDATE files SET next_review_on = NULL WHERE id = $1`, [id]);
    if (row === undefined) throw new Error('A new file has no welcome.');
    return row.id;
  }

  async message(id: string): Promise<SceneMessage> {
    const [row] = await this.owner.query<SceneMessage>('SELECT * FROM messages WHERE id = $1', [id]);
    if (row === undefined) throw new Error('no such message');
    return row;
  }

  async states(): Promise<string[]> {
    const rows = await this.owner.query<{ state: string }>(
      `SELECT state FROM messages WHERE agency_id = $1 AND key = 'email:welcome:1'`,
      [this.me.agencyId],
    );
    return rows.map((row) => row.state);
  }

  /** Another email of the same file, in one statement: a worker must not find it half-written. */
  async copy(
    id: string,
    {
      key,
      template,
      payload,
      daysAgo,
      state = 'planned',
    }: { key: string; template?: string; payload?: object; daysAgo?: number; state?: 'planned' | 'held' },
  ): Promise<string> {
    const { agencyId } = this.me;
    const copy = crypto.randomUUID();
    const place = (row: string) => ({ agencyId, table: 'messages', id: row, column: 'sealed' });
    const [{ sealed } = { sealed: Buffer.alloc(0) }] = await this.owner.query<{ sealed: Buffer }>(
      'SELECT sealed FROM messages WHERE id = $1',
      [id],
    );
    const content = unseal<{ because: unknown; payload: unknown }>(this.platform.keys, place(id), sealed);
    await this.owner.query(
      `INSERT INTO messages (agency_id, id, file_id, key, template, state, send_on, send_at, sealed, message_id)
       SELECT agency_id, $2::uuid, file_id, $3, coalesce($4, template), $5, send_on - coalesce($6::int, 0), now(), $7, '<' || $2::uuid || '@x>'
       FROM messages WHERE id = $1`,
      [
        id,
        copy,
        key,
        template ?? null,
        state,
        daysAgo ?? null,
        seal(this.platform.keys, place(copy), { ...content, ...(payload && { payload }) }),
      ],
    );
    return copy;
  }
}
