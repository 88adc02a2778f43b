import { randomUUID } from 'node:crypto';
import type { CheckingRound, Paper, PaperToCheck } from '@suivi/contracts/papers';
import { wordsOf } from '@suivi/rules/documents/wording';
import { planWithAnswers } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import { FILES, TODAY } from './fixture-data.ts';
import { fileKept } from './fixture-files.ts';

/** Scans of the invented clients, kept in memory: pages are drawn, links end when the fixture is told so. */
const papers: Paper[] = [];

const page = (title: string, rows: [string, string][], ink: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="820" height="1080" viewBox="0 0 820 1080">
<rect width="820" height="1080" fill="#FBFAF4"/><rect x="14" y="14" width="792" height="1052" fill="none" stroke="#9FB0A4" stroke-width="4"/><rect x="24" y="24" width="772" height="1032" fill="none" stroke="#9FB0A4" stroke-width="2"/>
<text x="410" y="110" text-anchor="middle" font-family="Georgia,serif" font-size="34" font-weight="600" fill="${ink}">${title}</text>
${rows.map(([name, value], i) => `<text x="70" y="${220 + i * 76}" font-family="Georgia,serif" font-size="22" fill="#5E6470">${name}</text><text x="330" y="${220 + i * 76}" font-family="monospace" font-size="26" fill="${ink}">${value}</text><path d="M330 ${234 + i * 76}H750" stroke="#C9CCC2" stroke-width="2"/>`).join('')}
<circle cx="650" cy="940" r="76" fill="none" stroke="#8A6A2E" stroke-width="4" opacity=".5"/></svg>`; // prettier-ignore

export const pictureOf = (id: string, n: number): string => {
  const paper = papers.find((one) => one.id === id);
  const name = paper?.document.replaceAll('_', ' ').toUpperCase() ?? 'GONE';
  return page(
    `${name}${n > 1 ? `, ${n}` : ''}`,
    [
      ['Name', 'Shayla Rose CULLIVER'],
      ['Date of birth', '7 July 1969'],
      ['Place of birth', 'Exampleton'],
      ['Sex', 'Female'],
      ['Parents', 'not on this form'],
      ['Issued', '2 May 2026'],
    ],
    '#23304A',
  );
};

const add = (fileId: string, document: DocumentCode, name: string, pages = 1, more: Partial<Paper> = {}): Paper => {
  const id = randomUUID();
  const paper: Paper = {
    id,
    fileId,
    document,
    member: null,
    name,
    state: 'to_check',
    scan: 'not_scanned',
    mediaType: name.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg',
    size: 1_830_000,
    pages: Array.from({ length: pages }, (_, i) => ({ page: i + 1, url: `/fixture/papers/${id}/${i + 1}.svg`, width: 820, height: 1080 })),
    download: `/fixture/papers/${id}/1.svg`,
    uploadedBy: 'Shayla Culliver',
    uploadedAt: '2026-05-21T05:42:00.000Z',
    verdict: null,
    restorableUntil: null,
    ...more,
  }; // prettier-ignore
  papers.unshift(paper);
  return paper;
};

const [first, second] = [FILES.find(({ reference }) => reference === 'F-0053'), FILES.find(({ reference }) => reference === 'F-0001')]; // prettier-ignore
if (first !== undefined) {
  add(first.id, 'identity', 'passport.pdf', 1, { scan: 'clean' });
  add(first.id, 'birth_certificate', 'birth extract_IMG_0412.heic', 2, { scan: 'clean' });
  add(first.id, 'rib', 'RIB Boursorama.pdf');
}
if (second !== undefined) {
  add(second.id, 'proof_of_address', 'edf-mai.pdf', 3);
  add(second.id, 'rib', 'rib.jpg', 1, { scan: 'infected' });
  add(second.id, 'identity', 'cni.jpg', 2, { state: 'verified', verdict: { by: 'Claire Fontanel', on: '2026-05-08' as never, fault: null, note: null, issuedOn: null, validUntil: '2031-09-03' as never, language: null } }); // prettier-ignore
}

export const papersOf = (fileId: string) => ({ papers: papers.filter((paper) => paper.fileId === fileId) });

function toCheck(paper: Paper): PaperToCheck {
  const kept = fileKept(paper.fileId);
  const read = readFile(kept?.input);
  if (!read.ok) throw new Error('fixture');
  const plan = planWithAnswers(read.file, TODAY);
  const row = plan.documents.find(({ code, member }) => code === paper.document && member === paper.member);
  const words = wordsOf(paper.document, paper.member, read.file.applicant.category);
  return {
    ...paper,
    documentName: words.name,
    need: row?.need ?? 'optional',
    because: row?.because ?? { en: '', fr: '' },
    source: row?.source ?? 'playbook',
    whyAsked: words.whyAsked,
    mustShow: words.mustShow,
    faults: words.faults,
  };
}

export const checkingRound = (): CheckingRound => {
  const waiting = papers.filter(({ state }) => state === 'to_check');
  return {
    today: TODAY,
    files: FILES.filter(({ id }) => waiting.some(({ fileId }) => fileId === id)).map((file) => ({
      id: file.id,
      reference: file.reference,
      clientName: file.clientName,
      caisse: file.caisse,
      language: 'en',
      version: file.version,
      members: [],
      papers: waiting.filter(({ fileId }) => fileId === file.id).map(toCheck),
    })),
    count: waiting.length,
    more: false,
  };
};

const change = (paper: Paper) => ({
  paper,
  change: { eventId: randomUUID(), version: 1, stage: 'gathering_documents', tasksOpened: [], tasksClosed: [], emailsPlanned: [], emailsCancelled: [], nextReviewOn: null },
}); // prettier-ignore

/** Verify, reject, remove, restore: as far as a screen can tell. */
export function actOn(id: string, act: string, body: Record<string, unknown>): { status: number; json: unknown } {
  const paper = papers.find((one) => one.id === id);
  const problem = (status: number, type: string, detail: string) => ({ status, json: { type, title: type, status, detail } }); // prettier-ignore
  if (paper === undefined) return problem(404, 'not_found', 'There is no such document here.');
  if (act === 'remove') paper.state = 'removed';
  else if (act === 'restore') paper.state = 'to_check';
  else if (paper.state !== 'to_check') return problem(409, 'already_judged', 'Somebody has checked it meanwhile.');
  else {
    paper.state = act === 'verify' ? 'verified' : 'rejected';
    paper.verdict = { by: 'Claire Fontanel', on: TODAY, fault: null, note: null, issuedOn: null, validUntil: null, language: null, ...body } as Paper['verdict']; // prettier-ignore
  }
  return { status: 200, json: change(paper) };
}

/** Takes an upload; a file whose name holds "encrypted" is refused, as one would be. */
export function upload(fileId: string, form: string): { status: number; json: unknown } {
  const field = (name: string) => new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`).exec(form)?.[1];
  const name = /filename="([^"]*)"/.exec(form)?.[1] ?? '';
  if (name.includes('encrypted'))
    return { status: 422, json: { type: 'paper_locked', title: 'Locked', status: 422, detail: 'This PDF is locked with a password. Save it without one, then send it again.' } }; // prettier-ignore
  const paper = add(fileId, (field('document') ?? 'rib') as DocumentCode, name);
  const replaced = papers.find(({ id }) => id === field('replaces'));
  if (replaced !== undefined) replaced.state = 'removed';
  return { status: 201, json: change(paper) };
}
