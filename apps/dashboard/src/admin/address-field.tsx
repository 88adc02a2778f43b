import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { addressFault } from './address-lines.ts';

type Props = {
  label: string;
  description: string;
  text: string;
  onType: (text: string) => void;
  fault: ReturnType<typeof addressFault>;
  /** Somebody wanted to keep it: too few lines are a fault from then on, and not while one begins. */
  asked: boolean;
};

/** The lines of a filing address, as they stand on the envelope. */
export function AddressField({ label, description, text, onType, fault, asked }: Props) {
  const { t } = useTranslation();
  const told = fault !== null && (fault.key !== 'tooFew' || asked);
  return (
    <Textarea
      data-autofocus
      label={label}
      description={description}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
      error={told ? t(`admin.caisses.${fault.key}`, { line: fault.line }) : null}
      autosize
      minRows={6}
      maxRows={8}
    />
  );
}
