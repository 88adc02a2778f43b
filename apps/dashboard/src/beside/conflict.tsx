import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { FileChange } from '@suivi/contracts/changes';
import type { Day } from '@suivi/rules/calendar/days';
import { ago } from '../shell/ago.ts';
import { Avatar } from '../shell/avatar.tsx';
import { useLanguage } from '../shell/say.ts';
import { useChangeWords } from './change-words.ts';
import classes from './conflict.module.css';

type Props = {
  /** What others did since this person looked. */
  changes: readonly FileChange[];
  /** What is about to be saved, in words. */
  mine: string;
  /** What stands now, where that says more than who changed it. */
  now?: ReactNode;
  today: Day;
  saving: boolean;
  /** `both` can stand one after the other; of two words about one thing only one can; `unready`: nothing to save yet. */
  kind: 'both' | 'one' | 'unready';
  /** About the file as a whole, or about one thing of it. */
  ofFile?: boolean;
  onMine: () => void;
  onDrop: () => void;
};

/** Someone saved first: who changed what, and whether both can stand. */
export function Conflict({ changes, mine, now, today, saving, kind, ofFile = true, onMine, onDrop }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wordsOf = useChangeWords(today);
  const last = changes.at(-1);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which would be taken for the effect's end.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className={classes.conflict} role="alert" ref={box} tabIndex={-1} data-conflict="">
      <div className={classes.who}>
        {last !== undefined && <Avatar name={last.by} unseen />}
        <p className="small">
          <Trans
            i18nKey={`beside.conflict.${last === undefined ? 'changedUnknown' : ofFile ? 'changedFile' : 'changed'}`}
            values={{ name: last?.by, ago: last === undefined ? '' : ago(last.at, language) }}
            components={{ b: <b className="strong" /> }}
          />
        </p>
      </div>
      <dl>
        {changes.map((change) => (
          <div key={change.at + change.type}>
            <dt>{change.by}</dt>
            <dd>{wordsOf(change)}</dd>
          </div>
        ))}
        {now !== undefined && (
          <div>
            <dt>{t('beside.conflict.now')}</dt>
            <dd>{now}</dd>
          </div>
        )}
        <div>
          <dt>{t('beside.conflict.you')}</dt>
          <dd>{mine}</dd>
        </div>
      </dl>
      <div className={classes.acts}>
        <Button size="compact-sm" loading={saving} onClick={onMine}>
          {t(`beside.conflict.${kind === 'both' ? 'keepBoth' : kind === 'one' ? 'saveMine' : 'goOn'}`)}
        </Button>
        {kind !== 'unready' && (
          <Button size="compact-sm" variant="default" onClick={onDrop}>
            {t(`beside.conflict.${kind === 'both' ? 'dropMine' : 'keepTheirs'}`)}
          </Button>
        )}
        <span className="tiny dim">
          {t(`beside.conflict.${kind === 'both' ? 'after' : kind === 'one' ? 'instead' : 'yoursGoesOn'}`)}
        </span>
      </div>
    </div>
  );
}
