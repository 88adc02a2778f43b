import { Button, Drawer } from '@mantine/core';
import { IconCamera, IconUpload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventType } from '@suivi/rules/vocabulary';
import type { FileModel } from '../file/model.ts';
import { useKeys } from '../shell/keys.ts';
import { onSaveKey } from '../shell/save-key.ts';
import { useLanguage } from '../shell/say.ts';
import { BlackOutDialog } from './black-out-dialog.tsx';
import { FilePicker } from './file-picker.tsx';
import { paperOptions } from './paper-options.ts';
import { UploadRow } from './upload-row.tsx';
import classes from './uploads.module.css';
import type { Upload } from './uploads.ts';
import { readyToSend } from './uploads.ts';
import { useDrop } from './use-drop.ts';
import type { Uploads } from './use-uploads.ts';

type Props = { model: FileModel; acts: Uploads; onRecord: (event: EventType) => void; onClose: () => void };

/** The files that were chosen for a client, on their way. */
export function UploadDrawer({ model, acts, onRecord, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { uploads } = acts;
  const options = useMemo(() => paperOptions(model, { t, language }), [model, t, language]);
  const ready = readyToSend(uploads).length;
  const sending = uploads.some(({ state }) => state === 'sending');
  const kept = uploads.filter(({ state }) => state !== 'done').length;
  const drop = useDrop((files) => acts.add(files));
  const [blacking, setBlacking] = useState<{ upload: Upload; picture: ImageBitmap } | null>(null);
  const send = () => {
    if (!sending && ready > 0) void acts.send();
  };
  const close = () => {
    acts.clear();
    onClose();
  };
  useKeys([{ keys: 'mod+Enter', act: send, inFields: true }], 'dialog');
  return (
    <Drawer
      opened
      onClose={close}
      closeOnEscape={blacking === null}
      size={680}
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
      <div className={classes.inside} onKeyDownCapture={onSaveKey(send)}>
        <div className={classes.drop} data-small={uploads.length > 0 || undefined} {...drop}>
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
        {uploads.length > 0 && (
          <ul className={classes.rows} aria-label={t('papers.add.list')}>
            {uploads.map((upload) => (
              <UploadRow
                key={upload.id}
                upload={upload}
                options={options}
                acts={acts}
                onRecord={onRecord}
                onBlackOut={(picture) => setBlacking({ upload, picture })}
              />
            ))}
          </ul>
        )}
      </div>
      <div className={classes.foot}>
        <span className="tiny dim grow">
          {kept > 0 && ready === 0 && !sending ? t('papers.add.kept', { count: kept }) : t('papers.add.effect')}
        </span>
        <Button variant="subtle" color="gray" onClick={close} rightSection={<kbd>Esc</kbd>}>
          {t('papers.add.close')}
        </Button>
        <Button
          loading={sending}
          loaderProps={{ size: 14 }}
          disabled={ready === 0}
          onClick={send}
          rightSection={
            <span className={classes.keys}>
              <kbd>Ctrl</kbd>
              <kbd>Enter</kbd>
            </span>
          }
        >
          {sending
            ? t('papers.add.sending')
            : ready === 0
              ? t('papers.add.sendNone')
              : t('papers.add.send', { count: ready })}
        </Button>
      </div>
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
