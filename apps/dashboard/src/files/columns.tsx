import { Button, Checkbox, Popover } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FileColumn } from '@suivi/contracts/views';
import { FILE_COLUMNS } from '@suivi/contracts/views';
import classes from './files.module.css';

type Props = { chosen: readonly FileColumn[]; choose: (columns: FileColumn[]) => void };

/** Which columns the table has beside the client; they are saved with the view. */
export function Columns({ chosen, choose }: Props) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          className="at-desk"
          aria-label={t('filesList.chooseColumns')}
          leftSection={<IconColumns3 aria-hidden="true" />}
        >
          {t('filesList.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.choices} aria-label={t('filesList.chooseColumns')}>
        <div className={classes.options}>
          {FILE_COLUMNS.map((id) => (
            <Checkbox
              key={id}
              size="xs"
              label={t(`filesList.column.${id}`)}
              checked={chosen.includes(id)}
              onChange={(event) =>
                choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
