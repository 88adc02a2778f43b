import type { IncomingMessage } from 'node:http';
import type { Plugin } from 'vite';
import type { FileRow } from '@suivi/contracts/files';
import type { Me } from '@suivi/contracts/me';
import { fileKept, meanwhile, recordIn, setMessage, textOf, viewOf } from './fixture-files.ts';
import { actOn, checkingRound, papersOf, pictureOf, upload } from './fixture-papers.ts';
import { CLAIRE, FILES, MANY, MEMBERS, TODAY, WORK } from './fixture-data.ts';

/** The API's answers from memory, for looking at screens. Never part of the built dashboard. */
const me: Me = {
  userId: CLAIRE,
  name: 'Claire Fontanel',
  email: 'claire.fontanel@passerelle.example',
  role: 'admin',
  mayOperate: false,
  language: 'en',
  agency: { id: CLAIRE, name: 'Passerelle', demo: true, sendingPaused: false },
  today: TODAY,
  counts: { today: WORK.length, openFiles: 412, letters: 6, calls: 12, checks: 9 },
};
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const group = (kind: string) =>
  kind === 'call_3646'
    ? 'calls'
    : kind === 'registered_post'
      ? 'letters'
      : kind === 'check_documents'
        ? 'checks'
        : 'others';
const counts = { all: 31, calls: 12, letters: 6, checks: 9, others: 4 };

const body = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
};

let clock = { day: TODAY, advancing: null, workersRunning: true } as Record<string, unknown>;

async function answer(request: IncomingMessage): Promise<{ status: number; json: unknown; svg?: string } | null> {
  const url = new URL(request.url ?? '/', 'http://fixture');
  const path = url.pathname;
  const q = url.searchParams;
  const is = (method: string, pattern: RegExp) => request.method === method && pattern.test(path);
  const ok = (json: unknown, status = 200) => ({ status, json });
  const fail = q.get('fail');
  if (fail !== null) return ok({ type: 'x', title: 'x', status: 500, detail: 'x' }, 500);
  if (is('GET', /^\/health\/live$/)) return ok({ ok: true });
  if (is('GET', /^\/api\/me$/)) return ok(me);
  if (is('PATCH', /^\/api\/me$/)) return ok(Object.assign(me, await body(request)));
  if (is('GET', /^\/api\/members$/)) return ok(MEMBERS);
  if (is('GET', /^\/api\/demo$/)) return ok(clock);
  if (is('POST', /^\/api\/demo\/advance$/))
    return ok((clock = { ...clock, advancing: { from: TODAY, to: '2026-06-20', reviewed: 3, sent: 1 } }));
  if (is('GET', /^\/api\/work$/)) {
    const wanted = q.get('group') ?? 'all';
    const ahead = Number(q.get('ahead') ?? 7);
    const items = WORK.filter(
      (item) => (wanted === 'all' || group(item.kind) === wanted) && item.dueOn <= (ahead >= 7 ? '2026-05-27' : TODAY),
    );
    return ok({
      today: TODAY,
      items,
      more: false,
      counts,
      scopes: { mine: 31, team: 84 },
      holiday: { on: '2026-05-25', name: { en: 'Whit Monday', fr: 'Lundi de Pentecôte' } },
      standingIn: [],
      nextDueOn: '2026-05-28',
      nextDue: null,
    });
  }
  if (is('POST', /^\/api\/tasks\/[^/]+\/(snooze|assign)$/)) {
    const item = WORK.find((w) => path.includes(w.id));
    if (item !== undefined) {
      const change = await body(request);
      if ('until' in change) item.snoozedUntil = change.until as never;
      if ('assignee' in change) item.assignee = change.assignee as never;
    }
    return ok(item ?? {});
  }
  if (is('GET', /^\/api\/files$/)) {
    const all: FileRow[] = [...FILES, ...MANY];
    const stages = (q.get('stage') ?? '').split(',').filter(Boolean);
    const words = plain(q.get('q') ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const rows = all.filter(
      (row) =>
        (stages.length === 0 || stages.includes(row.stage)) &&
        words.every((word) => plain(`${row.clientName} ${row.reference} ${row.town ?? ''}`).includes(word)),
    );
    const sort = q.get('sort') ?? 'due';
    const value = (row: FileRow) =>
      sort === 'name'
        ? plain(row.clientName)
        : sort === 'stage'
          ? String(row.step)
          : sort === 'reference'
            ? row.reference
            : (row.nextTask?.dueOn ?? '9');
    const sign = q.get('direction') === 'desc' ? -1 : 1;
    rows.sort((a, b) => (value(a) < value(b) ? -sign : value(a) > value(b) ? sign : 0));
    const from = Number(q.get('after') ?? 0);
    return ok({
      rows: rows.slice(from, from + 50),
      next: from + 50 < rows.length ? String(from + 50) : null,
      count: Math.min(rows.length, 501),
      closeTo: rows.length === 0 && words.includes('watanbe') ? { name: 'Watanabe', count: 6 } : null,
    });
  }
  if (is('POST', /^\/api\/files$/)) return ok({ id: FILES[2]?.id, reference: 'F-0413' }, 201);
  const page = /^\/fixture\/papers\/([^/]+)\/(\d+)\.svg$/.exec(path);
  if (page !== null) return { status: 200, json: undefined, svg: pictureOf(page[1] ?? '', Number(page[2])) };
  if (is('GET', /^\/api\/rounds\/checks$/)) return ok(checkingRound());
  const paperAct = /^\/api\/papers\/([^/]+)\/(verify|reject|remove|restore)$/.exec(path);
  if (paperAct !== null) return actOn(paperAct[1] ?? '', paperAct[2] ?? '', await body(request));
  const papersFile = /^\/api\/files\/([^/]+)\/papers$/.exec(path)?.[1];
  if (papersFile !== undefined) {
    if (request.method === 'GET') return ok(papersOf(papersFile));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return upload(papersFile, Buffer.concat(chunks).toString('latin1'));
  }
  const fileId = /^\/api\/files\/([^/]+)(?:$|\/)/.exec(path)?.[1];
  if (fileId !== undefined) {
    const file = fileKept(fileId);
    if (file === null)
      return ok({ type: 'not_found', title: 'Not here', status: 404, detail: 'There is no such file here.' }, 404);
    if (is('GET', /^\/api\/files\/[^/]+$/)) return ok(viewOf(file));
    if (is('PATCH', /^\/api\/files\/[^/]+$/)) {
      const change = (await body(request)) as { client?: object; adviser?: string | null };
      file.view.client = { ...file.view.client, ...change.client };
      if (change.adviser !== undefined) {
        const member = MEMBERS.find((m) => m.userId === change.adviser);
        file.view.adviser = member === undefined ? null : { userId: member.userId, name: member.name };
      }
      return ok(viewOf(file));
    }
    if (is('GET', /^\/api\/files\/[^/]+\/notes$/)) return ok([]);
    if (is('POST', /^\/api\/files\/[^/]+\/presence$/))
      return ok({ version: file.view.version, mark: '0', others: [], changes: [] });
    if (is('POST', /^\/api\/files\/[^/]+\/meanwhile$/)) return ok((meanwhile(fileId), {}));
    if (is('POST', /^\/api\/files\/[^/]+\/events$/)) {
      await new Promise((done) => setTimeout(done, 300));
      const answered = recordIn(file, (await body(request)) as never);
      return ok(answered.json, answered.status);
    }
  }
  const messageId = /^\/api\/messages\/([^/]+)/.exec(path)?.[1];
  if (messageId !== undefined) {
    if (request.method === 'GET') return ok(textOf(messageId));
    const change = path.endsWith('/hold')
      ? {
          state: 'held',
          heldBy: 'Claire Fontanel',
          heldReason: 'by_person',
          reason: { en: 'Held by hand.', fr: 'Retenu à la main.' },
        }
      : path.endsWith('/release')
        ? { state: 'planned', heldBy: null, heldReason: null, reason: null }
        : { state: 'queued', resent: true };
    setMessage(messageId, change);
    return { status: 204, json: undefined };
  }
  if (is('POST', /^\/api\/auth\/sign-in\/email$/)) {
    const { password } = await body(request);
    return password === 'demo'
      ? ok({ user: { id: CLAIRE } })
      : ok({ code: 'INVALID_EMAIL_OR_PASSWORD', message: 'no' }, 401);
  }
  if (is('GET', /^\/api\/rules\/touched$/)) return ok({ count: 37, among: null, files: FILES.slice(0, 5) });
  if (path.startsWith('/api/'))
    return ok({ type: 'not_found', title: 'Not here', status: 404, detail: 'Not in the fixture.' }, 404);
  return null;
}

export const fixtureApi = (): Plugin => ({
  name: 'fixture-api',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      answer(request)
        .then((given) => {
          if (given === null) return next();
          response.statusCode = given.status;
          response.setHeader('content-type', given.svg === undefined ? 'application/json' : 'image/svg+xml');
          response.end(given.svg ?? (given.json === undefined ? undefined : JSON.stringify(given.json)));
        })
        .catch(next);
    });
  },
});
