import classes from './task-form.module.css';

type Props<T extends string> = {
  label: string;
  of: readonly { id: T; words: string }[];
  chosen: T | undefined;
  onChoose: (id: T) => void;
  /** Chosen once more: the answer is meant. */
  onAgain: () => void;
  numbered?: boolean;
  /** How many stand side by side; all of them when left out. */
  columns?: number;
};

/** A row of answers of which one holds, each with its key. */
export function Choices<T extends string>({
  label,
  of,
  chosen,
  onChoose,
  onAgain,
  numbered = false,
  columns,
}: Props<T>) {
  return (
    <div
      className={classes.choices}
      role="group"
      aria-label={label}
      data-numbered={numbered || undefined}
      style={columns === undefined ? undefined : { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {of.map(({ id, words }, i) => (
        <button
          key={id}
          type="button"
          className={classes.choice}
          aria-pressed={chosen === id}
          onClick={() => (chosen === id ? onAgain() : onChoose(id))}
        >
          {numbered && <kbd aria-hidden="true">{i + 1}</kbd>}
          <span>{words}</span>
        </button>
      ))}
    </div>
  );
}
