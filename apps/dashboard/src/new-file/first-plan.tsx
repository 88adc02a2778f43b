import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { documentName } from '@suivi/rules/documents/names';
import type { Plan } from '@suivi/rules/plan-types';
import { Group } from '../record/effect-view.tsx';
import { effectsOfPlan } from '../record/effect.ts';
import { dayInSentence } from '../shell/dates.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useLanguage } from '../shell/say.ts';
import { StageChip } from '../shell/stage-chip.tsx';
import classes from './new-file.module.css';

/** What the plan will be, as it is typed: stage, caisse, first possible day, documents, first steps. */
export function FirstPlan({ plan, today }: { plan: Plan | null; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <section className={classes.plan} aria-label={t('newFile.plan.title')} aria-live="polite" tabIndex={0}>
      <h2>{t('newFile.plan.title')}</h2>
      <p className="tiny dim">{t('newFile.plan.live')}</p>
      {plan === null ? (
        <p className={`${classes.quiet} small dim`}>{t('newFile.plan.incomplete')}</p>
      ) : (
        <>
          <div className={classes.quiet}>
            <StageChip stage={plan.stage} />
          </div>
          <dl className={classes.facts}>
            <dt>{t('newFile.plan.caisse')}</dt>
            <dd>
              <Explained
                explanation={<Because because={plan.caisse.because} source={plan.caisse.source} of="caisse" />}
              >
                {plan.caisse.shortName?.replaceAll("'", '’') ??
                  t(plan.caisse.status === 'elsewhere' ? 'newFile.plan.elsewhere' : 'newFile.plan.choose')}
              </Explained>
            </dd>
            <dt>{t('newFile.plan.possible')}</dt>
            <dd>
              <Explained
                explanation={
                  <Because because={plan.eligibility.because} source={plan.eligibility.source} of="eligibility" />
                }
              >
                {plan.eligibility.earliestSubmissionOn === null
                  ? t('newFile.plan.unknown')
                  : dayInSentence(plan.eligibility.earliestSubmissionOn, today, language)}
              </Explained>
            </dd>
            <dt>{t('newFile.plan.documents')}</dt>
            <dd>
              {plan.documents
                .filter(({ need, neededFor }) => need === 'required' && neededFor === 'submission')
                .map(({ code }) => documentName[code][language])
                .join(', ')}
            </dd>
          </dl>
          <Group title={t('newFile.plan.steps')} effects={effectsOfPlan(plan, today)} today={today} />
        </>
      )}
    </section>
  );
}
