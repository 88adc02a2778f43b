import type { PlannedDocument } from '@suivi/rules/plan-types';
import type { DocumentCode } from '@suivi/rules/vocabulary';

/** The documents table once more, as conditions on facts: what json-rules-engine is given to hold. */

export type Need = PlannedDocument['need'];
/** A line stands when each fact has this value, or one of these; one without conditions always does. */
export type When = Record<string, boolean | string | string[]>;
/** The reason is a code: its words, with a country or a category filled in, are the same for all who have the code. */
export type Line = [when: When, need: Need, reason: string];
/** Of each paper the first line that stands counts. The last one always does. */
export type Table = readonly (readonly [code: DocumentCode, lines: readonly Line[]])[];

const always = (need: Need, reason: string): Line => [{}, need, reason];
const notListed = always('not_needed', 'not_listed');
const posted: Line = [{ category: 'posted_worker' }, 'not_needed', 'not_listed'];
const known: Line[] = [
  [{ bornInFrance: true }, 'not_needed', 'born_in_france'],
  [{ formerlyInsured: true }, 'not_needed', 'formerly_insured'],
];
const frontier = (reason: string): Line => [{ category: 'frontier_worker' }, 'conditional', reason];

const PAPERS: Record<DocumentCode, Line[]> = {
  application_form: [
    [{ category: 'frontier_worker' }, 'required', 'option_form'],
    [{ category: 'posted_worker' }, 'not_needed', 's1_not_s1106'],
    [{ category: 'student', beganStudiesAt28: true }, 'not_needed', 'students_online_in_doubt'],
    [{ category: 'student' }, 'not_needed', 'students_online'],
    [{ category: 's1_holder' }, 'required', 's1106_beside_s1'],
    always('required', 's1106'),
  ],
  identity: [frontier('option_form_identity'), always('required', 'identity')],
  residence_permit: [
    [{ group: 'eu' }, 'not_needed', 'eu_no_permit'],
    frontier('option_form_permit'),
    [{ category: 'posted_worker' }, 'conditional', 'treaty'],
    [{ category: 's1_holder', group: 'uk', arrivedBefore2021: true }, 'conditional', 'withdrawal_agreement'],
    [{ permitCounts: false }, 'required', 'vls_ts_not_validated'],
    always('required', 'permit'),
  ],
  birth_certificate: [posted, ...known, frontier('option_form_birth'), always('required', 'number_made_from_it')],
  birth_certificate_translation: [
    posted,
    ...known,
    [{ certificateFrom: 'unknown' }, 'conditional', 'certificate_unknown'],
    [{ certificateLanguage: 'fr' }, 'not_needed', 'in_french'],
    [{ category: 'student', certificateCountry: ['GR', 'BG'] }, 'required', 'greek_and_bulgarian'],
    [{ certificateFrom: ['france', 'eu', 'eea'] }, 'not_needed', 'eea_no_translation'],
    frontier('option_form_translation'),
    [{ category: 'student', group: 'eu' }, 'required', 'translation_eu_student'],
    [
      { certificateLanguage: 'sq hr cs da nl en fi de hu it lv lt no nb nn pl pt ro sk es sv tr'.split(' ') },
      'required',
      'once_tolerated',
    ],
    always('required', 'translation'),
  ],
  apostille: [
    posted,
    ...known,
    [{ category: 'student' }, 'not_needed', 'students_no_apostille'],
    [{ certificateFrom: 'unknown' }, 'conditional', 'certificate_unknown'],
    [{ certificateFrom: ['france', 'eu'] }, 'not_needed', 'eu_no_apostille'],
    frontier('if_the_caisse_asks'),
    [{ certificateCountry: 'AR AU CA CL CO HK JP KR MX NZ RU UY'.split(' ') }, 'required', 'apostille'],
    [{ certificateCountry: 'BR GB IN US'.split(' ') }, 'required', 'apostille_as_far_as_known'],
    [{ certificateCountry: 'TW' }, 'required', 'legalised'],
    always('conditional', 'by_treaty'),
  ],
  rib: [frontier('option_form_rib'), always('required', 'refunds')],
  proof_of_address: [
    [{ category: 's1_holder' }, 'required', 'address_with_s1'],
    [{ category: 'job_seeker' }, 'required', 'address_of_job_seeker'],
    [{ category: 'employee', hasNominationOrder: true }, 'required', 'assistants_address'],
    frontier('option_form_address'),
    [{ category: ['posted_worker', 'student'] }, 'not_needed', 'no_list_asks_address'],
    always('not_needed', 'form_carries_address'),
  ],
  proof_of_stable_residence: [
    [{ ownResidence: true }, 'required', 'own_residence'],
    [{ joinsFamily: true }, 'not_needed', 'joining_instead'],
    [{ category: ['employee', 'self_employed', 'frontier_worker'] }, 'not_needed', 'work_opens'],
    [{ category: 'student' }, 'not_needed', 'studies_open'],
    always('not_needed', 'another_country_pays'),
  ],
  employment_contract: [
    [{ category: 'employee' }, 'required', 'contract'],
    frontier('option_form_contract'),
    notListed,
  ],
  business_registration: [[{ category: 'self_employed' }, 'required', 'registration'], notListed],
  nomination_order: [
    [{ category: 'employee', hasNominationOrder: true }, 'required', 'assistants_desk'],
    [{ category: 'employee' }, 'not_needed', 'no_nomination_order'],
    notListed,
  ],
  enrolment_certificate: [[{ category: 'student' }, 'required', 'enrolment'], notListed],
  s1_form: [
    [{ category: 's1_holder' }, 'required', 's1'],
    [{ category: 'posted_worker' }, 'required', 's1_of_posted'],
    [{ category: 'job_seeker', group: 'eu' }, 'required', 's1_of_job_seeker'],
    [{ category: 'job_seeker' }, 'not_needed', 'no_eu_scheme'],
    [{ category: 'frontier_worker' }, 'not_needed', 's1_is_swiss_choice'],
    notListed,
  ],
  s1_refusal: [
    [{ underFiveYears: true }, 'required', 'under_five_years'],
    [{ category: 'resident', isFrench: true, joinsFamily: false }, 'not_needed', 'french_come_back'],
    [{ category: 'resident', group: 'eu', joinsFamily: false }, 'not_needed', 'five_years_over'],
    notListed,
  ],
  a1_certificate: [[{ category: 'posted_worker' }, 'optional', 'a1'], notListed],
  ehic: [
    [{ category: ['student', 'job_seeker'], hasEhic: true }, 'optional', 'ehic_covers'],
    [{ category: ['student', 'job_seeker'] }, 'not_needed', 'no_ehic'],
    notListed,
  ],
  means_and_cover: [
    [{ underFiveYears: true }, 'conditional', 'means_case_by_case'],
    [{ category: 'student', isFrench: true }, 'conditional', 'means_french_student'],
    [{ category: 'student', group: 'eu' }, 'required', 'means_eu_student'],
    notListed,
  ],
  marriage_certificate: [
    [{ category: ['posted_worker', 'student', 'frontier_worker'] }, 'not_needed', 'not_listed'],
    ...known,
    [{ category: 'resident', married: true }, 'required', 'married'],
    [{ category: 'family_member', married: true }, 'required', 'tie'],
    [{ category: 'family_member' }, 'conditional', 'tie_unknown'],
    [{ partnerOnFile: true }, 'conditional', 'partner'],
    always('not_needed', 'no_marriage'),
  ],
  family_reunification_proof: [
    [{ joinsFamily: true, familyRoute: true }, 'conditional', 'adviser_chose_route'],
    [{ joinsFamily: true }, 'required', 'instead_of_three_months'],
    notListed,
  ],
  relative_attestation: [[{ joinsFamily: true }, 'required', 'relative_insured'], notListed],
  child_birth_certificate: [always('not_needed', 'of_children')],
  child_identity: [always('not_needed', 'of_children')],
  photo: [always('optional', 'photo')],
  gp_declaration: [always('optional', 'gp')],
};

const CHILDS_PAPERS: Partial<Record<DocumentCode, Line[]>> = {
  application_form: [always('required', 's3705')],
  birth_certificate_translation: [
    [{ bornIn: ['france', 'eu', 'eea'] }, 'not_needed', 'born_in_eea'],
    always('conditional', 'as_for_adults'),
  ],
  child_birth_certificate: [always('required', 'link_to_parents')],
  child_identity: [
    [{ bornIn: 'unknown' }, 'conditional', 'birth_country_unknown'],
    [{ bornIn: 'france' }, 'not_needed', 'not_asked_born_in_france'],
    always('required', 'born_abroad'),
  ],
};

const nothingFiled: Line = [{ nothingIsFiled: true }, 'not_needed', 'nothing_is_filed'];

const tableOf = (papers: Partial<Record<DocumentCode, Line[]>>): Table =>
  Object.entries(papers).map(([name, lines]) => {
    const code = name as DocumentCode;
    return [code, code === 'ehic' ? lines : [nothingFiled, ...lines]];
  });

export const APPLICANTS_TABLE = tableOf(PAPERS);
export const CHILDS_TABLE = tableOf(CHILDS_PAPERS);

/** The table of the needs alone: lines at the end that say the same are one. */
export const needsAlone = (table: Table): Table =>
  table.map(([code, lines]) => {
    const last = lines.at(-1)?.[1];
    const differs = lines.findLastIndex(([, need]) => need !== last);
    return [code, [...lines.slice(0, differs + 1), ...lines.slice(-1)]];
  });
