import { Button, Drawer, Skeleton } from '@mantine/core';
import { IconCamera, IconUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventType } from '@suivi/rules/vocabulary';
import type { FileModel } from '../file/model.ts';
import { KeyCap } from '../shell/key-cap.tsx';
import { useKeys } from '../shell/keys.ts';
import { Problem } from '../shell/problem.tsx';
import { onSaveKey } from '../shell/save-key.ts';
import { useLanguage } from '../shell/say.ts';
import { Waiting } from '../shell/waiting.tsx';
import { BlackOutDialog } from './black-out-dialog.tsx';
import { FilePicker } from './file-picker.tsx';
import { LookAtPapers } from './look-at-papers.tsx';
import { paperOptions } from './paper-options.ts';
import { usePapers } from './queries.ts';
import { UploadRow } from './upload-row.tsx';
import classes from './uploads.module.css';
import type { Upload } from './uploads.ts';
import { readyToSend } from './uploads.ts';
import { useDrop } from './use-drop.ts';
import { useLook } from './use-look.ts';
import type { Uploads } from './use-uploads.ts';
import { useVouch } from './use-vouch.ts';

type Props = {
  model: FileModel;
  acts: Uploads;
  /** What is not sent stays with the page when the drawer closes; else it is gone, and leaving is asked about first. */
  keeps?: boolean;
  onRecord: (event: EventType) => void;
  onClose: () => void;
};

/** The files that were chosen for a client, on their way. */
export function UploadDrawer({ model, acts, keeps = false, onRecord, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { uploads, sending } = acts;
  const options = useMemo(() => paperOptions(model, { t, language }), [model, t, language]);
  const ready = readyToSend(uploads).length;
  const kept = uploads.filter(({ state }) => state !== 'done').length;
  const drop = useDrop((files) => acts.add(files));
  const [blacking, setBlacking] = useState<{ upload: Upload; picture: ImageBitmap } | null>(null);
  /** Sent to be looked at here, by their ids; null: nothing is. */
  const [sent, setSent] = useState<readonly string[] | null>(null);
  const papers = usePapers(model.view.id);
  const inView = (sent ?? []).flatMap(
    (id) => papers.data?.papers.find((paper) => paper.id === id && paper.state !== 'removed') ?? [],
  );
  /** Sent, and not in the list that we have: it is asked for, or could not be had. */
  const absent = (sent ?? []).some((id) => papers.data?.papers.every((paper) => paper.id !== id) ?? true);
  const look = useLook(inView);
  const vouch = useVouch(model);
  /** Where somebody wants to go who would lose files by it. */
  const [leaving, setLeaving] = useState<{ lost: number; go: () => void } | null>(null);
  const close = () => {
    acts.clear();
    onClose();
  };
  /** While anything is sent it would be told to nobody what came of it; asked again, one stays. */
  const leave = (lost: number, go: () => void) => {
    if (sending) return;
    if (leaving !== null) setLeaving(null);
    else if (keeps || lost === 0) go();
    else setLeaving({ lost, go });
  };
  const dismiss = () => leave(kept, close);
  /** All taken: there is nothing left to do here. */
  const send = async () => {
    if (sending || ready === 0 || blacking !== null || leaving !== null) return;
    const { came, whole } = await acts.send();
    if (came.length > 0) vouch.tellCame(came);
    if (whole) close();
  };
  const sendAndLook = async () => {
    if (sending || ready === 0 || blacking !== null || leaving !== null) return;
    const { came } = await acts.send();
    if (came.length === 0) return;
    vouch.tellCame(came);
    setSent((before) => [...(before ?? []), ...came.map(({ paper }) => paper.id)]);
  };
  const verify = async () => {
    if (absent || look.ready.length === 0 || look.unseen > 0 || vouch.saving || leaving !== null) return;
    if ((await vouch.verify(look.ready)) && kept === 0) close();
  };
  const save = () => void (sent !== null && ready === 0 ? verify() : send());
  useKeys(
    [
      { keys: 'mod+Enter', act: save, inFields: true },
      { keys: 'mod+Shift+Enter', act: () => void sendAndLook(), inFields: true },
    ],
    'dialog',
  );
  const shown = sent === null ? uploads : uploads.filter(({ state }) => state !== 'done');
  return (
    <Drawer
      opened
      onClose={dismiss}
      closeOnEscape={blacking === null && !sending}
      size={sent === null ? 680 : 1000}
      padding={0}
      transitionProps={{ duration: 160 }}
      classNames={{ header: classes.header, body: classes.body, title: classes.titles, content: classes.content }}
      title={
        <>
          <b className={classes.title}>{t('papers.add.title')}</b>
          <span className={`${classes.whose} small dim one-line`}>
            {[model.clientName, model.view.reference].join(' · ')}
          </span>
        </>
      }
    >
      <div className={classes.inside} onKeyDownCapture={onSaveKey(save, () => void sendAndLook())}>
        {(sent === null || shown.length > 0) && (
          <div className={classes.drop} data-small={uploads.length > 0 || sent !== null || undefined} {...drop}>
            <FilePicker onFiles={(files) => acts.add(files)}>
              {(open) => (
                <>
                  <IconUpload aria-hidden="true" className={`${classes.dropIcon} at-desk`} />
                  <p className="at-desk strong">{t('papers.add.drop')}</p>
                  <p className="small dim">{t('papers.add.how')}</p>
                  <div className={classes.pick}>
                    <Button variant="default" onClick={open.files} data-autofocus>
                      {t('papers.add.choose')}
                    </Button>
                    <Button
                      variant="default"
                      className="on-phone"
                      leftSection={<IconCamera aria-hidden="true" />}
                      onClick={open.camera}
                    >
                      {t('papers.add.photograph')}
                    </Button>
                  </div>
                </>
              )}
            </FilePicker>
          </div>
        )}
        {shown.length > 0 && (
          <ul className={classes.rows} aria-label={t('papers.add.list')}>
            {shown.map((upload) => (
              <UploadRow
                key={upload.id}
                upload={upload}
                options={options}
                acts={acts}
                onRecord={(event) => leave(kept - 1, () => onRecord(event))}
                onBlackOut={(picture) => setBlacking({ upload, picture })}
              />
            ))}
          </ul>
        )}
        {absent &&
          (papers.isError && !papers.isFetching ? (
            <Problem title={t('papers.view.listFailed')} error={papers.error} retry={() => void papers.refetch()} />
          ) : (
            <Waiting>
              <Skeleton height={420} radius="md" />
            </Waiting>
          ))}
        {inView.length > 0 && (
          <LookAtPapers model={model} papers={inView} look={look} renew={() => void papers.refetch()} />
        )}
      </div>
      {leaving !== null ? (
        <div className={classes.foot}>
          <span className="small grow" role="alert">
            {t('papers.add.lose', { count: leaving.lost })}
          </span>
          <Button variant="default" onClick={() => setLeaving(null)} rightSection={<kbd>Esc</kbd>} autoFocus>
            {t('papers.add.stay')}
          </Button>
          <Button color="red" variant="light" onClick={leaving.go}>
            {t('papers.add.leave')}
          </Button>
        </div>
      ) : (
        <div className={classes.foot}>
          <span className="tiny dim grow">
            {sent !== null && ready === 0 ? (
              <span role="status">
                {absent
                  ? t('papers.add.effect')
                  : look.unseen > 0
                    ? t('papers.look.unseen', { count: look.unseen })
                    : t('papers.look.vouch')}
              </span>
            ) : kept > 0 && ready === 0 && !sending ? (
              t(keeps ? 'papers.add.kept' : 'papers.add.unsent', { count: kept })
            ) : (
              t('papers.add.effect')
            )}
          </span>
          <Button variant="subtle" color="gray" disabled={sending} onClick={dismiss} rightSection={<kbd>Esc</kbd>}>
            {sent === null ? t('papers.add.close') : t('papers.look.later')}
          </Button>
          {sent !== null && ready === 0 ? (
            <Button
              loading={vouch.saving}
              disabled={absent || look.ready.length === 0 || look.unseen > 0}
              onClick={() => void verify()}
              rightSection={<KeyCap keys="mod+Enter" />}
            >
              {t('papers.look.verify', { count: look.ready.length })}
            </Button>
          ) : (
            <>
              <Button
                variant="default"
                className="at-desk"
                disabled={ready === 0 || sending}
                onClick={() => void sendAndLook()}
                rightSection={<KeyCap keys="mod+Shift+Enter" />}
              >
                {t('papers.add.sendAndLook')}
              </Button>
              <Button
                loading={sending}
                loaderProps={{ size: 14 }}
                disabled={ready === 0}
                onClick={() => void send()}
                rightSection={<KeyCap keys="mod+Enter" />}
              >
                {sending
                  ? t('papers.add.sending')
                  : ready === 0
                    ? t('papers.add.sendNone')
                    : t('papers.add.send', { count: ready })}
              </Button>
            </>
          )}
        </div>
      )}
      {blacking !== null && (
        <BlackOutDialog
          picture={blacking.picture}
          name={blacking.upload.file.name}
          act={t('papers.blackOut.keep')}
          onClose={() => setBlacking(null)}
          onDone={(blackened, parts) => {
            const { id, blackedOut } = blacking.upload;
            acts.replace(id, blackened, 'picture', blackedOut + parts);
            setBlacking(null);
          }}
        />
      )}
    </Drawer>
  );
}
