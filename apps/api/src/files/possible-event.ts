import { Id } from '@suivi/contracts/words';
import { inWords } from '@suivi/rules/calendar/words';
import { addDays } from '@suivi/rules/calendar/days';
import type { Day } from '@suivi/rules/calendar/days';
import type { Event, File } from '@suivi/rules/file';
import type { Plan } from '@suivi/rules/plan-types';
import { readFile } from '@suivi/rules/read-file';
import type { Language, Words } from '@suivi/rules/vocabulary';
import { voidedIds } from '@suivi/rules/voided';
import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../platform/problem.ts';
import { disorder } from './disorder.ts';

type Asked = { event: Record<string, unknown>; history: boolean; today: Day };

/**
 * The file with one more event. Stricter than the rules, which read any list of events: what a person records has
 * happened, once, and after what it needs.
 * @throws Problem 422 `invalid_event` or `impossible_event`, 409 `equal_event` or `task_not_open`
 */
export function withEvent(
  file: File,
  planned: () => Plan,
  { event: sent, history, today }: Asked,
): { file: File; event: Event } {
  const { file: next, event } = readEvent(file, sent);
  if (event.type !== 'voided') {
    refuseDay(event, file.openedOn, today, history);
    refuseEqual(event, file.events);
    refuseAnswered(event, planned);
  } else if (voidedIds(file.events).has(event.event))
    throw new Problem(409, 'equal_event', {
      en: 'This event has been voided already. Look at the file again.',
      fr: 'Ce fait a déjà été annulé. Regardez de nouveau le dossier.',
    });
  refuseDisorder(file, next, event);
  return { file: next, event };
}

/**
 * Reads what was sent as one more event of the file, so that members, caisses and texts are checked against it. What
 * stands was checked when it came: only the events that a new one can clash with are read again.
 */
function readEvent(file: File, asked: Record<string, unknown>): { file: File; event: Event } {
  if (typeof asked.id === 'string' && !Id.safeParse(asked.id).success)
    throw named(
      'event.id',
      {
        en: 'The id of an event is a UUID of its own, made by whoever records it.',
        fr: 'L’identifiant d’un fait est un UUID propre, créé par qui l’enregistre.',
      },
      'invalid_event',
    );
  const sent = {
    ...asked,
    ...inSmallLetters(asked, 'id'),
    ...(asked.type === 'voided' && inSmallLetters(asked, 'event')),
  };
  const beside = asked.type === 'voided' ? file.events : file.events.filter(({ type }) => type === 'applicant_changed');
  const at = beside.length;
  const read = readFile({ ...file, events: [...beside, sent] });
  if (read.ok) {
    const event = read.file.events[at];
    if (event) return { file: { ...file, events: [...file.events, event] }, event };
  }
  const issues = read.ok ? [] : read.issues;
  const prefix = `events.${at}`;
  const errors = issues.map(({ path, message }) => ({
    path: path === prefix ? 'event' : path.startsWith(`${prefix}.`) ? `event.${path.slice(prefix.length + 1)}` : path,
    message,
  }));
  throw new Problem(
    422,
    'invalid_event',
    {
      en: 'Put right what is named below, then record it again.',
      fr: 'Corrigez ce qui est indiqué ci-dessous, puis notez-le de nouveau.',
    },
    { errors },
  );
}

/** The database gives ids back in small letters, and an event is sealed under its id: in others it would never open again. */
const inSmallLetters = (of: Record<string, unknown>, name: string) =>
  typeof of[name] === 'string' ? { [name]: of[name].toLowerCase() } : {};

const named = (path: string, message: Words, type = 'impossible_event', status = 422) =>
  new Problem(status, type, message, { errors: [{ path, message }] });

type Deed = Exclude<Event, { type: 'voided' }>;

function refuseDay({ on }: Deed, openedOn: Day, today: Day, history: boolean) {
  if (on > today) {
    const tomorrow = on === addDays(today, 1);
    throw named('event.on', {
      en: `${capital(english(on))} ${tomorrow ? 'is tomorrow' : 'lies ahead'}. Record it when it has happened.`,
      fr: `Le ${french(on)} ${tomorrow ? 'est demain' : 'est à venir'}. Notez-le quand ce sera fait.`,
    });
  }
  if (on < openedOn && !history)
    throw named('event.on', {
      en: `The day (${english(on)}) lies before the file was opened (${english(openedOn)}). Change the day, or tick “history”.`,
      fr: `Le jour (${french(on)}) précède l’ouverture du dossier (${french(openedOn)}). Changez-le, ou cochez « historique ».`,
    });
}

/** Equal events count once; recording one again is a slip. */
function refuseEqual(event: Deed, events: readonly Event[]) {
  const voided = voidedIds(events);
  const content = (one: Event) => ({ ...one, id: null });
  if (events.some((other) => !voided.has(other.id) && isDeepStrictEqual(content(other), content(event))))
    throw named(
      'event',
      {
        en: `The very same is recorded already for ${english(event.on)}. Change what differs, or leave it.`,
        fr: `Le même fait est déjà noté au ${french(event.on)}. Changez ce qui diffère, ou laissez.`,
      },
      'equal_event',
      409,
    );
}

/** A task is answered while it is listed: due, or its day still ahead. */
function refuseAnswered(event: Deed, planned: () => Plan) {
  const about = 'about' in event ? event.about : null;
  if (about === null || planned().tasks.some(({ key }) => key === about)) return;
  throw named(
    'event.about',
    {
      en: 'This task is not open: somebody has done it, or it is not needed any more. Look at the file again.',
      fr: 'Cette tâche n’est pas ouverte : quelqu’un l’a faite, ou elle n’a plus lieu d’être. Regardez de nouveau le dossier.',
    },
    'task_not_open',
    409,
  );
}

/** Neither the new event nor, when one is voided, those that stood on it may be left without their beginning. */
function refuseDisorder(before: File, after: File, event: Event) {
  const known = disorder(before.events);
  for (const [id, instead] of disorder(after.events)) {
    if (id === event.id) throw named('event.on', instead);
    if (known.has(id) || event.type !== 'voided') continue;
    const other = after.events.find((one) => one.id === id);
    const day = other?.on;
    throw named('event.event', {
      en: `What was recorded for ${day ? english(day) : 'later'} (${other?.type}) would stand without what it needs. Void it first.`,
      fr: `Ce qui est noté au ${day ? french(day) : 'jour suivant'} (${other?.type}) resterait sans ce qui doit le précéder. Annulez-le d’abord.`,
    });
  }
}

const inFull = (language: Language) => (day: Day) => inWords(day, language, { year: true });
const english = inFull('en');
const french = inFull('fr');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
