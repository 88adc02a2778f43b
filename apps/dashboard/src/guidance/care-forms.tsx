import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { CARE_FORM_STEPS, careFormAdvice } from '@suivi/rules/guidance/care-forms';
import { useSay } from '../shell/say.ts';
import type { Shown } from './address.ts';
import classes from './guidance.module.css';
import { SourceLine } from './source-line.tsx';

type Props = { shown: Shown; show: (next: Shown) => void; careOn: Day };

/** What to do with the paper care form, by how far the file has come. */
export function CareForms({ shown, show, careOn }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const step = shown.step ?? 'before_rights';
  return (
    <section aria-label={t('guidance.careForm')}>
      <h2>{t('guidance.careForm')}</h2>
      <Select
        aria-label={t('guidance.step')}
        data={CARE_FORM_STEPS.map((one) => ({ value: one, label: t(`guidance.steps.${one}`) }))}
        value={step}
        onChange={(chosen) => show({ ...shown, step: CARE_FORM_STEPS.find((one) => one === chosen) ?? step })}
        allowDeselect={false}
      />
      <ol className={classes.advice}>
        {careFormAdvice(step, careOn).map(({ because, source, rule }) => (
          <li key={because.en}>
            {say(because)}
            <SourceLine source={source} rule={rule} brief />
          </li>
        ))}
      </ol>
    </section>
  );
}
