import { TextInput } from '@mantine/core';

type Props = {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  /** What the check says, or null before anything is typed. */
  said: { words: string; tone: 'ok' | 'warn' | 'open' } | null;
  numeric?: boolean;
  maxLength: number;
};

const COLOUR = { ok: 'var(--suivi-ok)', warn: 'var(--suivi-warn)', open: undefined };

/**
 * A number that is checked on the page: it lives in this field and nowhere else, is no part of the form, is sent
 * nowhere and is gone with the drawer.
 */
export function CheckedHere({ label, hint, value, onChange, said, numeric, maxLength }: Props) {
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      inputMode={numeric ? 'numeric' : undefined}
      maxLength={maxLength}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={
        <span role="status" style={{ color: said === null ? undefined : COLOUR[said.tone] }}>
          {said === null ? hint : said.words}
          {said !== null && <span className="dim"> {hint}</span>}
        </span>
      }
    />
  );
}
