import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty.module.css';

/** Nothing there: says why and offers one step (two at most). */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
  level = 2,
}: {
  icon: Icon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={classes.empty}>
      <Icon aria-hidden="true" />
      <Heading className={classes.title}>{title}</Heading>
      {children !== undefined && <p className={classes.body}>{children}</p>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
