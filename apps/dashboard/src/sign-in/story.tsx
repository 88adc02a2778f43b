import { useTranslation } from 'react-i18next';
import classes from './story.module.css';

/** One file on one axis: what Suivi is, told without a word about it. */
export function Story() {
  const { t } = useTranslation();
  return (
    <aside className={classes.story} aria-label={t('signIn.aside')}>
      <div className={classes.axis}>
        <div className={classes.event}>
          <p>{t('signIn.story.postedOn')}</p>
          <h2>{t('signIn.story.posted')}</h2>
        </div>
        <div className={classes.event}>
          <p>{t('signIn.story.receivedOn')}</p>
          <h2>{t('signIn.story.received')}</h2>
        </div>
        <div className={classes.now}>
          <span>{t('signIn.story.now')}</span>
        </div>
        <div className={`${classes.event} ${classes.ahead}`}>
          <p>{t('signIn.story.today')}</p>
          <h2>{t('signIn.story.call')}</h2>
          <p>{t('signIn.story.callWhy')}</p>
        </div>
        <div className={`${classes.event} ${classes.ahead}`}>
          <p>{t('signIn.story.chaseOn')}</p>
          <h2>{t('signIn.story.chase')}</h2>
          <p>{t('signIn.story.chaseWhy')}</p>
        </div>
      </div>
    </aside>
  );
}
