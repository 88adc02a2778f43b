import { Drawer, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileModel } from '../file/model.ts';
import { modelOf } from '../file/model.ts';
import { Problem } from '../shell/problem.tsx';
import { useFile, useMe } from '../shell/queries.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useUploads } from './use-uploads.ts';

const UploadDrawer = lazy(() => import('./upload-drawer.tsx').then(({ UploadDrawer }) => ({ default: UploadDrawer })));

/** Files that were dropped on somebody's row, wherever that stands, in the order in which they came. */
export type Dropped = { fileId: string; files: readonly File[] };

/** What rows that take documents need: whose were dropped, and how to say so. */
export function useDropped() {
  const [dropped, setDropped] = useState<Dropped | null>(null);
  /** The same for as long as the rows stand: they are drawn anew only when they themselves change. */
  const take = useCallback(
    (fileId: string, files: readonly File[]) =>
      setDropped((before) => ({ fileId, files: before?.fileId === fileId ? [...before.files, ...files] : files })),
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
  return (
    <ToCome onClose={onClose}>
      {file.isError ? (
        <Problem title={t('papers.add.noFile')} error={file.error} retry={() => void file.refetch()} />
      ) : undefined}
    </ToCome>
  );
}

/** The drawer before its file has come: what was dropped was taken, more may be, and no slip of a key loses it. */
function ToCome({ onClose, children }: { onClose: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('papers.add.close') }}
      size={680}
      title={<b>{t('papers.add.title')}</b>}
    >
      {children ?? (
        <Waiting>
          <Skeleton height={90} radius="md" />
          <Skeleton height={72} radius="md" mt={12} />
          <Skeleton height={72} radius="md" mt={12} />
        </Waiting>
      )}
    </Drawer>
  );
}

function Adding({ model, dropped, onClose }: Props & { model: FileModel }) {
  const navigate = useNavigate();
  const acts = useUploads(model.view.id, model.plan.documents);
  const taken = useRef(0);
  const { add } = acts;
  useEffect(() => {
    const more = dropped.files.slice(taken.current);
    taken.current = dropped.files.length;
    if (more.length > 0) add(more);
  }, [dropped, add]);
  return (
    <Suspense fallback={<ToCome onClose={onClose} />}>
      <UploadDrawer
        model={model}
        acts={acts}
        onRecord={(event) => void navigate(`/files/${model.view.id}?record=${event}`)}
        onClose={onClose}
      />
    </Suspense>
  );
}
