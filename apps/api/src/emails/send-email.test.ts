import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { unseal } from '@suivi/database/sealing';
import { Owner, ownDatabase } from '../../test/agencies.ts';
import { openMailSink, type MailSink } from '../../test/mail-sink.ts';
import { onBothQueueStores, until } from '../../test/queue-stores.ts';
import { Scene, testPlatform } from '../../test/scene.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import type { Platform } from '../platform/platform.ts';
import { startWorker, type RunningWorker } from '../worker.ts';
import type { SentText } from './settle-message.ts';

const urls = await ownDatabase();
const owner = new Owner(urls.owner);
let sink: MailSink;
let platform: Platform;
beforeAll(async () => {
  sink = await openMailSink();
  platform = await testPlatform(urls, sink.url);
});
afterAll(async () => {
  sink.answer();
  await sink.close();
  await platform.database.close();
  await owner.close();
  await urls.drop();
});

onBothQueueStores('sending an email', (open) => {
  let store: QueueStore;
  let worker: RunningWorker;
  let scene: Scene;
  beforeEach(async () => {
    await owner.query('DELETE FROM outbox');
    await owner.query(`UPDATE messages SET state = 'cancelled' WHERE state <> 'sent'`);
    sink.weather = 'fine';
    sink.onWhole = null;
    sink.taken.length = sink.seen.length = 0;
    store = await open();
    scene = await Scene.set(platform, owner);
    worker = startWorker(platform, store);
  });
  afterEach(async () => {
    sink.answer();
    await worker.stop();
    await store.close();
  });
  const becomes = (id: string, state: string, withinMs?: number) =>
    until(`${state} (is ${''})`, async () => (await scene.message(id)).state === state, withinMs);

  it('leaves once, from the agency, to the client, answered by the adviser, with the words of the day kept', async () => {
    const id = await scene.fileWithDueWelcome('zoe@example.org');
    await becomes(id, 'sent');
    await wait(300);
    expect(sink.taken).toHaveLength(1);
    const { to, mail } = sink.taken[0]!;
    const row = await scene.message(id);
    expect(to).toBe('zoe@example.org');
    expect(mail.messageId).toBe(row.message_id);
    expect(mail.from?.value).toEqual([{ name: 'Agence d’essai', address: 'suivi@agency.example' }]);
    expect(mail.replyTo?.value).toEqual([{ name: 'Ada Viser', address: 'ada@example.org' }]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.has('x-suivi-key')).toBe(false);
    expect(mail.subject).toBe('Your French health cover: your file is open');
    expect(mail.text).toContain('Hello Zoë,');
    expect(mail.html).toContain('<h1');
    const [kept] = await owner.query<{ text_sealed: Buffer }>('SELECT text_sealed FROM messages WHERE id = $1', [id]);
    const place = { agencyId: scene.me.agencyId, table: 'messages', id, column: 'text_sealed' };
    expect(unseal<SentText>(platform.keys, place, kept!.text_sealed)).toMatchObject({
      to: 'zoe@example.org',
      subject: mail.subject,
    });
    expect(row).toMatchObject({ attempt: 1, tries: 0, in_data: false, failure: null });
  });

  it('carries the day and the key in demo mode alone', async () => {
    // Due today in Paris, which from 22 or 23 o'clock UTC on is a day further.
    const demoDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
    scene = await Scene.set(platform, owner, { demo: true, demoDay });
    await becomes(await scene.fileWithDueWelcome(), 'sent');
    const { headers } = sink.taken[0]!.mail;
    expect(headers.get('x-suivi-key')).toBe('email:welcome:1');
    expect(headers.get('x-suivi-day')).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('by four workers at once, each message leaves once', async () => {
    const more = await Promise.all([1, 2, 3].map(async () => startWorker(platform, store)));
    for (let n = 0; n < 25; n++) await scene.fileWithDueWelcome();
    await until('all to leave', async () => (await scene.states()).every((state) => state === 'sent'), 15_000);
    await wait(200);
    expect(sink.taken).toHaveLength(25);
    expect(new Set(sink.taken.map(({ mail }) => mail.messageId)).size).toBe(25);
    await Promise.all(more.map((each) => each.stop()));
  });

  describe('to a server that says no', () => {
    it('for now: tries again later, and leaves then', async () => {
      sink.weather = 'greylisted';
      const id = await scene.fileWithDueWelcome();
      await until('the refusal to be counted', async () => (await scene.message(id)).tries === 1);
      const refused = await scene.message(id);
      expect(refused).toMatchObject({ state: 'queued', in_data: false });
      expect(refused.retry_at!.getTime()).toBeGreaterThan(Date.now() + 30_000);
      sink.weather = 'fine';
      await owner.query('UPDATE messages SET retry_at = now() WHERE id = $1', [id]);
      await owner.query('UPDATE outbox SET run_after = now()');
      await becomes(id, 'sent');
      expect(sink.taken).toHaveLength(1);
    });

    it('to an address: gives up at once, and the list of files shows it', async () => {
      sink.weather = 'no_such_user';
      const id = await scene.fileWithDueWelcome();
      await becomes(id, 'failed');
      expect((await scene.message(id)).failure).toBe('address_refused');
      const [file] = await owner.query<{ email_trouble: boolean }>(
        'SELECT email_trouble FROM files WHERE agency_id = $1',
        [scene.me.agencyId],
      );
      expect(file?.email_trouble).toBe(true);
    });

    it('after the whole letter: not accepted, so it is tried again with the same Message-ID', async () => {
      sink.weather = 'later_after_dot';
      const id = await scene.fileWithDueWelcome();
      await until('the refusal to be counted', async () => (await scene.message(id)).tries === 1);
      expect(await scene.message(id)).toMatchObject({ state: 'queued', in_data: false });
    });

    it('to everybody: counts nobody’s try, says so once, and goes on by itself', async () => {
      sink.weather = 'busy_at_greeting';
      const ids = [await scene.fileWithDueWelcome(), await scene.fileWithDueWelcome()];
      const notes = () =>
        owner.query<{ error: string }>('SELECT error FROM failures WHERE agency_id = $1 AND resolved_at IS NULL', [
          scene.me.agencyId,
        ]);
      await until('the standstill to be noted', async () => (await notes()).length > 0);
      expect(await notes()).toEqual([{ error: 'mail_server_busy' }]);
      sink.weather = 'fine';
      for (const id of ids) await becomes(id, 'sent', 15_000);
      for (const id of ids) expect((await scene.message(id)).tries).toBe(0);
      expect(await notes()).toEqual([]);
      expect(sink.taken).toHaveLength(2);
    });
  });

  describe('when the connection breaks', () => {
    it('after the whole letter: uncertain, and never sent again by itself', async () => {
      sink.weather = 'drop_after_dot';
      const id = await scene.fileWithDueWelcome();
      await becomes(id, 'uncertain');
      expect((await scene.message(id)).failure).toBe('no_reply');
      sink.weather = 'fine';
      await wait(1_500);
      expect(sink.seen).toHaveLength(1);
    });

    it('before it: nothing was sent, so it is tried again', async () => {
      sink.weather = 'drop_before_data';
      const id = await scene.fileWithDueWelcome();
      await until('it to be put back', async () => (await scene.message(id)).tries === 1);
      expect(await scene.message(id)).toMatchObject({ state: 'queued', in_data: false });
      expect(sink.seen).toEqual([]);
    });
  });

  it('that lost its claim while it waited, does not finish the letter', async () => {
    sink.weather = 'hang_at_recipient';
    const id = await scene.fileWithDueWelcome();
    await becomes(id, 'sending');
    await wait(100);
    // The worker sleeps; a sweep gives the message back, and another worker takes it.
    await owner.query(`UPDATE messages SET attempt = attempt + 1 WHERE id = $1`, [id]);
    sink.weather = 'fine';
    sink.answer();
    await wait(500);
    expect(sink.seen).toEqual([]);
    expect((await scene.message(id)).state).toBe('sending');
  });

  it('whose reply comes after a sweep gave it up, is sent after all', async () => {
    sink.weather = 'hang_after_dot';
    const id = await scene.fileWithDueWelcome();
    await until('the letter to arrive', () => sink.seen.length === 1);
    await owner.query(`UPDATE messages SET state = 'uncertain', failure = 'worker_died' WHERE id = $1`, [id]);
    sink.answer();
    await becomes(id, 'sent');
    expect((await scene.message(id)).failure).toBeNull();
  });

  describe('that must wait', () => {
    it('without an address that can be used', async () => {
      const id = await scene.fileWithDueWelcome();
      await owner.query(`UPDATE files SET email = 'not an address' WHERE agency_id = $1`, [scene.me.agencyId]);
      await becomes(id, 'held');
      expect((await scene.message(id)).held_reason).toBe('no_address');
    });

    it('for a value that its text names', async () => {
      const id = await scene.fileWithDueWelcome();
      const other = await scene.copy(id, {
        key: 'email:cover_ends:1',
        template: 'cover_ends',
        payload: { variant: 'usual', coverDay: null },
      });
      await becomes(other, 'held');
      expect((await scene.message(other)).held_reason).toBe('not_known:coverDay');
      expect(sink.taken.every(({ mail }) => mail.messageId !== `<${other}@x>`)).toBe(true);
    });

    it('for a person, when it is more than ten days late', async () => {
      const id = await scene.fileWithDueWelcome();
      const late = await scene.copy(id, { key: 'email:taken_over:1', daysAgo: 11 });
      await becomes(late, 'held');
      expect((await scene.message(late)).held_reason).toBe('late');
      // released by a person: leaves
      await owner.query(`UPDATE messages SET state = 'planned', held_reason = NULL, held_by = $2 WHERE id = $1`, [
        late,
        scene.me.userId,
      ]);
      await becomes(late, 'sent');
    });
  });

  it('of several very late ones of a file, only the newest waits for a person', async () => {
    const id = await scene.fileWithDueWelcome();
    const late = [];
    for (const daysAgo of [60, 40, 20])
      late.push(await scene.copy(id, { key: `email:still_waiting:${70 - daysAgo}`, daysAgo, state: 'held' }));
    await owner.query(`UPDATE messages SET state = 'planned' WHERE id = ANY ($1)`, [late]);
    for (const [at, state] of (['cancelled', 'cancelled', 'held'] as const).entries())
      await becomes(late[at] ?? '', state);
    await becomes(id, 'sent');
    expect(sink.taken).toHaveLength(1);
  });

  it('waits out the time to undo, though the job of an event that was undone comes earlier', async () => {
    const id = await scene.fileWithDueWelcome();
    await owner.query(`UPDATE messages SET state = 'queued', queued_at = now() + interval '2 seconds' WHERE id = $1`, [
      id,
    ]);
    const job = (ms: number) =>
      owner.query(
        `INSERT INTO outbox (agency_id, job, payload, run_after)
         VALUES ($1::uuid, 'emails.send', jsonb_build_object('agencyId', $1::uuid, 'messageId', $2::uuid), now() + make_interval(secs => $3::float8 / 1000))`,
        [scene.me.agencyId, id, ms],
      );
    await job(0);
    await job(2_000);
    await wait(1_200);
    expect(await scene.message(id)).toMatchObject({ state: 'queued', attempt: 0 });
    await becomes(id, 'sent');
    expect(sink.taken).toHaveLength(1);
  });

  it('of several late ones of a file, only the newest leaves', async () => {
    const id = await scene.fileWithDueWelcome();
    const [oldest, older, newest] = [
      await scene.copy(id, { key: 'email:a:1', daysAgo: 6, state: 'held' }),
      await scene.copy(id, { key: 'email:b:1', daysAgo: 4, state: 'held' }),
      await scene.copy(id, { key: 'email:c:1', daysAgo: 2, state: 'held' }),
    ] as const;
    // Found together: the oldest alone would rightly leave.
    await owner.query(`UPDATE messages SET state = 'planned' WHERE id = ANY ($1)`, [[oldest, older, newest]]);
    await becomes(newest, 'sent');
    await becomes(id, 'sent'); // in time, so none of the late ones
    await becomes(oldest, 'cancelled');
    await becomes(older, 'cancelled');
    expect((await scene.message(older)).failure).toBe('superseded');
    expect(sink.taken).toHaveLength(2);
  });

  it('that cannot be written is shown with its file, tried again, and hurts no other', async () => {
    const broken = await scene.fileWithDueWelcome();
    await owner.query(`UPDATE messages SET sealed = '\\x00' WHERE id = $1`, [broken]);
    const whole = await scene.fileWithDueWelcome();
    await becomes(whole, 'sent');
    await until('the failure to be noted', async () => (await scene.message(broken)).tries === 1);
    const notes = await owner.query<{ message_id: string }>('SELECT message_id FROM failures WHERE agency_id = $1', [
      scene.me.agencyId,
    ]);
    expect(notes).toEqual([{ message_id: broken }]);
  });
});
