import { fc, test } from '@fast-check/vitest';
import { addDays, type Day } from '@suivi/rules/calendar/days';
import { readFile } from '@suivi/rules/read-file';
import { knownOn } from '@suivi/rules/known';
import { plan } from '@suivi/rules/plan';
import { containsNir } from '@suivi/rules/numbers/nir';
import { files, todays } from '@suivi/rules/testing/files';
import type { File } from '@suivi/rules/file';
import { describe, expect, it } from 'vitest';
import { sentPapers, wantedFor } from './enclosures.ts';
import type { LetterInput, WrittenLetter } from './letter.ts';
import { dayOf } from './sending.ts';
import { typeset } from '@suivi/rules/typeset';
import { letterOfTask } from './which-letter.ts';
import { writeLetter } from './write-letter.ts';

const d = (day: string) => day as Day;
const resident = {
  category: 'resident',
  birthDate: '1961-04-12',
  birthCountry: 'US',
  nationalities: ['US'],
  language: 'en',
  arrivedOn: '2026-01-10',
  address: { postcode: '24000', city: 'Périgueux' },
};

/** A file as the contract has it, from what differs. */
function fileWith(events: object[], applicant: object = {}): File {
  const read = readFile({
    id: 'F-0001',
    openedOn: '2026-01-12',
    applicant: { ...resident, ...applicant },
    events: events.map((event, at) => ({ id: `e${at + 1}`, ...event })),
  });
  if (!('file' in read)) throw new Error(JSON.stringify(read));
  return read.file;
}

type More = Partial<Omit<LetterInput, 'template' | 'known'>> & { template?: LetterInput['template'] };

function inputFor(file: File, taskKey: string | null, today: Day, more: More = {}): LetterInput {
  const template = more.template ?? (taskKey === null ? null : letterOfTask(taskKey));
  if (template === null) throw new Error(`${taskKey} asks for no letter`);
  return {
    taskKey,
    known: knownOn(file, today),
    events: file.events,
    today,
    reference: 'F-0001',
    client: { firstName: 'Carol', lastName: 'Washburn', street: '3 rue Limogeanne' },
    agency: {
      name: 'Passerelle Relocation',
      addressLines: ['12 rue des Tilleuls', '69003 Lyon'],
      telephone: '04 72 00 00 10',
    },
    adviser: { name: 'Claire Fontanel', telephone: '04 72 00 00 11' },
    trackingNumber: null,
    reason: null,
    ...more,
    template,
  };
}

function write(file: File, taskKey: string | null, today: string, more: More = {}): WrittenLetter {
  const input = inputFor(file, taskKey, d(today), more);
  if (input.template === 'mandate') throw new Error('The mandate is no letter.');
  return writeLetter(
    { ...input, template: input.template },
    { enclosures: wantedFor(input).map(({ name }) => name), sent: sentPapers(input) },
  );
}

const textOf = (letter: WrittenLetter): string =>
  [
    ...letter.to,
    ...letter.from,
    letter.place,
    letter.registered ?? '',
    letter.subject,
    letter.references ?? '',
    ...letter.body.flatMap((part) => (part.kind === 'text' ? [part.text] : part.lines)),
    ...letter.signature,
    letter.enclosed,
  ].join('\n');

const posted = {
  type: 'file_submitted',
  on: '2026-04-20',
  method: 'registered_post',
  trackingNumber: '1A 009 158 2038 0',
};
const received = { type: 'post_delivered', on: '2026-04-22', trackingNumber: '1A 009 158 2038 0' };
const papers = ['application_form', 'identity', 'rib'].map((document) => ({
  type: 'document_verified',
  on: '2026-03-01',
  document,
}));
const call = (on: string, outcome: string) => ({ type: 'call_made', on, outcome });

/** Each letter and each of its conditional parts: what it must say, and what it must not. */
const cases: [name: string, letter: () => WrittenLetter, says: string[], saysNot: string[]][] = [
  [
    'the first file',
    () => write(fileWith(papers), 'registered_post:file:1', '2026-04-20'),
    [
      'Objet : Demande d’ouverture de droits (formulaire S1106)',
      'présentée au titre de sa résidence stable et régulière en France.',
      'Copie du mandat ;\nFormulaire de demande (S1106) ;\nPasseport ou carte d’identité ;\nRIB.',
      'Je me tiens à votre disposition au 04 72 00 00 11 pour tout renseignement.',
      'Claire Fontanel, par mandat de Carol Washburn',
      'Pièces jointes (4)',
      'CPAM DE DORDOGNE\n50 RUE CLAUDE BERNARD\n24010 PERIGUEUX CEDEX',
      'Mandataire de Carol Washburn',
      'Lyon, le 20 avril 2026',
      'date et lieu de naissance : 12 avril 1961, États-Unis ; adresse : 3 rue Limogeanne, 24000 Périgueux',
    ],
    ['S3705', 'recommandé'],
  ],
  [
    'the first file, with a child',
    () =>
      write(
        fileWith(papers, { members: [{ id: 'c1', relation: 'child', birthDate: '2015-02-03', birthCountry: 'US' }] }),
        'registered_post:file:1',
        '2026-04-20',
      ),
    ['la demande de rattachement de son enfant (date de naissance : 3 février 2015) (formulaire S3705).'],
    [],
  ],
  [
    'the first file of an S1 holder',
    () => write(fileWith([], { category: 's1_holder' }), 'registered_post:file:1', '2026-04-20'),
    [
      'Objet : Demande d’ouverture de droits et enregistrement du formulaire S1',
      'présentée au titre de son formulaire S1, délivré par l’organisme qui verse sa pension.',
    ],
    [],
  ],
  [
    'the first file when no telephone is known',
    () =>
      write(fileWith(papers), 'registered_post:file:1', '2026-04-20', {
        adviser: null,
        agency: { name: 'Passerelle', addressLines: ['69003 Lyon'], telephone: null },
      }),
    ['Vos courriers peuvent être adressés à Carol Washburn', 'Passerelle, par mandat de Carol Washburn'],
    ['à votre disposition'],
  ],
  [
    'the answer to a letter',
    () =>
      write(
        fileWith([
          posted,
          received,
          { type: 'documents_requested', on: '2026-05-04', documents: ['rib'], replyBy: '2026-06-04' },
          { type: 'document_received', on: '2026-05-10', document: 'rib' },
        ]),
        'registered_post:supplement:1',
        '2026-05-20',
      ),
    [
      'Objet : réponse à votre demande de pièces du 4 mai 2026',
      'Par lettre du 4 mai 2026, vous avez demandé à Carol Washburn des pièces complémentaires, à produire pour le 4 juin 2026.',
      'Copie du mandat ;\nRIB.',
      'Cette demande complète le dossier adressé en recommandé nº 1A 009 158 2038 0, reçu par vos services le 22 avril 2026.',
    ],
    ['entretien téléphonique', 'ne peut être produite'],
  ],
  [
    'the answer to a call, with a paper that cannot be had',
    () =>
      write(
        fileWith([
          posted,
          {
            type: 'call_made',
            on: '2026-05-04',
            outcome: 'documents_missing',
            documents: ['rib', 'birth_certificate'],
          },
          { type: 'document_received', on: '2026-05-10', document: 'rib' },
        ]),
        'registered_post:supplement:1',
        '2026-05-20',
        { reason: 'l’état civil de Boston répond en juin' },
      ),
    [
      'Lors d’un entretien téléphonique du 4 mai 2026, vos services m’ont indiqué que des pièces complémentaires',
      'La pièce suivante ne peut être produite à ce jour : Acte de naissance. Motif : l’état civil de Boston répond en juin. Je vous l’adresserai',
      'Cette demande complète le dossier adressé en recommandé nº 1A 009 158 2038 0 le 20 avril 2026.',
    ],
    ['reçu par vos services', 'Par lettre du'],
  ],
  [
    'a request that sets no day, and a paper without a reason',
    () =>
      write(
        fileWith([
          posted,
          received,
          { type: 'documents_requested', on: '2026-05-04', documents: ['rib', 'identity'] },
          { type: 'document_received', on: '2026-05-10', document: 'identity' },
        ]),
        'registered_post:supplement:1',
        '2026-05-20',
      ),
    [
      'vous avez demandé à Carol Washburn des pièces complémentaires.',
      'La pièce suivante ne peut être produite à ce jour : RIB. Je vous l’adresserai',
    ],
    ['à produire pour le', 'Motif'],
  ],
  [
    'an answer of which no paper can be sent yet, and why',
    () =>
      write(
        fileWith([
          posted,
          received,
          { type: 'documents_requested', on: '2026-05-04', documents: ['birth_certificate'], replyBy: '2026-06-04' },
        ]),
        'registered_post:supplement:1',
        '2026-05-20',
        { reason: 'l’état civil de Boston répond en juin' },
      ),
    [
      'je vous informe que ces pièces ne peuvent être produites à ce jour.',
      'La pièce suivante ne peut être produite à ce jour : Acte de naissance. Motif : l’état civil de Boston répond en juin.',
      'ne pas le classer dans l’attente de ces pièces et m’indiquer par écrit le délai pour les produire.',
    ],
    ['je vous les adresse', 'joindre ces pièces au dossier', 'Copie du mandat'],
  ],
  [
    'an answer without a paper to a request that named none',
    () =>
      write(
        fileWith([posted, received, { type: 'documents_requested', on: '2026-05-04', documents: [] }]),
        'registered_post:supplement:1',
        '2026-05-20',
        { reason: 'l’acte est demandé au consulat' },
      ),
    ['ne peuvent être produites à ce jour. Motif : l’acte est demandé au consulat.'],
    ['je vous les adresse', 'La pièce suivante'],
  ],
  [
    'the formal request, the receipt in hand',
    () =>
      write(
        fileWith([...papers, posted, received, call('2026-05-22', 'in_progress'), call('2026-06-02', 'no_answer')]),
        'registered_post:chase:1',
        '2026-06-22',
      ),
    [
      'Par lettre recommandée nº 1A 009 158 2038 0 du 20 avril 2026, reçue par vos services le 22 avril 2026 ainsi qu’en atteste la preuve de distribution jointe',
      '22 mai 2026 : appel au 3646, le dossier étant dit en cours d’étude ;\n2 juin 2026 : appel au 3646.',
      'Le dossier envoyé comprenait :\nFormulaire de demande (S1106) ;\nPasseport ou carte d’identité ;\nRIB.',
      'le médiateur de la CPAM de Dordogne sera saisi',
      'l’expression de ma considération distinguée',
      'Pièces jointes (3) : copie du mandat ; preuve de dépôt du recommandé nº 1A 009 158 2038 0 du 20 avril 2026 ; preuve de distribution du 22 avril 2026',
    ],
    ['ne m’est pas revenu'],
  ],
  [
    'the formal request without a receipt',
    () => write(fileWith([posted, call('2026-05-22', 'in_progress')]), 'registered_post:chase:1', '2026-06-22'),
    ['dont la preuve de dépôt est jointe', 'L’avis de réception ne m’est pas revenu à ce jour.'],
    ['preuve de distribution', 'reçue par vos services'],
  ],
  [
    'the formal request of a file handed in at the counter',
    () =>
      write(
        fileWith([{ type: 'file_submitted', on: '2026-04-20', method: 'appointment' }]),
        'registered_post:chase:1',
        '2026-06-22',
      ),
    [
      'Le 20 avril 2026, la demande d’ouverture de droits de Carol Washburn a été déposée à l’accueil auprès de vos services.',
    ],
    ['recommandée', 'Démarches effectuées', 'preuve de dépôt'],
  ],
  [
    'the formal request after papers were sent',
    () =>
      write(
        fileWith([
          posted,
          received,
          { type: 'documents_requested', on: '2026-05-04', documents: ['rib'] },
          { type: 'supplement_sent', on: '2026-05-12', method: 'online', documents: ['rib'] },
          call('2026-06-12', 'processed'),
        ]),
        'registered_post:chase:2',
        '2026-07-13',
      ),
    [
      'Les pièces demandées le 4 mai 2026 vous ont été adressées le 12 mai 2026.',
      '12 juin 2026 : appel au 3646, le dossier étant dit traité.',
    ],
    ['envoi des pièces demandées'],
  ],
  [
    'the file again, not found, the receipt in hand',
    () =>
      write(
        fileWith([...papers, posted, received, call('2026-05-22', 'not_found')]),
        'registered_post:resend:1',
        '2026-05-26',
      ),
    [
      'Lors d’un entretien téléphonique du 22 mai 2026, vos services m’ont indiqué ne pas trouver',
      'Cette demande vous a pourtant été adressée par lettre recommandée nº 1A 009 158 2038 0 du 20 avril 2026, distribuée le 22 avril 2026.',
    ],
    ['retournée'],
  ],
  [
    'the file again, not found, without a receipt',
    () => write(fileWith([posted, call('2026-05-22', 'not_found')]), 'registered_post:resend:1', '2026-05-26'),
    ['Cette demande vous a été adressée par lettre recommandée', 'Vous trouverez ci-joint la preuve de dépôt.'],
    ['pourtant', 'distribu'],
  ],
  [
    'the file again after forty days of silence',
    () => write(fileWith([posted]), 'registered_post:resend:1', '2026-06-01'),
    ['La demande d’ouverture de droits de Carol Washburn vous a été adressée par lettre recommandée'],
    ['entretien', 'distribu', 'Cette demande vous'],
  ],
  [
    'the file again after it came back',
    () =>
      write(
        fileWith([
          posted,
          { type: 'post_tracked', on: '2026-05-08', trackingNumber: '1A 009 158 2038 0', status: 'returned' },
        ]),
        'registered_post:file:2',
        '2026-05-11',
      ),
    ['adressée à vos services le 20 avril 2026, m’a été retournée par La Poste le 8 mai 2026.'],
    ['entretien', 'distribu', 'Cette demande vous'],
  ],
  [
    'the civil-status papers again',
    () =>
      write(
        fileWith([
          posted,
          received,
          { type: 'document_verified', on: '2026-03-01', document: 'birth_certificate' },
          { type: 'provisional_number_received', on: '2026-06-01' },
        ]),
        'registered_post:civil_status:1',
        '2026-12-01',
      ),
    [
      'Objet : numéro provisoire attribué le 1ᵉʳ juin 2026',
      'il prendra fin le 1ᵉʳ mars 2027.',
      'Copie du mandat ;\nActe de naissance.',
      'qu’un mandataire privé n’a pas à conserver',
    ],
    [],
  ],
  [
    'the card, at the same address',
    () =>
      write(
        fileWith([
          { type: 'social_security_number_received', on: '2026-06-01' },
          { type: 'card_ordered', on: '2026-06-10', method: 'online' },
          { type: 'ameli_message_sent', on: '2026-06-25' },
        ]),
        'registered_post:card:1',
        '2026-07-10',
      ),
    [
      'la carte Vitale commandée en ligne le 10 juin 2026 ne lui est pas parvenue, 30 jours après la commande.',
      '25 juin 2026 : message par le compte ameli.',
      'elle n’a pas changé depuis la commande.',
      'Pièce jointe (1) : copie du mandat',
    ],
    ['a changé depuis'],
  ],
  [
    'the card, after a move',
    () =>
      write(
        fileWith([
          { type: 'social_security_number_received', on: '2026-06-01' },
          { type: 'card_ordered', on: '2026-06-10', method: 'post' },
          {
            type: 'applicant_changed',
            on: '2026-06-20',
            changes: { address: { postcode: '33000', city: 'Bordeaux' } },
          },
        ]),
        'registered_post:card:1',
        '2026-07-10',
      ),
    ['commandée par courrier', 'a changé depuis la commande', 'CPAM DE GIRONDE'],
    ['n’a pas changé', 'Démarches effectuées'],
  ],
  [
    'the appeal, which is the client’s',
    () =>
      write(
        fileWith([posted, received, { type: 'refused', on: '2026-06-10', notifiedOn: '2026-06-08' }]),
        'file_appeal:1',
        '2026-07-10',
      ),
    [
      'COMMISSION DE RECOURS AMIABLE\nCPAM DE DORDOGNE',
      'Par décision notifiée le 8 juin 2026, dont copie est jointe, la CPAM de Dordogne a rejeté ma demande',
      'dans le délai de deux mois, qui court jusqu’au 8 août 2026.',
      'j’habite en France depuis le 10 janvier 2026, à l’adresse indiquée en référence. Ma demande a été adressée le 20 avril 2026.',
      'J’autorise Claire Fontanel, Passerelle Relocation, à s’informer',
      'Carol Washburn (signature)',
      'Périgueux, le 10 juillet 2026',
      'Copie de la décision notifiée le 8 juin 2026',
    ],
    ['par mandat de', 'Mandataire'],
  ],
  [
    'the appeal when its time is over',
    () =>
      write(
        fileWith([posted, received, { type: 'refused', on: '2026-06-10', notifiedOn: '2026-06-08' }], {
          arrivedOn: null,
        }),
        'file_appeal:1',
        '2026-09-10',
      ),
    ['Les faits : j’habite en France, à l’adresse indiquée en référence.'],
    ['dans le délai de deux mois', 'depuis le'],
  ],
  [
    'the mediator',
    () =>
      write(
        fileWith([
          posted,
          received,
          call('2026-05-22', 'in_progress'),
          { type: 'letter_sent', on: '2026-06-22', about: 'registered_post:chase:1' },
        ]),
        'seize_mediator:with_cpam:1',
        '2026-07-27',
      ),
    [
      'MEDIATEUR\nCPAM DE DORDOGNE',
      'Madame la médiatrice, Monsieur le médiateur,',
      'dossier de demande d’ouverture de droits adressé en recommandé nº 1A 009 158 2038 0, reçu par vos services le 22 avril 2026, preuve jointe ;',
      '22 juin 2026 : demande formelle de réponse écrite, en recommandé, copie jointe ;',
      'autres démarches : 22 mai 2026 : appel au 3646, le dossier étant dit en cours d’étude.',
      'À ce jour, soit 3 mois plus tard',
      'copie de la demande formelle du 22 juin 2026',
    ],
    ['preuve d’envoi conservée'],
  ],
  [
    'the option of a frontier worker',
    () =>
      write(
        fileWith([], {
          category: 'frontier_worker',
          activityStartsOn: '2026-03-02',
          address: { postcode: '74000', city: 'Annecy' },
        }),
        'registered_post:option:1',
        '2026-05-20',
      ),
    [
      'a commencé le 2 mars 2026 et prend fin le 2 juin 2026. ',
      'Le présent envoi intervient dans ce délai ; je vous remercie d’en retenir la date.',
    ].map((text) => text.trim()),
    [],
  ],
  [
    'the option, too late',
    () =>
      write(
        fileWith([], {
          category: 'frontier_worker',
          activityStartsOn: '2026-03-02',
          address: { postcode: '74000', city: 'Annecy' },
        }),
        'registered_post:option:1',
        '2026-06-20',
      ),
    ['prend fin le 2 juin 2026.'],
    ['intervient dans ce délai'],
  ],
  [
    'the statement of a lost card',
    () =>
      write(
        fileWith([
          { type: 'social_security_number_received', on: '2026-06-01' },
          { type: 'card_ordered', on: '2026-06-10', method: 'online' },
          { type: 'card_received', on: '2026-06-25' },
          { type: 'card_lost', on: '2026-07-02' },
        ]),
        null,
        '2026-07-03',
        { template: 'lost_card' },
      ),
    [
      'déclare sur l’honneur que ma carte Vitale a été perdue ou volée le 2 juillet 2026.',
      'Numéro de sécurité sociale (à écrire à la main, par moi seulement) : …',
    ],
    ['Pièce', 'par mandat'],
  ],
];

describe('a letter', () => {
  it.each(cases)('%s', (_, letter, says, saysNot) => {
    const text = textOf(letter());
    for (const sentence of says) expect(text).toContain(typeset(sentence));
    for (const sentence of saysNot) expect(text).not.toContain(typeset(sentence));
    expect(letter().blocked).toEqual([]);
  });

  it('bears the number of the registered letter where it is known, else none', () => {
    const number = write(fileWith([]), 'registered_post:file:1', '2026-04-20', { trackingNumber: '1A 009 158 2038 0' });
    expect(number.registered).toBe(typeset('Lettre recommandée avec accusé de réception nº 1A 009 158 2038 0'));
    expect(write(fileWith([]), 'registered_post:file:1', '2026-04-20').registered).toBeNull();
  });

  it('goes on without the number of a sending that had none', () => {
    const text = textOf(
      write(fileWith([{ ...posted, trackingNumber: null }]), 'registered_post:resend:1', '2026-06-01'),
    );
    expect(text).toContain('par lettre recommandée du 20 avril 2026');
    expect(text).not.toContain('nº ');
  });

  it.each([
    ['registered_post:chase:1', [], {}, 'posting_missing'],
    ['registered_post:resend:1', [], {}, 'posting_missing'],
    ['registered_post:supplement:1', [posted], {}, 'request_missing'],
    [
      'registered_post:supplement:1',
      [posted, { type: 'documents_requested', on: '2026-05-04', documents: ['rib'] }],
      {},
      'nothing_to_send',
    ],
    [
      'registered_post:civil_status:1',
      [posted, { type: 'attestation_received', on: '2026-06-01' }],
      {},
      'provisional_number_missing',
    ],
    ['registered_post:card:1', [], {}, 'card_order_missing'],
    ['registered_post:option:1', [], { category: 'frontier_worker' }, 'option_start_missing'],
    ['file_appeal:1', [posted], {}, 'refusal_missing'],
    ['seize_mediator:with_cpam:1', [posted, received], {}, 'chase_first'],
    ['registered_post:file:1', [], { address: { postcode: '05000', city: 'Gap' } }, 'caisse_address_missing'],
    ['registered_post:file:1', [], { address: { postcode: '59200', city: 'Tourcoing' } }, 'caisse_to_choose'],
    ['registered_post:file:1', [], { category: 'student' }, 'no_caisse'],
    ['registered_post:file:1', [], { address: { postcode: '24000' } }, 'client_address_missing'],
  ] as const)('%s cannot be written without its facts, and says so', (key, events, applicant, code) => {
    const { blocked } = write(fileWith([...events], applicant), key, '2026-07-20');
    expect(blocked.map((note) => note.code)).toContain(code);
    for (const { say } of blocked) expect([say.en, say.fr].every((text) => text.length > 20)).toBe(true);
  });
});

const KEYS = [
  'registered_post:file:1',
  'registered_post:file:2',
  'registered_post:supplement:1',
  'registered_post:supplement:2',
  'registered_post:chase:1',
  'registered_post:chase:2',
  'registered_post:resend:1',
  'registered_post:civil_status:1',
  'registered_post:card:1',
  'registered_post:option:1',
  'file_appeal:1',
  'seize_mediator:with_cpam:1',
];

describe('any letter of any file', () => {
  test.prop([files.chain((file) => fc.tuple(fc.constant(file), todays(file))), fc.constantFrom(...KEYS)])(
    'has no hole, no number of social security, and no receipt that is no event',
    ([file, today], key) => {
      const written = write(file, key, today);
      const text = textOf(written);
      expect(text).not.toMatch(/undefined|null|NaN|\{|\}|⟨|⟩|\[object| {2}| ,|\( /);
      expect(containsNir(text)).toBe(false);
      const deliveries = new Set(
        file.events.flatMap((event) =>
          event.type === 'post_delivered' || event.type === 'file_submitted' ? [dayOf(event.on)] : [],
        ),
      );
      for (const [, day] of text.matchAll(
        /(?:reçue? par vos services le|distribuée le|preuve de distribution du) (\S+ \S+ \d{4})/gi,
      ))
        expect(deliveries).toContain(day);
      for (const line of written.to) expect(line).toMatch(/^[A-Z0-9 /-]*$/);
      if (written.blocked.length === 0) expect(written.to.every((line) => line.length <= 38)).toBe(true);
    },
  );

  test.prop([files.chain((file) => fc.tuple(fc.constant(file), todays(file)))])(
    'every letter task of a plan has its letter',
    ([file, today]) => {
      for (const { key, kind } of plan(file, today).tasks) {
        const asks = ['registered_post', 'file_appeal', 'seize_mediator'].includes(kind);
        expect(letterOfTask(key) !== null).toBe(asks);
      }
    },
  );

  test.prop([files.chain((file) => fc.tuple(fc.constant(file), todays(file))), fc.constantFrom(...KEYS)])(
    'is the same however often it is written',
    ([file, today], key) => {
      expect(write(file, key, today)).toEqual(write(file, key, today));
      expect(addDays(today, 0)).toBe(today);
    },
  );
});
