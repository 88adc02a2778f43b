import type { Day } from '@suivi/rules/calendar/days';
import type { EmailCause } from '@suivi/rules/emails/payloads';
import type { Applicant, Event } from '@suivi/rules/file';
import type { Plan } from '@suivi/rules/plan-types';
import type { EmailTemplate, Language } from '@suivi/rules/vocabulary';

/** The people an email names. A telephone that is not known is left out. */
export type People = {
  firstName: string;
  adviserName: string;
  adviserPhone: string | null;
  agencyName: string;
};

export type EmailInput = {
  /** Template and payload, as the plan has them. */
  email: EmailCause;
  language: Language;
  /** The plan of the day of sending: what is missing, what comes next, how far the file is. */
  plan: Plan;
  /** As known on that day. */
  applicant: Pick<Applicant, 'category' | 'privateInsuranceUntil'>;
  /** All that was recorded, corrections included. */
  events: readonly Event[];
  /** The file's last email before this one: what we did since is told in `still_waiting`. */
  lastEmail: { template: EmailTemplate; on: Day } | null;
  /** The day on which the email is sent. */
  today: Day;
  people: People;
  /** First names of the children, by the id of the member. */
  memberNames: Readonly<Record<string, string>>;
  /** How long half of this caisse's files waited; null under 20 closed files. */
  median?: { days: number; count: number } | null;
};
