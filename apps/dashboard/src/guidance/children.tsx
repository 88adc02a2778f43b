import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CHILD_ADVICE } from '@suivi/rules/guidance/children';
import { useSay } from '../shell/say.ts';
import classes from './guidance.module.css';
import { SourceLine } from './source-line.tsx';

const AGES = [
  ['child', 0],
  ['twelve', 12],
  ['sixteen', 16],
] as const;

/** Attachment, a card of one's own, the 16th birthday; what matters at the age that was typed stands out. */
export function Children({ age }: { age: number | null }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section aria-label={t('guidance.children')}>
      <h2>{t('guidance.children')}</h2>
      {AGES.map(([name, first]) => {
        const advice = CHILD_ADVICE.filter(({ from }) => from === first);
        const now = age !== null && advice.some(({ from, until }) => from <= age && age <= until);
        return (
          <div key={name} className={classes.ages}>
            <h3>
              <Badge variant="light" color={now ? 'encre' : 'gray'} className={now ? '' : (classes.quiet ?? '')}>
                {t(`guidance.ages.${name}`)}
              </Badge>
            </h3>
            <ul className={classes.advice} data-now={now || undefined}>
              {advice.map(({ because, source, rule }) => (
                <li key={because.en}>
                  {say(because)}
                  <SourceLine source={source} rule={rule} brief />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className={classes.hint}>{t('guidance.childrenHint')}</p>
    </section>
  );
}
