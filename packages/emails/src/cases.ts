import { wasQuiet } from './done.ts';
import type { EmailInput } from './email-input.ts';

/**
 * Which of a template's cases hold, the variant first: they choose among its texts (`happened[online]`).
 * `median`: enough files of this caisse are closed to tell how long they waited. `nothing`: nothing to tell since
 * the last email, and nothing left undone. `done`: no task is left.
 */
export function casesOf(input: EmailInput): string[] {
  const { email: cause, plan } = input;
  const { variant } = cause.payload;
  const more = (() => {
    switch (cause.template) {
      case 'documents_reminder':
        return [cause.payload.third && 'third'];
      case 'document_to_redo':
        return [cause.payload.requested && 'requested'];
      case 'documents_requested':
        return [cause.payload.usual && 'usual'];
      case 'file_submitted':
        return [(variant === 'returned' || variant === 'not_found') && 'again'];
      case 'file_received':
        return [Boolean(input.median) && 'median'];
      case 'still_waiting':
        return [tone(cause.payload), wasQuiet(input) && 'nothing'];
      case 'number_pending':
        return [String(cause.payload.n)];
      case 'card_delivered':
        return [plan.tasks.length === 0 && 'done'];
      default:
        return [];
    }
  })();
  return [variant, ...more].filter((name) => name !== false);
}

/** From the fifth on the tone stays that of the fifth; the last the playbook allows says that it is the last. */
const tone = ({ n, last }: { n: number; last: boolean }): string => (last ? 'last' : String(Math.min(n, 5)));
