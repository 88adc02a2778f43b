import { useTranslation } from 'react-i18next';
import { citation } from '@suivi/rules/citations/citations';
import { disagreementsOf, saysOf } from '@suivi/rules/register';
import { areaName } from '@suivi/rules/register/rule';
import type { Rule } from '@suivi/rules/register/rule';
import { usePlaybook } from '../playbook/queries.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import classes from './help.module.css';
import { madeLines } from './made-words.ts';
import { Sides, Source } from './side-cards.tsx';

/** One rule: two sentences, both sides where sources differ, where it stands, what it sets off. */
export function RuleArticle({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  // The agency's own periods; until they are known, those that every agency starts with.
  const settings = usePlaybook().data?.present.settings;
  const points = disagreementsOf(rule);
  const shown = new Set(points.flatMap(({ followed, other }) => [...followed.sources, ...other.sources]));
  const others = rule.sources.filter((id) => !shown.has(id));
  const lines = madeLines(rule.makes, t, language);
  return (
    <>
      <p className={classes.area}>{say(areaName[rule.area])}</p>
      <h2 className={classes.title}>{say(rule.title)}</h2>
      <p className={classes.says}>{say(saysOf(rule, settings))}</p>
      {points.map((point) => (
        <Sides key={point.about.en} disagreement={point} named={points.length > 1} />
      ))}
      {others.length > 0 && (
        <section>
          <h3>{points.length > 0 ? t('help.standsToo') : t('help.stands')}</h3>
          <ul className={classes.standing}>
            {others.map((id) => (
              <li key={id}>
                <p>{say(citation(id).says)}</p>
                <Source id={id} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{t('help.setsOff')}</h3>
        {lines.length === 0 && <p className={classes.text}>{t('help.nothing')}</p>}
        {lines.map((line) => (
          <p key={line} className={classes.text}>
            {line}
          </p>
        ))}
      </section>
    </>
  );
}
