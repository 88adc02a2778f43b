import { EEA_AND_SWITZERLAND, EUROPEAN_UNION, FRANCE } from '@suivi/rules/countries';
import { filesS1106 } from '@suivi/rules/documents/rule';
import { groupOf, isEuResidentUnderFiveYears, joinsFamily, ownResidence, routeOf } from '@suivi/rules/eligibility';
import type { Applicant } from '@suivi/rules/file';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import type { Day } from '@suivi/rules/calendar/days';
import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';

/** The documents table once more, as rules of json-rules-engine: the applicant's papers, their need, and no reasons. */

type Need = PlannedDocument['need'];
/** A line stands when each fact has this value, or one of these. */
type Line = [when: Record<string, boolean | string | string[]>, need: Need];

const notAsked: Line[] = [
  [{ category: 'posted_worker' }, 'not_needed'],
  [{ bornInFrance: true }, 'not_needed'],
  [{ formerlyInsured: true }, 'not_needed'],
];
const always = (need: Need): Line => [{}, need];
const only = (when: Line[0], need: Need): Line[] => [[when, need], always('not_needed')];
const frontier: Line = [{ category: 'frontier_worker' }, 'conditional'];

/** Of each paper the first line that stands counts. */
const TABLE: Record<DocumentCode, Line[]> = {
  application_form: [[{ category: ['posted_worker', 'student'] }, 'not_needed'], always('required')],
  identity: [frontier, always('required')],
  residence_permit: [
    [{ group: 'eu' }, 'not_needed'],
    [{ category: ['frontier_worker', 'posted_worker'] }, 'conditional'],
    [{ category: 's1_holder', group: 'uk', arrivedBefore2021: true }, 'conditional'],
    always('required'),
  ],
  birth_certificate: [...notAsked, frontier, always('required')],
  birth_certificate_translation: [
    ...notAsked,
    [{ certificateFrom: 'unknown' }, 'conditional'],
    [{ certificateLanguage: 'fr' }, 'not_needed'],
    [{ category: 'student', certificateCountry: ['GR', 'BG'] }, 'required'],
    [{ certificateFrom: ['france', 'eu', 'eea'] }, 'not_needed'],
    frontier,
    always('required'),
  ],
  apostille: [
    ...notAsked,
    [{ category: 'student' }, 'not_needed'],
    [{ certificateFrom: 'unknown' }, 'conditional'],
    [{ certificateFrom: ['france', 'eu'] }, 'not_needed'],
    [{ filesS1106: false }, 'conditional'],
    [{ certificateCountry: 'AR AU BR CA CL CO GB HK IN JP KR MX NZ RU US UY TW'.split(' ') }, 'required'],
    always('conditional'),
  ],
  rib: [frontier, always('required')],
  proof_of_address: [
    [{ category: ['s1_holder', 'job_seeker'] }, 'required'],
    [{ category: 'employee', hasNominationOrder: true }, 'required'],
    frontier,
    always('not_needed'),
  ],
  proof_of_stable_residence: only({ ownResidence: true }, 'required'),
  employment_contract: [[{ category: 'employee' }, 'required'], frontier, always('not_needed')],
  business_registration: only({ category: 'self_employed' }, 'required'),
  nomination_order: only({ category: 'employee', hasNominationOrder: true }, 'required'),
  enrolment_certificate: only({ category: 'student' }, 'required'),
  s1_form: [
    [{ category: ['s1_holder', 'posted_worker'] }, 'required'],
    ...only({ category: 'job_seeker', group: 'eu' }, 'required'),
  ],
  s1_refusal: only({ underFiveYears: true }, 'required'),
  a1_certificate: only({ category: 'posted_worker' }, 'optional'),
  ehic: only({ category: ['student', 'job_seeker'], hasEhic: true }, 'optional'),
  means_and_cover: [
    [{ underFiveYears: true }, 'conditional'],
    ...only({ category: 'student', group: 'eu' }, 'required'),
  ],
  marriage_certificate: [
    [{ filesS1106: false }, 'not_needed'],
    ...notAsked,
    [{ category: ['resident', 'family_member'], married: true }, 'required'],
    [{ category: 'family_member' }, 'conditional'],
    [{ married: true }, 'conditional'],
    ...only({ hasPartner: true }, 'conditional'),
  ],
  family_reunification_proof: [
    [{ joinsFamily: false }, 'not_needed'],
    [{ familyRoute: true }, 'conditional'],
    always('required'),
  ],
  relative_attestation: only({ joinsFamily: true }, 'required'),
  child_birth_certificate: [always('not_needed')],
  child_identity: [always('not_needed')],
  photo: [always('optional')],
  gp_declaration: [always('optional')],
};

const conditionsOf = (when: Line[0]): TopLevelCondition => ({
  all: Object.entries(when).map(([fact, value]) => ({
    fact,
    operator: Array.isArray(value) ? 'in' : 'equal',
    value,
  })),
});

function rulesOf(document: DocumentCode, lines: readonly Line[]): RuleProperties[] {
  const nothingFiled: Line = [{ nothingIsFiled: true }, 'not_needed'];
  return (document === 'ehic' ? lines : [nothingFiled, ...lines]).map(([when, need], place) => ({
    conditions: conditionsOf(when),
    event: { type: document, params: { need, place } },
  }));
}

export const documentsEngine = (): Engine =>
  new Engine(Object.entries(TABLE).flatMap(([code, lines]) => rulesOf(code as DocumentCode, lines)));

/** What the engine is told of an applicant. */
function factsOf(applicant: Applicant, day: Day): Record<string, boolean | string> {
  const { birthCertificate: certificate, nationalities, members, arrivedOn } = applicant;
  return {
    category: applicant.category,
    group: groupOf(nationalities),
    married: applicant.married,
    hasPartner: members.some(({ relation }) => relation === 'partner'),
    hasEhic: applicant.hasEhic,
    hasNominationOrder: applicant.hasNominationOrder,
    familyRoute: applicant.familyRoute,
    joinsFamily: joinsFamily(applicant),
    ownResidence: ownResidence(applicant),
    underFiveYears: isEuResidentUnderFiveYears(applicant, day),
    nothingIsFiled: routeOf(applicant) === 'none',
    filesS1106: filesS1106(applicant),
    bornInFrance: FRANCE.has(applicant.birthCountry),
    formerlyInsured: applicant.formerlyInsuredInFrance,
    arrivedBefore2021: arrivedOn !== null && arrivedOn < '2021-01-01',
    certificateCountry: certificate?.country ?? '',
    certificateLanguage: certificate?.language ?? '',
    certificateFrom: certificate === null ? 'unknown' : placeOf(certificate.country),
  };
}

function placeOf(country: string): string {
  if (FRANCE.has(country)) return 'france';
  if (EUROPEAN_UNION.has(country)) return 'eu';
  return EEA_AND_SWITZERLAND.has(country) ? 'eea' : 'elsewhere';
}

/** The need of each of the applicant's papers, by the engine. */
export async function needsBy(engine: Engine, applicant: Applicant, day: Day): Promise<Map<string, Need>> {
  const { events } = await engine.run(factsOf(applicant, day));
  const found = new Map<string, { need: Need; place: number }>();
  for (const { type, params } of events) {
    const line = params as { need: Need; place: number };
    const before = found.get(type);
    if (before === undefined || line.place < before.place) found.set(type, line);
  }
  return new Map([...found].map(([code, { need }]) => [code, need]));
}
