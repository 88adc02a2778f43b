import { Spotlight } from '@mantine/spotlight';
import { IconCalendarPlus, IconNote, IconPhone, IconUserShare } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileRow } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInList, lateness } from './dates.ts';
import type { FileDeed } from './palette-search.ts';
import classes from './palette.module.css';
import { useLanguage } from './say.ts';

/** What may be done with a file that is found, and the address that asks for it. */
const DEEDS: Record<FileDeed, { icon: Icon; path: (callKey: string | null) => string }> = {
  record: { icon: IconCalendarPlus, path: () => 'record' },
  call: {
    icon: IconPhone,
    path: (callKey) => `record=call_made${callKey === null ? '' : `&about=${encodeURIComponent(callKey)}`}`,
  },
  note: { icon: IconNote, path: () => 'note' },
  assign: { icon: IconUserShare, path: () => 'assign' },
};

/** Something to do for the client who was found; a call says when it is due. */
export function DeedAction({ deed, file, today }: { deed: FileDeed; file: FileRow; today: Day | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const call = file.nextTask?.kind === 'call_3646' ? file.nextTask : null;
  const { icon: Icon, path } = DEEDS[deed];
  return (
    <Spotlight.Action
      className={classes.action}
      onClick={() => void navigate(`/files/${file.id}?${path(call?.key ?? null)}`)}
    >
      <Icon aria-hidden="true" />
      <span className="grow one-line">
        <Trans
          i18nKey={`palette.deed.${deed}`}
          values={{ name: file.clientName }}
          components={{ b: <b className="strong" /> }}
        />
      </span>
      <span className="dim tiny">
        {deed === 'call' && call !== null && today !== null
          ? call.dueOn < today
            ? lateness(call.dueOn, today, language)
            : t('palette.due', { day: dayInList(call.dueOn, today, language) })
          : file.reference}
      </span>
    </Spotlight.Action>
  );
}
