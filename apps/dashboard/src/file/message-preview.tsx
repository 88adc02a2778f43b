import { Drawer, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '@suivi/contracts/messages';
import { Because } from '../shell/explained.tsx';
import { Problem } from '../shell/problem.tsx';
import { emailName, languageName } from '../shell/vocabulary.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useLanguage } from '../shell/say.ts';
import classes from './emails.module.css';
import type { FileModel } from './model.ts';
import { useMessageText } from './queries.ts';

type Props = { message: Message; model: FileModel; onClose: () => void };

/** An email as it was sent, or as it would be written today. It is shown without scripts and without its own links. */
export function MessagePreview({ message, model, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const text = useMessageText(message.id, message.state);
  const { email } = model.view.client;
  return (
    <Drawer opened onClose={onClose} size={680} title={<b className="strong">{emailName(t, message)}</b>}>
      <div className={classes.body}>
        <p className={`${classes.lines} dim`}>
          {email === null ? t('file.emails.noAddress') : t('file.emails.toClient', { address: email })}
          {text.data !== undefined && (
            <>
              {' · '}
              {languageName(text.data.language, language)}
              {' · '}
              {t(text.data.asSent ? 'file.emails.asSent' : 'file.emails.asWritten')}
            </>
          )}
          <br />
          <Because because={message.because} />
        </p>
        {text.data === undefined ? (
          text.isError ? (
            <Problem error={text.error} retry={() => void text.refetch()} />
          ) : (
            <Waiting>
              <Skeleton height={320} radius="md" />
            </Waiting>
          )
        ) : text.data.html === '' ? (
          <p>{t('file.emails.missing', { values: text.data.missing.join(', ') })}</p>
        ) : (
          <>
            <b className="strong">{text.data.subject}</b>
            <iframe className={classes.frame} sandbox="" srcDoc={text.data.html} title={t('file.emails.frame')} />
          </>
        )}
      </div>
    </Drawer>
  );
}
