import { CATEGORIES, type Category } from '@suivi/rules/vocabulary';
import { Almanac, Engine, type TopLevelCondition } from 'json-rules-engine';
import type { Facts } from './documents-facts.ts';
import type { Answer, Answering } from './documents-engine.ts';
import type { Table, When } from './documents-table.ts';

/**
 * The documents table in json-rules-engine as fast as we could make it: what several lines ask is tried once, the last line
 * of a paper is no rule, and the engine copies and hashes less.
 */

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

function rulesOf(table: Table, category?: Category): Rules {
  const rules = new Map<string, { when: When; answers: Placed[] }>();
  const otherwise: Placed[] = [];
  for (const [paper, [code, lines]] of table.entries())
    for (const [place, [full, need, reason]] of lines.entries()) {
      const when = category === undefined ? full : within(full, category);
      if (when === null) continue;
      const answer = { code, need, reason, paper, place };
      if (Object.keys(when).length === 0) {
        otherwise.push(answer);
        break;
      }
      const key = JSON.stringify(when);
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

/** A rule for each condition, all in one engine. */
export function inOneEngine(table: Table): Answering {
  const rules = rulesOf(table);
  return (facts) => firstOfEach(rules, facts);
}

/** The same, and no rule of another category is tried; but then the category is looked at outside the engine. */
export function inOneOfEachCategory(table: Table): Answering {
  const ofCategory = new Map<unknown, Rules>(CATEGORIES.map((category) => [category, rulesOf(table, category)]));
  // A child has no category.
  const ofAnyone = rulesOf(table);
  return (facts) => firstOfEach(ofCategory.get(facts['category']) ?? ofAnyone, facts);
}
