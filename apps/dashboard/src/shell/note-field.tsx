import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { containsNir } from '@suivi/rules/numbers/nir';

/** Whether a note may leave the browser: a social security number is found here and goes nowhere. */
export const noteIsClean = (note: string): boolean => !containsNir(note);

type Props = {
  value: string;
  onChange: (note: string) => void;
  error?: string;
  label?: ReactNode;
  hint?: string;
  autoFocus?: boolean;
  longest?: number;
  rows?: number;
};

/** Free text that never holds a social security number. */
export function NoteField({ value, onChange, error, label, hint, autoFocus, longest = 2000, rows = 2 }: Props) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={label ?? t('noteField.label')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={noteIsClean(value) ? error : t('noteField.number')}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      autosize
      minRows={rows}
      maxRows={Math.max(6, rows * 3)}
      maxLength={longest}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
    />
  );
}
