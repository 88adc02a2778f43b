import type { CareFormStep } from '@suivi/rules/guidance/care-forms';
import { CARE_FORM_STEPS, careFormStep } from '@suivi/rules/guidance/care-forms';
import { knownOfFile } from '@suivi/rules/guidance/known-of-file';
import type { Asked } from '@suivi/rules/guidance/read-care';
import { FIELDS } from '@suivi/rules/guidance/read-care';
import type { Applicant } from '@suivi/rules/file';
import type { Day } from '@suivi/rules/calendar/days';
import type { Language, Stage } from '@suivi/rules/vocabulary';

/** What the page shows: the care, how far a file has come, and the language of the sentence for the client. */
export type Shown = Asked & { step?: CareFormStep; tell?: Language };

const NAMES = [...FIELDS, 'step', 'tell'] as const;

/** Behind the #: what care a person had is no server's business, and so in no server's log. */
export function addressOf(shown: Shown): string {
  const said = new URLSearchParams(NAMES.flatMap((name) => (shown[name] === undefined ? [] : [[name, shown[name]]])));
  return said.size === 0 ? '' : `#${said.toString()}`;
}

/** Reads an address; names it does not know are dropped, faulty values are kept: they are told beside their fields. */
export function shownIn(hash: string): Shown {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const asked: Asked = {};
  for (const field of FIELDS) {
    const text = said.get(field);
    if (text !== null) asked[field] = text.slice(0, 40);
  }
  const step = CARE_FORM_STEPS.find((one) => one === said.get('step'));
  const tell = said.get('tell');
  return { ...asked, ...(step && { step }), ...((tell === 'en' || tell === 'fr') && { tell }) };
}

/** The page for one client: filled in with what the file knows, and with nothing that says whose it is. */
export function guidanceFor(
  applicant: Applicant,
  { gpDeclared, stage, today }: { gpDeclared: boolean; stage: Stage; today: Day },
): string {
  const step = careFormStep(stage);
  const known = knownOfFile(applicant, gpDeclared, today);
  return `/guidance${addressOf({ ...known, ...(step !== null && { step }), tell: applicant.language })}`;
}
