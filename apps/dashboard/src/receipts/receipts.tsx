import { Button, FileButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconMailCheck, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadedReceipts } from '@suivi/contracts/receipts';
import type { Day } from '@suivi/rules/calendar/days';
import { ScansDialog } from '../papers/scans-dialog.tsx';
import { DayField } from '../shell/day-field.tsx';
import { EmptyState } from '../shell/empty.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { Problem } from '../shell/problem.tsx';
import { useToday } from '../shell/queries.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import { OpenReceipt } from './open-receipt.tsx';
import { useReceiptBox, useUpload } from './queries.ts';
import classes from './receipts.module.css';
import { Settled } from './settled.tsx';
import { UnderWay } from './under-way.tsx';

const ACCEPTED = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'];

/** Scans in, each receipt to its letter; what matches nothing waits here. Below, what is on its way. */
export function Receipts() {
  const { t } = useTranslation();
  const notify = useNotify();
  const query = useReceiptBox();
  const upload = useUpload();
  const today = useToday();
  const [chosen, setChosen] = useState<string | null>(null);
  const [scans, setScans] = useState<readonly File[]>([]);
  const [dayOfAll, setDayOfAll] = useState<Day | null>(null);
  const tell = (uploaded: readonly UploadedReceipts[]) => {
    const added = uploaded.reduce((sum, one) => sum + one.added, 0);
    const known = uploaded.reduce((sum, one) => sum + one.known, 0);
    notify.done(t('receipts.added', { count: added }), known > 0 ? t('receipts.known', { count: known }) : undefined);
  };
  const box = query.data;
  const open = box?.receipts.filter(({ settled }) => settled === null) ?? [];
  const settled = box?.receipts.filter((receipt) => receipt.settled !== null) ?? [];
  const at = Math.max(
    0,
    open.findIndex(({ id }) => id === chosen),
  );
  const move = (by: number) => setChosen(open[Math.min(open.length - 1, Math.max(0, at + by))]?.id ?? null);
  useKeys([
    { keys: ['j', 'ArrowDown'], act: () => move(1), words: t('receipts.next') },
    { keys: ['k', 'ArrowUp'], act: () => move(-1), words: t('receipts.next') },
  ]);
  // The same scan may be chosen again.
  const reset = useRef<() => void>(null);
  return (
    <>
      <TitleRow title={t('receipts.title')} beside={box && t('receipts.beside', { count: open.length })}>
        <FileButton multiple accept={ACCEPTED.join(',')} onChange={setScans} resetRef={reset}>
          {(props) => (
            <Button {...props} leftSection={<IconUpload aria-hidden="true" />}>
              {t('receipts.upload')}
            </Button>
          )}
        </FileButton>
      </TitleRow>
      {scans.length > 0 && (
        <ScansDialog
          title={t('receipts.toLookAt')}
          files={scans}
          send={(file, noNumberShown) => upload.mutateAsync({ file, noNumberShown })}
          onSent={tell}
          onClose={() => {
            setScans([]);
            reset.current?.();
          }}
        />
      )}
      {box === undefined ? (
        query.isError ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : (
        <div className={classes.page}>
          <Dropzone onDrop={setScans} className={classes.drop ?? ''} inputProps={{ 'aria-label': t('receipts.drop') }}>
            <p className="small dim">{t('receipts.drop')}</p>
          </Dropzone>
          <section aria-label={t('receipts.open')}>
            <h2>{t('receipts.open')}</h2>
            {open.length > 0 && (
              <div className={classes.ofAll}>
                <DayField
                  label={t('receipts.dayOfAll')}
                  hint={t('receipts.dayOfAllHint')}
                  value={dayOfAll}
                  onChange={setDayOfAll}
                  today={today}
                  clearable
                />
              </div>
            )}
            {open.length === 0 ? (
              <EmptyState icon={IconMailCheck} title={t('receipts.openNone')}>
                {t('receipts.openBody')}
              </EmptyState>
            ) : (
              <ul>
                {open.map((receipt, i) => (
                  <OpenReceipt
                    key={receipt.id}
                    receipt={receipt}
                    chosen={i === at}
                    dayOfAll={dayOfAll}
                    onChoose={() => setChosen(receipt.id)}
                  />
                ))}
              </ul>
            )}
          </section>
          <Settled receipts={settled} />
          <UnderWay box={box} />
        </div>
      )}
    </>
  );
}
