import type { Day } from '../calendar/days.ts';
import type { File } from '../file.ts';
import type { Words } from '../vocabulary.ts';
import { fillSentences, isSayable, type Known } from './fill-sentences.ts';
import * as frame from './frame.ts';
import { AGAIN, AGAIN_ADVICE, SCRIPTS } from './scripts.ts';
import type { Said, ScriptId } from './scripts.ts';
import { callFacts, type CallFacts } from './what-is-known.ts';

/** Who is on the line, and what we hold of them. */
export type PeopleOnCall = {
  clientName: string;
  adviserName: string;
  agencyName: string;
  /** The town, where it is known; the country in any case. */
  birthPlace: string | null;
  birthCountry: Words;
  birthDate: Day;
  /** Street, postcode and town, as far as they are known. */
  address: string | null;
  /** A mandate is held that has begun and has not ended. */
  hasMandate: boolean;
  clientOnLine: boolean;
};

export type Line = Said & { by: 'adviser' | 'client' };

/** What to say in one call, in its order. */
export type Script = {
  id: ScriptId;
  opening: Line[];
  asks: Line[];
  answers: { id: string; when: Words; lines: Line[] }[];
  closing: Line;
  writeDown: Words[];
  never: Words;
  advice: Words[];
  /** The agent will ask for the number: only the client reads it out. */
  needsClient: boolean;
  /** Whether the client has a number yet; Suivi never holds it. */
  number: CallFacts['number'];
};

/**
 * The script of a call, with the facts of the file in it.
 * @param key the task's: `call_3646:with_cpam:1`
 */
export function callScript(file: File, today: Day, key: string, people: PeopleOnCall): Script {
  const facts = callFacts(file, today, key);
  const known: Known = {
    clientName: people.clientName,
    adviserName: people.adviserName,
    agencyName: people.agencyName,
    birthDay: { day: people.birthDate, year: true },
    birthPlace: people.birthPlace,
    birthCountry: people.birthCountry,
    clientAddress: people.address,
    ...facts.known,
  };
  const data = SCRIPTS[facts.script];
  const write = (said: Said, by: Line['by'] = 'adviser'): Line => ({ ...fillSentences(said, known, today), by });
  const again = facts.raised?.by === 'again';
  return {
    id: facts.script,
    opening: [...opening(facts, known, people, write), ...identity(known, people, write)],
    asks: [...(again ? AGAIN : []), ...data.asks].filter((said) => isSayable(said, known)).map((said) => write(said)),
    answers: answers(facts, people).map(({ id, when, lines }) => ({
      id,
      when,
      lines: lines.map((said) => write(said)),
    })),
    closing: write(frame.CLOSING),
    writeDown: [frame.WRITE_DOWN, ...(data.writeDown ? [data.writeDown] : [])],
    never: frame.NEVER,
    advice: [...(again ? [AGAIN_ADVICE] : []), ...(data.advice ? [data.advice] : [])],
    needsClient: data.needsClient && facts.number !== 'none',
    number: facts.number,
  };
}

type Write = (said: Said, by?: Line['by']) => Line;

function opening(
  { script, raised }: CallFacts,
  known: Known,
  { hasMandate, clientOnLine }: PeopleOnCall,
  write: Write,
) {
  const { OPENING, CALLING } = frame;
  const lines =
    raised?.by === 'back'
      ? [write(OPENING.back), write(OPENING.hereAfter), ...(hasMandate ? [write(OPENING.mandate)] : [])]
      : raised?.by === 'again'
        ? [write(OPENING.again), write(OPENING.hereAfter)]
        : [write(OPENING.here)];
  const { topic, then = [] } = SCRIPTS[script];
  const about = topic.find((said) => isSayable(said, known));
  if (about !== undefined) {
    const calling = CALLING[about.joins][hasMandate ? 'held' : 'none'];
    // The topic goes into the sentence before the facts do: a name may hold anything.
    lines.push(
      write({
        say: calling.say.replace('{topic}', () => about.say),
        gloss: calling.gloss.replace('{topic}', () => about.gloss),
      }),
    );
  }
  lines.push(...then.filter((said) => isSayable(said, known)).map((said) => write(said)));
  if (clientOnLine) lines.push(write(frame.CLIENT_ALLOWS, 'client'));
  return [joined(lines.filter(({ by }) => by === 'adviser')), ...lines.filter(({ by }) => by === 'client')];
}

/** What one person says without a pause is one line. */
const joined = (lines: readonly Line[]): Line => ({
  by: 'adviser',
  say: lines.map(({ say }) => say).join(' '),
  gloss: lines.map(({ gloss }) => gloss).join(' '),
});

function identity(known: Known, { clientOnLine }: PeopleOnCall, write: Write): Line[] {
  const by = clientOnLine ? 'client' : 'adviser';
  const born = frame.IDENTITY[by].find((said) => isSayable(said, known));
  const address = clientOnLine ? frame.IDENTITY.clientAddress : frame.IDENTITY.adviserAddress;
  const lines = [born, address].flatMap((said) => (said && isSayable(said, known) ? [write(said, by)] : []));
  return lines.length === 0 ? [] : [{ ...joined(lines), by }];
}

function answers({ number }: CallFacts, { hasMandate, clientOnLine }: PeopleOnCall) {
  const { numberNone, numberRead, cannotSee, insuredOnly, clientAbsent, clientAbsentWithoutMandate } = frame.ANSWERS;
  const absent = hasMandate ? clientAbsent : clientAbsentWithoutMandate;
  return [
    ...(number === 'none' ? [{ id: 'number', ...numberNone }] : clientOnLine ? [{ id: 'number', ...numberRead }] : []),
    { id: 'cannotSee', ...cannotSee },
    clientOnLine ? { id: 'insuredOnly', ...insuredOnly } : { id: 'clientAbsent', ...absent },
  ];
}
