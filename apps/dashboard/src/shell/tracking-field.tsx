import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { normaliseTracking, trackingCheck } from '@suivi/rules/numbers/tracking';

/** 1A 009 158 2038 0: spaces come while typing; pasted and scanned forms are taken as they are. Those of digits alone have 15. */
export const spacedTracking = (number: string): string => {
  const typed = normaliseTracking(number);
  const plain = typed.slice(0, /^\d*$/.test(typed) ? 15 : 13);
  return /^\d[A-Z]/.test(plain)
    ? [plain.slice(0, 2), plain.slice(2, 5), plain.slice(5, 8), plain.slice(8, 12), plain.slice(12)]
        .filter(Boolean)
        .join(' ')
    : plain;
};

type Props = { label: string; value: string; onChange: (number: string) => void; error?: string; autoFocus?: boolean };

/** A tracking number. A check digit that fails is a warning to look again, never a refusal. */
export function TrackingField({ label, value, onChange, error, autoFocus }: Props) {
  const { t } = useTranslation();
  const check = value.trim() === '' ? null : trackingCheck(value);
  const complete = normaliseTracking(value).length >= 13;
  const hint =
    check === 'ok'
      ? t('trackingField.ok')
      : complete && check === 'wrong'
        ? t('trackingField.wrong')
        : complete
          ? t('trackingField.unknown')
          : undefined;
  return (
    <TextInput
      label={label}
      value={value}
      onChange={(event) => onChange(spacedTracking(event.currentTarget.value))}
      error={error}
      autoFocus={autoFocus}
      data-autofocus={autoFocus || undefined}
      autoComplete="off"
      spellCheck={false}
      placeholder="1A 009 158 2038 0"
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      description={
        hint && <span style={{ color: check === 'ok' ? 'var(--suivi-ok)' : 'var(--suivi-warn)' }}>{hint}</span>
      }
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      rightSection={
        check === 'ok' ? (
          <IconCheck aria-hidden="true" color="var(--suivi-ok)" />
        ) : complete ? (
          <IconAlertTriangle aria-hidden="true" color="var(--suivi-warn)" />
        ) : undefined
      }
    />
  );
}
