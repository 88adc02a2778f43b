import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest says of itself, in our log. */
export function nestLog(log: Logger): LoggerService {
  const of = (rest: unknown[]) => ({ context: rest.filter((part) => typeof part === 'string').at(-1) });
  return {
    log: (message: unknown, ...rest: unknown[]) => log.debug(of(rest), String(message)),
    warn: (message: unknown, ...rest: unknown[]) => log.warn(of(rest), String(message)),
    error: (message: unknown, ...rest: unknown[]) => log.error(of(rest), String(message)),
    debug: (message: unknown, ...rest: unknown[]) => log.debug(of(rest), String(message)),
    verbose: (message: unknown, ...rest: unknown[]) => log.trace(of(rest), String(message)),
    fatal: (message: unknown, ...rest: unknown[]) => log.fatal(of(rest), String(message)),
  };
}
