import { addMonths, type Day } from '@suivi/rules/calendar/days';
import { EEA_AND_SWITZERLAND, EUROPEAN_UNION, FRANCE } from '@suivi/rules/countries';
import {
  groupOf,
  isEuResidentUnderFiveYears,
  joinsFamily,
  ownResidence,
  permitCounts,
  routeOf,
} from '@suivi/rules/eligibility';
import type { Applicant } from '@suivi/rules/file';
import { CATEGORIES, type Category, type DocumentCode } from '@suivi/rules/vocabulary';
import { Almanac, Engine, type TopLevelCondition } from 'json-rules-engine';
import type { Need, Table, When } from './documents-table.ts';

/** The documents table answered by json-rules-engine, in the fastest ways found of giving it its rules. */

export type Answer = { code: DocumentCode; member: string | null; need: Need; reason: string };

/**
 * How the table's lines become rules. With a rule for each condition, what several lines ask is tried once. With an engine
 * for each category no rule of another category is tried, but then the category is looked at outside the engine.
 */
export const ARRANGEMENTS = [
  'a rule for each line',
  'a rule for each condition',
  'an engine for each category',
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** What an applicant of any other category cannot be: an engine for one category needs no rule about it. */
const ONLY_OF: Record<string, readonly Category[]> = {
  nothingIsFiled: ['student', 'job_seeker'],
  ownResidence: ['resident', 'job_seeker'],
  joinsFamily: ['resident', 'family_member'],
  underFiveYears: ['resident'],
};

type Placed = Answer & { paper: number; place: number };
type Rules = { engine: Engine; answers: readonly (readonly Placed[])[]; otherwise: readonly Placed[] };

/** What is left of a condition once the category is known; null when it cannot stand. */
function within(when: When, category: Category): When | null {
  for (const [fact, value] of Object.entries(when))
    if (value === true && ONLY_OF[fact]?.includes(category) === false) return null;
  const { category: named = category, ...rest } = when;
  return named === category || (Array.isArray(named) && named.includes(category)) ? rest : null;
}

function rulesOf(table: Table, arrangement: Arrangement, category?: Category): Rules {
  const rules = new Map<string, { when: When; answers: Placed[] }>();
  const otherwise: Placed[] = [];
  for (const [paper, [code, lines]] of table.entries())
    for (const [place, [full, need, reason]] of lines.entries()) {
      const when = category === undefined ? full : within(full, category);
      if (when === null) continue;
      const answer = { code, member: null, need, reason, paper, place };
      if (Object.keys(when).length === 0) {
        otherwise.push(answer);
        break;
      }
      const key = arrangement === 'a rule for each line' ? `${code} ${place}` : JSON.stringify(when);
      const rule = rules.get(key);
      if (rule === undefined) rules.set(key, { when, answers: [answer] });
      else rule.answers.push(answer);
    }
  const all = [...rules.values()];
  // The engine copies each rule's event on each run: a number is the least to copy.
  const engine = new Engine(all.map(({ when }, n) => ({ conditions: conditionsOf(when), event: { type: `${n}` } })));
  engine.addOperator<string, string>('isOneOf', (fact, list) => setOf(list).has(fact));
  return { engine, answers: all.map(({ answers }) => answers), otherwise };
}

const sets = new Map<string, ReadonlySet<string>>();
function setOf(list: string): ReadonlySet<string> {
  const known = sets.get(list);
  if (known !== undefined) return known;
  const made = new Set(list.split(' '));
  sets.set(list, made);
  return made;
}

/** One condition after the other, the rest only when the first stands. A list is a string, since arrays are copied. */
const conditionsOf = (when: When): TopLevelCondition => ({
  all: Object.entries(when).map(([fact, value], n, { length }) => ({
    fact,
    ...(Array.isArray(value) ? { operator: 'isOneOf', value: value.join(' ') } : { operator: 'equal', value }),
    ...(length > 1 && { priority: length - n }),
  })),
});

type Facts = Record<string, boolean | string>;

/** Gives the engine the facts as they are: its own almanac would wrap and hash each of them first. */
class Known extends Almanac {
  readonly #facts: Facts;
  constructor(facts: Facts) {
    super();
    this.#facts = facts;
  }
  override factValue<T>(fact: string): Promise<T> {
    return Promise.resolve(this.#facts[fact] as T);
  }
}

async function firstOfEach({ engine, answers, otherwise }: Rules, facts: Facts): Promise<readonly Placed[]> {
  const { events } = await engine.run(undefined, { almanac: new Known(facts) });
  const found = otherwise.slice();
  for (const { type } of events)
    for (const answer of answers[Number(type)] ?? []) {
      const before = found[answer.paper];
      if (before === undefined || answer.place < before.place) found[answer.paper] = answer;
    }
  return found;
}

/** What the engine is told of an applicant. */
function factsOf(applicant: Applicant, day: Day): Facts {
  const { birthCertificate: certificate, nationalities, category, members, arrivedOn, studiesStartOn } = applicant;
  const studiesOn = studiesStartOn ?? arrivedOn;
  return {
    category,
    group: groupOf(nationalities),
    isFrench: nationalities.includes('FR'),
    married: applicant.married,
    partnerOnFile: applicant.married || members.some(({ relation }) => relation === 'partner'),
    hasEhic: applicant.hasEhic,
    hasNominationOrder: applicant.hasNominationOrder,
    familyRoute: applicant.familyRoute,
    joinsFamily: joinsFamily(applicant),
    ownResidence: ownResidence(applicant),
    underFiveYears: isEuResidentUnderFiveYears(applicant, day),
    permitCounts: permitCounts(applicant, day),
    nothingIsFiled: routeOf(applicant) === 'none',
    bornInFrance: FRANCE.has(applicant.birthCountry),
    formerlyInsured: applicant.formerlyInsuredInFrance,
    arrivedBefore2021: arrivedOn !== null && arrivedOn < '2021-01-01',
    beganStudiesAt28: studiesOn !== null && studiesOn >= addMonths(applicant.birthDate, 12 * 28),
    certificateCountry: certificate?.country ?? '',
    certificateLanguage: certificate?.language ?? '',
    certificateFrom: placeOf(certificate?.country ?? null),
  };
}

function placeOf(country: string | null): string {
  if (country === null) return 'unknown';
  if (FRANCE.has(country)) return 'france';
  if (EUROPEAN_UNION.has(country)) return 'eu';
  return EEA_AND_SWITZERLAND.has(country) ? 'eea' : 'elsewhere';
}

export type Yardstick = (applicant: Applicant, day: Day) => Promise<readonly Answer[]>;

/** Answers for an applicant and, when their table is given, for each child under 18: a run for each person. */
export function yardstick(arrangement: Arrangement, ofApplicant: Table, ofChild: Table | null): Yardstick {
  const perCategory = new Map(
    arrangement === 'an engine for each category'
      ? CATEGORIES.map((category) => [category, rulesOf(ofApplicant, arrangement, category)])
      : [],
  );
  const forAll = rulesOf(ofApplicant, arrangement);
  const forChild = ofChild && rulesOf(ofChild, arrangement);
  return async (applicant, day) => {
    const facts = factsOf(applicant, day);
    const own = await firstOfEach(perCategory.get(applicant.category) ?? forAll, facts);
    if (forChild === null) return own;
    const answers: Answer[] = [...own];
    const children = applicant.members.filter(
      ({ relation, birthDate }) => relation === 'child' && day < addMonths(birthDate, 12 * 18),
    );
    for (const { id, birthCountry } of children.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const { nothingIsFiled = false } = facts;
      const papers = await firstOfEach(forChild, { nothingIsFiled, bornIn: placeOf(birthCountry) });
      answers.push(...papers.map((paper) => ({ ...paper, member: id })));
    }
    return answers;
  };
}
