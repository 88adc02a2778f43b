import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from './calendar/days.ts';
import { plan } from './plan.ts';
import type { Plan } from './plan-types.ts';
import { readFile } from './read-file.ts';
import { files, todays } from './testing/files.ts';
import { holdsFor } from './testing/holds.ts';
import { at, DELIVERED, SENT, wholePlanOn } from './testing/story.ts';
import { DOCUMENTS, FAULTS, type DocumentCode, type Words } from './vocabulary.ts';

/** What the plan says, read as a person would. */

const numRuns = Number(process.env['RUNS'] ?? 200);

type Said = { key: string; because: Words };
const allSaid = ({ tasks, emails, deadlines, documents, warnings, eligibility, caisse }: Plan): Said[] => [
  ...tasks,
  ...emails,
  ...deadlines,
  ...[...documents, ...warnings].map(({ code, because }) => ({ key: code, because })),
  { key: 'eligibility', because: eligibility.because },
  { key: 'caisse', because: caisse.because },
];
const CHILD_PAPERS: readonly DocumentCode[] = [
  'application_form',
  'birth_certificate_translation',
  'child_birth_certificate',
  'child_identity',
];

// The plans of a file say the same on most days.
const looked = new Set<string>();
function expectWholeAndShort(made: Plan): void {
  for (const { key, because } of allSaid(made))
    for (const text of [because.en, because.fr]) {
      if (looked.has(text)) continue;
      looked.add(text);
      expect(text, key).toMatch(/[.?]$/);
      expect(text, key).not.toMatch(/undefined|null|NaN|\[object|[{}]| {2}/);
      expect(text, key).not.toMatch(/\b(0|1) (days|months|documents|jours|pièces)\b/);
      // With what is said of a day that was moved: this is what a line of a list takes.
      expect(text.length, `${key}: ${text}`).toBeLessThanOrEqual(120);
      // The space before a French mark keeps it on the line of its word.
      expect(text, key).not.toMatch(/ [:;?!»]|« /);
    }
}

it('every reason of a plan is whole, and at most 120 characters long', { timeout: 600_000 }, () => {
  const cases = files.chain((file) => fc.tuple(fc.constant(file), todays(file)));
  holdsFor(numRuns, cases, ([file, today]) => expectWholeAndShort(plan(file, today)));
});

it('so is every reason of the cases, in the months after their day', { timeout: 600_000 }, () => {
  const folder = join(import.meta.dirname, '../cases');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(names.length).toBeGreaterThan(60);
  for (const name of names) {
    const { file, today } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { file: unknown; today: Day };
    const read = readFile(file);
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.issues)}`);
    for (let days = 0; days <= 240; days += 8) expectWholeAndShort(plan(read.file, addDays(today, days)));
  }
});

describe('a paper that is to be done again, or that ends', () => {
  const papers = DOCUMENTS.flatMap((document) => [
    { document, member: null },
    ...(CHILD_PAPERS.includes(document) ? [{ document, member: 'c1' }] : []),
  ]);
  const members = [{ id: 'c1', relation: 'child', birthDate: '2015-02-03', birthCountry: 'US' }];
  const emailOf = (category: string, paper: object, fault: string): Words | undefined => {
    const rejected = at('2026-12-28', 'document_rejected', { ...paper, fault });
    const made = wholePlanOn('2026-12-28', {
      openedOn: '2026-12-28',
      applicant: { category, members },
      events: [rejected],
    });
    return made.emails.find(({ template }) => template === 'document_to_redo')?.because;
  };

  it.each(FAULTS)('%s: the email says of which paper, and which fault, in one short sentence', (fault) => {
    const words = { incomplete: /a part is missing/, incorrect: /not the right document/, outdated: /no longer valid/ }[
      fault
    ];
    for (const category of ['employee', 'frontier_worker'])
      for (const paper of papers) {
        const because = emailOf(category, paper, fault);
        expect(because?.en).toMatch(words);
        for (const text of [because?.en ?? '', because?.fr ?? '']) expect(text.length).toBeLessThanOrEqual(120);
      }
  });

  it('is named as what it is: the form of a child, the choice of a frontier worker', () => {
    const form = { document: 'application_form', member: null };
    expect(emailOf('employee', form, 'incomplete')?.en).toContain('Application form (S1106) was sent back');
    expect(emailOf('employee', { ...form, member: 'c1' }, 'incomplete')?.en).toContain('Form for children (S3705)');
    expect(emailOf('frontier_worker', form, 'incomplete')?.fr).toContain('Choix du système d’assurance maladie');
  });

  it('is short when it ends, whatever its name', () => {
    for (const category of ['employee', 'frontier_worker'])
      for (const paper of papers) {
        const verified = at('2026-12-28', 'document_verified', { ...paper, validUntil: '2027-09-20' });
        const story = { openedOn: '2026-12-28', applicant: { category, members }, events: [verified] };
        const ends = wholePlanOn('2026-12-29', story).deadlines.filter(({ kind }) => kind === 'document_expires');
        for (const { key, because } of ends)
          for (const text of [because.en, because.fr]) expect(text.length, `${key}: ${text}`).toBeLessThanOrEqual(120);
      }
  });
});

describe('a receipt that is only assumed', () => {
  const labelled = (words: Words): [boolean, boolean] => [
    /no receipt|assumed receipt/i.test(words.en),
    /sans accusé|réception supposée/i.test(words.fr),
  ];
  const say = (made: Plan, keys: RegExp): Said[] =>
    [...made.tasks, ...made.emails, ...made.deadlines].filter(({ key }) => keys.test(key));
  const expectLabelled = (said: Said[], keys: string[]): void => {
    expect(said.map(({ key }) => key).sort()).toEqual([...keys].sort());
    for (const { key, because } of said) expect([key, ...labelled(because)]).toEqual([key, true, true]);
  };

  it('is called so while the letter is on its way', () => {
    const made = wholePlanOn('2026-02-20', { events: SENT });
    expectLabelled(say(made, /with_cpam/), ['call_3646:with_cpam:1', 'office_visit:with_cpam:1']);
  });

  it('is called so in every step once CPAM has shown that it has the file', () => {
    const shown = [...SENT, at('2026-02-23', 'call_made', { outcome: 'in_progress' })];
    const made = wholePlanOn('2026-02-24', { events: shown });
    expectLabelled(say(made, /with_cpam|chase|silence|still_waiting/), [
      'office_visit:with_cpam:1',
      'registered_post:chase:1',
      'seize_mediator:with_cpam:1',
      'call_3646:with_cpam:2',
      'review_file:with_cpam:1',
      'deadline:silence:1',
      ...[1, 2, 3, 4, 5, 6].map((n) => `email:still_waiting:${n}`),
    ]);
    const sent = wholePlanOn('2026-04-23', { events: [...shown, at('2026-03-24', 'letter_sent')] });
    expectLabelled(say(sent, /seize_mediator/), ['seize_mediator:with_cpam:1']);
  });

  it('is called so to the court, also when the mediator has added days', () => {
    const refused = [...DELIVERED, at('2026-03-20', 'refused', { notifiedOn: '2026-03-18' })];
    const appealed = [...refused, at('2026-04-08', 'appeal_sent', { method: 'registered_post' })];
    const keys = ['deadline:appeal_silence:1', 'deadline:court:1'];
    const reviews = ['review_file:appeal_silence:1', 'review_file:court:1'];
    expectLabelled(say(wholePlanOn('2026-04-10', { events: appealed }), /silence|court/), [...keys, ...reviews]);
    const mediated = [...appealed, at('2026-05-04', 'mediator_accepted'), at('2026-05-20', 'mediator_closed')];
    const moved = wholePlanOn('2026-05-21', { events: mediated });
    expectLabelled(say(moved, /silence|court/), [...keys, ...reviews]);
    expect(moved.deadlines.find(({ key }) => key === 'deadline:appeal_silence:1')?.because).toEqual({
      en: 'Two months from 14 April, by an assumed receipt, and the mediator’s 16 days from 4 May.',
      fr: 'Deux mois dès le 14 avril, réception supposée, et 16 jours du médiateur dès le 4 mai.',
    });
    const delivered = wholePlanOn('2026-04-15', { events: [...appealed, at('2026-04-13', 'appeal_delivered')] });
    for (const { because } of say(delivered, /silence|court/)) expect(labelled(because)).toEqual([false, false]);
  });

  it('is no receipt in what calls and letters are given', () => {
    const payload = (today: string, events: typeof SENT, wanted: string) =>
      wholePlanOn(today, { events }).tasks.find(({ key }) => key === wanted)?.payload;
    expect(payload('2026-02-20', SENT, 'call_3646:with_cpam:1')).toMatchObject({
      sentDay: '2026-01-16',
      deliveredDay: null,
      assumedDay: '2026-01-22',
      acceptedDay: null,
    });
    expect(payload('2026-02-20', DELIVERED, 'call_3646:with_cpam:1')).toMatchObject({
      deliveredDay: '2026-01-20',
      assumedDay: null,
    });
    const accepted = [
      ...DELIVERED,
      at('2026-03-20', 'refused', { notifiedOn: '2026-03-18' }),
      at('2026-04-08', 'appeal_sent', { method: 'registered_post' }),
      at('2026-05-15', 'appeal_decided', { outcome: 'accepted' }),
    ];
    // An accepted appeal begins the wait without any letter of ours: nothing was delivered that day.
    for (const key of ['call_3646:with_cpam:3', 'registered_post:chase:2'])
      expect(payload('2026-05-20', accepted, key)).toMatchObject({
        deliveredDay: null,
        assumedDay: null,
        acceptedDay: '2026-05-15',
      });
  });
});

describe('what the law fixes', () => {
  const LAW = new Set(['silence', 'appeal', 'appeal_silence', 'court', 'swiss_option', 'provisional_number_ends']);
  const ADVICE =
    /\b(advise|recommend|you should|we suggest|certainly|surely)\b|conseillons|recommandons|devriez|certainement/i;

  it('stands on a source of its own, apart from courtesy, and gives no advice on the law', { timeout: 600_000 }, () => {
    const cases = files.chain((file) => fc.tuple(fc.constant(file), todays(file)));
    holdsFor(numRuns, cases, ([file, today]) => {
      const made = plan(file, today);
      for (const { key, kind, source } of made.deadlines)
        if (LAW.has(kind)) expect([key, source]).not.toEqual([key, 'playbook']);
      for (const { key, because } of allSaid(made))
        for (const text of [because.en, because.fr]) expect(text, key).not.toMatch(ADVICE);
    });
  });

  const asked = (more: object) => [
    ...DELIVERED,
    at('2026-02-28', 'documents_requested', { documents: ['rib'], ...more }),
  ];
  const replyIn = (more: object): Words | undefined =>
    wholePlanOn('2026-03-02', { events: asked(more) }).deadlines.find(({ kind }) => kind === 'reply_to_cpam')?.because;

  it('is not what is only usual: a month for an answer, when CPAM names no day', () => {
    // Both end on a Saturday, 28 March.
    expect(replyIn({})).toEqual({
      en: 'Request of 28 February without a day: one month is usual.',
      fr: 'Demande du 28 février sans date fixée : un mois est l’usage.',
    });
    expect(replyIn({ replyBy: '2026-03-28' })?.en).toBe(
      'CPAM’s request of 28 February names 28 March. A legal deadline never moves, not even to a working day.',
    );
  });
});

describe('a day that was moved', () => {
  const because = (today: string, story: Parameters<typeof wholePlanOn>[1], wanted: string) =>
    wholePlanOn(today, story).tasks.find(({ key }) => key === wanted)?.because;

  it('says so in full where a line has room, and shortly where not', () => {
    const card = [
      ...DELIVERED,
      at('2026-02-02', 'social_security_number_received'),
      at('2026-02-04', 'card_ordered', { method: 'online' }),
    ];
    expect(because('2026-02-04', { events: card }, 'office_visit:card:1')).toEqual({
      en: 'Card ordered on 4 February; not received after 45 days. 21 March is a Saturday: due the next working day.',
      fr: 'Carte commandée le 4 février ; non reçue après 45 jours. Le 21 mars est un samedi : reporté au jour ouvré suivant.',
    });
    expect(because('2026-02-20', { events: SENT }, 'call_3646:with_cpam:1')).toEqual({
      en: 'Posted on 16 January, no receipt: counted from 22 January, 30 days without news. 21 February is a Saturday: moved.',
      fr: 'Envoyé le 16 janvier, sans accusé : compté du 22 janvier, 30 jours sans nouvelles. Le samedi 21 février : reporté.',
    });
  });
});
