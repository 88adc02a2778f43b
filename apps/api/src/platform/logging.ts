import { pino } from 'pino';
import type { Logger } from 'pino';

/** Logs hold ids, codes and times: no names, no addresses, no bodies, no text of an error that may quote a value. */
export function makeLog(level: string, name: string): Logger {
  return pino({ level, name, base: { name } });
}

type Coded = { code?: unknown; constraint?: unknown; table?: unknown };

/**
 * What of an error may be logged: its kind, its code and where it was thrown. The message of a database's error quotes
 * the values that it met, so it stays out.
 */
export function safeError(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table } = error as Error & Coded;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(typeof table === 'string' && { table }),
    at: frames.slice(0, 8).map((line) => line.trim()),
  };
}
