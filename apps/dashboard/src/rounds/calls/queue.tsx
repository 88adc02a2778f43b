import { IconCheck, IconCircle, IconPhone } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { memo, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallGroup, CallOfRound, CallRound } from '@suivi/contracts/calls';
import { ENOUGH_CALLS } from '@suivi/rules/calls/best-hour';
import { HOURS_SOURCE } from '@suivi/rules/calls/hours';
import type { Language } from '@suivi/rules/vocabulary';
import { Because, Explained } from '../../shell/explained.tsx';
import { useLanguage } from '../../shell/say.ts';
import { territory } from '../../shell/territory.ts';
import classes from './calls.module.css';
import { bestInWords, chanceInWords, outcomeInWords, span } from './in-words.ts';

type Props = { round: CallRound; current: string | null; onChoose: (taskId: string) => void };

/** The calls of the round by caisse: those made stay, ticked, with what came of them. */
export function Queue({ round, current, onChoose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const group = round.groups.find(({ calls }) => calls.some(({ taskId }) => taskId === current)) ?? round.groups[0];
  const newest = useRef(onChoose);
  useLayoutEffect(() => {
    newest.current = onChoose;
  });
  const choose = useCallback((taskId: string) => newest.current(taskId), []);
  return (
    <nav className={classes.queue} aria-label={t('callRound.queue')}>
      {round.groups.map((each) => (
        <section key={each.caisse} aria-label={nameOf(t, each)}>
          <h2>
            <span className="one-line">{nameOf(t, each)}</span>
            <span className="nums">{each.calls.length}</span>
          </h2>
          <ul>
            {each.calls.map((call) => (
              <li key={call.taskId}>
                <Item call={call} current={call.taskId === current} onChoose={choose} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {round.more && <p className={classes.queueFoot}>{t('callRound.more')}</p>}
      <p className={classes.queueFoot}>
        {t('callRound.best.order')} {group !== undefined && <BestHour group={group} t={t} language={language} />}
      </p>
    </nav>
  );
}

const nameOf = (t: TFunction, { caisse }: CallGroup): string => territory(caisse) ?? t('callRound.noCaisse');

/** Of a long list only the calls that change are drawn anew. */
const Item = memo(function Item({
  call,
  current,
  onChoose,
}: {
  call: CallOfRound;
  current: boolean;
  onChoose: (taskId: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const Icon = call.outcome !== null ? IconCheck : current ? IconPhone : IconCircle;
  const said = call.outcome === null ? aboutOf(t, language, call) : outcomeInWords(t, call.outcome);
  return (
    <button
      ref={button}
      type="button"
      className={classes.item}
      aria-current={current || undefined}
      data-made={call.outcome !== null || undefined}
      onClick={() => onChoose(call.taskId)}
    >
      <Icon aria-hidden="true" />
      <span className="grow one-line" title={call.file.clientName}>
        {call.file.clientName}
      </span>
      {said !== null && <span className={classes.itemSaid}>{said}</span>}
    </button>
  );
});

/** What tells a call from the usual first one: that it is made again, and when; the card, the number, the papers. */
function aboutOf(t: TFunction, language: Language, { key, best }: CallOfRound): string | null {
  const [, what, n] = key.split(':');
  switch (what) {
    case 'again':
      return best === null
        ? t('callRound.about.again')
        : t('callRound.about.againAt', { span: span(best.span, language) });
    case 'with_cpam':
      return Number(n) % 2 === 0 ? t('callRound.about.second') : null;
    case 'back':
    case 'supplement':
    case 'rights_open':
    case 'card':
      return t(`callRound.about.${what}`);
    default:
      return null;
  }
}

function BestHour({ group, t, language }: { group: CallGroup; t: TFunction; language: Language }) {
  const best = bestInWords(t, language, group);
  if (best === null || group.best === null) return null;
  const { basis } = group.best;
  return (
    <Explained
      explanation={
        <>
          {group.chances.map((chance) => (
            <span key={chance.slot} className={classes.chance}>
              {chanceInWords(t, language, chance)}
            </span>
          ))}
          <Because
            because={{
              en: t(`callRound.best.why.${basis}`, { lng: 'en', enough: ENOUGH_CALLS }),
              fr: t(`callRound.best.why.${basis}`, { lng: 'fr', enough: ENOUGH_CALLS }),
            }}
            source={HOURS_SOURCE}
          />
        </>
      }
    >
      <span className={classes.best}>
        {nameOf(t, group)}
        {language === 'fr' ? ' : ' : ': '}
        {best}
      </span>
    </Explained>
  );
}
