import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PlaybookVersion } from '@suivi/contracts/playbook';
import type { Day } from '@suivi/rules/calendar/days';
import { changedSettings } from '@suivi/rules/playbook-words';
import { dayShort, timeOf } from '../shell/dates.ts';
import { useToday } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './playbook.module.css';
import { FromTo } from './publish.tsx';

type Props = { history: readonly PlaybookVersion[]; onReturn?: ((version: PlaybookVersion) => void) | undefined };

/** The day of an instant in Paris. */
const dayOf = (instant: string): Day =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.parse(instant)) as Day;

/** What held before, who published it, and a way back to it, through the same trial. */
export function History({ history, onReturn }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [present] = history;
  return (
    <>
      <h2>{t('playbook.history')}</h2>
      <ol className={classes.history}>
        {history.map((version, at) => {
          const before = history[at + 1];
          const { publishedAt, publishedBy } = version;
          const isPresent = version === present;
          const sameAsPresent = present && changedSettings(version.settings, present.settings).length === 0;
          return (
            <li key={version.version}>
              <p>
                <span className="strong">{t('playbook.historyVersion', { version: version.version })}</span>{' '}
                {isPresent && <span className="dim">· {t('playbook.holds')}</span>}
              </p>
              <p className="dim tiny">
                {publishedAt === null
                  ? t('playbook.first')
                  : t('playbook.by', {
                      name: publishedBy,
                      day: dayShort(dayOf(publishedAt), today, language),
                      time: timeOf(publishedAt, language),
                    })}
              </p>
              {before !== undefined && (
                <details>
                  <summary>
                    {t('playbook.changedThen', { count: changedSettings(before.settings, version.settings).length })}
                  </summary>
                  <FromTo before={before} after={version} />
                </details>
              )}
              {onReturn !== undefined && !isPresent && !sameAsPresent && (
                <Button size="compact-xs" variant="default" onClick={() => onReturn(version)}>
                  {t('playbook.returnTo', { version: version.version })}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
