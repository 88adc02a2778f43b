import { Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MessageText } from '@suivi/contracts/messages';
import type { Words } from '@suivi/rules/vocabulary';
import { dayInSentence } from './dates.ts';
import { Because } from './explained.tsx';
import classes from './letter.module.css';
import { Problem } from './problem.tsx';
import { useToday } from './queries.ts';
import { useLanguage } from './say.ts';
import { languageName } from './vocabulary.ts';
import { Waiting } from './waiting.tsx';

/** `of`: the email's key, which names its rule. */
type Props = { text: UseQueryResult<MessageText>; address: string | null; because: Words; of: string };

/** The text of an email: as it was sent, or as it will leave. It is shown without scripts and without its own links. */
export function Letter({ text, address, because, of }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const { data } = text;
  const as = (written: MessageText): string => {
    if (written.asSent) return t('file.emails.asSent');
    if (written.on <= today) return t('ahead.letter.today');
    return t('ahead.letter.onDay', { day: dayInSentence(written.on, today, language) });
  };
  return (
    <>
      <p className={`${classes.lines} dim`}>
        {address === null ? t('file.emails.noAddress') : t('file.emails.toClient', { address })}
        {data !== undefined && (
          <>
            {' · '}
            {languageName(data.language, language)}
            {' · '}
            {as(data)}
          </>
        )}
        <br />
        <Because because={because} of={of} />
      </p>
      {data === undefined ? (
        text.isError ? (
          <Problem error={text.error} retry={() => void text.refetch()} />
        ) : (
          <Waiting>
            <Skeleton height={320} radius="md" />
          </Waiting>
        )
      ) : data.html === '' ? (
        <p className={classes.missing}>
          {t('ahead.letter.missing', {
            values: data.missing.map((name) => t(`ahead.value.${name}` as 'ahead.value.caisse', name)).join(', '),
          })}
        </p>
      ) : (
        <>
          <b className="strong">{data.subject}</b>
          <iframe className={classes.frame} sandbox="" srcDoc={data.html} title={t('file.emails.frame')} />
        </>
      )}
    </>
  );
}
