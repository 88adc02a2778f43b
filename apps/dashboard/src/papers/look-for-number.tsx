import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './uploads.module.css';
import type { Kind } from './uploads.ts';

type Props = {
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
  /** What is said below the question. */
  description?: string | undefined;
  autoFocus?: boolean;
};

/** The question that no program answers: whether a social security number is to be seen. */
export function LookForNumber({ confirmed, onConfirm, description, autoFocus = false }: Props) {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="xs"
      checked={confirmed}
      onChange={(event) => onConfirm(event.currentTarget.checked)}
      label={t('papers.add.confirm')}
      description={description}
      data-autofocus={autoFocus || undefined}
    />
  );
}

/** Why a picture is not shown here. */
export function NotShown({ kind, shown, unreadable }: { kind: Kind; shown: boolean; unreadable: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {kind === 'heic' && !shown && <p className="tiny dim">{t('papers.add.heic')}</p>}
      {kind === 'picture' && unreadable && (
        <p className={classes.fault} role="alert">
          {t('papers.add.unreadable')}
        </p>
      )}
    </>
  );
}
