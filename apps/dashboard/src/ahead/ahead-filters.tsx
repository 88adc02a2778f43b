import { Button, Drawer, Select } from '@mantine/core';
import { IconChecklist, IconFilter, IconSquareRotated, IconMail } from '@tabler/icons-react';
import { useState } from 'react';
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
  const count = (what: AheadAsked['what']): string | null => {
    if (counts == null) return null;
    const n = what === 'all' ? counts.task + counts.email + counts.deadline : counts[what];
    return n > MOST ? `${MOST}+` : number(n, language);
  };
  return (
    <div className={today.filters}>
      <OnPhone asked={asked} change={change} />
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
      <Choices asked={asked} change={change} className={`${classes.select} at-desk`} />
    </div>
  );
}

type ChoicesProps = Pick<Props, 'asked' | 'change'> & { className?: string; labelled?: boolean };

/** A kind, and a caisse. `labelled`: the names stand above, where there is room for them. */
function Choices({ asked, change, className, labelled = false }: ChoicesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const caisses = useCaisses().data ?? [];
  const nameOf = (what: AheadWhat, kind: string): string =>
    t(`${what === 'task' ? 'task' : what === 'email' ? 'email' : 'deadline'}.${kind}` as 'task.call_3646');
  const kinds = (asked.what === 'all' ? AHEAD_WHATS : [asked.what]).map((what) => ({
    group: t(`ahead.what.${what}`),
    items: kindsOf(what)
      .map((kind) => ({ value: `${what}:${kind}`, label: nameOf(what, kind) }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
  }));
  const all = {
    className,
    searchable: true,
    clearable: true,
    nothingFoundMessage: t('ahead.nothingFound'),
    comboboxProps: labelled ? {} : ({ width: 280, position: 'bottom-end' } as const),
  };
  const named = (name: string) => (labelled ? { label: name } : { 'aria-label': name });
  return (
    <>
      <Select
        {...all}
        {...named(t('ahead.kind'))}
        placeholder={t('ahead.anyKind')}
        data={kinds}
        value={asked.kind === undefined ? null : `${asked.what}:${asked.kind}`}
        onChange={(chosen) => {
          const what = AHEAD_WHATS.find((one) => chosen?.startsWith(`${one}:`));
          if (what === undefined) return change({ kind: undefined });
          change({ what, kind: kindsOf(what).find((kind) => chosen === `${what}:${kind}`) });
        }}
      />
      <Select
        {...all}
        {...named(t('ahead.caisse'))}
        placeholder={t('ahead.anyCaisse')}
        data={caisses.map(({ shortName }) => ({ value: shortName, label: shortName.replaceAll("'", '’') }))}
        value={asked.caisse ?? null}
        onChange={(caisse) => change({ caisse: caisse ?? undefined })}
      />
    </>
  );
}

/** A phone has no room for the choices in the row: they get a sheet of their own. */
function OnPhone({ asked, change }: ChoicesProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const chosen = [asked.kind, asked.caisse].filter((one) => one !== undefined).length;
  return (
    <>
      <button
        type="button"
        className={`${today.filter} on-phone`}
        aria-pressed={chosen > 0}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <IconFilter aria-hidden="true" />
        {t('ahead.filter')} {chosen > 0 && <span className="nums">{chosen}</span>}
      </button>
      <Drawer opened={opened} onClose={() => setOpened(false)} title={<b className="strong">{t('ahead.filter')}</b>}>
        <div className={classes.onPhone}>
          <Choices asked={asked} change={change} labelled />
          <div className={classes.acts}>
            <Button
              variant="default"
              disabled={chosen === 0}
              onClick={() => change({ kind: undefined, caisse: undefined })}
            >
              {t('ahead.none.clear')}
            </Button>
            <Button onClick={() => setOpened(false)}>{t('ahead.show')}</Button>
          </div>
        </div>
      </Drawer>
    </>
  );
}
