import classes from './bulk.module.css';

export type Option<T extends string> = { id: T; words: string; kbd?: string };
type Props<T extends string> = {
  label: string;
  of: readonly Option<T>[];
  chosen: T | undefined;
  onChoose: (id: T) => void;
};

/** A row of short answers of which one holds, each with its key. */
export function Options<T extends string>({ label, of, chosen, onChoose }: Props<T>) {
  return (
    <div className={classes.options} role="group" aria-label={label}>
      {of.map(({ id, words, kbd }) => (
        <button
          key={id}
          type="button"
          className={classes.option}
          aria-pressed={chosen === id}
          onClick={() => onChoose(id)}
        >
          {kbd !== undefined && <kbd aria-hidden="true">{kbd}</kbd>}
          {words}
        </button>
      ))}
    </div>
  );
}
