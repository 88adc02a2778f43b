import { ActionIcon, Input } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '@suivi/contracts/imports';
import { containsNir } from '@suivi/rules/numbers/nir';
import { useNotify } from '../shell/notify.tsx';
import { useSay } from '../shell/say.ts';
import classes from './imports.module.css';
import type { ImportSteps } from './queries.ts';

type Check = NonNullable<ImportView['check']>;
type Fault = Check['faults'][number];

/** Every faulty cell with its line, its column and its reason; corrected where it stands. */
export function FaultyRows({ importId, check, steps }: { importId: string; check: Check; steps: ImportSteps }) {
  const { t } = useTranslation();
  return (
    <>
      <table className={classes.table}>
        <colgroup>
          <col style={{ width: 66 }} />
          <col style={{ width: 142 }} />
          <col style={{ width: 196 }} />
          <col />
          <col style={{ width: 44 }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className={classes.number}>
              {t('imports.check.line')}
            </th>
            <th scope="col">{t('imports.check.column')}</th>
            <th scope="col">{t('imports.check.value')}</th>
            <th scope="col" colSpan={2}>
              {t('imports.check.why')}
            </th>
          </tr>
        </thead>
        <tbody>
          {check.faults.map((fault) => (
            <FaultyCell key={`${fault.line} ${fault.column}`} fault={fault} steps={steps} />
          ))}
        </tbody>
      </table>
      <p className={classes.under}>
        {t('imports.check.correct')}{' '}
        <a href={`/api/imports/${importId}/faults.csv`} download>
          {t('imports.check.download')}
        </a>
        .
      </p>
    </>
  );
}

function FaultyCell({ fault, steps }: { fault: Fault; steps: ImportSteps }) {
  const { t } = useTranslation();
  const say = useSay();
  const notify = useNotify();
  const [value, setValue] = useState(fault.hidden ? '' : fault.value);
  const [asked, setAsked] = useState(fault.value);
  const { line, column } = fault;
  const number = containsNir(value);
  const correct = () => {
    if (number || value === asked) return;
    setAsked(value);
    steps.correct.mutate(
      { line, column, value },
      { onError: (error) => notify.failed(t('imports.check.notSaved'), error) },
    );
  };
  const label = t('imports.check.valueOf', { column, line });
  const reason = useId();
  const faulty = fault.hidden || number;
  return (
    <tr>
      <td className={`${classes.number} nums`}>{line}</td>
      <td className="one-line" title={column}>
        {column}
      </td>
      <td>
        <Input
          size="xs"
          aria-label={label}
          withAria={false} // the reason stands in a cell of its own
          aria-describedby={reason}
          aria-invalid={faulty}
          placeholder={fault.hidden ? fault.value : undefined}
          error={faulty}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          onBlur={correct}
          onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && !event.metaKey && correct()}
        />
      </td>
      <td id={reason} className={classes.reason}>
        {number ? t('noteField.number') : say(fault.reason)}
      </td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('imports.check.drop', { line })}
          title={t('imports.check.drop', { line })}
          onClick={() => steps.drop.mutate(line)}
        >
          <IconX aria-hidden="true" />
        </ActionIcon>
      </td>
    </tr>
  );
}
