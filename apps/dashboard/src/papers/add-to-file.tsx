import { Modal } from '@mantine/core';
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileModel } from '../file/model.ts';
import { modelOf } from '../file/model.ts';
import { Problem } from '../shell/problem.tsx';
import { useFile, useMe } from '../shell/queries.ts';
import { useUploads } from './use-uploads.ts';

const UploadDrawer = lazy(() => import('./upload-drawer.tsx').then(({ UploadDrawer }) => ({ default: UploadDrawer })));

/** Files that were dropped on somebody's row, wherever that stands. `drop` counts the drops: each is taken once. */
export type Dropped = { fileId: string; files: readonly File[]; drop: number };

/** What rows that take documents need: whose were dropped, and how to say so. */
export function useDropped() {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  /** The same for as long as the rows stand: they are drawn anew only when they themselves change. */
  const take = useCallback(
    (fileId: string, files: readonly File[]) =>
      setDropped((before) => ({ fileId, files, drop: (before?.drop ?? 0) + 1 })),
    [],
  );
  return { dropped, take, close: () => setDropped(null) };
}

type Props = { dropped: Dropped; onClose: () => void };

/** The drawer *Add documents* away from the file's own page. */
export function AddToFile({ dropped, onClose }: Props) {
  const { t } = useTranslation();
  const file = useFile(dropped.fileId);
  const demo = useMe().data?.agency?.demo === true;
  if (file.data !== undefined) return <Adding model={modelOf(file.data, demo)} dropped={dropped} onClose={onClose} />;
  return file.isError ? (
    <Modal opened onClose={onClose} title={<b>{t('papers.add.noFile')}</b>}>
      <Problem error={file.error} retry={() => void file.refetch()} />
    </Modal>
  ) : null;
}

function Adding({ model, dropped, onClose }: Props & { model: FileModel }) {
  const navigate = useNavigate();
  const acts = useUploads(model.view.id, model.plan.documents);
  const taken = useRef(0);
  const { add } = acts;
  useEffect(() => {
    if (taken.current === dropped.drop) return;
    taken.current = dropped.drop;
    add(dropped.files);
  }, [dropped, add]);
  return (
    <Suspense>
      <UploadDrawer
        model={model}
        acts={acts}
        onRecord={(event) => void navigate(`/files/${model.view.id}?record=${event}`)}
        onClose={onClose}
      />
    </Suspense>
  );
}
