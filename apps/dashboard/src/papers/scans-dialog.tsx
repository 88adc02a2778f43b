import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../shell/api.ts';
import { useKeys } from '../shell/keys.ts';
import { BlackOutDialog } from './black-out-dialog.tsx';
import { FileHead, LeaveOut, WhyRefused } from './file-head.tsx';
import { Thumbnail, usePicture } from './file-picture.tsx';
import { LookForNumber, NotShown } from './look-for-number.tsx';
import classes from './uploads.module.css';
import type { Upload } from './uploads.ts';
import { changed, uploadOf } from './uploads.ts';

type Props<Answer> = {
  title: string;
  files: readonly File[];
  /** @throws ApiProblem when it is refused */
  send: (file: File, noNumberShown: boolean) => Promise<Answer>;
  /** What came of those that were taken. */
  onSent: (answers: Answer[]) => void;
  onClose: () => void;
};

/**
 * Scans that are no papers of a list: a receipt, a signed mandate. Each is looked at for a social security number before
 * it is sent; what is refused stays, with the reason.
 */
export function ScansDialog<Answer>({ title, files, send, onSent, onClose }: Props<Answer>) {
  const { t } = useTranslation();
  const [scans, change] = useReducer(changed, files, begun);
  const [blacking, setBlacking] = useState<{ scan: Upload; picture: ImageBitmap } | null>(null);
  const phone = useMediaQuery('(max-width: 700px)');
  const sending = scans.some(({ state }) => state === 'sending');
  const ready = scans.filter(({ state, confirmed }) => confirmed && (state === 'waiting' || state === 'refused'));

  /** One after the other, so that each is told by itself. */
  const sendAll = async () => {
    if (sending || ready.length === 0 || blacking !== null) return;
    const answers: Answer[] = [];
    let left = scans.length;
    for (const { id, file, confirmed } of ready) {
      change({ do: 'send', id });
      try {
        answers.push(await send(file, confirmed));
        change({ do: 'remove', id });
        left -= 1;
      } catch (error) {
        change({ do: 'refuse', id, problem: asProblem(error) });
      }
    }
    if (answers.length > 0) onSent(answers);
    if (left === 0) onClose();
  };
  const leaveOut = (id: string) => {
    change({ do: 'remove', id });
    if (scans.length === 1) onClose();
  };
  useKeys([{ keys: 'mod+Enter', act: () => void sendAll(), inFields: true }], 'dialog');
  return (
    <Modal
      opened
      onClose={() => sending || onClose()}
      closeOnEscape={blacking === null && !sending}
      size={620}
      fullScreen={phone}
      title={<b>{title}</b>}
    >
      <p className="small dim">{t('papers.scans.how')}</p>
      <ul className={classes.rows} aria-label={t('papers.add.list')}>
        {scans.map((scan, i) => (
          <ScanRow
            key={scan.id}
            scan={scan}
            first={i === 0}
            settled={sending}
            onConfirm={(confirmed) => change({ do: 'confirm', id: scan.id, confirmed })}
            onBlackOut={(picture) => setBlacking({ scan, picture })}
            onRemove={() => leaveOut(scan.id)}
          />
        ))}
      </ul>
      <div className={classes.send}>
        <Button variant="subtle" color="gray" disabled={sending} onClick={onClose} rightSection={<kbd>Esc</kbd>}>
          {t('papers.add.close')}
        </Button>
        <Button
          loading={sending}
          loaderProps={{ size: 14 }}
          disabled={ready.length === 0}
          onClick={() => void sendAll()}
          rightSection={
            <span className={classes.keys}>
              <kbd>Ctrl</kbd>
              <kbd>Enter</kbd>
            </span>
          }
        >
          {ready.length === 0 ? t('papers.add.sendNone') : t('papers.scans.send', { count: ready.length })}
        </Button>
      </div>
      {blacking !== null && (
        <BlackOutDialog
          picture={blacking.picture}
          name={blacking.scan.file.name}
          act={t('papers.blackOut.keep')}
          onClose={() => setBlacking(null)}
          onDone={(file, parts) => {
            const { id, blackedOut } = blacking.scan;
            change({ do: 'replace', id, file, kind: 'picture', parts: blackedOut + parts });
            setBlacking(null);
          }}
        />
      )}
    </Modal>
  );
}

/** Of a scan nobody knows what its pictures show: a PDF is looked at as a photo is. */
const begun = (files: readonly File[]): readonly Upload[] =>
  files.map((file) => ({ ...uploadOf(file, null), toLookAt: true }));

type RowProps = {
  scan: Upload;
  first: boolean;
  /** While they are sent, none is changed or left out. */
  settled: boolean;
  onConfirm: (confirmed: boolean) => void;
  onBlackOut: (picture: ImageBitmap) => void;
  onRemove: () => void;
};

function ScanRow({ scan, first, settled, onConfirm, onBlackOut, onRemove }: RowProps) {
  const { t } = useTranslation();
  const { picture, unreadable } = usePicture(scan);
  const { file, kind, state, problem } = scan;
  return (
    <li className={classes.row} data-state={state}>
      <Thumbnail picture={picture} pdf={kind === 'pdf'} />
      <div className={classes.about}>
        <FileHead file={file}>
          <span className={`${classes.state} tiny`} role="status">
            {state === 'sending' && t('papers.scans.sending')}
            {state === 'refused' && t('papers.add.state.refused')}
          </span>
          {picture !== null && !settled && (
            <Button variant="default" size="compact-sm" onClick={() => onBlackOut(picture)}>
              {t('papers.add.blackOut')}
            </Button>
          )}
          {!settled && <LeaveOut name={file.name} onClick={onRemove} />}
        </FileHead>
        {scan.blackedOut > 0 && <p className="tiny dim">{t('papers.add.blackedOut', { count: scan.blackedOut })}</p>}
        {!settled && (
          <LookForNumber
            confirmed={scan.confirmed}
            onConfirm={onConfirm}
            description={kind === 'pdf' ? t('papers.scans.pdf') : undefined}
            autoFocus={first}
          />
        )}
        <NotShown kind={kind} shown={picture !== null} unreadable={unreadable} />
        {problem !== null && state === 'refused' && <WhyRefused problem={problem} />}
      </div>
    </li>
  );
}
