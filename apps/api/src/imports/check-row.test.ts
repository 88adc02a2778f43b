import type { Day } from '@suivi/rules/calendar/days';
import { Playbook } from '@suivi/rules/playbook';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRow } from './check-row.ts';
import type { Mapping, RowContext } from './check-row.ts';
import { guessColumns } from './headings.ts';
import { readSpreadsheet } from './read-csv.ts';

const HEADINGS =
  'Réf.;Nom;Prénom;E-mail;Téléphone;Langue;Date de naissance;Nationalité;Situation;Arrivée en France;Code postal;Ville;Titre de séjour;Dossier envoyé le;AR reçu le;N° provisoire le;Conseiller'.split(
    ';',
  );
const mapping: Mapping = {
  headings: HEADINGS,
  fields: guessColumns(HEADINGS).map(({ field }) => field),
  categories: new Map(),
};
const claire = { userId: randomUUID(), name: 'Claire Fontanel', email: 'claire@agency.test' };
const ines = { userId: randomUUID(), name: 'Inès Laval', email: 'ines@agency.test' };
const context: RowContext = {
  today: '2026-11-24' as Day,
  playbook: Playbook.parse({}),
  advisers: [claire, ines],
  importedBy: claire.userId,
  newId: randomUUID,
};

const GOOD =
  '2026-004;Ap Rhys;Nigel;client4@example.org;06 12 34 56 03;en;23/03/1998;GB;S1;26/02/2026;24000;Périgueux;VLS-TS;15/05/2026;19/05/2026;10/08/2026;'.split(
    ';',
  );
/** The good row with some cells changed, by heading. */
const row = (changes: Record<string, string | null> = {}) =>
  GOOD.map((cell, at) => {
    const change = changes[HEADINGS[at] ?? ''];
    return change === undefined ? cell : change;
  });
const faults = (changes: Record<string, string | null>, more: Partial<RowContext> = {}) => {
  const checked = checkRow(row(changes), mapping, { ...context, ...more });
  return checked.ok ? [] : checked.faults.map(({ at, reason }) => `${HEADINGS[at]}: ${reason.en}`);
};

describe('a good row', () => {
  const checked = checkRow(row(), mapping, context);
  const entry = checked.ok ? checked.entry : null;
  it('is a file opened today, with its client', () => {
    expect(entry).toMatchObject({
      reference: '2026-004',
      adviserId: claire.userId,
      client: { firstName: 'Nigel', lastName: 'Ap Rhys', email: 'client4@example.org', telephone: '06 12 34 56 03' },
      file: {
        openedOn: '2026-11-24',
        applicant: {
          category: 's1_holder',
          birthDate: '1998-03-23',
          birthCountry: 'GB',
          nationalities: ['GB'],
          arrivedOn: '2026-02-26',
          address: { postcode: '24000', city: 'Périgueux' },
          residencePermit: { kind: 'vls_ts', validatedOn: null, validUntil: null },
        },
      },
    });
  });
  it('brings its past as events', () => {
    expect(entry?.file.events.map(({ type, on }) => [type, on])).toEqual([
      ['file_submitted', '2026-05-15'],
      ['post_delivered', '2026-05-19'],
      ['provisional_number_received', '2026-08-10'],
    ]);
  });
  it.each([
    ['', claire.userId],
    ['Inès Laval', ines.userId],
    ['laval', ines.userId],
    ['CF', claire.userId],
    ['INES@agency.test', ines.userId],
  ])('with the adviser "%s"', (cell, userId) => {
    const read = checkRow(row({ Conseiller: cell }), mapping, context);
    expect(read.ok && read.entry.adviserId).toBe(userId);
  });
});

describe('a faulty row says where and why', () => {
  it.each<[Record<string, string | null>, string[]]>([
    [{ 'AR reçu le': '08/05/2026' }, ['AR reçu le: The receipt comes before the posting (15/05/2026).']],
    [{ 'Date de naissance': '31/02/1974' }, ['Date de naissance: February has no 31st.']],
    [{ 'E-mail': 'client36@example' }, ['E-mail: Not an email address: no dot after the @.']],
    [
      { 'Titre de séjour': null },
      ['Titre de séjour: A social security number. Suivi never takes one: delete it here and in your file.'],
    ],
    [{ Nom: null }, ['Nom: A social security number. Suivi never takes one: delete it here and in your file.']],
    [
      { 'N° provisoire le': '10/12/2026' },
      ['N° provisoire le: 10/12/2026 lies ahead (today is 24/11/2026). Leave it empty until it has happened.'],
    ],
    [{ 'Dossier envoyé le': '' }, ['AR reçu le: A receipt, and no day of posting. Add the day the file was posted.']],
    [{ Nom: '' }, ['Nom: This is empty, and no file can do without it.']],
    [{ 'Code postal': '99999' }, ['Code postal: There is no place in France with this postcode.']],
    [{ 'Date de naissance': '24/12/2030' }, ['Date de naissance: Nobody is born after today.']],
    [{ Prénom: '=HYPERLINK("http://x")' }, ['Prénom: This looks like a formula. Write the text itself.']],
    [
      { Nationalité: 'FR' },
      [
        'Nationalité: French, and the country of birth is missing: it decides which papers are needed. Add a column for it.',
      ],
    ],
    [
      { Conseiller: 'Bob' },
      [
        'Conseiller: Nobody here is called "Bob". Write one of Claire Fontanel, Inès Laval, or leave it empty: the file is then yours.',
      ],
    ],
  ])('%j', (changes, expected) => expect(faults(changes)).toEqual(expected));

  it('all of it at once', () => {
    expect(faults({ Nom: '', 'Date de naissance': 'x', Langue: 'de', Nationalité: 'Atlantis' })).toHaveLength(4);
  });

  it('in both languages', () => {
    const checked = checkRow(row({ 'Date de naissance': '29/02/2023' }), mapping, context);
    expect(checked).toEqual({
      ok: false,
      faults: [{ at: 6, reason: { en: 'February 2023 has no 29th.', fr: 'Il n’y a pas de 29 février en 2023.' } }],
    });
  });

  it('when it has more cells than headings', () => {
    const checked = checkRow([...row(), 'more'], mapping, context);
    expect(checked.ok ? [] : checked.faults.map(({ at }) => at)).toEqual([17]);
  });

  it('unless the number stands in a column that is left out', () => {
    const fields = mapping.fields.map((field, at) => (at === 12 ? 'ignore' : field));
    expect(checkRow(row({ 'Titre de séjour': null }), { ...mapping, fields }, context).ok).toBe(true);
  });

  it('unless the adviser has said what the word means', () => {
    expect(faults({ Situation: 'plombier' })[0]).toMatch(/^Situation: We do not know what "plombier" stands for\./);
    const categories = new Map([['plombier', 'self_employed' as const]]);
    const checked = checkRow(row({ Situation: 'Plombier' }), { ...mapping, categories }, context);
    expect(checked.ok && checked.entry.file.applicant.category).toBe('self_employed');
  });
});

describe('the caisse', () => {
  const headings = [...HEADINGS, 'CPAM'];
  const withCaisse: Mapping = {
    headings,
    fields: guessColumns(headings).map(({ field }) => field),
    categories: new Map(),
  };
  const caisse = (postcode: string, name: string) => {
    const checked = checkRow([...row({ 'Code postal': postcode }), name], withCaisse, context);
    return checked.ok ? checked.entry.file.applicant.caisse : checked.faults.map(({ at }) => headings[at]);
  };
  it('is taken by its name where a department has several', () => {
    expect(caisse('59200', 'Roubaix-Tourcoing')).toBe('CPAM de Roubaix-Tourcoing');
    expect(caisse('59200', 'CPAM Gironde')).toEqual(['CPAM']);
  });
  it('needs none where there is one', () => expect(caisse('33000', 'Bordeaux')).toBeNull());
});

const clients = new URL('../../test/clients.csv', import.meta.url);
describe('the sixty clients of an adviser', async () => {
  const { headings, rows } = await readSpreadsheet(fs.readFileSync(clients));
  const guesses = guessColumns(headings);
  const all: Mapping = { headings, fields: guesses.map(({ field }) => field), categories: new Map() };
  it('have headings that are known, save one to confirm', () => {
    expect(guesses.filter(({ certainty }) => certainty !== 'sure')).toEqual([
      { field: 'event_provisional_number', certainty: 'confirm' },
    ]);
  });
  it.each(rows.map(({ line, cells }) => [line, cells] as const))('line %i is good', (_, cells) => {
    const checked = checkRow(cells, all, context);
    expect(checked.ok ? [] : checked.faults).toEqual([]);
  });
  it('are what the spreadsheet says', () => {
    const entries = rows.flatMap(({ cells }) => {
      const checked = checkRow(cells, all, context);
      return checked.ok ? [checked.entry] : [];
    });
    const count = (category: string) => entries.filter(({ file }) => file.applicant.category === category).length;
    expect([
      count('resident'),
      count('employee'),
      count('self_employed'),
      count('s1_holder'),
      count('student'),
    ]).toEqual([21, 16, 11, 7, 5]);
    const column = (at: number) => rows.filter(({ cells }) => cells[at]).length;
    const happened = (type: string) =>
      entries.flatMap(({ file }) => file.events).filter((event) => event.type === type).length;
    expect(happened('file_submitted')).toBe(column(13));
    expect(happened('post_delivered')).toBe(column(14));
    expect(happened('provisional_number_received')).toBe(column(15));
  });
});
