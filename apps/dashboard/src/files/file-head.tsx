import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FileRow } from '@suivi/contracts/files';
import type { FileColumn } from '@suivi/contracts/views';
import type { FilesAsked } from './asked.ts';
import classes from './files.module.css';
import type { Selection } from './selection.ts';

/** Which columns sort, and by what. */
const SORTS: Partial<Record<'client' | FileColumn, FilesAsked['sort']>> = {
  client: 'name',
  stage: 'stage',
  due: 'due',
};

/** What each column is wide at least; the last one takes what is left. */
const WIDTHS: Record<'client' | FileColumn, number> = {
  client: 214,
  stage: 178,
  waiting: 184,
  next: 200,
  due: 126,
  documents: 58,
  caisse: 190,
  town: 140,
  category: 130,
  language: 96,
  adviser: 58,
};
const BOX = 46;
export const widthsOf = (columns: readonly FileColumn[], mayChoose: boolean): number[] => [
  ...(mayChoose ? [BOX] : []),
  WIDTHS.client,
  ...columns.map((column) => WIDTHS[column]),
];

type Props = {
  rows: readonly FileRow[];
  columns: readonly FileColumn[];
  asked: FilesAsked;
  change: (part: Partial<FilesAsked>) => void;
  /** Null: nothing is chosen here. */
  selection: Selection | null;
};

/** The head of the table: sorts on click, chooses all that is shown. */
export function FileHead({ rows, columns, asked, change, selection }: Props) {
  const { t } = useTranslation();
  const some = selection !== null && rows.some(({ id }) => selection.chosen.has(id));
  const all = some && rows.every(({ id }) => selection.chosen.has(id));
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection !== null && (
          <th scope="col" className={classes.box}>
            <Checkbox
              size="xs"
              aria-label={t('bulk.selectPage')}
              checked={all}
              indeterminate={some && !all}
              onChange={() => (all ? selection.drop(rows) : selection.add(rows))}
            />
          </th>
        )}
        {(['client', ...columns] as const).map((column) => {
          const sort = SORTS[column];
          const on = sort !== undefined && sort === asked.sort;
          return (
            <th
              key={column}
              scope="col"
              className={column === 'documents' ? classes.number : undefined}
              aria-sort={on ? (asked.direction === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              {sort === undefined ? (
                <Name column={column} />
              ) : (
                <UnstyledButton
                  className={classes.sort}
                  data-on={on || undefined}
                  onClick={() => change({ sort, direction: on && asked.direction === 'asc' ? 'desc' : 'asc' })}
                >
                  <Name column={column} />
                  {on &&
                    (asked.direction === 'asc' ? (
                      <IconArrowUp aria-hidden="true" />
                    ) : (
                      <IconArrowDown aria-hidden="true" />
                    ))}
                </UnstyledButton>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Name({ column }: { column: 'client' | FileColumn }) {
  const { t } = useTranslation();
  if (column === 'client') return t('filesList.client');
  if (column === 'documents') return <abbr title={t('filesList.docsLong')}>{t('filesList.docs')}</abbr>;
  if (column === 'adviser') return <span className="unseen">{t('filesList.column.adviser')}</span>;
  return t(`filesList.column.${column}`);
}
