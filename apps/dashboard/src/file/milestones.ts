import type { Day } from '@suivi/rules/calendar/days';
import type { Deed } from '@suivi/rules/events';
import type { Stage } from '@suivi/rules/vocabulary';

const last = (deeds: readonly Deed[], is: (deed: Deed) => boolean): Day | undefined => deeds.findLast(is)?.on;
const type =
  (...types: Deed['type'][]) =>
  (deed: Deed) =>
    types.includes(deed.type);

/** Filed online or at a counter is received the same day. */
const arrived = (deed: Deed): boolean =>
  deed.type === 'post_delivered' ||
  ((deed.type === 'file_submitted' || deed.type === 'supplement_sent') && deed.method !== 'registered_post');
/** Without a receipt, CPAM may show that it has the file. */
const shown = (deed: Deed): boolean =>
  deed.type === 'documents_requested' ||
  (deed.type === 'call_made' && ['in_progress', 'processed', 'documents_missing'].includes(deed.outcome));

/** The day of each of the seven steps that has been reached. `deeds`: what stands, by day. */
export function daysOfSteps(deeds: readonly Deed[], step: number): Partial<Record<number, Day>> {
  const sentOn = deeds.find(type('file_submitted'))?.on;
  const beforeSending = sentOn === undefined ? deeds : deeds.filter(({ on }) => on <= sentOn);
  const days: (Day | undefined)[] = [
    step === 1 ? undefined : last(beforeSending, type('document_verified')),
    last(deeds, type('file_submitted')),
    deeds.find((deed) => arrived(deed) && (sentOn === undefined || deed.on >= sentOn))?.on ??
      deeds.find((deed) => shown(deed) && sentOn !== undefined && deed.on >= sentOn)?.on,
    deeds.find(type('provisional_number_received', 'attestation_received'))?.on,
    last(deeds, type('social_security_number_received')),
    last(deeds, type('card_ordered')),
    last(deeds, type('card_received')),
  ];
  return Object.fromEntries(days.flatMap((day, i) => (day !== undefined && i < step ? [[i + 1, day]] : [])));
}

/** Since when the file is where it is, by the event that brought it there; undefined where none did. */
export function sinceOf(stage: Stage, deeds: readonly Deed[]): Day | undefined {
  switch (stage) {
    case 'submitted':
      return last(deeds, type('file_submitted'));
    case 'with_cpam':
      return last(deeds, arrived) ?? last(deeds, shown);
    case 'documents_requested':
      return last(
        deeds,
        (deed) =>
          deed.type === 'documents_requested' || (deed.type === 'call_made' && deed.outcome === 'documents_missing'),
      );
    case 'rights_open':
      return deeds.find(type('provisional_number_received', 'attestation_received'))?.on;
    case 'number_issued':
      return last(deeds, type('social_security_number_received'));
    case 'card_ordered':
      return last(deeds, type('card_ordered'));
    case 'card_delivered':
      return last(deeds, type('card_received'));
    case 'refused':
      return last(deeds, type('refused', 'appeal_decided'));
    case 'appealing':
      return last(deeds, type('appeal_sent'));
    case 'withdrawn':
      return last(deeds, type('withdrawn'));
    default:
      return undefined;
  }
}
