import { Skeleton } from '@mantine/core';
import { Waiting } from '../shell/waiting.tsx';
import classes from './file.module.css';

/** The shape of a file that is still on its way. */
export function FileToCome() {
  return (
    <Waiting>
      <div className={classes.header}>
        <Skeleton height={20} width={220} radius="sm" my={6} />
        <Skeleton height={10} width={380} radius="sm" my={8} />
        <Skeleton height={4} radius="sm" my={12} />
        <Skeleton height={10} width="60%" radius="sm" my={12} />
      </div>
      <div className={classes.columns}>
        {[9, 10, 5].map((rows, i) => (
          <div key={i} style={{ padding: '12px 16px' }}>
            {Array.from({ length: rows }, (_, row) => (
              <Skeleton key={row} height={10} radius="sm" my={18} width={`${90 - ((row * 17) % 45)}%`} />
            ))}
          </div>
        ))}
      </div>
    </Waiting>
  );
}
