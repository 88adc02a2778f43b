import {
  IconActivity,
  IconAdjustments,
  IconBook2,
  IconCalendarDue,
  IconCalendarTime,
  IconFileSearch,
  IconFolders,
  IconMail,
  IconMailbox,
  IconMailCheck,
  IconMapPin,
  IconPhone,
  IconReceiptEuro,
  IconSearch,
  IconStack2,
  IconTableImport,
  IconUserPause,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import type { Me } from '@suivi/contracts/me';
import { AccountMenu } from './account-menu.tsx';
import { Mark } from './brand.tsx';
import { number } from './dates.ts';
import { openPalette } from './palette-store.ts';
import { useLanguage } from './say.ts';
import classes from './side-bar.module.css';
import { closeSideDrawer } from './side-drawer.ts';

function Place({ to, icon: Icon, name, count }: { to: string; icon: Icon; name: string; count?: number }) {
  const language = useLanguage();
  return (
    <NavLink to={to} className={classes.place ?? ''} title={name} onClick={closeSideDrawer}>
      <Icon aria-hidden="true" />
      <span className={`${classes.words} one-line`}>{name}</span>
      {count !== undefined && (
        <span className={`${classes.count} nums`}>{count > 500 ? '500+' : number(count, language)}</span>
      )}
    </NavLink>
  );
}

/** Where one can go: 208 wide, 52 of icons under 1100 px, in a drawer on a phone. */
export function SideBar({ me }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <nav className={classes.bar} aria-label={t('nav.main')}>
      <div className={classes.brand}>
        <Mark />
        <span className={classes.words}>Suivi</span>
        <span className={`${classes.agency} ${classes.words} one-line`}>{me.agency?.name}</span>
      </div>
      <button type="button" className={classes.find} onClick={openPalette} aria-keyshortcuts="Control+K">
        <IconSearch aria-hidden="true" />
        <span className={`${classes.words} grow one-line`}>{t('palette.short')}</span>
        <kbd className={classes.words} aria-hidden="true">
          Ctrl
        </kbd>
        <kbd className={classes.words} aria-hidden="true">
          K
        </kbd>
      </button>
      {me.agency !== null && (
        <>
          <Place to="/today" icon={IconCalendarDue} name={t('nav.today')} count={me.counts?.today} />
          <Place to="/ahead" icon={IconCalendarTime} name={t('ahead.title')} />
          <Place to="/files" icon={IconFolders} name={t('nav.files')} count={me.counts?.openFiles} />
          <div className={classes.group}>
            <span className={classes.words}>{t('nav.rounds')}</span>
          </div>
          <Place to="/rounds/post" icon={IconMail} name={t('post.title')} count={me.counts?.letters} />
          <Place to="/rounds/calls" icon={IconPhone} name={t('callRound.title')} count={me.counts?.calls} />
          <Place to="/rounds/checks" icon={IconFileSearch} name={t('checks.title')} count={me.counts?.checks} />
          <Place to="/rounds/arrivals" icon={IconMailbox} name={t('arrivals.title')} />
          <Place to="/receipts" icon={IconMailCheck} name={t('receipts.title')} />
          <div className={classes.group}>
            <span className={classes.words}>{t('nav.agency')}</span>
          </div>
          <Place to="/import" icon={IconTableImport} name={t('nav.import')} />
          <Place to="/absences" icon={IconUserPause} name={t('nav.absences')} />
          <Place to="/caisses" icon={IconMapPin} name={t('admin.caisses.title')} />
          {me.role === 'admin' && <Place to="/automation" icon={IconActivity} name={t('nav.automation')} />}
          <Place to="/playbook" icon={IconAdjustments} name={t('playbook.title')} />
        </>
      )}
      {me.mayOperate && (
        <a href="/admin/queues" className={classes.place} title={t('nav.queues')}>
          <IconStack2 aria-hidden="true" />
          <span className={`${classes.words} one-line`}>{t('nav.queues')}</span>
        </a>
      )}
      <div className="grow" />
      {me.agency !== null && (
        <>
          <Place to="/guidance" icon={IconReceiptEuro} name={t('guidance.title')} />
          <Place to="/believes" icon={IconBook2} name={t('help.title')} />
        </>
      )}
      <AccountMenu me={me} />
    </nav>
  );
}
