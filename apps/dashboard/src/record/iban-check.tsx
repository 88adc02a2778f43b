import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkIban } from '@suivi/rules/numbers/iban';
import { CheckedHere } from './checked-here.tsx';

const TONE = { french: 'ok', foreign: 'ok', wrong_key: 'warn', unknown_form: 'open' } as const;

/** Tells whether the IBAN read from bank details can be right, key of the RIB included, before a person says that it is. */
export function IbanCheck() {
  const { t } = useTranslation();
  const [iban, setIban] = useState('');
  const check = iban.trim() === '' ? null : checkIban(iban);
  return (
    <CheckedHere
      label={t('record.iban.label')}
      hint={t('record.iban.hint')}
      value={iban}
      onChange={setIban}
      maxLength={45}
      said={check === null ? null : { words: t(`record.iban.${check}`), tone: TONE[check] }}
    />
  );
}
