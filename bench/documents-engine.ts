import type { Day } from '@suivi/rules/calendar/days';
import type { Applicant } from '@suivi/rules/file';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import { Engine } from 'json-rules-engine';
import { factsOf, factsOfChildren, type Facts } from './documents-facts.ts';
import type { Need, Table } from './documents-table.ts';

/** The documents table answered by json-rules-engine, used as its documentation shows. */

export type Answer = { code: DocumentCode; need: Need; reason: string };
/** Each paper's answer for one person, in the order of the table. */
export type Answering = (facts: Facts) => Promise<readonly Answer[]>;

type Params = { need: Need; reason: string; place: number };

/** One engine with a rule for each line; of the events of a paper, the one of the first line counts. */
export function asDocumented(table: Table): Answering {
  const engine = new Engine();
  for (const [code, lines] of table)
    for (const [place, [when, need, reason]] of lines.entries())
      engine.addRule({
        conditions: {
          all: Object.entries(when).map(([fact, value]) => ({
            fact,
            operator: Array.isArray(value) ? 'in' : 'equal',
            value,
          })),
        },
        event: { type: code, params: { need, reason, place } satisfies Params },
      });
  return async (facts) => {
    const { events } = await engine.run(facts);
    const first = new Map<string, Params>();
    for (const { type, params } of events) {
      const said = params as Params;
      const before = first.get(type);
      if (before === undefined || said.place < before.place) first.set(type, said);
    }
    return table.flatMap(([code]) => {
      const said = first.get(code);
      return said === undefined ? [] : [{ code, need: said.need, reason: said.reason }];
    });
  };
}

/** The answers for the applicant, whose member is null, and for each child. */
export type Yardstick = (
  applicant: Applicant,
  day: Day,
) => Promise<readonly { member: string | null; answers: readonly Answer[] }[]>;

/** Answers for an applicant and, when their table is given, for each child under 18: a run for each person. */
export function yardstick(arranged: (table: Table) => Answering, ofApplicant: Table, ofChild: Table | null): Yardstick {
  const own = arranged(ofApplicant);
  const childs = ofChild && arranged(ofChild);
  return async (applicant, day) => {
    const persons = [{ member: null as string | null, answers: await own(factsOf(applicant, day)) }];
    if (childs !== null)
      for (const { id, facts } of factsOfChildren(applicant, day))
        persons.push({ member: id, answers: await childs(facts) });
    return persons;
  };
}
