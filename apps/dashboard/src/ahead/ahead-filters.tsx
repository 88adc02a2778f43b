import { Select } from '@mantine/core';
import { IconChecklist, IconSquareRotated, IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AheadList, AheadWhat } from '@suivi/contracts/ahead';
import { AHEAD_WHATS } from '@suivi/contracts/ahead';
import { useCaisses } from '../files/queries.ts';
import { number } from '../shell/dates.ts';
import { useLanguage } from '../shell/say.ts';
import today from '../today/today.module.css';
import classes from './ahead.module.css';
import type { AheadAsked } from './asked.ts';
import { kindsOf } from './asked.ts';

const ICONS = { task: IconChecklist, email: IconMail, deadline: IconSquareRotated } as const;
const MOST = 500;

type Props = {
  asked: AheadAsked;
  counts: AheadList['counts'] | undefined;
  change: (part: Partial<AheadAsked>) => void;
};

/** Tasks, emails, deadlines; a kind of them; a caisse. */
export function AheadFilters({ asked, counts, change }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const caisses = useCaisses().data ?? [];
  const count = (what: AheadAsked['what']): string | null => {
    if (counts == null) return null;
    const n = what === 'all' ? counts.task + counts.email + counts.deadline : counts[what];
    return n > MOST ? `${MOST}+` : number(n, language);
  };
  const nameOf = (what: AheadWhat, kind: string): string =>
    t(`${what === 'task' ? 'task' : what === 'email' ? 'email' : 'deadline'}.${kind}` as 'task.call_3646');
  const kinds = (asked.what === 'all' ? AHEAD_WHATS : [asked.what]).map((what) => ({
    group: t(`ahead.what.${what}`),
    items: kindsOf(what)
      .map((kind) => ({ value: `${what}:${kind}`, label: nameOf(what, kind) }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
  }));
  return (
    <div className={today.filters}>
      <button
        type="button"
        className={`${today.filter} on-phone`}
        aria-pressed={asked.scope === 'team'}
        onClick={() => change({ scope: asked.scope === 'team' ? 'mine' : 'team' })}
      >
        {t('ahead.team')}
      </button>
      <div className={classes.whats} role="group" aria-label={t('ahead.what.label')}>
        {(['all', ...AHEAD_WHATS] as const).map((what) => {
          const Icon = what === 'all' ? null : ICONS[what];
          return (
            <button
              key={what}
              type="button"
              className={today.filter}
              aria-pressed={asked.what === what}
              onClick={() => change({ what, kind: undefined })}
            >
              {Icon !== null && <Icon aria-hidden="true" />}
              {t(`ahead.what.${what}`)} <span className="nums">{count(what)}</span>
            </button>
          );
        })}
      </div>
      <span className="grow at-desk" />
      <Select
        className={`${classes.select} at-desk`}
        aria-label={t('ahead.kind')}
        placeholder={t('ahead.anyKind')}
        data={kinds}
        value={asked.kind === undefined ? null : `${asked.what}:${asked.kind}`}
        onChange={(chosen) => {
          const what = AHEAD_WHATS.find((one) => chosen?.startsWith(`${one}:`));
          if (what === undefined) return change({ kind: undefined });
          change({ what, kind: kindsOf(what).find((kind) => chosen === `${what}:${kind}`) });
        }}
        searchable
        clearable
        nothingFoundMessage={t('ahead.nothingFound')}
        comboboxProps={{ width: 280, position: 'bottom-end' }}
      />
      <Select
        className={`${classes.select} at-desk`}
        aria-label={t('ahead.caisse')}
        placeholder={t('ahead.anyCaisse')}
        data={caisses.map(({ shortName }) => ({ value: shortName, label: shortName.replaceAll("'", '’') }))}
        value={asked.caisse ?? null}
        onChange={(caisse) => change({ caisse: caisse ?? undefined })}
        searchable
        clearable
        nothingFoundMessage={t('ahead.nothingFound')}
        comboboxProps={{ width: 280, position: 'bottom-end' }}
      />
    </div>
  );
}
