import { describe, expect, it } from 'vitest';
import type { Day } from '../calendar/days.ts';
import { readFile } from '../read-file.ts';
import { at, EMPLOYEE, posted, verified } from '../testing/story.ts';
import { plan } from '../plan.ts';
import { callScript, type PeopleOnCall, type Script } from './script.ts';

const PEOPLE: PeopleOnCall = {
  clientName: 'Carol Washburn',
  adviserName: 'Claire Fontanel',
  agencyName: 'Passerelle',
  birthPlace: 'Dayton, Ohio',
  birthCountry: { en: 'United States', fr: 'États-Unis' },
  birthDate: '1958-03-01' as Day,
  address: '8 rue des Tanneurs, 24000 Périgueux',
  hasMandate: true,
  clientOnLine: false,
};
type Told = ReturnType<typeof at>;

const fileOf = (events: readonly Told[]) => {
  const read = readFile({
    id: 'story',
    openedOn: '2026-01-12',
    applicant: EMPLOYEE,
    events: [...verified('2026-01-14'), ...events].map((event, i) => ({ id: `e${i}`, ...event })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.file;
};

/** The script of a call that the plan lists on that day: one that it does not list proves nothing. */
function script(today: string, key: string, events: readonly Told[], people: Partial<PeopleOnCall> = {}): Script {
  const file = fileOf(events);
  const listed = plan(file, today as Day).tasks.map((task) => task.key);
  if (!listed.includes(key)) throw new Error(`${key} is not listed on ${today}: ${listed.join(', ')}`);
  return callScript(file, today as Day, key, { ...PEOPLE, ...people });
}
/** As typed: no-break spaces are spaces. */
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
const opens = (made: Script) => plain(made.opening[0]?.say);
const asks = (made: Script) => made.asks.map(({ say }) => plain(say));

const SENT = [posted('2026-01-16', { trackingNumber: '1A00915820380' })];
const DELIVERED = [...SENT, at('2026-01-20', 'post_delivered')];
const call = (on: string, outcome: string, more: object = {}) => at(on, 'call_made', { outcome, ...more });
const HERE = 'Bonjour, ici Claire Fontanel, de Passerelle.';

describe('the opening of a call', () => {
  it.each<[string, string, string, Told[], string]>([
    [
      'first, with a receipt',
      '2026-02-19',
      'call_3646:with_cpam:1',
      DELIVERED,
      `${HERE} J’appelle pour Carol Washburn, avec son mandat écrit, au sujet de sa demande d’ouverture de droits, reçue chez vous le mardi 20 janvier.`,
    ],
    [
      'first, without one',
      '2026-02-23',
      'call_3646:with_cpam:1',
      SENT,
      `${HERE} J’appelle pour Carol Washburn, avec son mandat écrit, au sujet de sa demande d’ouverture de droits, envoyée le vendredi 16 janvier.`,
    ],
    [
      'first, handed in at a counter',
      '2026-02-16',
      'call_3646:with_cpam:1',
      [at('2026-01-16', 'file_submitted', { method: 'appointment' })],
      `${HERE} J’appelle pour Carol Washburn, avec son mandat écrit, au sujet de sa demande d’ouverture de droits, reçue chez vous le vendredi 16 janvier.`,
    ],
    [
      'second, after a formal request',
      '2026-04-20',
      'call_3646:with_cpam:2',
      [...DELIVERED, at('2026-03-20', 'letter_sent', { about: 'registered_post:chase:1' })],
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, dont la demande, reçue le 20 janvier, est sans réponse depuis 3 mois. Une demande formelle vous a été adressée le vendredi 20 mars.`,
    ],
    [
      'second, without a formal request',
      '2026-05-20',
      'call_3646:with_cpam:2',
      DELIVERED,
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, dont la demande, reçue le 20 janvier, est sans réponse depuis 4 mois.`,
    ],
    [
      'second, of a file that CPAM has only shown to have',
      '2026-04-22',
      'call_3646:with_cpam:2',
      [...SENT, call('2026-02-02', 'in_progress')],
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, dont la demande, envoyée le 16 janvier, est sans réponse depuis 3 mois.`,
    ],
    [
      'after a file sent again',
      '2026-04-06',
      'call_3646:with_cpam:3',
      [...DELIVERED, call('2026-02-19', 'not_found'), posted('2026-02-20'), at('2026-02-24', 'post_delivered')],
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, dont le dossier, introuvable lors de notre appel du jeudi 19 février, vous a été renvoyé le vendredi 20 février.`,
    ],
    [
      'about papers that were asked for',
      '2026-03-20',
      'call_3646:supplement:1',
      [
        ...DELIVERED,
        at('2026-02-10', 'documents_requested', { documents: ['rib'] }),
        at('2026-02-20', 'supplement_sent', { documents: ['rib'], method: 'registered_post' }),
        at('2026-02-24', 'post_delivered'),
      ],
      `${HERE} J’appelle pour Carol Washburn, avec son mandat écrit, au sujet des pièces que vous avez demandées le mardi 10 février, reçues chez vous le mardi 24 février.`,
    ],
    [
      'about such papers, without a receipt',
      '2026-03-20',
      'call_3646:supplement:1',
      [
        ...DELIVERED,
        at('2026-02-10', 'documents_requested', { documents: ['rib'] }),
        at('2026-02-20', 'supplement_sent', { documents: ['rib'], method: 'registered_post' }),
      ],
      `${HERE} J’appelle pour Carol Washburn, avec son mandat écrit, au sujet des pièces que vous avez demandées le mardi 10 février, envoyées le vendredi 20 février.`,
    ],
    [
      'about the permanent number',
      '2026-06-01',
      'call_3646:rights_open:1',
      [...DELIVERED, at('2026-03-01', 'provisional_number_received')],
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, qui a reçu un numéro provisoire le 1ᵉʳ mars, valable jusqu’au 1ᵉʳ décembre. J’appelle au sujet du numéro définitif.`,
    ],
    [
      'about the permanent number, when only an attestation came',
      '2026-06-01',
      'call_3646:rights_open:1',
      [...DELIVERED, at('2026-03-01', 'attestation_received')],
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, qui a reçu une attestation de droits le 1ᵉʳ mars, sans numéro. J’appelle au sujet du numéro définitif.`,
    ],
    [
      'about a card ordered online',
      '2026-03-24',
      'call_3646:card:1',
      [
        ...DELIVERED,
        at('2026-03-01', 'social_security_number_received'),
        at('2026-03-03', 'card_ordered', { method: 'online' }),
      ],
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, dont la carte Vitale, commandée en ligne le mardi 3 mars, n’est pas arrivée.`,
    ],
    [
      'about a card ordered by post',
      '2026-04-01',
      'call_3646:card:1',
      [
        ...DELIVERED,
        at('2026-03-01', 'social_security_number_received'),
        at('2026-03-03', 'card_ordered', { method: 'post' }),
      ],
      `${HERE} J’appelle, avec son mandat écrit, pour Carol Washburn, dont la carte Vitale, commandée par la poste le mardi 3 mars, n’est pas arrivée.`,
    ],
    [
      'again, after nobody answered',
      '2026-02-20',
      'call_3646:again:1',
      [...DELIVERED, call('2026-02-19', 'no_answer')],
      'Bonjour, j’ai essayé de vous joindre le jeudi 19 février, sans réponse. Ici Claire Fontanel, de Passerelle. J’appelle pour Carol Washburn, avec son mandat écrit, au sujet de sa demande d’ouverture de droits, reçue chez vous le mardi 20 janvier.',
    ],
    [
      'back, on the day the agent named',
      '2026-02-26',
      'call_3646:back:1',
      [...DELIVERED, call('2026-02-19', 'call_back_on', { callBackOn: '2026-02-26' })],
      'Bonjour, vous m’avez demandé, le jeudi 19 février, de rappeler aujourd’hui au sujet du dossier de Carol Washburn. Ici Claire Fontanel, de Passerelle. J’ai son mandat écrit.',
    ],
  ])('%s', (_name, today, key, events, say) => expect(opens(script(today, key, events))).toBe(say));

  it('is glossed, fact by fact', () =>
    expect(script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED).opening[0]?.gloss).toBe(
      'Hello, this is Claire Fontanel of Passerelle. I am calling for Carol Washburn, with a written mandate, about the request to open rights, received on Tuesday 20 January.',
    ));

  it('claims no mandate that is not held', () => {
    for (const key of ['call_3646:with_cpam:1', 'call_3646:with_cpam:2'])
      expect(opens(script('2026-02-19', key, DELIVERED, { hasMandate: false }))).not.toContain('mandat');
  });
});

describe('what is asked', () => {
  it('names the formal request only when it has gone', () => {
    const before = asks(script('2026-04-20', 'call_3646:with_cpam:2', DELIVERED));
    const after = asks(
      script('2026-04-20', 'call_3646:with_cpam:2', [
        ...DELIVERED,
        at('2026-03-20', 'letter_sent', { about: 'registered_post:chase:1' }),
      ]),
    );
    expect(after).toContain('Notre demande écrite du vendredi 20 mars est-elle enregistrée ? Qui y répond ?');
    expect(before).toEqual(after.filter((say) => !say?.includes('demande écrite')));
  });

  it.each([
    ['call_3646:with_cpam:1', 'first', 5],
    ['call_3646:with_cpam:2', 'second', 5],
  ])('%s: the questions of “%s”', (key, id, count) => {
    const made = script('2026-02-19', key, DELIVERED);
    expect(made.id).toBe(id);
    expect(made.asks).toHaveLength(count);
  });

  it('of a call made again are those of the call that nobody answered, however often', () => {
    const [first] = [asks(script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED))];
    const twice = [...DELIVERED, call('2026-02-19', 'no_answer'), call('2026-02-20', 'no_answer')];
    const made = script('2026-02-23', 'call_3646:again:2', twice);
    expect(made.id).toBe('first');
    expect(asks(made)).toEqual([
      'Y a-t-il une heure où l’attente est plus courte ?',
      'Peut-on être rappelé ?',
      ...first,
    ]);
    expect(opens(made)).toContain('le vendredi 20 février');
  });

  it('of a card’s call made again are those of the card', () => {
    const made = script('2026-03-25', 'call_3646:again:1', [
      ...DELIVERED,
      at('2026-03-01', 'social_security_number_received'),
      at('2026-03-03', 'card_ordered', { method: 'online' }),
      call('2026-03-24', 'no_answer', { about: 'call_3646:card:1' }),
    ]);
    expect(made.id).toBe('card');
    expect(asks(made)).toContain('La commande est-elle enregistrée ?');
  });

  it('of a call that answered no step is where the file stands', () => {
    const made = script('2026-02-03', 'call_3646:again:1', [...DELIVERED, call('2026-02-02', 'no_answer')]);
    expect(made.id).toBe('any');
    expect(opens(made)).toContain('au sujet de son dossier');
  });

  it('of a call back is the answer to the question of that day', () => {
    const made = script('2026-02-26', 'call_3646:back:1', [
      ...DELIVERED,
      call('2026-02-19', 'call_back_on', { callBackOn: '2026-02-26' }),
    ]);
    expect(asks(made)[0]).toBe('La réponse à ma question du jeudi 19 février est-elle arrivée ?');
  });
});

describe('what the agent may say', () => {
  const answer = (made: Script, id: string) => plain(made.answers.find((each) => each.id === id)?.lines[0]?.say);

  it('is met with the proof that we hold, and with no other', () => {
    const withReceipt = answer(script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED), 'cannotSee');
    expect(withReceipt).toContain(
      'Celui-ci est parti le vendredi 16 janvier, en recommandé nº 1A 009 158 2038 0. La Poste confirme sa distribution chez vous le mardi 20 janvier.',
    );
    const without = answer(script('2026-02-23', 'call_3646:with_cpam:1', SENT), 'cannotSee');
    expect(without).toContain('en recommandé nº 1A 009 158 2038 0. Pouvez-vous');
    expect(without).not.toContain('La Poste confirme');
    const byHand = [at('2026-01-16', 'file_submitted', { method: 'appointment' })];
    const atTheCounter = answer(script('2026-02-16', 'call_3646:with_cpam:1', byHand), 'cannotSee');
    expect(atTheCounter).not.toMatch(/recommandé|La Poste/);
    expect(atTheCounter).toContain('Pouvez-vous transmettre ma question');
  });

  const RIGHTS = [...DELIVERED, at('2026-03-01', 'provisional_number_received')];
  it.each<[string, string, string, Told[], boolean, string | undefined]>([
    ['none yet', '2026-02-19', 'call_3646:with_cpam:1', DELIVERED, false, 'Il n’y a pas encore de numéro'],
    [
      'one, the client on the line',
      '2026-06-01',
      'call_3646:rights_open:1',
      RIGHTS,
      true,
      'est en ligne et vous le donne',
    ],
    ['one, the client not on the line', '2026-06-01', 'call_3646:rights_open:1', RIGHTS, false, undefined],
  ])('about a number: %s', (_name, today, key, events, clientOnLine, said) => {
    const made = script(today, key, events, { clientOnLine });
    const line = answer(made, 'number');
    if (said === undefined) expect(line).toBeUndefined();
    else expect(line).toContain(said);
    expect(made.needsClient).toBe(events === RIGHTS);
  });

  it('about the insured person: the client is put through, or another time is asked for', () => {
    const on = script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED, { clientOnLine: true });
    const off = script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED);
    expect(answer(on, 'insuredOnly')).toContain('Je vous passe Carol Washburn');
    expect(answer(on, 'clientAbsent')).toBeUndefined();
    expect(answer(off, 'clientAbsent')).toContain('Le mandat peut-il vous être envoyé ?');
    const bare = script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED, { hasMandate: false });
    expect(answer(bare, 'clientAbsent')).toBe('Quand puis-je rappeler avec Carol Washburn en ligne ?');
  });
});

describe('with the client on the line', () => {
  it('the client allows it and says who they are; else the adviser does', () => {
    const lines = (clientOnLine: boolean) =>
      script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED, { clientOnLine })
        .opening.slice(1)
        .map(({ by, say }) => `${by}: ${plain(say)}`);
    expect(lines(false)).toEqual([
      'adviser: Date de naissance : le 1ᵉʳ mars 1958, à Dayton, Ohio. Adresse : 8 rue des Tanneurs, 24000 Périgueux.',
    ]);
    expect(lines(true)).toEqual([
      'client: Bonjour, je suis Carol Washburn. J’autorise Claire Fontanel à parler en mon nom au sujet de mon dossier.',
      'client: Ma date de naissance : le 1ᵉʳ mars 1958, à Dayton, Ohio. Mon adresse : 8 rue des Tanneurs, 24000 Périgueux.',
    ]);
  });

  it('a birth place that is not known is not named: the country is', () => {
    const made = script('2026-02-19', 'call_3646:with_cpam:1', DELIVERED, { birthPlace: null, address: null });
    expect(plain(made.opening[1]?.say)).toBe('Date de naissance : le 1ᵉʳ mars 1958 ; pays de naissance : États-Unis.');
  });
});

describe('whatever is known', () => {
  it('no sentence has a hole', () => {
    const stories: [string, string, Told[]][] = [
      [
        '2026-02-19',
        'call_3646:with_cpam:1',
        [at('2026-01-20', 'call_made', { outcome: 'in_progress' }), ...DELIVERED],
      ],
      ['2026-02-23', 'call_3646:with_cpam:1', [posted('2026-01-16')]],
      ['2026-06-01', 'call_3646:rights_open:1', [...DELIVERED, at('2026-03-01', 'attestation_received')]],
    ];
    for (const [today, key, events] of stories)
      for (const clientOnLine of [true, false]) {
        const made = script(today, key, events, { clientOnLine, birthPlace: null, address: null, hasMandate: false });
        expect(JSON.stringify(made)).not.toMatch(/undefined|null[^,}\]]|\{\w+\}/);
        for (const line of [...made.opening, ...made.asks, made.closing]) {
          expect(line.say).not.toBe('');
          expect(line.gloss).not.toBe('');
        }
      }
  });
});
