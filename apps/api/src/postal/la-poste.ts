import { z } from 'zod';

/**
 * La Poste's tracking, Suivi v2: what it answers and how it fails. It has no sandbox that anybody can use, so the tests
 * run against a server of their own that speaks this.
 */

/** One thing that La Poste says happened to a letter. */
export type PostEvent = { code: string; label: string; at: Date; on: string };
export type Shipment = { events: PostEvent[]; isFinal: boolean };

/** What is said of one number: `unknown`, not seen yet; `refused`, no number at all. */
export type Said = Shipment | 'unknown' | 'refused';

/** `wait`: too many requests, come back after so long. `away`: nothing can be learned now, and why. */
export type Answer =
  | { kind: 'answered'; of: ReadonlyMap<string, Said> }
  | { kind: 'wait'; ms: number }
  | { kind: 'away'; cause: 'la_poste_unreachable' | 'la_poste_unreadable' | 'la_poste_key_refused' };

export type LaPoste = { url: string; key: string; timeoutMs?: number };

const ANSWERS_WITHIN_MS = 15_000;
const LONGEST_ANSWER = 2_000_000;
/** The quota is counted by the minute (100 requests a key). */
const A_MINUTE_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** What it takes to be a number that La Poste knows: 11 to 15 letters and digits. */
export const isAskable = (number: string): boolean => /^[0-9A-Z]{11,15}$/.test(number);

const ItsEvent = z.object({ code: z.string().max(20), label: z.string().nullish(), date: z.string() });
const Item = z.object({
  returnCode: z.coerce.number(),
  idShip: z.string().nullish(),
  shipment: z
    .object({
      idShip: z.string().nullish(),
      isFinal: z.boolean().nullish(),
      event: z.array(ItsEvent).nullish(),
    })
    .nullish(),
});
type Item = z.infer<typeof Item>;

/** Asks for some numbers (ten at most) in one request. Sends the numbers and nothing else. */
export async function askAbout(laPoste: LaPoste, numbers: readonly string[]): Promise<Answer> {
  const reply = await get(laPoste, numbers);
  if (reply === null) return { kind: 'away', cause: 'la_poste_unreachable' };
  const { status, body } = reply;
  if (status === 401 || status === 403) return { kind: 'away', cause: 'la_poste_key_refused' };
  if (status === 429) return { kind: 'wait', ms: waitOf(reply.retryAfter) };
  if (status >= 500) return { kind: 'away', cause: 'la_poste_unreachable' };
  const items = itemsOf(body);
  if (items !== null) return { kind: 'answered', of: byNumber(numbers, items) };
  // A number of a wrong form, or one that is not known, may come as a page instead of an answer.
  if (status !== 400 && status !== 404) return { kind: 'away', cause: 'la_poste_unreadable' };
  const [only, ...others] = numbers;
  if (only !== undefined && others.length === 0)
    return { kind: 'answered', of: new Map([[only, status === 400 ? 'refused' : 'unknown']]) };
  return oneByOne(laPoste, numbers);
}

/** Of several numbers one is at fault, and the answer does not say which. */
async function oneByOne(laPoste: LaPoste, numbers: readonly string[]): Promise<Answer> {
  const of = new Map<string, Said>();
  for (const number of numbers) {
    const answer = await askAbout(laPoste, [number]);
    if (answer.kind !== 'answered') return answer;
    for (const [one, said] of answer.of) of.set(one, said);
  }
  return { kind: 'answered', of };
}

type Reply = { status: number; retryAfter: string | null; body: unknown };

/** Null: no answer came, or none in time. */
async function get({ url, key, timeoutMs }: LaPoste, numbers: readonly string[]): Promise<Reply | null> {
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/idships/${numbers.join(',')}?lang=fr_FR`, {
      headers: { accept: 'application/json', 'x-okapi-key': key },
      // The key goes to La Poste and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs ?? ANSWERS_WITHIN_MS),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: jsonOf(await textOf(response)),
    };
  } catch {
    return null;
  }
}

/** The body; cut off where it is longer than any answer. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > LONGEST_ANSWER) break;
  }
  return text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** One number is answered with an object, several with a list. Null: neither is what was answered. */
function itemsOf(body: unknown): Item[] | null {
  const read = z.array(Item).safeParse(Array.isArray(body) ? body : [body]);
  return read.success ? read.data : null;
}

function byNumber(numbers: readonly string[], items: readonly Item[]): Map<string, Said> {
  const of = new Map<string, Said>();
  for (const [at, item] of items.entries()) {
    const named = (item.shipment?.idShip ?? item.idShip ?? '').toUpperCase();
    // An item that names none stands in the place of the one that was asked for.
    const number = numbers.includes(named) ? named : items.length === numbers.length ? numbers[at] : undefined;
    const said = saidOf(item);
    if (number !== undefined && said !== null) of.set(number, said);
  }
  return of;
}

/** 200 and 207 come with a shipment; 104 and 404 know none; 400 is no number. Anything else says nothing. */
function saidOf({ returnCode, shipment }: Item): Said | null {
  if (returnCode === 104 || returnCode === 404) return 'unknown';
  if (returnCode === 400) return 'refused';
  if (!shipment || returnCode < 200 || returnCode > 299) return null;
  const events = (shipment.event ?? []).flatMap(({ code, label, date }) => {
    const at = new Date(hasZone(date) ? date : `${date}Z`);
    if (Number.isNaN(at.getTime())) return [];
    return [{ code: code.toUpperCase(), label: (label ?? code).slice(0, 300), at, on: parisDay(date, at) }];
  });
  events.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { events, isFinal: shipment.isFinal === true };
}

const hasZone = (date: string) => /T.*(Z|[+-]\d\d:?\d\d)$/i.test(date);
const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });
/** All days are Paris days. A time without a zone is one of Paris already. */
const parisDay = (date: string, at: Date): string => (hasZone(date) ? PARIS.format(at) : date.slice(0, 10));

function waitOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? '');
  const ms =
    retryAfter === null || retryAfter.trim() === ''
      ? A_MINUTE_MS
      : Number.isFinite(seconds)
        ? seconds * 1_000
        : Date.parse(retryAfter) - Date.now();
  return Math.min(LONGEST_WAIT_MS, Math.max(1_000, Number.isFinite(ms) ? ms : A_MINUTE_MS));
}
