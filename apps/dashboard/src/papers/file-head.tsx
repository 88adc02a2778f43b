import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconX } from '@tabler/icons-react';
import { useLanguage } from '../shell/say.ts';
import { sizeInWords } from './size-in-words.ts';
import classes from './uploads.module.css';

/** The first line of a chosen file: its name and size, how far it is, and what can be done with it. */
export function FileHead({ file: { name, size }, children }: { file: File; children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={classes.name}>
      <b className="strong one-line" title={name}>
        {name}
      </b>
      <span className="tiny dim no-wrap nums">{sizeInWords(size, language, t)}</span>
      <span className="grow" />
      {children}
    </div>
  );
}

/** Leaves a chosen file out. */
export function LeaveOut({ name, onClick }: { name: string; onClick: () => void }) {
  const { t } = useTranslation();
  const label = t('papers.add.remove', { name });
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={onClick}>
      <IconX aria-hidden="true" />
    </button>
  );
}

/** Why a file was not taken. */
export const WhyRefused = ({ problem }: { problem: { type: string; detail: string } }) => {
  const { t } = useTranslation();
  return (
    <p className={classes.fault} role="alert">
      {problem.type === 'no_connection' ? t('state.connectionBroke') : problem.detail}
    </p>
  );
};
