import { Badge } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { citation, CITATIONS } from '@suivi/rules/citations/citations';
import type { Citation, SourceId } from '@suivi/rules/citations/citations';
import type { Disagreement, Side } from '@suivi/rules/citations/disagreements';
import { dateOfSource, dayWritten } from '../shell/dates.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import classes from './help.module.css';

const DOTS: Record<Citation['confidence'], number> = { seen: 3, inferred: 2, secondary: 1 };

function Confidence({ confidence }: { confidence: Citation['confidence'] }) {
  const { t } = useTranslation();
  return (
    <span className={classes.dots} role="img" aria-label={t(`help.confidence.${confidence}`)}>
      {[1, 2, 3].map((n) => (
        <i key={n} data-on={n <= DOTS[confidence] || undefined} />
      ))}
    </span>
  );
}

const replaced = (id: SourceId): boolean =>
  Object.values<Citation>(CITATIONS).some(({ supersedes = [] }) => supersedes.includes(id));

/** A source in two lines: who says it and when, how sure we are and when we read it. */
export function Source({ id }: { id: SourceId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { title, address, publisher, dated, confidence, readOn, validFrom, validUntil } = citation(id);
  // Our own rhythm: no text fixes it.
  if (id === 'playbook') return <p className={classes.source}>{t('day.playbook')}</p>;
  const since = validFrom === undefined ? '' : dateOfSource(validFrom, language);
  const until = validUntil === undefined ? '' : dateOfSource(validUntil, language);
  return (
    <div className={classes.source}>
      <p>
        {address.startsWith('https:') ? (
          <a href={address} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <span className={classes.name}>{title}</span>
        )}
        , {publisher}, {dated === null ? t('help.undated') : dateOfSource(dated, language)}
      </p>
      <p className={classes.meta}>
        <Confidence confidence={confidence} />
        <span>
          {t('help.read', { day: dayWritten(readOn, language) })}
          {since !== '' && ` · ${until === '' ? t('help.holds', { since }) : t('help.held', { since, until })}`}
          {replaced(id) && ` · ${t('help.replaced')}`}
        </span>
      </p>
    </div>
  );
}

function Card({ side: { says, sources }, followed }: { side: Side; followed: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div className={classes.side} data-followed={followed || undefined}>
      {followed ? (
        <Badge variant="light" color="encre" leftSection={<IconCheck aria-hidden="true" />}>
          {t('help.followed')}
        </Badge>
      ) : (
        <Badge variant="light" color="gray" className={classes.otherwise ?? ''}>
          {t('help.otherwise')}
        </Badge>
      )}
      <p>{say(says)}</p>
      <div className={classes.sources}>
        {sources.map((id) => (
          <Source key={id} id={id} />
        ))}
      </div>
    </div>
  );
}

/** Both sides of a point on which sources differ, side by side, and why the plan follows the one it follows. */
export function Sides({
  disagreement: { about, followed, other, why },
  named,
}: {
  disagreement: Disagreement;
  named: boolean;
}) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <section>
      <h3>{named ? `${t('help.whereDiffer')} · ${say(about)}` : t('help.whereDiffer')}</h3>
      <div className={classes.sides}>
        <Card side={followed} followed />
        <Card side={other} followed={false} />
      </div>
      <h3>{t('help.why')}</h3>
      <p className={classes.text}>{say(why)}</p>
    </section>
  );
}
