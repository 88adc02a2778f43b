import { useTranslation } from 'react-i18next';
import { KeyCap } from './key-cap.tsx';
import classes from './key-hints.module.css';
import { openKeysSheet } from './keys-sheet.tsx';
import { useShownKeys } from './keys.ts';
import { useKeysSetting } from './settings.ts';

/** The foot of the page: what its keys do. Gone on a phone, and for those who hide or switch off the keys. */
export function KeyHints() {
  const { t } = useTranslation();
  const { page } = useShownKeys();
  const setting = useKeysSetting();
  if (setting !== 'shown') return null;
  return (
    <footer className={`${classes.hints} at-desk`}>
      <div className={classes.list} aria-hidden="true">
        {page
          .filter((hint) => !hint.quiet)
          .map((hint) => (
            <span key={hint.words}>
              {hint.keys.slice(0, 2).map((keys) => (
                <KeyCap key={keys} keys={keys} />
              ))}
              {hint.words}
            </span>
          ))}
      </div>
      <button type="button" className={classes.all} onClick={openKeysSheet}>
        <KeyCap keys="?" /> {t('keys.all')}
      </button>
    </footer>
  );
}
