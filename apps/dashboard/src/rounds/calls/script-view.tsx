import { useTranslation } from 'react-i18next';
import type { Line, Script } from '@suivi/rules/calls/script';
import { useLanguage, useSay } from '../../shell/say.ts';
import classes from './calls.module.css';

/** What to say, in French, with its gloss for who reads English; what to answer, and what to write down. */
export function ScriptView({ script }: { script: Script }) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <>
      <div className={classes.box}>
        <h3>
          {t('callRound.script.title')}
          <span className="grow" />
          <span className="tiny dim">{t(`callRound.script.id.${script.id}`)}</span>
        </h3>
        <ol className={classes.lines}>
          {[...script.opening, ...script.asks].map((line) => (
            <Said key={`${line.by} ${line.say}`} line={line} />
          ))}
        </ol>
      </div>
      <div className={classes.box}>
        <h3>{t('callRound.script.ifAsked')}</h3>
        <ul className={classes.lines}>
          {script.answers.map(({ id, when, lines }) =>
            lines.map((line) => <Said key={id} line={line} when={say(when)} />),
          )}
          <Said line={script.closing} when={t('callRound.script.close')} />
        </ul>
      </div>
      <div className={classes.box}>
        <h3>{t('callRound.script.writeDown')}</h3>
        <ul className={classes.writeDown}>
          {script.writeDown.map((words) => (
            <li key={words.en}>{capital(say(words))}.</li>
          ))}
          <li className="strong">{say(script.never)}</li>
          {script.advice.map((words) => (
            <li key={words.en} className="dim">
              {say(words)}
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function Said({ line, when }: { line: Line; when?: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li data-alone={language === 'fr' || undefined}>
      <div>
        {when !== undefined && <div className={classes.when}>{when}</div>}
        {line.by === 'client' && <div className={classes.when}>{t('callRound.script.clientSays')}</div>}
        <p lang="fr" className={classes.french}>
          {line.say}
        </p>
      </div>
      {language === 'en' && (
        <p lang="en" className={classes.gloss}>
          {line.gloss}
        </p>
      )}
    </li>
  );
}
