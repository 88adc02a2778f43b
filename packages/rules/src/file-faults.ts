import type { z } from 'zod';
import { aboutFault } from './about.ts';
import { mergeApplicant } from './applicant-changes.ts';
import { caissesToChooseFrom, PARIS } from './caisse.ts';
import { isDay } from './calendar/days.ts';
import { Applicant, ApplicantChanges } from './file.ts';
import { containsNir } from './numbers/nir.ts';
import { EVENT_TYPES } from './vocabulary.ts';
import { voidedIds, voidingThemselves } from './voided.ts';

/** A fault and where it is: list places and names joined by dots. */
export type Issue = { path: string; message: string };

/**
 * Faults between the parts of a file, which a schema of the parts cannot see. They are looked for in the raw input,
 * so that they are found beside the faults of the parts, not after them.
 */
export function faultsBetween(input: unknown): Issue[] {
  return [...nirFaults(input), ...idFaults(input), ...applicantFaults(input)];
}

type Raw = Record<string, unknown>;
const objectOf = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
/** Without holes: a place of a list that was never filled holds nothing. */
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? Array.from<unknown>(value) : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Letters alone hold no number: the names of most fields, and codes. A file is read at each of its events. */
const LETTERS = /^[A-Za-z_]*$/;
const holdsNir = (text: string): boolean => !LETTERS.test(text) && containsNir(text);

/** A part of a path, unless it holds what may be written nowhere. */
export const pathPart = (part: string): string => (holdsNir(part) ? '…' : part);

const NIR_FAULT =
  'This text holds a social security number. Suivi may not keep it: leave it out and record that the number came.';

/**
 * Every text anywhere is free text. A list of work instead of recursion: JSON may be nested deeper than the stack, and
 * what a program hands over may stand inside itself.
 */
function nirFaults(input: unknown): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<object>();
  const work: [path: string, value: unknown][] = [['', input]];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const [path, value] = next;
    if (typeof value === 'string' && containsNir(value)) issues.push({ path, message: NIR_FAULT });
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [name, inside] of Object.entries(value)) {
      const at = path === '' ? pathPart(name) : `${path}.${pathPart(name)}`;
      if (holdsNir(name)) issues.push({ path: at, message: NIR_FAULT });
      work.push([at, inside]);
    }
  }
  return issues.reverse();
}

function twice(ids: readonly (string | undefined)[], pathOf: (place: number) => string): Issue[] {
  const seen = new Set<string>();
  return ids.flatMap((id, place) => {
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return [];
    }
    return [{ path: pathOf(place), message: 'This id is used twice. Give each its own.' }];
  });
}

const memberIds = (members: unknown): (string | undefined)[] =>
  listOf(members).map((member) => textOf(objectOf(member).id));

function idFaults(input: unknown): Issue[] {
  const file = objectOf(input);
  const events = listOf(file.events).map(objectOf);
  const members = objectOf(file.applicant).members;
  const eventIds = events.map(({ id }) => textOf(id));
  const ids = new Set(eventIds);
  const circles = voidingThemselves(
    events.map(({ id, type, event }) => ({ id: textOf(id) ?? '', type: textOf(type) ?? '', event: textOf(event) })),
  );
  const changedMembers = events.map(({ changes }) => objectOf(changes).members);
  const known = new Set([members, ...changedMembers].flatMap(memberIds));
  return [
    ...twice(memberIds(members), (place) => `applicant.members.${place}.id`),
    ...changedMembers.flatMap((list, at) =>
      twice(memberIds(list), (place) => `events.${at}.changes.members.${place}.id`),
    ),
    ...twice(eventIds, (place) => `events.${place}.id`),
    ...events.flatMap((event, place) => eventFaults(event, place, circles, ids, known)),
  ];
}

function eventFaults(
  event: Raw,
  place: number,
  circles: ReadonlySet<string>,
  eventIds: ReadonlySet<string | undefined>,
  members: ReadonlySet<string | undefined>,
): Issue[] {
  const issues: Issue[] = [];
  const type = EVENT_TYPES.find((known) => known === event.type);
  const member = textOf(event.member);
  if (member !== undefined && !members.has(member))
    issues.push({ path: `events.${place}.member`, message: 'No member of the file has this id.' });
  const about = textOf(event.about);
  const wrongAbout = type !== undefined && about !== undefined ? aboutFault(type, about) : null;
  if (wrongAbout !== null) issues.push({ path: `events.${place}.about`, message: wrongAbout });
  const voided = textOf(event.event);
  if (type === 'voided' && voided !== undefined) {
    if (!eventIds.has(voided))
      issues.push({ path: `events.${place}.event`, message: 'No event of the file has this id.' });
    else if (circles.has(textOf(event.id) ?? ''))
      issues.push({ path: `events.${place}.event`, message: 'This event voids itself, directly or by way of others.' });
  }
  return issues;
}

const BORN_LATER = 'The birth date lies after the day on which the file was opened.';
const NOT_OF_DEPARTMENT = (names: readonly string[]) =>
  names.length === 0
    ? 'No caisse is known for this postcode: leave this empty and enter the filing address.'
    : `This caisse does not serve the postcode. Choose one of: ${names.join(', ')}.`;

/** The applicant as given, and after each change that stands, in the order of the days. */
function applicantFaults(input: unknown): Issue[] {
  const file = objectOf(input);
  const opened = textOf(file.openedOn);
  const bornLater = (birthDate: unknown): boolean => {
    const born = textOf(birthDate);
    return born !== undefined && opened !== undefined && isDay(born) && isDay(opened) && born > opened;
  };
  const issues: Issue[] = [];
  const given = objectOf(file.applicant);
  if (bornLater(given.birthDate)) issues.push({ path: 'applicant.birthDate', message: BORN_LATER });

  let { value: applicant, unsure } = soundApplicant(given);
  caisseFault(applicant, unsure, 'applicant.caisse', issues);

  for (const { changes, faulty, path } of changesInOrder(listOf(file.events).map(objectOf))) {
    if (bornLater(changes.birthDate)) issues.push({ path: `${path}.birthDate`, message: BORN_LATER });
    unsure = new Set([...unsure, ...faulty]);
    const whole = Applicant.safeParse(mergeApplicant(applicant, changes));
    if (whole.success) {
      applicant = whole.data;
      if (changes.caisse != null) caisseFault(applicant, unsure, `${path}.caisse`, issues);
      continue;
    }
    // Where what was there before is faulty itself, that is said there, and nobody knows what a change adds up to.
    for (const { path: at } of whole.error.issues)
      if (!unsure.has(String(at[0])))
        issues.push({ path: `${path}.${at.join('.')}`, message: 'This is missing: nothing known before gives it.' });
  }
  return issues;
}

/** Stands in for what is missing or faulty, so that the rest is looked at all the same. */
const ANYBODY = {
  category: 'resident',
  birthDate: '1900-01-01',
  birthCountry: 'FR',
  nationalities: ['FR'],
  language: 'fr',
  address: { postcode: '75001' },
};

const faultyFields = ({ issues }: z.ZodError): Set<string> =>
  new Set(
    issues.flatMap((issue) =>
      issue.path.length > 0 ? [String(issue.path[0])] : issue.code === 'unrecognized_keys' ? issue.keys : [],
    ),
  );
const without = (given: Raw, fields: ReadonlySet<string>): Raw =>
  Object.fromEntries(Object.entries(given).filter(([field]) => !fields.has(field)));

/** The applicant as far as the fields are right, and the names of those that are not. */
function soundApplicant(given: Raw): { value: Applicant; unsure: ReadonlySet<string> } {
  const read = Applicant.safeParse(given);
  if (read.success) return { value: read.data, unsure: new Set() };
  const unsure = faultyFields(read.error);
  return { value: Applicant.parse({ ...ANYBODY, ...without(given, unsure) }), unsure };
}

/** What makes a file one for CPAM Paris, wherever the client lives. */
const PARIS_RESTS_ON = ['category', 'residencePermit', 'hasNominationOrder'];

function caisseFault(applicant: Applicant, unsure: ReadonlySet<string>, path: string, issues: Issue[]): void {
  const { caisse } = applicant;
  if (caisse === null || unsure.has('address')) return;
  const names = caissesToChooseFrom(applicant);
  const perhaps = caisse === PARIS && PARIS_RESTS_ON.some((field) => unsure.has(field));
  if (!names.includes(caisse) && !perhaps) issues.push({ path, message: NOT_OF_DEPARTMENT(names) });
}

type Changed = { changes: ApplicantChanges; faulty: ReadonlySet<string>; path: string };

/** The changes that are not voided, as far as they can be read; those of one day keep the order of the list. */
function changesInOrder(events: readonly Raw[]): Changed[] {
  const named = events.map(({ id, type, event }) => ({
    id: textOf(id) ?? '',
    type: textOf(type) ?? '',
    event: textOf(event),
  }));
  const voided = voidedIds(named.map(({ event, ...rest }) => (event === undefined ? rest : { ...rest, event })));
  return events
    .map((event, place) => ({ event, place, on: textOf(event.on) ?? '' }))
    .filter(({ event }) => event.type === 'applicant_changed' && !voided.has(textOf(event.id) ?? ''))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.place - b.place))
    .map(({ event, place }) => {
      const path = `events.${place}.changes`;
      const read = ApplicantChanges.safeParse(objectOf(event.changes));
      if (read.success) return { changes: read.data, faulty: new Set(), path };
      const faulty = faultyFields(read.error);
      return { changes: ApplicantChanges.parse(without(objectOf(event.changes), faulty)), faulty, path };
    });
}
