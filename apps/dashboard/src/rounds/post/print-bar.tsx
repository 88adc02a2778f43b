import { Button, Progress } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PostRound } from '@suivi/contracts/post';
import { timeOf } from '../../shell/dates.ts';
import { KeyCap } from '../../shell/key-cap.tsx';
import { useKeys } from '../../shell/keys.ts';
import { FormProblem } from '../../shell/problem.tsx';
import { useLanguage } from '../../shell/say.ts';
import classes from './post.module.css';
import { isPostable } from './use-lines.ts';
import { usePrint } from './use-print.ts';

/** What has been printed and when, and the print of all. */
export function PrintBar({ round }: { round: PostRound }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const letters = round.letters.filter(isPostable);
  const standing = letters.flatMap(({ letter }) => (letter?.printed && letter.unchanged ? [letter.printed] : []));
  const all = letters.length > 0 && standing.length === letters.length;
  const last = standing
    .map(({ printedAt }) => printedAt)
    .sort()
    .at(-1);
  const pages = standing.reduce((sum, one) => sum + one.pages, 0);
  const { print, since, error } = usePrint(letters.map(({ taskId }) => taskId));
  const words = all ? t('post.printAgain') : t('post.printAll');
  useKeys([{ keys: 'p', act: print, words }]);
  // Each letter is filed as soon as it is printed.
  const done = since === null ? 0 : standing.filter(({ printedAt }) => Date.parse(printedAt) >= since).length;
  const progress = { done, of: letters.length };
  return (
    <div className={classes.print}>
      {since === null ? (
        <p className="grow small">
          {all && last !== undefined ? (
            <>
              <span className="strong">
                {t('post.printed', { count: standing.length, time: timeOf(last, language) })}
              </span>
              {t('post.printedDetail', { pages })} <span className="dim">{t('post.keptOnFile')}</span>
            </>
          ) : (
            <span className="strong">{t('post.toPrint', { count: letters.length - standing.length })}</span>
          )}
          {!round.laPoste.configured && <span className="dim"> {t('post.byHandOnly')}</span>}
        </p>
      ) : (
        <div className="grow" role="status">
          <p className="small">{t('post.printing', progress)}</p>
          <Progress
            value={(100 * done) / Math.max(1, letters.length)}
            aria-label={t('post.printing', progress)}
            animated={done === 0}
          />
        </div>
      )}
      <FormProblem error={error} />
      <Button
        variant="default"
        leftSection={<IconPrinter aria-hidden="true" />}
        rightSection={<KeyCap keys="p" />}
        loading={since !== null}
        onClick={print}
      >
        {words}
      </Button>
    </div>
  );
}
