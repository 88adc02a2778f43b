import type { FileView } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { documentNeeds } from '@suivi/rules/documents/needs';
import type { Deed } from '@suivi/rules/events';
import type { Applicant, File } from '@suivi/rules/file';
import { plan } from '@suivi/rules/plan';
import type { Plan } from '@suivi/rules/plan-types';
import { readFile } from '@suivi/rules/read-file';
import { voidedIds } from '@suivi/rules/voided';
import { applicantOn } from '../applicant/applicant-on.ts';

/** A file as its page needs it: what the server has of it, and its plan of today by the same rules. */
export type FileModel = {
  view: FileView;
  today: Day;
  file: File;
  plan: Plan;
  applicant: Applicant;
  /** What happened, without what was voided, by day. */
  deeds: readonly Deed[];
  /** Papers (`code:member`) on which another source says otherwise. */
  contradicted: ReadonlySet<string>;
  /** The agency's day is a demo day, not the clock's. */
  demo: boolean;
  clientName: string;
  /** The caisse's name, with the apostrophe that French prints. */
  caisse: string | null;
};

/** @throws Error when the rules cannot read the file: the server keeps none such */
export function modelOf(view: FileView, demo: boolean): FileModel {
  const read = readFile(view.input);
  if (!read.ok) throw new Error(`The rules cannot read this file: ${read.issues.map(({ path }) => path).join(', ')}.`);
  const { file } = read;
  const { today } = view;
  const planned = plan(file, today);
  const voided = voidedIds(file.events);
  const applicant = applicantOn(file, today);
  return {
    view,
    today,
    file,
    plan: planned,
    applicant,
    demo,
    deeds: file.events
      .filter((event): event is Deed => event.type !== 'voided' && !voided.has(event.id))
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    contradicted: new Set(
      documentNeeds(applicant, file.playbook, today).flatMap(({ code, member, sourcesDiffer }) =>
        sourcesDiffer === undefined ? [] : [`${code}:${member}`],
      ),
    ),
    clientName: `${view.client.firstName} ${view.client.lastName}`.trim(),
    caisse: planned.caisse.shortName?.replaceAll("'", '’') ?? null,
  };
}
