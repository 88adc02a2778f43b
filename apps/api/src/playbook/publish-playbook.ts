import type { PlaybookView, PlaybookVersion, PublishPlaybook } from '@suivi/contracts/playbook';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { RULES_VERSION } from '@suivi/rules/plan';
import { changedSettings, settingName, valueWords } from '@suivi/rules/playbook-words';
import type { Words } from '@suivi/rules/vocabulary';
import type { Colleague } from '../accounts/person.ts';
import { safeError } from '../platform/logging.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { FIRST, playbookVersions, presentPlaybook } from './present-playbook.ts';
import { playbookView, readPlaybook } from './read-playbook.ts';
import { readRehearsal } from './rehearsal-record.ts';
import type { RehearsalRecord } from './rehearsal-record.ts';

/** So many files are marked in one transaction: whoever records something on one of them waits that long, not longer. */
export const MARKED_AT_ONCE = 250;

/**
 * Publishes the settings that a rehearsal tried, and marks the open files that were planned by others, or by earlier
 * rules: workers plan those anew, paced. Settings that hold already are published only to bring such files in line,
 * and make no version of their own.
 *
 * The files are marked after the version stands, a few at a time. Should that break off, it is published all the same:
 * the sweep marks what is left of a new version (`mark_left_behind`); what is left of earlier rules is counted on the
 * page, and published again.
 * @throws Problem 409 `stale_playbook` with what others changed, `not_rehearsed`, `nothing_to_publish`; 404 `not_found`
 */
export async function publishPlaybook(
  { database, log }: Pick<Platform, 'database' | 'log'>,
  me: Colleague,
  { rehearsal: id, expectedVersion, seen }: PublishPlaybook,
  atOnce = MARKED_AT_ONCE,
): Promise<PlaybookView> {
  const { agencyId, userId } = me;
  const { version, published } = await database.asAgency(agencyId, async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 14))', [agencyId]);
    const rehearsal = await readRehearsal(tx, id);
    if (!rehearsal) throw notFound('rehearsal');
    const present = await presentPlaybook(tx);
    if (present.version !== expectedVersion || present.version !== rehearsal.baseVersion)
      throw await stale(tx, present, Math.min(expectedVersion, rehearsal.baseVersion));
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1)::text AS today', [agencyId]);
    refuseUnseen(rehearsal, seen, today);
    const changed = changedSettings(present.settings, rehearsal.settings);
    const next = changed.length === 0 ? present.version : present.version + 1;
    if (changed.length > 0)
      await tx.execute('INSERT INTO playbooks (agency_id, version, settings, published_by) VALUES ($1, $2, $3, $4)', [
        agencyId,
        next,
        JSON.stringify(rehearsal.settings),
        userId,
      ]);
    const { files } = await tx.one<{ files: number }>(`SELECT count(*)::int AS files FROM files f WHERE ${BEHIND}`, [
      agencyId,
      next,
      RULES_VERSION,
    ]);
    if (changed.length === 0 && files === 0) throw nothingToPublish();
    await tx.query(`SELECT append_audit($1, $2, 'playbook.published', $3)`, [
      agencyId,
      userId,
      JSON.stringify({ version: next, rulesVersion: RULES_VERSION, settings: changed, files, rehearsal: id }),
    ]);
    log.info({ agencyId, version: next, files }, 'A playbook was published');
    return { version: next, published: await playbookView(tx) };
  });
  // Whoever were told now that it failed would publish again, and be refused for what they published themselves.
  const orLogged = <T>(work: Promise<T>) =>
    work.catch((error: unknown) => {
      log.error({ agencyId, version, ...safeError(error) }, 'What follows the publishing of a playbook broke off');
      return null;
    });
  await orLogged(mark(database, agencyId, version, atOnce));
  return (await orLogged(readPlaybook({ database }, agencyId))) ?? published;
}

/** The open files that follow an earlier playbook or other rules. By now, somebody may have published a later one. */
const BEHIND = 'f.agency_id = $1 AND NOT f.closed AND (f.playbook_version < $2 OR f.rules_version <> $3)';

/** Marks them, in an order in which nobody waits crosswise. */
async function mark(database: Platform['database'], agencyId: string, version: number, atOnce: number) {
  const step = (after: string | null) =>
    database.asAgency(agencyId, (tx) =>
      tx.maybeOne<{ id: string }>(
        `WITH behind AS (
           SELECT f.id FROM files f WHERE ${BEHIND} AND ($4::uuid IS NULL OR f.id > $4) ORDER BY f.id LIMIT $5 FOR NO KEY UPDATE
         ), marked AS (
           UPDATE files f SET review_marked_at = now() FROM behind WHERE f.agency_id = $1 AND f.id = behind.id RETURNING f.id
         ) SELECT id FROM marked ORDER BY id DESC LIMIT 1`,
        [agencyId, version, RULES_VERSION, after, atOnce],
      ),
    );
  for (let last = await step(null); last !== null; last = await step(last.id));
}

/** Nobody publishes what has not been tried on the files as they are today, nor without having seen what was found. */
function refuseUnseen({ state, result, rulesVersion, on }: RehearsalRecord, seen: PublishPlaybook['seen'], today: Day) {
  const refused = (en: string, fr: string) => new Problem(409, 'not_rehearsed', { en, fr });
  if (state !== 'done' || result === null)
    throw refused(
      'The trial on the open files has not ended. Wait for its result, then publish.',
      'L’essai sur les dossiers en cours n’est pas terminé. Attendez son résultat, puis publiez.',
    );
  if (on !== today || rulesVersion !== RULES_VERSION)
    throw refused(
      'This was tried on another day, or by earlier rules: other emails may leave by now. Try it again.',
      'L’essai date d’un autre jour, ou de règles antérieures : d’autres courriels pourraient partir. Réessayez.',
    );
  if (seen.changed !== result.changed || seen.emailsNow !== result.emails.now)
    throw refused(
      'What you have seen is not what the trial found. Look at its result again, then publish.',
      'Ce que vous avez vu n’est pas ce que l’essai a trouvé. Relisez son résultat, puis publiez.',
    );
}

const nothingToPublish = () =>
  new Problem(409, 'nothing_to_publish', {
    en: 'These settings hold already, and every open file follows them. Change one first.',
    fr: 'Ces réglages sont déjà en vigueur, et tous les dossiers en cours les suivent. Changez-en un d’abord.',
  });

/** Says who published what since, setting by setting. */
async function stale(tx: Tx, present: PlaybookVersion, base: number): Promise<Problem> {
  const since = await playbookVersions(tx, 50, base - 1);
  const before = since.find(({ version }) => version === base) ?? FIRST;
  const errors = changedSettings(before.settings, present.settings).map((name) => {
    const [from, to] = [valueWords(name, before.settings[name]), valueWords(name, present.settings[name])];
    const title = settingName(name);
    const message: Words = {
      en: `${title.en}: ${to.en} instead of ${from.en}.`,
      fr: `${title.fr} : ${to.fr} au lieu de ${from.fr}.`,
    };
    return { path: `settings.${name}`, message };
  });
  const by = present.publishedBy ?? 'Suivi';
  return new Problem(
    409,
    'stale_playbook',
    {
      en: `${by} has published other settings since you opened them. Look at what changed, then try yours again.`,
      fr: `${by} a publié d’autres réglages depuis que vous les avez ouverts. Voyez ce qui a changé, puis réessayez.`,
    },
    { version: present.version, errors },
  );
}
