import { z } from 'zod';
import type { ArrivalType } from '@suivi/contracts/arrivals';
import { ARRIVALS, ARRIVALS_OF_A_FILE } from '@suivi/contracts/arrivals';
import type { Day } from '@suivi/rules/calendar/days';
import { isDay } from '@suivi/rules/calendar/days';

/** What came for whom, and when. */
export type Line = {
  id: string;
  /** The event's own: sent again, it is the same. */
  eventId: string;
  fileId: string;
  type: ArrivalType;
  on: Day;
  method: 'online' | 'post';
  /** Files that the same words would have found as well: whoever typed them should look at the reference. */
  others: number;
};

/** The same arrival stands in the list already, or one file has as many as it can have. */
export const isTaken = (lines: readonly Line[], { fileId, type }: Pick<Line, 'fileId' | 'type'>): boolean =>
  lines.some((line) => line.fileId === fileId && line.type === type) ||
  lines.filter((line) => line.fileId === fileId).length >= ARRIVALS_OF_A_FILE;

/** The contract's event of a line. */
export const eventOf = ({ eventId, type, on, method }: Line) => ({
  id: eventId,
  type,
  on,
  ...(type === 'card_ordered' && { method }),
});

/** Whose lines these are, each file's in their order. */
export function byFile(lines: readonly Line[]): Map<string, Line[]> {
  const files = new Map<string, Line[]>();
  for (const line of lines) files.set(line.fileId, [...(files.get(line.fileId) ?? []), line]);
  return files;
}

const Kept = z.array(
  z.object({
    id: z.uuid(),
    eventId: z.uuid(),
    fileId: z.uuid(),
    type: z.enum(ARRIVALS),
    on: z.string().refine((text) => isDay(text)) as unknown as z.ZodType<Day, string>,
    method: z.enum(['online', 'post']),
    others: z.int(),
  }),
);
const place = (userId: string) => `suivi.arrivals.${userId}`;

/** The list as it was left on this machine: ids and days, nobody's name. */
export function readLines(userId: string): Line[] {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(place(userId)) ?? '[]'));
  } catch {
    return [];
  }
}

/** @returns whether the browser keeps them */
export function keepLines(userId: string, lines: readonly Line[]): boolean {
  try {
    if (lines.length === 0) localStorage.removeItem(place(userId));
    else localStorage.setItem(place(userId), JSON.stringify(lines));
    return true;
  } catch {
    // A browser that keeps nothing: they last as long as the page.
    return false;
  }
}
