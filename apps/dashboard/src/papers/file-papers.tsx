import { Button } from '@mantine/core';
import { IconChecks, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Paper } from '@suivi/contracts/papers';
import type { EventType } from '@suivi/rules/vocabulary';
import type { FileModel } from '../file/model.ts';
import { asProblem } from '../shell/api.ts';
import classes from './file-papers.module.css';
import { usePapers } from './queries.ts';
import { useDrop } from './use-drop.ts';
import { useUploads } from './use-uploads.ts';
import type { PaperValue } from './which-paper.ts';

const UploadDrawer = lazy(() => import('./upload-drawer.tsx').then(({ UploadDrawer }) => ({ default: UploadDrawer })));
const Preview = lazy(() => import('./preview.tsx').then(({ Preview }) => ({ default: Preview })));

/** What a document's line gets: its scans, and the way to add one. */
export type OfDocument = {
  papers: (value: PaperValue) => Paper[];
  open: (paper: Paper) => void;
  add: (files: readonly File[], onto: PaperValue) => void;
};

type Props = {
  model: FileModel;
  onRecord: (asked: { record: EventType }) => void;
  children: (of: OfDocument) => ReactNode;
};

/** Around the list of documents: files dropped anywhere on it are uploaded, and what was uploaded opens in place. */
export function FilePapers({ model, onRecord, children }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const papers = usePapers(model.view.id);
  const acts = useUploads(model.view.id, model.plan.documents);
  const add = (files: readonly File[], onto: PaperValue | null = null) => {
    acts.add(files, onto);
    setAdding(true);
  };
  const drop = useDrop((files) => add(files));
  const show = (paper: Paper | null) =>
    setSearch(
      (before) => {
        if (paper === null) before.delete('paper');
        else before.set('paper', paper.id);
        return before;
      },
      { replace: paper === null },
    );
  const all = papers.data?.papers ?? [];
  const shown = all.find(({ id }) => id === search.get('paper'));
  const toCheck = all.filter(({ state }) => state === 'to_check').length;
  const pending = acts.uploads.filter(({ state }) => state !== 'done').length;
  return (
    <div className={classes.place} {...drop}>
      <div className={classes.acts}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus aria-hidden="true" />}
          onClick={() => setAdding(true)}
        >
          {pending > 0 ? t('papers.add.pending', { count: pending }) : t('papers.add.title')}
        </Button>
        {toCheck > 0 && (
          <Button
            component={Link}
            to={`/rounds/checks?file=${model.view.id}`}
            variant="default"
            size="compact-sm"
            leftSection={<IconChecks aria-hidden="true" />}
          >
            {t('papers.view.toCheck', { count: toCheck })}
          </Button>
        )}
      </div>
      {papers.isError && papers.data === undefined && (
        <p className="tiny due" role="alert">
          {t('papers.view.listFailed')}.{' '}
          {asProblem(papers.error).status === 0 ? t('state.restWorks') : asProblem(papers.error).detail}{' '}
          <button type="button" className={classes.again} onClick={() => void papers.refetch()}>
            {t('state.tryAgain')}
          </button>
        </p>
      )}
      {children({
        papers: (value) =>
          all.filter(
            ({ document, member, state }) =>
              state !== 'removed' && (member === null ? document : `${document}:${member}`) === value,
          ),
        open: show,
        add,
      })}
      <Suspense>
        {adding && (
          <UploadDrawer
            model={model}
            acts={acts}
            keeps
            onRecord={(event) => {
              setAdding(false);
              onRecord({ record: event });
            }}
            onClose={() => setAdding(false)}
          />
        )}
        {shown !== undefined && (
          <Preview model={model} paper={shown} renew={() => papers.refetch()} onClose={() => show(null)} />
        )}
      </Suspense>
    </div>
  );
}
