import { useTranslation } from 'react-i18next';
import { Problem } from '../shell/problem.tsx';
import { useMe } from '../shell/queries.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import { draftOf } from './draft.ts';
import { EditSettings } from './edit-settings.tsx';
import { History } from './history.tsx';
import classes from './playbook.module.css';
import { usePlaybook } from './queries.ts';
import { GroupList, SettingsList } from './settings-list.tsx';
import { useShownSetting } from './use-shown-setting.ts';

/** The agency's settings: read by all, changed by leads and admins, and never before a trial on all open files. */
export function Playbook() {
  const { t } = useTranslation();
  const role = useMe().data?.role;
  const playbook = usePlaybook();
  const { data } = playbook;
  useShownSetting(data !== undefined);
  return (
    <>
      <TitleRow
        title={t('playbook.title')}
        beside={
          data && (
            <span className="at-desk">
              {data.present.version === 0
                ? t('playbook.first')
                : t('playbook.historyVersion', { version: data.present.version })}
            </span>
          )
        }
      />
      {data === undefined ? (
        playbook.isError ? (
          <Problem error={playbook.error} retry={() => void playbook.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : role === 'lead' || role === 'admin' ? (
        <EditSettings view={data} />
      ) : (
        <div className={classes.columns}>
          <GroupList draft={draftOf(data.present.settings, {})} search="" />
          <SettingsList draft={draftOf(data.present.settings, {})} present={data.present.settings} />
          <aside className={classes.aside} aria-label={t('playbook.history')}>
            <History history={data.history} />
          </aside>
        </div>
      )}
    </>
  );
}
