import { IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './connection-bar.module.css';
import { useConnectionLostAt } from './connection.ts';
import { timeOf } from './dates.ts';
import { useLanguage } from './say.ts';

/** A thin bar under the page's title while nothing answers. It goes by itself. */
export function ConnectionBar() {
  const { t } = useTranslation();
  const language = useLanguage();
  const lostAt = useConnectionLostAt();
  return (
    <div role="status" aria-live="polite">
      {lostAt !== null && (
        <div className={classes.bar}>
          <IconWifiOff aria-hidden="true" />
          {t('state.noConnection', { time: timeOf(lostAt, language) })}
        </div>
      )}
    </div>
  );
}
