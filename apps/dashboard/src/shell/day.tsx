import type { Day } from '@suivi/rules/calendar/days';
import type { Words } from '@suivi/rules/vocabulary';
import { dayInList, lateness } from './dates.ts';
import { Because, Explained } from './explained.tsx';
import type { ReactNode } from 'react';
import { useLanguage } from './say.ts';

/** The day on which something is due, as lists show it: "3 days late", "today", "Fri 22 May"; with why, and where that stands. */
export function DueDay({ day, today, explanation }: { day: Day; today: Day; explanation?: ReactNode }) {
  const language = useLanguage();
  const late = day < today;
  const words = late ? lateness(day, today, language) : dayInList(day, today, language);
  if (explanation === undefined)
    return (
      <time dateTime={day} className={late ? 'due no-wrap strong' : 'no-wrap'}>
        {words}
      </time>
    );
  return (
    <Explained explanation={explanation} late={late}>
      <time dateTime={day}>{words}</time>
    </Explained>
  );
}

/** Any day in a list, explained where a reason is given. */
export function DayWords({ day, today, because, source }: { day: Day; today: Day; because?: Words; source?: string }) {
  const language = useLanguage();
  const time = (
    <time dateTime={day} className="no-wrap">
      {dayInList(day, today, language)}
    </time>
  );
  return because === undefined ? (
    time
  ) : (
    <Explained explanation={<Because because={because} source={source} />}>{time}</Explained>
  );
}
