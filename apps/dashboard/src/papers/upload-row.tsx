import { Button, Progress, Select } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PAPERS_WITH_NUMBER } from '@suivi/contracts/papers';
import type { EventType } from '@suivi/rules/vocabulary';
import { EVENT_TYPES } from '@suivi/rules/vocabulary';
import { FileHead, LeaveOut, WhyRefused } from './file-head.tsx';
import { Thumbnail, usePicture } from './file-picture.tsx';
import { LookForNumber, NotShown } from './look-for-number.tsx';
import type { Option } from './paper-options.ts';
import classes from './uploads.module.css';
import type { Upload } from './uploads.ts';
import { missingOf } from './uploads.ts';
import type { Uploads } from './use-uploads.ts';
import { numberPaperOf } from './which-paper.ts';

type Props = {
  upload: Upload;
  options: { group: string; items: Option[] }[];
  acts: Uploads;
  onRecord: (event: EventType) => void;
  onBlackOut: (picture: ImageBitmap) => void;
};

/** One chosen file: what it is, whether a number is visible, how far it is, what is wrong and what to do. */
export function UploadRow({ upload, options, acts, onRecord, onBlackOut }: Props) {
  const { t } = useTranslation();
  const { picture, unreadable } = usePicture(upload);
  const { id, file, kind, state, problem } = upload;
  const { name } = file;
  const missing = missingOf(upload);
  const numberPaper = upload.paper === null ? null : numberPaperOf(upload.paper);
  const label = options.flatMap(({ items }) => items).find(({ value }) => value === upload.paper)?.label;
  const bound = acts.isBound(id);
  const settled = state === 'done' || state === 'sending' || bound;
  const instead =
    numberPaper !== null
      ? [PAPERS_WITH_NUMBER[numberPaper]]
      : (problem?.record ?? []).flatMap((event) => EVENT_TYPES.find((one) => one === event) ?? []);
  return (
    <li className={classes.row} data-state={state}>
      <Thumbnail picture={picture} pdf={kind === 'pdf'} />
      <div className={classes.about}>
        <FileHead file={file}>
          <State upload={upload} />
          {state === 'sending' ? (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('papers.add.cancelOf', { name })}
              onClick={() => acts.cancel(id)}
            >
              {t('papers.add.cancel')}
            </Button>
          ) : (
            (state === 'done' || !bound) && <LeaveOut name={name} onClick={() => acts.remove(id)} />
          )}
        </FileHead>
        {state === 'sending' && (
          <Progress value={upload.share * 100} size="sm" aria-label={t('papers.add.progress', { name })} />
        )}
        {settled && <p className="small dim">{label}</p>}
        {!settled && (
          <>
            <div className={classes.choice}>
              <Select
                className="grow"
                aria-label={t('papers.add.whichOf', { name })}
                placeholder={t('papers.add.which')}
                data={options}
                value={upload.paper}
                onChange={(paper) => acts.assign(id, paper)}
                searchable
                allowDeselect={false}
                comboboxProps={{ withinPortal: true }}
                rightSectionWidth={upload.proposed ? 92 : undefined}
                rightSection={
                  upload.proposed ? <span className="tiny dim">{t('papers.add.proposed')}</span> : undefined
                }
              />
              {picture !== null && (
                <Button variant="default" onClick={() => onBlackOut(picture)}>
                  {t('papers.add.blackOut')}
                </Button>
              )}
            </div>
            {upload.blackedOut > 0 && (
              <p className="tiny dim">{t('papers.add.blackedOut', { count: upload.blackedOut })}</p>
            )}
            {upload.toLookAt && numberPaper === null && (
              <LookForNumber
                confirmed={upload.confirmed}
                onConfirm={(confirmed) => acts.confirm(id, confirmed)}
                description={kind === 'pdf' ? t('papers.add.confirmPdf') : undefined}
              />
            )}
            <NotShown kind={kind} shown={picture !== null} unreadable={unreadable} />
          </>
        )}
        {numberPaper !== null && !settled && <p className={classes.fault}>{t('papers.add.notTakenBecause')}</p>}
        {problem !== null && state === 'refused' && <WhyRefused problem={problem} />}
        {problem?.type === 'paper_bears_number' && kind === 'pdf' && <p className="tiny dim">{t('papers.add.pdf')}</p>}
        {(instead.length > 0 || state === 'refused') && !settled && (
          <div className={classes.instead}>
            {instead.map((event) => (
              <Button
                key={event}
                size="compact-sm"
                variant="default"
                disabled={acts.sending}
                onClick={() => onRecord(event)}
              >
                {t('papers.add.record', { event: t(`event.${event}`) })}
              </Button>
            ))}
            {state === 'refused' && missing === null && (
              <Button
                size="compact-sm"
                variant="default"
                disabled={acts.sending}
                onClick={() => void acts.retry(upload)}
              >
                {t('papers.add.retry')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** How far it is, in words; told to readers of the screen when it changes. */
function State({ upload: { state, share } }: { upload: Upload }) {
  const { t } = useTranslation();
  const words =
    state === 'sending'
      ? share < 1
        ? t('papers.add.state.sending', { percent: Math.round(share * 100) })
        : t('papers.add.state.checking')
      : t(`papers.add.state.${state}`);
  return (
    <span className={`${classes.state} tiny`} role="status">
      {state === 'done' && <IconCircleCheck aria-hidden="true" />}
      {state === 'refused' && <IconAlertCircle aria-hidden="true" />}
      {state !== 'waiting' && words}
    </span>
  );
}
