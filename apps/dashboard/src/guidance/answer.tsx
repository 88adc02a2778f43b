import { Alert, Button } from '@mantine/core';
import { IconInfoCircle, IconReceiptEuro } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DISAGREEMENTS } from '@suivi/rules/citations/disagreements';
import type { DisagreementId } from '@suivi/rules/citations/disagreements';
import type { Care } from '@suivi/rules/guidance/care';
import type { Reckoned } from '@suivi/rules/guidance/estimate';
import type { Estimate, KnownEstimate, Sourced } from '@suivi/rules/guidance/estimate-types';
import { euros } from '@suivi/rules/guidance/euros';
import { dayWritten } from '../shell/dates.ts';
import { EmptyState } from '../shell/empty.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import type { Shown } from './address.ts';
import classes from './guidance.module.css';
import { SentenceForClient } from './sentence-for-client.tsx';
import { SourceLine, SourceNames } from './source-line.tsx';
import { Sum } from './sum.tsx';

type Props = {
  made: { care: Care; estimate: Estimate; inside: Reckoned | null } | null;
  shown: Shown;
  show: (next: Shown) => void;
};

/** The sum, line by line; or why there is none. */
export function Answer({ made, shown, show }: Props) {
  const { t } = useTranslation();
  return (
    <section className={classes.answer} aria-label={t('guidance.answer')} tabIndex={0}>
      {made === null ? (
        <EmptyState icon={IconReceiptEuro} title={t('guidance.notYet')}>
          {t('guidance.notYetBody')}
        </EmptyState>
      ) : made.estimate.known ? (
        <Known care={made.care} estimate={made.estimate} shown={shown} show={show} />
      ) : (
        <>
          <Unknown because={made.estimate.because} source={made.estimate.source} rule={made.estimate.rule} />
          {made.inside !== null && <Inside {...made.inside} shown={shown} show={show} />}
        </>
      )}
    </section>
  );
}

function Unknown({ because, source, rule }: Pick<Extract<Estimate, { known: false }>, 'because' | 'source' | 'rule'>) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <div role="status">
      <h2 className={classes.headline}>{t('guidance.noFigure')}</h2>
      <p className={classes.said}>{say(because)}</p>
      <p className={classes.text}>{t('guidance.noFigureHint')}</p>
      {source !== null && rule !== null && <SourceLine source={source} rule={rule} />}
    </div>
  );
}

/** What the same visit comes to in the care pathway, a press away: it is not the client’s yet. */
function Inside({ estimate, shown, show }: Reckoned & Pick<Props, 'shown' | 'show'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cost, paidBack, stays } = estimate;
  const amount = (cents: number) => euros(cents)[language];
  return (
    <section className={classes.inside} aria-label={t('guidance.inside')}>
      <h3>{t('guidance.inside')}</h3>
      <p className="nums">
        {t('guidance.comesBack', { amount: amount(paidBack) })}.{' '}
        {t('guidance.stays', { left: amount(stays), cost: amount(cost) })}
      </p>
      <Button variant="default" onClick={() => show({ ...shown, gp: 'yes', seen: 'sent' })}>
        {t('guidance.seeInside')}
      </Button>
    </section>
  );
}

function Known({ care, estimate, ...rest }: { care: Care; estimate: KnownEstimate } & Pick<Props, 'shown' | 'show'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cost, paidBack, stays, base, back, left, notes, differs, readOn } = estimate;
  const amount = (cents: number) => euros(cents)[language];
  const share = cost === 0 ? 0 : Math.round((paidBack * 100) / cost);
  return (
    <>
      <p className={classes.area}>{t('guidance.read', { day: dayWritten(readOn, language) })}</p>
      <div role="status">
        <h2 className={`${classes.headline} nums`}>
          {paidBack === 0 ? t('guidance.nothingBack') : t('guidance.comesBack', { amount: amount(paidBack) })}
        </h2>
        <p className={`${classes.stays} nums`}>{t('guidance.stays', { left: amount(stays), cost: amount(cost) })}</p>
      </div>
      <div className={classes.bar} role="img" aria-label={t('guidance.bar', { share })}>
        <i style={{ width: `${share}%` }} />
      </div>
      {back.length > 0 && <Sum title={t('guidance.sumBack')} lines={[base, ...back]} total={paidBack} firstIsBase />}
      {left.length > 0 && <Sum title={t('guidance.sumLeft')} lines={left} total={stays} />}
      <Notes notes={notes} />
      {differs.map((id) => (
        <Differs key={id} id={id} />
      ))}
      <SentenceForClient care={care} estimate={estimate} {...rest} />
    </>
  );
}

function Notes({ notes }: { notes: readonly Sourced[] }) {
  const { t } = useTranslation();
  const say = useSay();
  if (notes.length === 0) return null;
  return (
    <Alert
      className={classes.notes ?? ''}
      variant="light"
      color="encre"
      icon={<IconInfoCircle aria-hidden="true" />}
      role="group"
      aria-label={t('guidance.notes')}
    >
      <ul>
        {notes.map(({ because, source, rule }) => (
          <li key={because.en}>
            {say(because)}
            <SourceLine source={source} rule={rule} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Both sides of a point that matters here, and why one is followed. */
function Differs({ id }: { id: DisagreementId }) {
  const { t } = useTranslation();
  const say = useSay();
  const { about, followed, other, why } = DISAGREEMENTS[id];
  return (
    <section className={classes.differs} aria-label={t('guidance.differ')}>
      <h3>
        {t('guidance.differ')} · {say(about)}
      </h3>
      <dl>
        <dt>{t('guidance.follows')}</dt>
        <dd>
          {say(followed.says)} <SourceNames sources={followed.sources} />
        </dd>
        <dt>{t('guidance.otherwise')}</dt>
        <dd>
          {say(other.says)} <SourceNames sources={other.sources} />
        </dd>
      </dl>
      <p className={classes.text}>{say(why)}</p>
    </section>
  );
}
