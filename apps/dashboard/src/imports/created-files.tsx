import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportView } from '@suivi/contracts/imports';
import { AddToFile, useDropped } from '../papers/add-to-file.tsx';
import { FilePicker } from '../papers/file-picker.tsx';
import { useDrop } from '../papers/use-drop.ts';
import classes from './created-files.module.css';

type Created = NonNullable<ImportView['result']>['files'][number];

/** The files that an import has made: each takes its documents where it stands. */
export function CreatedFiles({ files, more }: { files: readonly Created[]; more: number }) {
  const { t } = useTranslation();
  const { dropped, take, close } = useDropped();
  if (files.length === 0) return null;
  return (
    <section className={classes.created} aria-label={t('imports.run.created')}>
      <h2>{t('imports.run.created')}</h2>
      <p className="small dim">{t('imports.run.dropHere')}</p>
      <ul className={classes.rows}>
        {files.map((file) => (
          <Row key={file.id} file={file} onFiles={(chosen) => take(file.id, chosen)} />
        ))}
      </ul>
      {more > 0 && <p className="small dim">{t('imports.run.moreInFiles', { count: more })}</p>}
      {dropped !== null && <AddToFile key={dropped.fileId} dropped={dropped} onClose={close} />}
    </section>
  );
}

function Row({ file, onFiles }: { file: Created; onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation();
  const drop = useDrop(onFiles);
  return (
    <li className={classes.row} {...drop}>
      <span className={classes.who}>
        <Link to={`/files/${file.id}`} className="strong one-line">
          {file.clientName}
        </Link>
        <span className="dim tiny">{file.reference}</span>
      </span>
      <span className={`${classes.place} dim tiny at-desk`}>
        <IconUpload aria-hidden="true" /> {t('papers.add.here')}
      </span>
      <FilePicker onFiles={onFiles}>
        {(open) => (
          <Button
            variant="default"
            size="compact-sm"
            onClick={open.files}
            aria-label={t('papers.add.to', { name: file.clientName })}
          >
            {t('papers.add.title')}
          </Button>
        )}
      </FilePicker>
    </li>
  );
}
