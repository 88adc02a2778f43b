import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkNumber } from '@suivi/rules/numbers/nir';

/**
 * Tells what a number typed from a letter is. The digits live in this field and nowhere else: they are no part of the
 * form, are sent nowhere and are gone with the drawer (a private adviser may not process them).
 */
export function NumberCheck({ permanent }: { permanent: boolean }) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const check = digits.trim() === '' ? null : checkNumber(digits);
  const expected = permanent ? 'permanent' : 'temporary';
  const said =
    check === null
      ? t('record.number.hint')
      : (check === 'permanent' || check === 'temporary') && check !== expected
        ? t(`record.number.${check}Here`)
        : t(`record.number.${check}`);
  return (
    <TextInput
      label={t('record.number.label')}
      value={digits}
      onChange={(event) => setDigits(event.currentTarget.value)}
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      inputMode="numeric"
      maxLength={30}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={
        <span
          role="status"
          style={{
            color:
              check === null || check === 'unknown_form' || check === 'key_missing'
                ? undefined
                : check === expected
                  ? 'var(--suivi-ok)'
                  : 'var(--suivi-warn)',
          }}
        >
          {said}
          {check !== null && <span className="dim"> {t('record.number.hint')}</span>}
        </span>
      }
    />
  );
}
