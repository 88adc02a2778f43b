import type { TFunction } from 'i18next';
import { documentName } from '@suivi/rules/documents/names';
import type { Made } from '@suivi/rules/register/rule';
import type {
  DeadlineKind,
  DocumentCode,
  EmailTemplate,
  Language,
  TaskKind,
  WarningCode,
} from '@suivi/rules/vocabulary';
import { TASK_KINDS } from '@suivi/rules/vocabulary';
import { taskName } from '../shell/task-name.tsx';

const GROUPS = ['answers', 'papers', 'tasks', 'emails', 'deadlines', 'warnings'] as const;
type Group = (typeof GROUPS)[number];

function named(made: Made, t: TFunction, language: Language): [Group, string] {
  const [first = '', second = ''] = made.split(':');
  if (made === 'eligibility' || made === 'caisse') return ['answers', t(`help.${made}`)];
  if (made === 'document') return ['papers', t('help.anyPaper')];
  if (first === 'document') return ['papers', documentName[second as DocumentCode][language]];
  if (first === 'email') return ['emails', t(`email.${second as EmailTemplate}`)];
  if (first === 'deadline') return ['deadlines', t(`deadline.${second as DeadlineKind}`)];
  if (first === 'warning') return ['warnings', t(`help.warning.${second as WarningCode}`)];
  const kind = TASK_KINDS.find((one) => one === first) as TaskKind;
  return ['tasks', taskName(t, { key: made, kind })];
}

/** What a rule sets off, one line for each sort of thing. */
export function madeLines(makes: readonly Made[], t: TFunction, language: Language): string[] {
  const found = makes.map((made) => named(made, t, language));
  return GROUPS.flatMap((group) => {
    const names = [...new Set(found.flatMap(([of, name]) => (of === group ? [name] : [])))];
    return names.length === 0 ? [] : [t(`help.${group}`, { names: names.join(' · ') })];
  });
}
