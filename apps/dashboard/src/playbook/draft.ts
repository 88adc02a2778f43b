import type { PlaybookVersion, Rehearsal } from '@suivi/contracts/playbook';
import type { Day } from '@suivi/rules/calendar/days';
import type { Playbook } from '@suivi/rules/playbook';
import { changedSettings, readSettings } from '@suivi/rules/playbook-words';
import type { PlaybookSetting } from '@suivi/rules/playbook-words';
import type { Words } from '@suivi/rules/vocabulary';

/** What was typed into the settings, and no more: what somebody else publishes meanwhile shows through. */
export type Edits = Partial<Record<PlaybookSetting, unknown>>;

/** The edits that turn one playbook into another. */
export const editsBetween = (present: Playbook, wanted: Playbook): Edits =>
  Object.fromEntries(changedSettings(present, wanted).map((name) => [name, wanted[name]]));

export type Draft = {
  /** As typed, faulty ones too. */
  values: Record<PlaybookSetting, unknown>;
  faults: ReadonlyMap<string, Words>;
  changed: readonly PlaybookSetting[];
  /** null while a value is out of bounds. */
  playbook: Playbook | null;
  /** Without what is out of bounds. */
  valid: Playbook;
};

/** The present settings with what was typed over them. */
export function draftOf(present: Playbook, edits: Edits): Draft {
  const values = { ...present, ...edits };
  const read = readSettings(edits, present);
  const faults = new Map(read.ok ? [] : read.faults.map(({ setting, message }) => [setting, message]));
  const right = Object.fromEntries(Object.entries(edits).filter(([name]) => !faults.has(name)));
  return {
    values,
    faults,
    changed: changedSettings(present, values as Playbook),
    playbook: read.ok ? read.playbook : null,
    valid: { ...present, ...right },
  };
}

type Now = { draft: Draft; present: PlaybookVersion; today: Day; rulesVersion: string };

/** Whether a trial says what publishing the draft would do now. */
export const isOfDraft = (trial: Rehearsal, { draft, present, today, rulesVersion }: Now): boolean =>
  draft.playbook !== null &&
  changedSettings(trial.settings, draft.playbook).length === 0 &&
  trial.baseVersion === present.version &&
  trial.rulesVersion === rulesVersion &&
  trial.on === today;
