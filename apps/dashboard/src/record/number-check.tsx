import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkNumber } from '@suivi/rules/numbers/nir';
import { CheckedHere } from './checked-here.tsx';

/** Tells what a number typed from a letter is: a private adviser may not process its digits. */
export function NumberCheck({ permanent }: { permanent: boolean }) {
  const { t } = useTranslation();
  const [digits, setDigits] = useState('');
  const check = digits.trim() === '' ? null : checkNumber(digits);
  const expected = permanent ? 'permanent' : 'temporary';
  const isOther = (check === 'permanent' || check === 'temporary') && check !== expected;
  return (
    <CheckedHere
      label={t('record.number.label')}
      hint={t('record.number.hint')}
      value={digits}
      onChange={setDigits}
      numeric
      maxLength={30}
      said={
        check === null
          ? null
          : {
              words: isOther ? t(`record.number.${check}Here`) : t(`record.number.${check}`),
              tone: check === 'unknown_form' || check === 'key_missing' ? 'open' : check === expected ? 'ok' : 'warn',
            }
      }
    />
  );
}
