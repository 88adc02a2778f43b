import type { EnterAbsence } from '@suivi/contracts/absences';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';

type Person = { userId: string; name: string; active: boolean; from: Day | null; to: Day | null };

/**
 * Notes when somebody is away and who does their work meanwhile; an absence noted before is replaced. Nothing is handed
 * over: who stands in sees the tasks as their own for that time, and they are the absent person's again when it ends.
 * @throws Problem 404, 422
 */
export async function enterAbsence(
  { database }: Platform,
  me: Colleague,
  userId: string,
  { from, to, substitute }: EnterAbsence,
): Promise<void> {
  await database.asAgency(me.agencyId, async (tx) => {
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [me.agencyId]);
    const people = await lockPeople(tx, [userId, ...(substitute === null ? [] : [substitute])]);
    if (people.get(userId)?.active !== true) throw notFound('person');
    if (to !== null && to < from)
      throw refused('to', {
        en: `It ends before it begins (${day(from, 'en')}). Choose a later last day.`,
        fr: `La fin précède le début (${day(from, 'fr')}). Choisissez un dernier jour plus tardif.`,
      });
    if (to !== null && to < today)
      throw refused('to', {
        en: 'This absence is over already. Choose a last day from today on.',
        fr: 'Cette absence est déjà passée. Choisissez un dernier jour à partir d’aujourd’hui.',
      });
    if (substitute !== null) refuseSubstitute(people.get(substitute), userId, { from, to });
    await tx.execute(
      'UPDATE members SET absent_from = $3, absent_to = $4, substitute = $5 WHERE agency_id = $1 AND user_id = $2',
      [me.agencyId, userId, from, to, substitute],
    );
    await tx.query(
      `SELECT append_audit($1, $2, 'member.absence', jsonb_build_object('user', $3::text, 'from', $4::text, 'to', $5::text, 'substitute', $6::text))`,
      [me.agencyId, me.userId, userId, from, to, substitute],
    );
  });
}

/** They are back, or do not go: their tasks are theirs alone again. @throws Problem 404 */
export async function endAbsence({ database }: Platform, me: Colleague, userId: string): Promise<void> {
  await database.asAgency(me.agencyId, async (tx) => {
    if (!(await lockPeople(tx, [userId])).has(userId)) throw notFound('person');
    const ended = await tx.execute(
      `UPDATE members SET absent_from = NULL, absent_to = NULL, substitute = NULL
       WHERE agency_id = $1 AND user_id = $2 AND absent_from IS NOT NULL`,
      [me.agencyId, userId],
    );
    if (ended > 0)
      await tx.query(`SELECT append_audit($1, $2, 'member.absence_ended', jsonb_build_object('user', $3::text))`, [
        me.agencyId,
        me.userId,
        userId,
      ]);
  });
}

/** Both, in one order: two who name each other at the same moment would otherwise both be let through. */
async function lockPeople(tx: Tx, ids: string[]): Promise<Map<string, Person>> {
  const rows = await tx.query<Person>(
    `SELECT user_id AS "userId", name, active, absent_from AS "from", absent_to AS "to" FROM members
     WHERE agency_id = $1 AND user_id = ANY ($2::uuid[]) ORDER BY user_id FOR NO KEY UPDATE`,
    [tx.agencyId, ids],
  );
  return new Map(rows.map((row) => [row.userId, row]));
}

function refuseSubstitute(person: Person | undefined, userId: string, { from, to }: Pick<EnterAbsence, 'from' | 'to'>) {
  if (person?.userId === userId)
    throw refused('substitute', {
      en: 'Nobody stands in for themselves. Choose a colleague.',
      fr: 'On ne se remplace pas soi-même. Choisissez un collègue.',
    });
  if (person === undefined || !person.active)
    throw refused('substitute', {
      en: 'Choose a colleague who works in your agency.',
      fr: 'Choisissez un collègue en poste dans votre agence.',
    });
  if (person.from === null || (to !== null && person.from > to) || (person.to !== null && person.to < from)) return;
  const { name } = person;
  const since = { en: day(person.from, 'en'), fr: day(person.from, 'fr') };
  throw refused(
    'substitute',
    person.to === null
      ? {
          en: `${name} is away from ${since.en} on. Choose a colleague who is there all that time.`,
          fr: `${name} s’absente à partir du ${since.fr}. Choisissez quelqu’un qui est là tout ce temps.`,
        }
      : {
          en: `${name} is away from ${since.en} to ${day(person.to, 'en')}. Choose a colleague who is there all that time.`,
          fr: `${name} s’absente du ${since.fr} au ${day(person.to, 'fr')}. Choisissez quelqu’un qui est là tout ce temps.`,
        },
  );
}

const day = (on: Day, language: 'en' | 'fr') => inWords(on, language, { year: true });
const refused = (path: string, message: Words) =>
  new Problem(422, 'invalid_request', message, { errors: [{ path, message }] });
