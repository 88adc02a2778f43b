import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { Problem } from '../shell/problem.tsx';
import { fileChanged } from '../shell/queries.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import { CheckRows } from './check.tsx';
import { ChooseFile } from './choose-file.tsx';
import { Columns } from './columns.tsx';
import { StepLine } from './import-steps.tsx';
import { Ended, Progress } from './progress.tsx';
import { useImport, useImportSteps } from './queries.ts';

/** Bring a spreadsheet of clients in: file, columns, check, import. */
export function Imports() {
  const { id } = useParams();
  const { t } = useTranslation();
  return id === undefined ? (
    <>
      <TitleRow title={t('imports.title')} />
      <ChooseFile />
    </>
  ) : (
    <OneImport key={id} id={id} />
  );
}

function OneImport({ id }: { id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const query = useImport(id);
  const steps = useImportSteps(id);
  // Back to the columns, or to the rest of the rows, without asking the server to forget the check.
  const [shown, setShown] = useState<'columns' | 'check' | null>(null);
  const view = query.data;
  const ended = view?.state === 'done';
  useEffect(() => {
    if (ended) void fileChanged(client);
  }, [ended, client]);
  const screen = () => {
    if (view === undefined)
      return query.isError ? (
        <Problem error={query.error} retry={() => void query.refetch()} />
      ) : (
        <RowsToCome rows={10} height={33} />
      );
    if (view.state === 'checking')
      return (
        <>
          <StepLine now="check" />
          <Progress view={view} />
        </>
      );
    if (view.state === 'importing')
      return (
        <>
          <StepLine now="run" />
          <Progress view={view} />
        </>
      );
    const over = view.state === 'done' || view.state === 'failed';
    if (over && (shown === null || view.check === null))
      return (
        <>
          <StepLine now="run" />
          <Ended view={view} onCorrect={() => setShown('check')} />
        </>
      );
    if (view.state === 'mapping' || view.check === null || shown === 'columns')
      return (
        <>
          <StepLine now="columns" />
          <Columns view={view} steps={steps} onCheck={() => setShown(null)} />
        </>
      );
    return (
      <>
        <StepLine now="check" />
        <CheckRows
          view={view}
          check={view.check}
          steps={steps}
          onBack={() => setShown('columns')}
          onStarted={() => setShown(null)}
          onAbandoned={() => void navigate('/import')}
        />
      </>
    );
  };
  return (
    <>
      <TitleRow title={t('imports.title')} beside={view?.fileName} />
      {screen()}
    </>
  );
}
