import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.css';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FormProblem } from '../shell/problem.tsx';
import { StepLine } from './import-steps.tsx';
import classes from './imports.module.css';
import { useNewImport } from './queries.ts';

const LIMIT = 10 * 1024 * 1024;

/** The first step: a spreadsheet, dropped or chosen. What cannot be read is said before anything is sent. */
export function ChooseFile() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useNewImport();
  const open = useRef<() => void>(null);
  const [fault, setFault] = useState<string | null>(null);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const name = file.name;
    if (file.size === 0) return setFault(t('imports.choose.empty', { name }));
    if (file.size > LIMIT) return setFault(t('imports.choose.tooLarge', { name }));
    if (!/\.(csv|txt|tsv)$/i.test(name)) return setFault(t('imports.choose.notCsv', { name }));
    setFault(null);
    create.mutate(file, { onSuccess: ({ id }) => void navigate(`/import/${id}`) });
  };
  return (
    <>
      <StepLine now="file" />
      <div className={classes.choose}>
        <Dropzone
          openRef={open}
          onDrop={(files) => take(files[0])}
          multiple={false}
          loading={create.isPending}
          activateOnClick={false}
          enablePointerEvents
          className={classes.drop ?? ''}
          inputProps={{ 'aria-label': t('imports.choose.button') }}
        >
          <IconFileSpreadsheet aria-hidden="true" className={classes.dropIcon} />
          <h2>
            {create.isPending ? t('imports.choose.reading', { name: create.variables.name }) : t('imports.choose.drop')}
          </h2>
          <p className="dim small">{t('imports.choose.how')}</p>
          <Button onClick={() => open.current?.()} loading={create.isPending}>
            {t('imports.choose.button')}
          </Button>
        </Dropzone>
        {fault !== null && (
          <p className={classes.fault} role="alert">
            {fault}
          </p>
        )}
        <FormProblem error={create.error} />
        <p className="dim small">{t('imports.choose.safe')}</p>
      </div>
    </>
  );
}
