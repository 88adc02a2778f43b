import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { estimate, insideInstead } from '@suivi/rules/guidance/estimate';
import { readCare, valueOf } from '@suivi/rules/guidance/read-care';
import { isDay } from '@suivi/rules/calendar/days';
import { useToday } from '../shell/queries.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { addressOf, shownIn } from './address.ts';
import type { Shown } from './address.ts';
import { Answer } from './answer.tsx';
import { Asking } from './asking.tsx';
import { CareForms } from './care-forms.tsx';
import { Children } from './children.tsx';
import classes from './guidance.module.css';

/**
 * What care costs and what comes back of it, care forms before the card, children. Reckoned here, by the rules; the
 * address bar holds what is shown, behind the #.
 */
export function Guidance() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const today = useToday();
  const [shown, setShown] = useState(() => shownIn(hash));
  const written = useRef(hash);

  // Another address than the one written here: a link that was pasted, or a step back.
  useEffect(() => {
    if (hash === written.current) return;
    written.current = hash;
    setShown(shownIn(hash));
  }, [hash]);
  const show = (next: Shown) => {
    setShown(next);
    written.current = addressOf(next);
    void navigate({ hash: written.current }, { replace: true });
  };

  const read = readCare(shown, today);
  const made = read.ok
    ? { care: read.care, estimate: estimate(read.care, today), inside: insideInstead(read.care, today) }
    : null;
  const on = valueOf(shown, 'on', today);
  return (
    <>
      <TitleRow title={t('guidance.title')} beside={<span className="at-desk">{t('guidance.aside')}</span>} />
      <div className={classes.columns}>
        <Asking shown={shown} show={show} faults={read.ok ? [] : read.faults} today={today} />
        <Answer made={made} shown={shown} show={show} />
        <div className={classes.more} tabIndex={0} role="region" aria-label={t('guidance.more')}>
          <CareForms shown={shown} show={show} careOn={isDay(on) ? on : today} />
          <Children age={read.ok ? read.care.age : null} />
        </div>
      </div>
    </>
  );
}
