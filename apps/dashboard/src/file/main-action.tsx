import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TaskIcon, useTaskName } from '../shell/task-name.tsx';
import { askedForTask } from '../record/propose.ts';
import classes from './file.module.css';
import type { Asked } from './file.tsx';
import type { FileModel } from './model.ts';
import { openTasks } from './to-do.tsx';

/** On a phone: the main action in a bar at the bottom, under every tab. */
export function MainAction({ model, onRecord }: { model: FileModel; onRecord: (asked?: Asked) => void }) {
  const { t } = useTranslation();
  const nameOf = useTaskName();
  const [task] = openTasks(model);
  return (
    <div className={`${classes.bar} on-phone`}>
      {task !== undefined && (
        <Button
          className="grow"
          h={40}
          leftSection={<TaskIcon kind={task.kind} />}
          onClick={() => onRecord(askedForTask(task))}
        >
          {nameOf(task)}
        </Button>
      )}
      <Button
        variant={task === undefined ? 'filled' : 'default'}
        className={task === undefined ? 'grow' : undefined}
        h={40}
        leftSection={<IconCalendarPlus aria-hidden="true" />}
        onClick={() => onRecord()}
      >
        {t('file.recordShort')}
      </Button>
    </div>
  );
}
