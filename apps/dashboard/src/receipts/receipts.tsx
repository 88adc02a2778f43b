import { Button, FileButton } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconMailCheck, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../shell/empty.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem, Problem } from '../shell/problem.tsx';
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
  const [chosen, setChosen] = useState<string | null>(null);
  const take = (files: readonly File[]) => {
    if (files.length === 0 || upload.isPending) return;
    upload.mutate(files, {
      onSuccess: ({ added, known }) =>
        notify.done(
          t('receipts.added', { count: added }),
          known > 0 ? t('receipts.known', { count: known }) : undefined,
        ),
    });
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
  return (
    <>
      <TitleRow title={t('receipts.title')} beside={box && t('receipts.beside', { count: open.length })}>
        <FileButton multiple accept={ACCEPTED.join(',')} onChange={take} resetRef={{ current: null }}>
          {(props) => (
            <Button {...props} leftSection={<IconUpload aria-hidden="true" />} loading={upload.isPending}>
              {t('receipts.upload')}
            </Button>
          )}
        </FileButton>
      </TitleRow>
      {box === undefined ? (
        query.isError ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : (
        <div className={classes.page}>
          <Dropzone
            onDrop={take}
            loading={upload.isPending}
            className={classes.drop ?? ''}
            inputProps={{ 'aria-label': t('receipts.drop') }}
          >
            <p className="small dim">{upload.isPending ? t('receipts.uploading') : t('receipts.drop')}</p>
          </Dropzone>
          <FormProblem error={upload.error} />
          <section aria-label={t('receipts.open')}>
            <h2>{t('receipts.open')}</h2>
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
