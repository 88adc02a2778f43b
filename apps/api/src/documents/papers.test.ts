import { randomUUID } from 'node:crypto';
import type { CheckingRound, Paper, PaperChange, PaperList } from '@suivi/contracts/papers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileView } from '@suivi/contracts/files';
import { person, startHttpServer } from '../../test/http.ts';
import type { HttpServer, Signed } from '../../test/http.ts';
import { changeIn, formOf } from '../../test/papers.ts';
import type { UploadOf } from '../../test/papers.ts';
import { CONTRACT, NUMBER, pdf, photo } from '../../test/zoo.ts';
import { tendPapers } from './tend-papers.ts';

let server: HttpServer;
let claire: Signed;
let agencyId: string;

beforeAll(async () => {
  server = await startHttpServer();
  ({ agencyId } = await server.owner.agency({ demo: true, demoDay: '2026-05-21' }));
  claire = await person(server, agencyId, 'adviser');
});
afterAll(async () => {
  await server.close();
});

async function newFile(): Promise<string> {
  const { body } = await claire.send('POST', '/api/files', {
    client: { firstName: 'Shayla', lastName: 'Culliver', email: 'shayla@example.org' },
    applicant: {
      category: 'employee',
      birthDate: '1969-07-07',
      birthCountry: 'US',
      nationalities: ['US'],
      language: 'en',
      address: { postcode: '24000' },
    },
    adviser: claire.userId,
  });
  return (body as { id: string }).id;
}
const upload = (fileId: string, what: UploadOf) => claire.send('POST', `/api/files/${fileId}/papers`, formOf(what));
const uploaded = async (fileId: string, what: Partial<UploadOf> = {}) =>
  changeIn(await upload(fileId, { files: [{ name: 'passport.jpg', bytes: await photo() }], ...what }));
const act = (paper: Paper, what: string, body?: unknown) =>
  claire.send('POST', `/api/papers/${paper.id}/${what}`, body);
const acted = async (paper: Paper, what: string, body?: unknown): Promise<PaperChange> =>
  changeIn(await act(paper, what, body));
const papersOf = async (fileId: string) =>
  ((await claire.send('GET', `/api/files/${fileId}/papers`)).body as PaperList).papers;
const viewOf = async (fileId: string) => (await claire.send('GET', `/api/files/${fileId}`)).body as FileView;
const standing = async (fileId: string) =>
  (await viewOf(fileId)).events.filter(({ voided, type }) => !voided && type !== 'voided').map(({ type }) => type);
const round = async () => (await claire.send('GET', '/api/rounds/checks')).body as CheckingRound;

describe('an uploaded paper', () => {
  it('is an event, a row, sealed bytes and a page to look at', async () => {
    const fileId = await newFile();
    const { paper, change } = await uploaded(fileId);
    expect(paper).toMatchObject({
      fileId,
      document: 'identity',
      name: 'passport.jpg',
      state: 'to_check',
      scan: 'not_scanned',
      mediaType: 'image/jpeg',
      verdict: null,
    });
    expect(paper.pages).toMatchObject([{ page: 1, width: 800, height: 600 }]);
    expect(change?.version).toBe(1);
    expect(await standing(fileId)).toEqual(['document_received']);
    const shown = await claire.send('GET', paper.pages[0]?.url ?? '');
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const saved = await claire.send('GET', paper.download);
    expect([saved.status, saved.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="identity.jpg"',
    ]);
  });

  it('of several pictures is one PDF, its pages in their order', async () => {
    const files = [
      { name: 'front.jpg', bytes: await photo(800, 600) },
      { name: 'back.jpg', bytes: await photo(600, 800) },
    ];
    const { paper } = await uploaded(await newFile(), { files });
    expect(paper).toMatchObject({ name: 'front.jpg +1', mediaType: 'application/pdf' });
    expect(paper.pages.map(({ width, height }) => [width, height])).toEqual([
      [800, 600],
      [600, 800],
    ]);
  });

  it('is known by its content, not by its name', async () => {
    const fileId = await newFile();
    const asPdf = await uploaded(fileId, { files: [{ name: 'paper.pdf', bytes: await photo() }] });
    const asPicture = await uploaded(fileId, {
      document: 'rib',
      files: [{ name: 'paper.jpg', bytes: await pdf(CONTRACT) }],
    });
    expect([asPdf.paper.mediaType, asPicture.paper.mediaType]).toEqual(['image/jpeg', 'application/pdf']);
  });

  it('sent twice is one paper and one event, also at the same time', async () => {
    const fileId = await newFile();
    const again = { id: randomUUID(), files: [{ name: 'passport.jpg', bytes: await photo() }] };
    const replies = await Promise.all([upload(fileId, again), upload(fileId, again)]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(changeIn(await upload(fileId, again)).change).toBeNull();
    expect(await papersOf(fileId)).toHaveLength(1);
    expect(await standing(fileId)).toEqual(['document_received']);
  });

  it('is called what it was called, and nothing more', async () => {
    const fileId = await newFile();
    const named = async (name: string, document: string) =>
      (await uploaded(fileId, { document, files: [{ name, bytes: await photo() }] })).paper.name;
    expect(await named('../../etc/pass wd.jpg', 'identity')).toBe('pass wd.jpg');
    expect(await named('gpj.\u202eexe\u202c.jpg', 'rib')).toBe('gpj.exe.jpg');
    expect(await named(`${NUMBER}.jpg`, 'photo')).toBe('–');
    expect(await named(`${'é'.repeat(300)}.jpg`, 'apostille')).toBe('é'.repeat(120));
  });

  it('that replaces another lets it go, and that it had come stays true', async () => {
    const fileId = await newFile();
    const first = await uploaded(fileId);
    const second = await uploaded(fileId, { replaces: first.paper.id });
    expect(second.change).toBeNull(); // a second passport on the same day is no second event
    expect((await papersOf(fileId)).map(({ id, state }) => [id === second.paper.id, state])).toEqual([
      [true, 'to_check'],
      [false, 'removed'],
    ]);
    expect(await standing(fileId)).toEqual(['document_received']);
  });
});

describe('a paper that bears the number is not taken', () => {
  it.each([
    ['attestation', 'attestation_received'],
    ['number_letter', 'social_security_number_received'],
    ['carte_vitale', 'card_received'],
  ])('%s: its upload offers to record %s instead', async (document, event) => {
    const fileId = await newFile();
    const reply = await upload(fileId, { document, files: [{ name: 'a.jpg', bytes: await photo() }] });
    expect(reply).toMatchObject({ status: 422, body: { type: 'paper_bears_number', record: [event] } });
    expect(await papersOf(fileId)).toEqual([]);
  });

  it('nor is a PDF in whose text it stands', async () => {
    const fileId = await newFile();
    const bytes = await pdf(['ATTESTATION DE DROITS', NUMBER]);
    const reply = await upload(fileId, { files: [{ name: 'a.pdf', bytes }] });
    expect(reply).toMatchObject({
      status: 422,
      body: { type: 'paper_bears_number', record: ['attestation_received'] },
    });
    expect(reply.text).not.toContain('85 05');
  });

  it('nor a picture of which nobody says that none is to be seen', async () => {
    const fileId = await newFile();
    const picture = { files: [{ name: 'a.jpg', bytes: await photo() }], noNumberShown: false };
    expect(await upload(fileId, picture)).toMatchObject({ status: 422, body: { type: 'say_no_number' } });
    const words = {
      document: 'employment_contract',
      files: [{ name: 'a.pdf', bytes: await pdf(CONTRACT) }],
      noNumberShown: false,
    };
    expect((await upload(fileId, words)).status).toBe(201);
  });
});

describe('a verdict', () => {
  it('is an event with what was found, and takes the paper out of the round', async () => {
    const fileId = await newFile();
    const { paper } = await uploaded(fileId);
    const verdict = { issuedOn: '2024-02-01', validUntil: '2034-01-31', language: 'en' };
    const verified = await acted(paper, 'verify', verdict);
    expect(verified.paper).toMatchObject({
      state: 'verified',
      verdict: { ...verdict, by: 'Some adviser', on: '2026-05-21', fault: null, note: null },
    });
    expect(await standing(fileId)).toEqual(['document_received', 'document_verified']);
    expect((await round()).files.some(({ id }) => id === fileId)).toBe(false);
  });

  it('that sends it back is quoted in the client’s email', async () => {
    const fileId = await newFile();
    const { paper } = await uploaded(fileId);
    const note = 'Please ask the registry for the full copy.';
    const rejected = await acted(paper, 'reject', { fault: 'incomplete', note });
    expect(rejected.paper.verdict).toMatchObject({ fault: 'incomplete', note });
    const { messages } = await viewOf(fileId);
    const redo = messages.find(({ template }) => template === 'document_to_redo');
    const letter = await claire.send('GET', `/api/messages/${redo?.id}`);
    expect((letter.body as { text: string }).text).toContain(note);
  });

  it('is given once: whoever comes second is told who was faster', async () => {
    const { paper } = await uploaded(await newFile());
    await acted(paper, 'verify', {});
    const second = await act(paper, 'reject', { fault: 'outdated' });
    expect(second).toMatchObject({ status: 409, body: { type: 'paper_settled' } });
    expect(second.text).toContain('Some adviser has verified this paper meanwhile');
  });

  it('of two at once is one', async () => {
    const { paper } = await uploaded(await newFile());
    const replies = await Promise.all([act(paper, 'verify', {}), act(paper, 'reject', { fault: 'incorrect' })]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('with a number in its note is refused, and nothing has changed', async () => {
    const fileId = await newFile();
    const { paper } = await uploaded(fileId);
    const reply = await act(paper, 'reject', { fault: 'incorrect', note: `It shows ${NUMBER}` });
    expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: 'note' }] } });
    expect((await papersOf(fileId))[0]?.state).toBe('to_check');
    expect(await standing(fileId)).toEqual(['document_received']);
  });

  it('that is voided puts the paper back among those to check, and voiding that brings it back', async () => {
    const fileId = await newFile();
    const { paper } = await uploaded(fileId);
    const { change } = await acted(paper, 'verify', {});
    const record = async (event: string) => {
      const { version } = await viewOf(fileId);
      const id = randomUUID();
      const { status } = await claire.send('POST', `/api/files/${fileId}/events`, {
        event: { id, type: 'voided', event },
        expectedVersion: version,
      });
      expect(status).toBe(201);
      return id;
    };
    const undone = await record(change?.eventId ?? '');
    expect((await papersOf(fileId))[0]).toMatchObject({ state: 'to_check', verdict: null });
    await record(undone);
    expect((await papersOf(fileId))[0]?.state).toBe('verified');
  });

  it('that an adviser records by hand is about all papers that wait of it', async () => {
    const fileId = await newFile();
    await uploaded(fileId);
    const { status } = await claire.send('POST', `/api/files/${fileId}/events`, {
      event: { id: randomUUID(), type: 'document_verified', on: '2026-05-21', document: 'identity' },
      expectedVersion: 1,
    });
    expect(status).toBe(201);
    expect((await papersOf(fileId))[0]?.state).toBe('verified');
  });

  it('after which the same paper comes again on the same day: it is received again', async () => {
    const fileId = await newFile();
    const first = await uploaded(fileId);
    await acted(first.paper, 'reject', { fault: 'incomplete' });
    const again = await uploaded(fileId);
    expect(again.change).not.toBeNull();
    const { input, today } = await viewOf(fileId);
    const { readFile } = await import('@suivi/rules/read-file');
    const { plan } = await import('@suivi/rules/plan');
    const read = readFile(input);
    if (!read.ok) throw new Error('unreadable');
    const identity = plan(read.file, today).documents.find(({ code }) => code === 'identity');
    expect(identity?.status).toBe('received');
  });
});

describe('a removed paper', () => {
  it('takes back what it had caused, and brings it back', async () => {
    const fileId = await newFile();
    const { paper } = await uploaded(fileId);
    await acted(paper, 'verify', {});
    const removed = await acted(paper, 'remove');
    expect(removed.paper.state).toBe('removed');
    expect(Date.parse(removed.paper.restorableUntil ?? '')).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    expect(await standing(fileId)).toEqual([]);
    const restored = await acted(paper, 'restore');
    expect(restored.paper).toMatchObject({ state: 'verified', restorableUntil: null });
    expect(await standing(fileId)).toEqual(['document_received', 'document_verified']);
  });

  it('leaves an event alone that another paper stands on', async () => {
    const fileId = await newFile();
    const [front, back] = [await uploaded(fileId), await uploaded(fileId)];
    expect(back.change).toBeNull();
    await acted(front.paper, 'remove');
    expect(await standing(fileId)).toEqual(['document_received']);
    await acted(back.paper, 'remove');
    expect(await standing(fileId)).toEqual([]);
  });

  it('brought back has come again when the other paper took the event along', async () => {
    const fileId = await newFile();
    const [front, back] = [await uploaded(fileId), await uploaded(fileId)];
    await acted(front.paper, 'remove');
    await acted(back.paper, 'remove');
    const { paper, change } = await acted(front.paper, 'restore');
    expect(paper.state).toBe('to_check');
    expect(change).not.toBeNull();
    expect(await standing(fileId)).toEqual(['document_received']);
    await acted(front.paper, 'remove');
    expect(await standing(fileId)).toEqual([]);
  });

  it('that is erased while it is brought back is gone, and nothing stands of it', async () => {
    const fileId = await newFile();
    const { paper } = await uploaded(fileId);
    await acted(paper, 'remove');
    await server.owner.query(`UPDATE papers SET removed_at = now() - interval '25 hours' WHERE id = $1`, [paper.id]);
    const restoring = await server.platform.database.withoutAgency(async (tx) => {
      await tx.one(`SELECT forget_removed_papers('1 day', 200)`);
      const reply = act(paper, 'restore');
      await server.owner.untilBlockedBy((await tx.one<{ pid: number }>('SELECT pg_backend_pid() AS pid')).pid);
      return { reply };
    });
    expect((await restoring.reply).status).toBe(404);
    expect(await standing(fileId)).toEqual([]);
  });

  it('is erased after a day, bytes and all, and not before', async () => {
    const fileId = await newFile();
    const { paper } = await uploaded(fileId);
    await acted(paper, 'remove');
    const objects = () =>
      server.owner.query(
        `SELECT o.id FROM stored_objects o WHERE o.agency_id = $1 AND (EXISTS (SELECT FROM papers p WHERE p.object_id = o.id AND p.file_id = $2)
           OR EXISTS (SELECT FROM paper_pages g JOIN papers p ON p.id = g.paper_id WHERE g.object_id = o.id AND p.file_id = $2))`,
        [agencyId, fileId],
      );
    await tendPapers(server.platform);
    expect(await objects()).toHaveLength(2);
    const [{ count: before } = { count: 0 }] = await server.owner.query<{ count: number }>(
      'SELECT count(*)::int FROM stored_objects',
    );
    await server.owner.query(`UPDATE papers SET removed_at = now() - interval '25 hours' WHERE id = $1`, [paper.id]);
    expect((await tendPapers(server.platform)).forgotten).toBe(1);
    const [{ count: after } = { count: 0 }] = await server.owner.query<{ count: number }>(
      'SELECT count(*)::int FROM stored_objects',
    );
    expect([await objects(), before - after]).toEqual([[], 2]);
    expect(await papersOf(fileId)).toEqual([]);
    expect((await act(paper, 'restore')).status).toBe(404);
  });
});

describe('the checking round', () => {
  it('has all new papers of one client together, the longest waiting first, each with what its checker reads', async () => {
    const [older, newer] = [await newFile(), await newFile()];
    await uploaded(older);
    await uploaded(newer, { document: 'rib' });
    await uploaded(older, { document: 'birth_certificate' });
    const { files, today } = await round();
    expect(today).toBe('2026-05-21');
    const ours = files.filter(({ id }) => id === older || id === newer);
    expect(ours.map(({ id, papers }) => [id, papers.map(({ document }) => document)])).toEqual([
      [older, ['identity', 'birth_certificate']],
      [newer, ['rib']],
    ]);
    expect(ours[0]).toMatchObject({
      clientName: 'Shayla Culliver',
      language: 'en',
      version: 2,
      caisse: 'CPAM de Dordogne',
    });
    const certificate = ours[0]?.papers[1];
    expect(certificate).toMatchObject({
      need: 'required',
      documentName: { en: 'Birth certificate', fr: 'Acte de naissance' },
      mustShow: { en: expect.stringContaining('both parents’ names') as string },
      faults: { incomplete: { fr: expect.stringContaining('copie intégrale') as string } },
    });
    expect(certificate?.because.fr).not.toBe('');
    expect(certificate?.source).not.toBe('');
    expect(certificate?.pages).toHaveLength(1);
  });

  it('is that of one client, whoever follows them and however many others wait', async () => {
    const [mine, other] = [await newFile(), await newFile()];
    await uploaded(mine);
    await uploaded(other);
    const colleague = await person(server, agencyId, 'adviser');
    const of = async (who: Signed, file: string) => {
      const reply = await who.send('GET', `/api/rounds/checks?file=${file}`);
      return (reply.body as CheckingRound).files.map(({ id, papers }) => [id, papers.length]);
    };
    expect(await of(colleague, mine)).toEqual([[mine, 1]]);
    const neighbour = await server.owner.agency({ demo: true, demoDay: '2026-05-21' });
    expect(await of(await person(server, neighbour.agencyId, 'adviser'), mine)).toEqual([]);
  });

  it('is one’s own, or the team’s', async () => {
    const colleague = await person(server, agencyId, 'adviser');
    const own = (await colleague.send('GET', '/api/rounds/checks')).body as CheckingRound;
    const all = (await colleague.send('GET', '/api/rounds/checks?scope=team')).body as CheckingRound;
    expect(own.count).toBe(0);
    expect(all.count).toBeGreaterThan(0);
  });
});
