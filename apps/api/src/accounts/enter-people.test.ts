import { openDatabase } from '@suivi/database/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { makeHttpApp } from '../http-app.ts';
import { openTestPlatform, testConfig } from '../../test/test-platform.ts';
import { makeAuth } from './auth.ts';
import { enterAgency, enterMember, enterOperator, replacePassword } from './enter-people.ts';
import { firstPassword } from './first-password.ts';
import type { NewPerson } from './people-arguments.ts';

// A database without any agency: what is tried is the first one.
const urls = await ownDatabase();
const owner = new Owner(urls.owner);
const tables = openDatabase({ url: urls.owner, max: 3 });
const platform = await openTestPlatform(urls);
const accounts = makeAuth(testConfig(urls), platform.log);
const app = await makeHttpApp(platform, accounts.auth, null);
let base: string;

beforeAll(async () => {
  await app.listen(0, '127.0.0.1');
  base = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await Promise.all([platform.database.close(), accounts.close(), tables.close(), owner.close()]);
  await urls.drop();
});

const who = (name: string, email: string): NewPerson => ({ name, email, telephone: null, language: 'fr' });
const PASSERELLE = {
  name: 'Passerelle',
  telephone: '04 72 00 00 10',
  addressLines: ['12 rue des Tilleuls', '69003 Lyon'],
};

async function signIn(email: string, password: string) {
  const headers = { origin: 'http://suivi.test', 'content-type': 'application/json' };
  const reply = await fetch(`${base}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { status: reply.status, me: async () => (await fetch(`${base}/api/me`, { headers: { cookie } })).json() };
}
const count = async (table: string) =>
  (await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

describe('a first agency', () => {
  it('is made with an admin who can sign in, and both stand in its audit', async () => {
    const { agencyId, password } = await enterAgency(
      tables,
      PASSERELLE,
      who('Nadège Perrin', 'nadege@agency.example'),
      true,
    );
    const { status, me } = await signIn('nadege@agency.example', password);
    expect(status).toBe(200);
    expect(await me()).toMatchObject({
      name: 'Nadège Perrin',
      role: 'admin',
      mayOperate: true,
      language: 'fr',
      agency: { id: agencyId, name: 'Passerelle', demo: false },
      counts: { openFiles: 0, today: 0 },
    });
    const audit = await owner.query<{ action: string }>('SELECT action FROM audit WHERE agency_id = $1 ORDER BY seq', [
      agencyId,
    ]);
    expect(audit.map(({ action }) => action)).toEqual(['agency.created', 'member.entered']);
    expect(await owner.query('SELECT * FROM broken_audit_links($1)', [agencyId])).toEqual([]);
    const [row] = await owner.query('SELECT address_lines, telephone, demo_day FROM agencies');
    expect(row).toEqual({ address_lines: PASSERELLE.addressLines, telephone: PASSERELLE.telephone, demo_day: null });
  });

  it('is not made twice, however its name is written', async () => {
    const again = enterAgency(
      tables,
      { ...PASSERELLE, name: ' PASSERELLE ' },
      who('Else', 'else@agency.example'),
      false,
    );
    await expect(again).rejects.toThrow('There is an agency called Passerelle already');
    expect([await count('agencies'), await count('accounts."user"')]).toEqual([1, 1]);
  });

  it('leaves nothing behind when the admin’s email is taken', async () => {
    const other = enterAgency(
      tables,
      { ...PASSERELLE, name: 'Lavandier' },
      who('Else', 'nadege@agency.example'),
      false,
    );
    await expect(other).rejects.toThrow('Somebody signs in as nadege@agency.example already');
    expect(await count('agencies')).toBe(1);
  });

  it('is made once when two make it at the same moment', async () => {
    const made = await Promise.allSettled(
      ['a@twice.example', 'b@twice.example'].map((email) =>
        enterAgency(tables, { ...PASSERELLE, name: 'Twice' }, who('A B', email), false),
      ),
    );
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await count(`agencies WHERE name = 'Twice'`)).toBe(1);
  });
});

describe('another person', () => {
  const asked = { agencyName: 'passerelle', role: 'adviser', mayOperate: false } as const;

  it('joins the agency that is named, with a password of their own', async () => {
    const { password } = await enterMember(tables, {
      ...asked,
      person: who('Claire Fontanel', 'claire@agency.example'),
    });
    const { me } = await signIn('claire@agency.example', password);
    expect(await me()).toMatchObject({ role: 'adviser', mayOperate: false, agency: { name: 'Passerelle' } });
  });

  it('has one email in one agency', async () => {
    const twice = enterMember(tables, {
      ...asked,
      agencyName: 'Twice',
      person: who('Claire', 'claire@agency.example'),
    });
    await expect(twice).rejects.toThrow('Somebody signs in as claire@agency.example already');
  });

  it('is refused an agency that does not stand, with those that do', async () => {
    const lost = enterMember(tables, {
      ...asked,
      agencyName: 'Passarelle',
      person: who('Lost', 'lost@agency.example'),
    });
    await expect(lost).rejects.toThrow('There is no agency called Passarelle. There are: Passerelle, Twice.');
  });

  it('does not see the queues of several agencies', async () => {
    const many = enterMember(tables, {
      ...asked,
      role: 'admin',
      mayOperate: true,
      person: who('All', 'all@agency.example'),
    });
    await expect(many).rejects.toThrow('here is Twice too');
  });
});

describe('an operator', () => {
  it('is of no agency', async () => {
    const { password } = await enterOperator(tables, who('Ines Calvet', 'ines@platform.example'));
    const { me } = await signIn('ines@platform.example', password);
    expect(await me()).toMatchObject({ role: 'operator', mayOperate: true, agency: null });
  });
});

describe('a lost password', () => {
  it('is replaced: the old one and its sessions end', async () => {
    const first = await enterMember(tables, {
      agencyName: 'Passerelle',
      role: 'lead',
      mayOperate: false,
      person: who('Marianne Kessler', 'marianne@agency.example'),
    });
    const before = await signIn('marianne@agency.example', first.password);
    const { password } = await replacePassword(tables, 'marianne@agency.example');
    expect(await before.me()).toMatchObject({ status: 401 });
    expect((await signIn('marianne@agency.example', first.password)).status).toBe(401);
    expect((await signIn('marianne@agency.example', password)).status).toBe(200);
  });

  it('of nobody is not replaced', async () => {
    await expect(replacePassword(tables, 'nobody@agency.example')).rejects.toThrow(
      'Nobody signs in as nobody@agency.example.',
    );
  });
});

describe('a first password', () => {
  it('is long, never the same, and without signs that look alike', () => {
    const made = Array.from({ length: 200 }, firstPassword);
    expect(new Set(made).size).toBe(200);
    for (const one of made) expect(one).toMatch(/^([a-hjkmnp-z2-9]{4}-){4}[a-hjkmnp-z2-9]{4}$/);
  });
});
