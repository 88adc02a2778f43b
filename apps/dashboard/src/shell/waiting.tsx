import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './waiting.module.css';

/** Nothing for 200 ms, then the shape of what comes: most answers are there before. */
export function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true" aria-label={t('state.loading')}>
      {late && children}
    </div>
  );
}

const WIDTHS = ['70%', '52%', '84%', '60%', '75%', '48%', '66%', '80%'];

/** Rows of a list to come. */
export function RowsToCome({ rows = 8, height = 52 }: { rows?: number; height?: number }) {
  return (
    <Waiting>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={classes.row} style={{ height }}>
          <Skeleton height={10} radius="sm" />
          <Skeleton height={10} radius="sm" />
          <Skeleton height={10} radius="sm" width={WIDTHS[i % WIDTHS.length]} />
          <Skeleton height={10} radius="sm" />
        </div>
      ))}
    </Waiting>
  );
}
