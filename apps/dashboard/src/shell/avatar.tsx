import classes from './avatar.module.css';

const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => part[0] ?? '')
    .filter((_, i, parts) => i === 0 || i === parts.length - 1)
    .join('')
    .toUpperCase();

/** A colleague by their initials; the full name on hover and to a screen reader. */
export function Avatar({ name, unseen = false }: { name: string; unseen?: boolean }) {
  return unseen ? (
    <span className={classes.avatar} aria-hidden="true">
      {initials(name)}
    </span>
  ) : (
    <span className={classes.avatar} role="img" aria-label={name} title={name}>
      {initials(name)}
    </span>
  );
}
