import { Button } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { FileChange } from '@suivi/contracts/changes';
import type { Day } from '@suivi/rules/calendar/days';
import { ago } from '../shell/ago.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './beside.module.css';
import { useChangeWords } from './change-words.ts';

/** Under the title: what somebody else did meanwhile. Saving waits until it has been seen. */
export function StaleBar({
  changes,
  today,
  onShow,
}: {
  changes: readonly FileChange[];
  today: Day;
  onShow: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wordsOf = useChangeWords(today);
  const last = changes.at(-1);
  return (
    <div role="status" aria-live="polite">
      {last !== undefined && (
        <div className={classes.bar}>
          <IconRefreshAlert aria-hidden="true" />
          <p className="grow">
            <Trans
              i18nKey="beside.stale.one"
              values={{ name: last.by, did: wordsOf(last), ago: ago(last.at, language) }}
              components={{ b: <b className="strong" /> }}
            />{' '}
            {changes.length > 1 && t('beside.stale.more', { count: changes.length - 1 })}{' '}
            <span className="dim">{t('beside.stale.paused')}</span>
          </p>
          <Button size="compact-sm" variant="default" onClick={onShow}>
            {t('beside.stale.show')}
          </Button>
        </div>
      )}
    </div>
  );
}
