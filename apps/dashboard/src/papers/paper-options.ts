import type { TFunction } from 'i18next';
import { PAPER_WITH_NUMBER_CODES } from '@suivi/contracts/papers';
import { inWords } from '@suivi/rules/calendar/words';
import { nameOf } from '@suivi/rules/documents/names';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import type { DocumentCode, Language } from '@suivi/rules/vocabulary';
import type { FileModel } from '../file/model.ts';

export type Option = { value: string; label: string };
type In = { t: TFunction; language: Language };

/** A document's name on this file; a child's with the child's day of birth. */
export function paperName(
  { applicant, today }: Pick<FileModel, 'applicant' | 'today'>,
  { code, member }: { code: DocumentCode; member: string | null },
  { t, language }: In,
): string {
  const document = nameOf(code, member, applicant.category)[language];
  const child = applicant.members.find(({ id }) => id === member);
  return child === undefined
    ? document
    : t('papers.add.child', { document, day: inWords(child.birthDate, language, { year: today }) });
}

/** What a file may be: what is waited for first, then the others, then what is not taken because it bears the number. */
export function paperOptions(model: FileModel, { t, language }: In): { group: string; items: Option[] }[] {
  const option = ({ code, member }: PlannedDocument): Option => ({
    value: member === null ? code : `${code}:${member}`,
    label: paperName(model, { code, member }, { t, language }),
  });
  const isWaited = ({ need, status }: PlannedDocument) =>
    need === 'required' && (status === 'missing' || status === 'rejected' || status === 'expired');
  // The rows of children's papers that stand for the applicant are nobody's.
  const { documents } = model.plan;
  const own = documents.filter(({ code, member }) => member !== null || !code.startsWith('child_'));
  return [
    { group: t('papers.add.waited'), items: own.filter(isWaited).map(option) },
    { group: t('papers.add.others'), items: own.filter((row) => !isWaited(row)).map(option) },
    {
      group: t('papers.add.notTaken'),
      items: PAPER_WITH_NUMBER_CODES.map((code) => ({ value: code, label: t(`papers.add.number.${code}`) })),
    },
  ].filter(({ items }) => items.length > 0);
}
