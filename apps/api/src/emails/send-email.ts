import { setTimeout as wait } from 'node:timers/promises';
import type { Tx } from '@suivi/database/database';
import { errorText } from '../outbox/error-text.ts';
import { noteFailure, resolveFailures } from '../outbox/failures.ts';
import { handles, type Handler } from '../outbox/handlers.ts';
import { sendEmailJob } from '../outbox/jobs.ts';
import { safeError } from '../platform/logging.ts';
import type { Platform } from '../platform/platform.ts';
import { claimMessage, type ClaimedMessage } from './claim-message.ts';
import { letterFor } from './letter-for.ts';
import type { Letter, MailServer } from './mail-server.ts';
import { giveUp, holdClaimed, markInData, markSent, putBack } from './settle-message.ts';
import { restAfter, verdictOn, waitAfter, type StandstillReason, type Verdict } from './verdict.ts';

type Sending = {
  platform: Pick<Platform, 'config' | 'database' | 'keys' | 'log'>;
  mail: MailServer;
  /** Lets no email be taken for a while: the mail server is not at our service. */
  rest(ms: number): void;
};

/** A receipt that cannot be written down makes a sent email look uncertain: worth more than one try. */
const RECEIPT_TRIES = 5;

/**
 * Sends one message: say "sending", hand it over, say what became of it. A worker that dies in between leaves
 * `sending`, which the sweep turns into `queued` (the letter was not whole) or `uncertain` (it may have been).
 */
export function sendEmail({ platform, mail, rest }: Sending): Handler {
  const { database, log } = platform;
  let standstills = 0;

  return handles(sendEmailJob, async ({ agencyId, messageId }) => {
    const as = <T>(work: (tx: Tx) => Promise<T>) => database.asAgency(agencyId, work);
    const message = await as((tx) => claimMessage(tx, messageId));
    if (message === null) return;
    const letter = await written(message, as);
    if (letter === null) return;
    const delivery = await mail.deliver(letter, async () => {
      if (!(await as((tx) => markInData(tx, message)))) throw new Error('The claim is void.');
    });
    const verdict = verdictOn(delivery);
    if (verdict.next !== 'sent')
      log.warn(
        { agencyId, messageId, attempt: message.attempt, ...delivery, reply: undefined },
        'An email did not leave',
      );
    await carryOut(verdict, message, as);
  });

  /** The letter; null when it cannot be written now, and the message has been told so. */
  async function written(message: ClaimedMessage, as: InAgency): Promise<Letter | null> {
    try {
      const letter = await as((tx) => letterFor(tx, platform, message));
      if (!('held' in letter)) return letter;
      await as((tx) => holdClaimed(tx, message, letter.held));
    } catch (error) {
      log.error({ messageId: message.id, ...safeError(error) }, 'An email could not be written');
      await as(async (tx) => {
        await noteFailure(tx, {
          job: sendEmailJob.name,
          error: errorText(error),
          fileId: message.fileId,
          messageId: message.id,
        });
        await again(tx, message, 'cannot_be_written');
      });
    }
    return null;
  }

  async function carryOut(verdict: Verdict, message: ClaimedMessage, as: InAgency): Promise<void> {
    if (verdict.next === 'rest') return standStill(verdict.because, message, as);
    const stoodStill = standstills > 0;
    standstills = 0;
    await stubbornly(() =>
      as(async (tx) => {
        if (stoodStill) await resolveFailures(tx, { job: sendEmailJob.name });
        switch (verdict.next) {
          case 'sent':
            return markSent(tx, message);
          case 'uncertain':
            return giveUp(tx, message, 'uncertain', 'no_reply');
          case 'fail':
            return giveUp(tx, message, 'failed', verdict.failure);
          case 'retry':
            return again(tx, message, 'kept_failing');
          case 'leave':
            return;
        }
      }),
    );
  }

  /** Every other email would meet the same: nobody's try is counted, and the server is left alone for a while. */
  async function standStill(because: StandstillReason, message: ClaimedMessage, as: InAgency): Promise<void> {
    standstills += 1;
    const waitMs = restAfter(standstills, Math.random());
    rest(waitMs);
    await as(async (tx) => {
      await putBack(tx, message, { waitMs, counted: false });
      await noteFailure(tx, { job: sendEmailJob.name, error: `mail_server_${because}` });
    });
  }
}

type InAgency = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

async function again(
  tx: Tx,
  message: ClaimedMessage,
  whenTooOften: 'kept_failing' | 'cannot_be_written',
): Promise<void> {
  const waitMs = waitAfter(message.tries + 1, Math.random());
  if (waitMs === null) await giveUp(tx, message, 'failed', whenTooOften);
  else await putBack(tx, message, { waitMs, counted: true });
}

async function stubbornly(run: () => Promise<void>): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      return await run();
    } catch (error) {
      if (turn === RECEIPT_TRIES) throw error;
      await wait(100 * 2 ** turn);
    }
  }
}
