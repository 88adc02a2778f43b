import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { addMonths } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import { LANGUAGES_OF_PAPERS } from '../../applicant/applicant-fields.tsx';
import type { FileModel } from '../../file/model.ts';
import { DayField } from '../../shell/day-field.tsx';
import { useLanguage } from '../../shell/say.ts';
import { languageName } from '../../shell/vocabulary.ts';
import { notedOf } from './must-show.ts';
import type { Draft, Step } from './round.ts';
import classes from './verdict.module.css';

type Props = {
  step: Step;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  model: FileModel | null;
  today: Day;
};

/** The days that a paper carries and the language it is written in; what follows from them is said at once. */
export function NotedFields({ step: { paper }, draft, change, model, today }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const noted = notedOf(paper.document);
  const languages = useMemo(
    () =>
      LANGUAGES_OF_PAPERS.map((code) => ({ value: code, label: languageName(code, language) })).sort((a, b) =>
        a.label.localeCompare(b.label, language),
      ),
    [language],
  );
  if (noted.length === 0) return null;
  const issued = draft.issuedOn as Day | null;
  const ends = draft.validUntil as Day | null;
  const hint =
    ends === null
      ? undefined
      : ends < today
        ? t('checks.over', { day: inWords(ends, language, { year: today }) })
        : ends < addMonths(today, 3)
          ? t('checks.early')
          : undefined;
  return (
    <div className={classes.noted}>
      {noted.includes('issuedOn') && (
        <DayField
          label={t('checks.issuedOn')}
          value={issued}
          onChange={(issuedOn) => change({ issuedOn })}
          today={today}
          anyDay
          clearable
          error={issued !== null && issued > today ? t('checks.ahead') : undefined}
        />
      )}
      {noted.includes('validUntil') && (
        <DayField
          label={t('checks.validUntil')}
          value={ends}
          onChange={(validUntil) => change({ validUntil })}
          today={today}
          anyDay
          clearable
          hint={hint}
        />
      )}
      {noted.includes('language') && (
        <Select
          label={t('checks.language')}
          data={languages}
          value={draft.language}
          onChange={(chosen) => change({ language: chosen })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('dayField.clear') }}
          comboboxProps={{ withinPortal: true }}
        />
      )}
      <LanguageSays document={paper.document} chosen={draft.language} model={model} />
    </div>
  );
}

/** What the plan makes of the certificate's language. */
function LanguageSays({
  document,
  chosen,
  model,
}: {
  document: string;
  chosen: string | null;
  model: FileModel | null;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (document !== 'birth_certificate' || chosen === null || model === null) return null;
  const known = model.applicant.birthCertificate?.language ?? null;
  if (known !== null && known !== chosen)
    return <p className={classes.says}>{t('checks.languageDiffers', { language: languageName(known, language) })}</p>;
  const translation = model.plan.documents.find(
    ({ code, member }) => code === 'birth_certificate_translation' && member === null,
  );
  if (translation?.need !== 'required' && translation?.need !== 'not_needed') return null;
  return <p className={classes.says}>{t(`checks.translation.${translation.need}`)}</p>;
}
