import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PrintedLetter } from '@suivi/contracts/letters';
import type { Day } from '@suivi/rules/calendar/days';
import { dayInList, timeOf } from '../shell/dates.ts';
import { useNotify } from '../shell/notify.tsx';
import { Problem } from '../shell/problem.tsx';
import { useLanguage } from '../shell/say.ts';
import { Mandates } from './mandate.tsx';
import classes from './letters.module.css';
import { useFileLetters, useOpenLetter, usePrint } from './queries.ts';

type Props = { fileId: string; today: Day; /** The card was lost: the client signs a statement. */ cardLost: boolean };

/** What was printed for the file, and where its mandate stands. */
export function Letters({ fileId, today, cardLost }: Props) {
  const { t } = useTranslation();
  const letters = useFileLetters(fileId);
  const notify = useNotify();
  const print = usePrint(fileId);
  const open = useOpenLetter(fileId);
  if (letters.isError) return <Problem level={2} error={letters.error} retry={() => void letters.refetch()} />;
  if (letters.data === undefined) return null;
  const failed = (error: unknown) => notify.failed(t('letters.drawer.failed'), error);
  const printLostCard = () => print.mutate('lost_card', { onSuccess: ({ id }) => open.mutate(id), onError: failed });
  return (
    <section aria-labelledby="letters">
      <div className={classes.head}>
        <h2 id="letters">{t('letters.title')}</h2>
        <a className={classes.link} href={`/api/files/${fileId}/proof-pack.pdf`} download title={t('letters.packHint')}>
          {t('letters.pack')}
        </a>
      </div>
      <Mandates fileId={fileId} today={today} letters={letters.data} />
      {letters.data.letters.length === 0 && <p className="small dim">{t('letters.none')}</p>}
      <ul>
        {letters.data.letters.map((letter) => (
          <LetterRow
            key={letter.id}
            letter={letter}
            today={today}
            onOpen={() => open.mutate(letter.id, { onError: (error) => notify.failed(t('letters.openFailed'), error) })}
          />
        ))}
      </ul>
      {cardLost && (
        <button type="button" className={classes.link} disabled={print.isPending} onClick={printLostCard}>
          {t('letters.lostCard')}
        </button>
      )}
    </section>
  );
}

function LetterRow({ letter, today, onOpen }: { letter: PrintedLetter; today: Day; onOpen: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { template, version, pages, sha256, printedAt, printedBy, subject } = letter;
  const name = t(`letters.name.${template}`);
  const when = `${dayInList(printedAt.slice(0, 10) as Day, today, language)} ${timeOf(printedAt, language)}`;
  return (
    <li className={classes.row}>
      <IconFileText aria-hidden="true" className={classes.icon} />
      <span className="one-line" title={subject}>
        {name}
      </span>
      <button type="button" className={classes.act} aria-label={`${t('letters.open')}: ${name}`} onClick={onOpen}>
        {t('letters.open')}
      </button>
      <span className={classes.more}>
        {t('letters.pages', { count: pages })} · {t('letters.version', { n: version })} ·{' '}
        {t('letters.by', { when, name: printedBy })}
        <br />
        <span className="mono" title={t('letters.hash', { hash: sha256 })}>
          {t('letters.hashShort', { hash: sha256.slice(0, 12) })}
        </span>
      </span>
    </li>
  );
}
