import type { Delivery } from './mail-server.ts';

/** Why an email has not left for good, or may not have. Stands in `messages.failure`; words are in `message-reasons.ts`. */
export type FailureReason =
  | 'address_refused'
  | 'mailbox_full'
  | 'too_big'
  | 'refused'
  | 'kept_failing'
  | 'cannot_be_written'
  | 'no_reply'
  | 'worker_died';

/** What stops all emails, whoever they are to. */
export type StandstillReason = 'unreachable' | 'login' | 'tls' | 'busy' | 'sender_refused';

export type Verdict =
  | { next: 'sent' }
  | { next: 'uncertain' }
  /** Somebody else has the message now, or nobody should send it any more. */
  | { next: 'leave' }
  /** Asked again later; counted. */
  | { next: 'retry' }
  | { next: 'fail'; failure: FailureReason }
  /** The message is not to blame: it goes back uncounted, and all of them rest for a while. */
  | { next: 'rest'; because: StandstillReason };

/** What a delivery means for its message. */
export function verdictOn(delivery: Delivery): Verdict {
  switch (delivery.result) {
    case 'accepted':
      return { next: 'sent' };
    case 'unsure':
      return { next: 'uncertain' };
    case 'withdrawn':
      return { next: 'leave' };
    case 'unsent':
      return { next: 'retry' };
    case 'no_service':
      return { next: 'rest', because: delivery.because };
    case 'refused':
      return onRefusal(delivery);
  }
}

function onRefusal({ at, code, reply }: Extract<Delivery, { result: 'refused' }>): Verdict {
  const enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})/.exec(reply)?.[1] ?? '';
  const says = (...codes: string[]) => codes.some((one) => enhanced.slice(1) === one);
  // 535 in the middle of a session, 530, 550 to our own address: every other letter would get the same answer.
  if (code === 530 || code === 535) return { next: 'rest', because: 'login' };
  if (at === 'sender') return { next: 'rest', because: code < 500 ? 'busy' : 'sender_refused' };
  // A full mailbox is often empty tomorrow, though many servers call it permanent.
  if (says('.2.2')) return { next: 'retry' };
  if (code < 500) return { next: 'retry' };
  if (says('.3.4', '.2.3')) return { next: 'fail', failure: 'too_big' };
  if (enhanced.startsWith('5.7')) return { next: 'fail', failure: 'refused' };
  if (at === 'recipient') return { next: 'fail', failure: 'address_refused' };
  return { next: 'fail', failure: says('.1.1', '.1.10') ? 'address_refused' : 'refused' };
}

const MINUTE = 60_000;
/** Greylisting wants five minutes to half an hour; a full mailbox a day. In all a little more than a day. */
const WAITS_MINUTES = [1, 5, 15, 30, 30, 60, 120, 240, 480, 480];

/**
 * How long a message waits after so many refusals; null when it has been asked often enough.
 * @param chance 0 to 1, from outside: messages refused together must not come back together
 */
export function waitAfter(tries: number, chance: number): number | null {
  const minutes = WAITS_MINUTES[tries - 1];
  return minutes === undefined ? null : Math.round(minutes * MINUTE * (0.75 + chance / 2));
}

/** How long all emails rest when the mail server is not at our service for the n-th time in a row. */
export const restAfter = (times: number, chance: number): number =>
  Math.round(Math.min(5 * MINUTE, 2_000 * 2 ** Math.min(times - 1, 10)) * (0.75 + chance / 2));
