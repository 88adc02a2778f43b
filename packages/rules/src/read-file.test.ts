import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readFile } from './read-file.ts';

const applicant = {
  category: 'employee',
  birthDate: '1975-05-20',
  birthCountry: 'CA',
  nationalities: ['CA'],
  language: 'en',
  address: { postcode: '33000', city: 'Bordeaux' },
};
const file = (more: object = {}, events: object[] = []) => ({
  id: 'F-1',
  openedOn: '2026-01-12',
  applicant: { ...applicant, ...more },
  events,
});
const issues = (input: unknown) => {
  const read = readFile(input);
  return read.ok ? [] : read.issues;
};
const paths = (input: unknown) => issues(input).map(({ path }) => path);
const event = (more: object) => ({ id: 'e1', on: '2026-02-03', ...more });

describe('a file', () => {
  it('takes its defaults where something is left out', () => {
    const read = readFile({ ...file(), applicant: { ...applicant, address: { postcode: '33000' } } });
    expect(read.ok && read.file.applicant).toMatchObject({
      arrivedOn: null,
      married: false,
      members: [],
      caisseAddress: null,
      address: { postcode: '33000', city: null },
    });
    expect(read.ok && read.file.playbook).toMatchObject({ firstCallAfterDays: 30, reminderAfterDays: [7, 21, 42] });
  });

  it('may have ids that a program made, though one of them holds such digits by chance', () => {
    const id = 'bbfc2ff1-515d-4471-b252-650498513824';
    expect(paths(file({}, [event({ id, type: 'gp_declared' })]))).toEqual([]);
    expect(paths(file({}, [event({ type: 'withdrawn', reason: `about ${id}` })]))).toEqual([]);
    const digits = id.slice(id.indexOf('252-'));
    expect(paths(file({}, [event({ type: 'withdrawn', reason: `about ${digits}` })]))).toEqual(['events.0.reason']);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing at all', {}, ['id', 'openedOn', 'applicant', 'events']],
    ['no object', 17, ['']],
    ['null', null, ['']],
    ['a list', [], ['']],
    ['an unknown field', { ...file(), colour: 1 }, ['colour']],
    [
      'unknown codes',
      file({ category: 'tourist', birthCountry: 'UK', language: 'de' }),
      ['applicant.category', 'applicant.birthCountry', 'applicant.language'],
    ],
    ['a day that does not exist', file({ arrivedOn: '2026-02-30' }), ['applicant.arrivedOn']],
    ['a birth after the opening', file({ birthDate: '2026-01-13' }), ['applicant.birthDate']],
    ['a postcode of four digits', file({ address: { postcode: '3300' } }), ['applicant.address.postcode']],
    ['a postcode of nowhere', file({ address: { postcode: '99999' } }), ['applicant.address.postcode']],
    ['a caisse of another department', file({ caisse: 'CPAM de Paris' }), ['applicant.caisse']],
    ['a caisse of its department', file({ caisse: 'CPAM de Gironde' }), []],
    [
      'the caisse of Paris, while nobody knows whether the file goes there',
      file({ caisse: 'CPAM de Paris', category: 'king' }),
      ['applicant.category'],
    ],
    [
      'a caisse elsewhere, though the category is wrong too',
      file({ caisse: 'CPAM du Rhône', category: 'king' }),
      ['applicant.category', 'applicant.caisse'],
    ],
    [
      'a caisse, while the address is wrong',
      file({ caisse: 'CPAM de Paris', address: { postcode: '3300' } }),
      ['applicant.address.postcode'],
    ],
    ['a birth on the opening day', file({ birthDate: '2026-01-12' }), []],
    ['six lines of 38 characters', file({ caisseAddress: Array.from({ length: 6 }, () => 'x'.repeat(38)) }), []],
    [
      'a line of 39 characters',
      file({ caisseAddress: ['x'.repeat(38), 'x'.repeat(39)] }),
      ['applicant.caisseAddress.1'],
    ],
    ['seven lines', file({ caisseAddress: Array.from({ length: 7 }, () => 'x') }), ['applicant.caisseAddress']],
    [
      'members with one id',
      file({ members: [1, 2].map(() => ({ id: 'c', relation: 'child', birthDate: '2020-01-01' })) }),
      ['applicant.members.1.id'],
    ],
    [
      'a setting out of bounds',
      { ...file(), playbook: { firstCallAfterDays: 6, visitAfterDays: 14.5 } },
      ['playbook.firstCallAfterDays', 'playbook.visitAfterDays'],
    ],
    [
      'reminders that do not rise',
      { ...file(), playbook: { reminderAfterDays: [7, 7, 42] } },
      ['playbook.reminderAfterDays'],
    ],
    ['an unknown setting', { ...file(), playbook: { fun: 1 } }, ['playbook.fun']],
  ])('with %s', (_, input, expected) => expect(paths(input)).toEqual(expected));

  it('is told of every fault at once, in words', () => {
    const found = issues({
      ...file({ birthDate: '1975-02-30', members: [{ id: 'c', relation: 'child' }] }, [
        event({ type: 'card_lost' }),
        event({ type: 'card_lost' }),
        event({ id: 'e3', type: 'gp_declared', member: 'x' }),
        event({ id: 'e4', type: 'danced' }),
        event({ id: 'e5', type: 'voided', event: 'nobody' }),
      ]),
    });
    expect(found.map(({ path }) => path).sort()).toEqual(
      [
        'applicant.birthDate',
        'applicant.members.0.birthDate',
        'events.1.id',
        'events.2.member',
        'events.2.member',
        'events.3.type',
        'events.4.event',
      ].sort(),
    );
    for (const { message } of found) expect(message).toMatch(/\.$/);
  });
});

describe('an event', () => {
  it.each<[string, object, string[]]>([
    ['an unknown member', { type: 'document_received', document: 'rib', member: 'c9' }, ['events.0.member']],
    ['no member', { type: 'document_received', document: 'rib' }, []],
    ['a day that does not exist', { type: 'card_lost', on: '2026-13-01' }, ['events.0.on']],
    ['no day', { type: 'card_lost', on: undefined }, ['events.0.on']],
    ['a field of another event', { type: 'card_lost', method: 'online' }, ['events.0.method']],
    ['a call about its task', { type: 'call_made', outcome: 'no_answer', about: 'call_3646:with_cpam:1' }, []],
    [
      'a call about a letter',
      { type: 'call_made', outcome: 'no_answer', about: 'registered_post:chase:1' },
      ['events.0.about'],
    ],
    ['an about of no task there ever was', { type: 'call_made', outcome: 'no_answer', about: 'lunch' }, []],
    ['a letter about the chase', { type: 'letter_sent', about: 'registered_post:chase:1' }, []],
    ...['file', 'option', 'supplement', 'resend'].map((what): [string, object, string[]] => [
      `a letter about ${what}`,
      { type: 'letter_sent', about: `registered_post:${what}:1` },
      ['events.0.about'],
    ]),
    ['another task of that name', { type: 'task_done', about: 'renew_cover:caisse_address' }, []],
    ['a review done', { type: 'task_done', about: 'review_file:permit:1' }, []],
    ['an address reviewed', { type: 'task_done', about: 'review_file:caisse_address:1' }, ['events.0.about']],
    ['a call done', { type: 'task_done', about: 'call_3646:card:1' }, ['events.0.about']],
    ['an unknown type, whatever it is about', { type: 'danced', about: 'registered_post:file:1' }, ['events.0.type']],
    ['a NIR in its note', { type: 'letter_sent', note: '2 94 03 75 120 005 91' }, ['events.0.note']],
    ['itself voided', { type: 'voided', event: 'e1' }, ['events.0.event']],
    ['no day of its own', { type: 'voided', on: undefined, event: 'e1', id: 'v' }, ['events.0.event']],
  ])('with %s', (_, more, expected) => expect(paths(file({}, [event(more)]))).toEqual(expected));

  it('may be wrong once it is voided, but its change then counts for nothing', () => {
    const change = (id: string, on: string, changes: object) => event({ id, on, type: 'applicant_changed', changes });
    const kind = change('e1', '2026-02-03', { residencePermit: { kind: 'vls_ts' } });
    const voided = { id: 'v', type: 'voided', event: 'e1' };
    const validated = change('e2', '2026-02-05', { residencePermit: { validatedOn: '2026-02-04' } });
    expect(paths(file({}, [kind, validated]))).toEqual([]);
    expect(paths(file({}, [kind, voided, validated]))).toEqual(['events.2.changes.residencePermit.kind']);
    // What the list has later may have happened before.
    expect(paths(file({}, [validated, kind]))).toEqual([]);
  });

  it('may void one that voids', () => {
    const events = [
      event({ type: 'card_lost' }),
      event({ id: 'v1', type: 'voided', event: 'e1' }),
      { id: 'v2', type: 'voided', event: 'v1' },
    ];
    expect(paths(file({}, events))).toEqual([]);
    expect(
      paths(
        file({}, [
          { id: 'v1', type: 'voided', event: 'v2' },
          { id: 'v2', type: 'voided', event: 'v1' },
        ]),
      ),
    ).toEqual(['events.0.event', 'events.1.event']);
  });
});

describe('a change of the applicant', () => {
  const changed = (changes: object, more: object = {}) => event({ type: 'applicant_changed', changes, ...more });
  it.each<[string, object[], string[]]>([
    ['an unknown field', [changed({ hat: 1 })], ['events.0.changes.hat']],
    ['an unknown code', [changed({ category: 'king' })], ['events.0.changes.category']],
    [
      'a permit that has no kind',
      [changed({ residencePermit: { validatedOn: '2026-02-01' } })],
      ['events.0.changes.residencePermit.kind'],
    ],
    [
      'a permit whose kind was known before',
      [
        changed({ residencePermit: { kind: 'vls_ts' } }),
        changed({ residencePermit: { validatedOn: '2026-02-01' } }, { id: 'e2' }),
      ],
      [],
    ],
    [
      'a permit whose kind came later',
      [
        changed({ residencePermit: { validatedOn: '2026-02-01' } }),
        changed({ residencePermit: { kind: 'vls_ts' } }, { id: 'e2', on: '2026-02-04' }),
      ],
      ['events.0.changes.residencePermit.kind'],
    ],
    [
      'a permit whose kind was voided',
      [
        changed({ residencePermit: { kind: 'vls_ts' } }),
        changed({ residencePermit: { validatedOn: '2026-02-01' } }, { id: 'e2' }),
        { id: 'v', type: 'voided', event: 'e1' },
      ],
      ['events.1.changes.residencePermit.kind'],
    ],
    [
      'half a certificate',
      [changed({ birthCertificate: { country: 'US' } })],
      ['events.0.changes.birthCertificate.language'],
    ],
    ['a town alone', [changed({ address: { city: 'Pessac' } })], []],
    ['a birth after the opening', [changed({ birthDate: '2026-02-01' })], ['events.0.changes.birthDate']],
    ['a caisse of another department', [changed({ caisse: 'CPAM de Paris' })], ['events.0.changes.caisse']],
    ['a caisse of where they move', [changed({ caisse: 'CPAM de Paris', address: { postcode: '75011' } })], []],
    ['a caisse left empty', [changed({ caisse: null })], []],
    [
      'a member an event names',
      [
        changed({ members: [{ id: 'c1', relation: 'child', birthDate: '2020-01-01' }] }),
        event({ id: 'e2', type: 'document_received', document: 'child_identity', member: 'c1' }),
      ],
      [],
    ],
    [
      'nothing but null for what is needed',
      [changed({ address: null, nationalities: [] })],
      ['events.0.changes.nationalities', 'events.0.changes.address'],
    ],
  ])('with %s', (_, events, expected) => expect(paths(file({}, events))).toEqual(expected));

  it('ignores the caisse of the old department after a move', () => {
    const moved = file({ address: { postcode: '59200' }, caisse: 'CPAM de Roubaix-Tourcoing', caisseAddress: ['x'] }, [
      changed({ address: { postcode: '33000' } }),
    ]);
    expect(paths(moved)).toEqual([]);
  });
});

describe('any JSON', () => {
  test.prop([fc.jsonValue({ maxDepth: 6 })])('is read or refused, never thrown at', (input) => {
    for (const { path, message } of issues(input)) {
      expect(typeof path).toBe('string');
      expect(message.length).toBeGreaterThan(5);
    }
    expect(readFile(input).ok).toBe(false);
  });

  const spoilt = fc.oneof(fc.jsonValue(), fc.constantFrom('', null, '2026-02-30', -1, [], {}, [null], 'voided'));
  const names = [
    'id',
    'openedOn',
    'applicant',
    'events',
    'playbook',
    ...Object.keys(applicant),
    'members',
    'caisseAddress',
    'residencePermit',
  ];
  test.prop([
    fc.constantFrom(...names),
    spoilt,
    fc.array(
      fc.dictionary(fc.constantFrom('id', 'on', 'type', 'event', 'about', 'changes', 'member', 'document'), spoilt),
    ),
  ])('in the place of any field is read or refused, never thrown at', (name, value, events) => {
    const inFile = { ...file({}, events), [name]: value };
    const inApplicant = file({ [name]: value }, events);
    for (const input of [inFile, inApplicant]) expect(readFile(input)).toHaveProperty('ok');
  });

  it('is read however deep it is', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    expect(paths({ ...file(), deep })).toEqual(['deep']);
  });

  it('is read though it stands inside itself, or has places that were never filled', () => {
    const round: Record<string, unknown> = { note: 'x' };
    round['round'] = round;
    expect(paths({ ...file(), round })).toEqual(['round']);
    expect(paths({ ...file(), events: Object.assign([], { length: 2 }) })).toEqual(['events.0', 'events.1']);
  });

  it('is told of a number in the name of a field, without the name', () => {
    const found = issues({ ...file(), '294037512000591': 1 });
    expect(found.map(({ path }) => path)).toEqual(['…', '…']);
    expect(found.filter(({ message }) => message.includes('social security number'))).toHaveLength(1);
  });

  it('never repeats a number that may not be written down', () => {
    const found = JSON.stringify(issues({ ...file({ '294037512000591': 1 }), note: '294037512000591' }));
    expect(found).not.toContain('294037512000591');
  });
});
