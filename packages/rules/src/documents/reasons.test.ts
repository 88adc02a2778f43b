import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../calendar/days.ts';
import { defaultPlaybook } from '../playbook.ts';
import { applicantWith } from '../testing/applicants.ts';
import { planOn } from '../testing/story.ts';
import type { DocumentCode } from '../vocabulary.ts';
import { documentNeeds } from './needs.ts';

/** Two people may need the same paper for different reasons: each is told their own, with where it stands. */

const TODAY = '2026-03-02' as Day;
const of = (more: object, code: DocumentCode, member: string | null = null) =>
  documentNeeds(applicantWith(more), defaultPlaybook, TODAY).find((row) => row.code === code && row.member === member);
const born = (country: string, language: string, more: object = {}) => ({
  birthCertificate: { country, language },
  ...more,
});
const category = (name: string, more: object = {}) => ({ category: name, ...more });

const FRONTIER = category('frontier_worker', { nationalities: ['US'] });
const NL = { nationalities: ['NL'] };
const FR = { nationalities: ['FR'] };

describe('why a paper is needed or not', () => {
  it.each<[string, object, DocumentCode, need: string, source: string, en: string, fr: string]>([
    ['a frontier worker', FRONTIER, 'application_form', 'required', 'ameli/frontalier-suisse', 'option form', 'option'],
    ['an employee', {}, 'application_form', 'required', 'service-public/F34308', 'is the request', 'est la demande'],
    ['a posted worker', category('posted_worker'), 'application_form', 'not_needed', 'form/S1106', 'an S1', 'S1'],
    ['a frontier worker', FRONTIER, 'identity', 'conditional', 'ameli/frontalier-suisse', 'identity card', 'identité'],
    ['an employee', {}, 'identity', 'required', 'ameli/ne-etranger', 'in every file', 'tout dossier'],
    [
      'a Dutch employee',
      NL,
      'residence_permit',
      'not_needed',
      'service-public/F13842',
      'need no permit',
      'aucun titre',
    ],
    [
      'a frontier worker',
      FRONTIER,
      'residence_permit',
      'conditional',
      'ameli/frontalier-suisse',
      'the permit',
      'titre',
    ],
    [
      'a posted worker',
      category('posted_worker'),
      'residence_permit',
      'conditional',
      'ameli/detachement',
      'treaty',
      'convention',
    ],
    [
      'a British pensioner of 2019',
      category('s1_holder', { nationalities: ['GB'], arrivedOn: '2020-12-31' }),
      'residence_permit',
      'conditional',
      'arrete/2017-05-10',
      'Withdrawal Agreement',
      'accord de retrait',
    ],
    [
      'an American with an S1',
      category('s1_holder', { arrivedOn: '2019-01-01' }),
      'residence_permit',
      'required',
      'arrete/2017-05-10',
      'title in force',
      'titre en cours',
    ],
    [
      'a British pensioner not there yet',
      category('s1_holder', { nationalities: ['GB'] }),
      'residence_permit',
      'required',
      'arrete/2017-05-10',
      'title in force',
      'titre en cours',
    ],
    [
      'a British employee of 2019',
      { nationalities: ['GB'], arrivedOn: '2019-01-01' },
      'residence_permit',
      'required',
      'arrete/2017-05-10',
      'title in force',
      'titre en cours',
    ],
    ['a frontier worker', FRONTIER, 'rib', 'conditional', 'ameli/frontalier-suisse', 'bank details', 'RIB'],
    ['a student', category('student'), 'rib', 'required', 'campusfrance/301673', 'refunds', 'remboursements'],
    ['an employee', {}, 'rib', 'required', 'form/S1106', 'refunds', 'remboursements'],
    [
      'an S1 holder',
      category('s1_holder'),
      'proof_of_address',
      'required',
      'forum-ameli/2703700',
      'no three-month',
      'pas de preuve',
    ],
    [
      'a job seeker',
      category('job_seeker'),
      'proof_of_address',
      'required',
      'forum-ameli/2703700',
      'job seeker',
      'emploi',
    ],
    [
      'a language assistant',
      { hasNominationOrder: true },
      'proof_of_address',
      'required',
      'forum-ameli/3424984',
      'Paris',
      'Paris',
    ],
    [
      'a frontier worker',
      FRONTIER,
      'proof_of_address',
      'conditional',
      'ameli/frontalier-suisse',
      'option form',
      'option',
    ],
    [
      'an employee',
      {},
      'proof_of_address',
      'not_needed',
      'ameli/ne-etranger',
      'carry the address',
      'portent l’adresse',
    ],
    [
      'a student',
      category('student'),
      'proof_of_address',
      'not_needed',
      'ameli/ne-etranger',
      'No list asks',
      'Aucune liste',
    ],
    [
      'an American resident',
      category('resident'),
      'proof_of_stable_residence',
      'required',
      'c2s/resider-en-france',
      'three months',
      'trois mois',
    ],
    [
      'a Dutch resident',
      category('resident', NL),
      'proof_of_stable_residence',
      'required',
      'forum-ameli/3425025',
      'three months',
      'trois mois',
    ],
    [
      'one who joins a relative',
      category('family_member'),
      'proof_of_stable_residence',
      'not_needed',
      'cpam67/residence',
      'insured relative',
      'proche assuré',
    ],
    [
      'an employee',
      {},
      'proof_of_stable_residence',
      'not_needed',
      'welcometofrance/affiliation',
      'first day',
      'premier jour',
    ],
    [
      'the self-employed',
      category('self_employed'),
      'proof_of_stable_residence',
      'not_needed',
      'welcometofrance/affiliation',
      'first day',
      'premier jour',
    ],
    [
      'a frontier worker',
      FRONTIER,
      'proof_of_stable_residence',
      'not_needed',
      'welcometofrance/affiliation',
      'first day',
      'premier jour',
    ],
    ['a student', category('student'), 'proof_of_stable_residence', 'not_needed', 'css/D160-2', 'Studies', 'études'],
    [
      'an S1 holder',
      category('s1_holder'),
      'proof_of_stable_residence',
      'not_needed',
      'service-public/F12859',
      'Another country',
      'autre pays',
    ],
    ['an S1 holder', category('s1_holder'), 's1_form', 'required', 'service-public/F12859', 'pension', 'pension'],
    [
      'a posted worker',
      category('posted_worker'),
      's1_form',
      'required',
      'ameli/detachement',
      'insured at home',
      'reste au pays',
    ],
    [
      'a Dutch job seeker',
      category('job_seeker', NL),
      's1_form',
      'required',
      'forum-ameli/2703700',
      'country left',
      'pays quitté',
    ],
    [
      'an American job seeker',
      category('job_seeker'),
      's1_form',
      'not_needed',
      'service-public/F12859',
      'No scheme',
      'Aucun régime',
    ],
    [
      'a frontier worker',
      FRONTIER,
      's1_form',
      'not_needed',
      'frontaliers-grandest/option',
      'Swiss scheme',
      'régime suisse',
    ],
    ['an employee', {}, 's1_form', 'not_needed', 'service-public/F12859', 'asked of an employee', 'activité salariée'],
    [
      'a Frenchwoman back',
      category('resident', { ...FR, arrivedOn: '2026-01-05' }),
      's1_refusal',
      'not_needed',
      'forum-ameli/3425025',
      'French nationals',
      'Français|français',
    ],
    [
      'a Dutch resident of ten years',
      category('resident', { ...NL, arrivedOn: '2016-01-05' }),
      's1_refusal',
      'not_needed',
      'forum-ameli/3425025',
      'Five years',
      'Cinq ans',
    ],
    [
      'a Dutch spouse',
      category('resident', { ...NL, familyRoute: true }),
      's1_refusal',
      'not_needed',
      'forum-ameli/3425025',
      'asked of a resident',
      'résidence sans',
    ],
    [
      'an American resident',
      category('resident'),
      's1_refusal',
      'not_needed',
      'forum-ameli/3425025',
      'asked of a resident',
      'résidence sans',
    ],
    [
      'a Dutch student',
      category('student', NL),
      'ehic',
      'not_needed',
      'service-public/F675',
      'No valid European card',
      'Aucune carte',
    ],
    [
      'a Dutch job seeker',
      category('job_seeker', NL),
      'ehic',
      'not_needed',
      'service-public/F675',
      'No valid European card',
      'Aucune carte',
    ],
    ['an employee', {}, 'ehic', 'not_needed', 'service-public/F675', 'asked of an employee', 'activité salariée'],
    [
      'a Dutch resident of a month',
      category('resident', { ...NL, arrivedOn: '2026-02-02' }),
      'means_and_cover',
      'conditional',
      'cleiss/resider-eee',
      'case by case',
      'souvent',
    ],
    [
      'a Dutch student',
      category('student', NL),
      'means_and_cover',
      'required',
      'campusfrance/301673',
      'means to live on',
      'ressources',
    ],
    [
      'an American student',
      category('student'),
      'means_and_cover',
      'not_needed',
      'cleiss/resider-eee',
      'asked of a student',
      'des études',
    ],
    [
      'a posted worker',
      category('posted_worker'),
      'a1_certificate',
      'optional',
      'ameli/detachement',
      'employer',
      'employeur',
    ],
    [
      'a frontier worker',
      FRONTIER,
      'employment_contract',
      'conditional',
      'ameli/frontalier-suisse',
      'Swiss contract',
      'contrat suisse',
    ],
    [
      'a student',
      category('student'),
      'nomination_order',
      'not_needed',
      'forum-ameli/3424984',
      'asked of a student',
      'des études',
    ],
    ['an employee', {}, 'nomination_order', 'not_needed', 'forum-ameli/3424984', 'No arrêté', 'Aucun arrêté'],
    [
      'one who joins a relative',
      category('family_member'),
      'family_reunification_proof',
      'required',
      'css/D160-2',
      'takes the place',
      'remplace',
    ],
    [
      'a spouse by the adviser’s word',
      category('family_member', { familyRoute: true }),
      'family_reunification_proof',
      'conditional',
      'css/D160-2',
      'adviser’s choice',
      'à la main',
    ],
    [
      'born in Taiwan',
      born('TW', 'zh'),
      'apostille',
      'required',
      'pvtistes/acte-de-naissance',
      'TW are legalised',
      'TW\\) sont légalisés',
    ],
    [
      'born in Canada',
      born('CA', 'fr'),
      'apostille',
      'required',
      'pvtistes/acte-de-naissance',
      'CA carry an apostille',
      'CA\\) portent une apostille',
    ],
    [
      'born in Morocco',
      born('MA', 'ar'),
      'apostille',
      'conditional',
      'service-public/F1402',
      'depends on the treaty',
      'selon convention',
    ],
    [
      'born in Greece',
      born('GR', 'el'),
      'apostille',
      'not_needed',
      'service-public/F1402',
      'issued in the EU',
      'dans l’UE',
    ],
    [
      'a frontier worker born in Norway',
      born('NO', 'no', FRONTIER),
      'apostille',
      'conditional',
      'service-public/F1402',
      'if the caisse asks',
      'si la caisse',
    ],
    [
      'a student',
      born('US', 'en', category('student')),
      'apostille',
      'not_needed',
      'campusfrance/301673',
      'student site',
      'site étudiant',
    ],
    [
      'born in Québec',
      born('CA', 'fr'),
      'birth_certificate_translation',
      'not_needed',
      'service-public/F16467',
      'is in French',
      'en français',
    ],
    [
      'a Greek student',
      born('GR', 'el', category('student')),
      'birth_certificate_translation',
      'required',
      'campusfrance/301673',
      'Greek and Bulgarian',
      'grecs et bulgares',
    ],
    [
      'a Bulgarian student',
      born('BG', 'bg', category('student')),
      'birth_certificate_translation',
      'required',
      'campusfrance/301673',
      'Greek and Bulgarian',
      'grecs et bulgares',
    ],
    [
      'born in Switzerland',
      born('CH', 'de'),
      'birth_certificate_translation',
      'not_needed',
      'service-public/F16467',
      'EEA or Switzerland',
      'EEE ou de la Suisse',
    ],
    [
      'a frontier worker born in the US',
      born('US', 'en', FRONTIER),
      'birth_certificate_translation',
      'conditional',
      'service-public/F16467',
      'if it is asked for',
      's’il est demandé',
    ],
    [
      'a Dutch student born in the US',
      born('US', 'en', category('student', NL)),
      'birth_certificate_translation',
      'required',
      'service-public/F16467',
      'non-EU students',
      'que hors UE',
    ],
    [
      'an American student',
      born('US', 'en', category('student')),
      'birth_certificate_translation',
      'required',
      'service-public/F16467',
      'older CPAM list',
      'ancienne liste',
    ],
    [
      'born in China',
      born('CN', 'zh'),
      'birth_certificate_translation',
      'required',
      'service-public/F16467',
      'issued outside the EEA and is not',
      'établi hors de l’EEE et n’est pas',
    ],
    [
      'a married resident',
      category('resident', { married: true }),
      'marriage_certificate',
      'required',
      'forum-ameli/3425037',
      'records the family',
      'enregistre la famille',
    ],
    [
      'a married relative',
      category('family_member', { married: true }),
      'marriage_certificate',
      'required',
      'forum-ameli/3425037',
      'tie to the insured',
      'lien avec',
    ],
    [
      'a single relative',
      category('family_member'),
      'marriage_certificate',
      'conditional',
      'forum-ameli/3425037',
      'is the spouse',
      'est le conjoint',
    ],
    [
      'a married employee',
      { married: true },
      'marriage_certificate',
      'conditional',
      'forum-ameli/3425037',
      'A marriage or a partner is on file',
      'Un mariage ou un conjoint figure',
    ],
    [
      'an employee with a partner',
      { members: [{ id: 'p', relation: 'partner', birthDate: '1980-01-01' }] },
      'marriage_certificate',
      'conditional',
      'forum-ameli/3425037',
      'A marriage or a partner is on file',
      'Un mariage ou un conjoint figure',
    ],
    [
      'an employee with a child',
      { members: [{ id: 'c', relation: 'child', birthDate: '2020-01-01' }] },
      'marriage_certificate',
      'not_needed',
      'forum-ameli/3425037',
      'No marriage',
      'Aucun mariage',
    ],
    [
      'a single resident',
      category('resident'),
      'marriage_certificate',
      'not_needed',
      'forum-ameli/3425037',
      'No marriage',
      'Aucun mariage',
    ],
    [
      'a married student',
      category('student', { married: true }),
      'marriage_certificate',
      'not_needed',
      'forum-ameli/3425037',
      'asked of a student',
      'des études',
    ],
    ['anybody', {}, 'child_identity', 'not_needed', 'service-public/F16620', 'paper of children', 'pièce des enfants'],
    ['anybody', {}, 'photo', 'optional', 'service-public/F265', 'printed on the card', 'figure sur la carte'],
    ['anybody', {}, 'gp_declaration', 'optional', 'selectra/S3704', 'better refunded', 'mieux remboursées'],
  ])('%s, %o: %s is %s by %s: “… %s …”', (_, applicant, code, need, source, en, fr) => {
    const row = of(applicant, code);
    expect(row).toMatchObject({ need, source });
    expect(row?.because.en).toMatch(new RegExp(en));
    expect(row?.because.fr).toMatch(new RegExp(fr));
  });

  it.each<[string, string | null, DocumentCode, string, string]>([
    ['born in Réunion', 'RE', 'birth_certificate_translation', 'not_needed', 'Born in RE'],
    ['born in Germany', 'DE', 'birth_certificate_translation', 'not_needed', 'Born in DE'],
    ['born in the US', 'US', 'birth_certificate_translation', 'conditional', 'As for adults'],
    ['born nobody knows where', null, 'birth_certificate_translation', 'conditional', 'As for adults'],
    ['born in Réunion', 'RE', 'child_identity', 'not_needed', 'Born in France'],
    ['born in the US', 'US', 'child_identity', 'required', 'Born abroad \\(US\\)'],
    ['born nobody knows where', null, 'child_identity', 'conditional', 'not known yet'],
  ])('a child %s (%s): %s is %s', (_, birthCountry, code, need, en) => {
    const child = { id: 'c', relation: 'child', birthDate: '2020-01-01', birthCountry };
    const row = of({ members: [child] }, code, 'c');
    expect(row?.need).toBe(need);
    expect(row?.because.en).toMatch(new RegExp(en));
  });

  it('what only the card needs is for the card', () => {
    expect(of({}, 'photo')?.neededFor).toBe('card');
    expect(of({}, 'gp_declaration')?.neededFor).toBe('card');
  });

  it('a student whose studies start on the 28th birthday or later is told of the two ways to file', () => {
    const student = (studiesStartOn: string | null) => category('student', { birthDate: '1998-09-01', studiesStartOn });
    const differs = (start: string | null) => of(student(start), 'application_form')?.sourcesDiffer?.en;
    expect(differs('2026-08-31')).toBeUndefined();
    expect(differs('2026-09-01')).toContain('over 28');
    expect(differs(null)).toBeUndefined();
  });
});

describe('a paper that CPAM asks for', () => {
  const asked = (documents: string[], more: object[] = [], applicant: object = {}) => ({
    applicant,
    events: [{ type: 'documents_requested', on: '2026-02-02', documents }, ...(more as { type: string }[])],
  });
  const paper = (type: string, on: string, document: string, more: object = {}) => ({ type, on, document, ...more });
  const child = { members: [{ id: 'c1', relation: 'child', birthDate: '2016-07-01', birthCountry: 'CA' }] };

  it.each<[string, object[], string]>([
    ['not sent', [], 'missing'],
    ['verified before it was asked for', [paper('document_verified', '2026-02-01', 'rib')], 'missing'],
    ['verified that day', [paper('document_verified', '2026-02-02', 'rib')], 'verified'],
    ['received since', [paper('document_received', '2026-02-03', 'rib')], 'received'],
    ['sent back since', [paper('document_rejected', '2026-02-03', 'rib', { fault: 'incorrect' })], 'rejected'],
    ['sent back before', [paper('document_rejected', '2026-02-01', 'rib', { fault: 'incorrect' })], 'missing'],
    [
      'sent back, though it has ended meanwhile',
      [
        paper('document_received', '2026-02-02', 'rib', { validUntil: '2026-02-04' }),
        paper('document_rejected', '2026-02-03', 'rib', { fault: 'incorrect' }),
      ],
      'rejected',
    ],
    [
      'received, and over since',
      [paper('document_received', '2026-02-03', 'rib', { validUntil: '2026-02-04' })],
      'expired',
    ],
    [
      'received, on its last day',
      [paper('document_received', '2026-02-03', 'rib', { validUntil: '2026-02-05' })],
      'received',
    ],
  ])('and is %s', (_, events, status) => {
    expect(planOn('2026-02-05', asked(['rib'], events)).statuses['rib']).toBe(status);
  });

  it('is asked for until it comes, and a child’s from the child', () => {
    const task = 'collect_documents:supplement:1';
    const story = (events: object[]) => planOn('2026-02-10', asked(['child_identity'], events, child)).tasks;
    expect(story([])).toHaveProperty([task]);
    expect(story([paper('document_received', '2026-02-04', 'child_identity', { member: 'c1' })])).not.toHaveProperty([
      task,
    ]);
    expect(story([paper('document_received', '2026-02-04', 'identity')])).toHaveProperty([task]);
  });

  it('for a second time does not open the first request again', () => {
    const again = { type: 'documents_requested', on: '2026-03-20', documents: ['rib', 'identity'] };
    const came = paper('document_verified', '2026-02-10', 'rib');
    const tasks = planOn(addDays('2026-03-20' as Day, 1), asked(['rib'], [came, again])).tasks;
    expect(tasks).not.toHaveProperty(['collect_documents:supplement:1']);
    expect(tasks).toHaveProperty(['collect_documents:supplement:2']);
  });
});
