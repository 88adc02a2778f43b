import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RehearsalResult } from '@suivi/contracts/playbook';
import { number } from '../shell/dates.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import classes from './playbook.module.css';

const bold = { b: <b className="strong" /> };

/** The effect in numbers, in sentences. Also what the confirmation says. */
export function EffectInNumbers({ result }: { result: RehearsalResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { files, changed, emails, due, stages, broken } = result;
  if (files === 0) return <p>{t('playbook.noFiles')}</p>;
  return (
    <div className={classes.effect}>
      <p>
        {changed === 0 ? (
          t('playbook.none', { of: number(files, language) })
        ) : (
          <Trans i18nKey="playbook.some" values={{ count: changed, of: number(files, language) }} components={bold} />
        )}
      </p>
      <p className={emails.now > 0 ? 'due' : 'dim'}>
        {emails.now === 0 ? (
          t('playbook.nowNone')
        ) : (
          <Trans i18nKey="playbook.now" values={{ count: emails.now }} components={bold} />
        )}
      </p>
      {emails.held > 0 && <p>{t('playbook.heldEmails', { count: emails.held })}</p>}
      {emails.skipped > 0 && <p>{t('playbook.skipped', { count: emails.skipped })}</p>}
      {due.before !== due.after && <p className="nums">{t('playbook.due', due)}</p>}
      {stages > 0 && <p>{t('playbook.stages', { count: stages })}</p>}
      {broken > 0 && <p className="due">{t('playbook.broken', { count: broken })}</p>}
    </div>
  );
}

/** What a trial found: in numbers, what can be done with it, by kind, and on some of the files. */
export function TrialResult({ result, children }: { result: RehearsalResult; children?: ReactNode }) {
  const { t } = useTranslation();
  const say = useSay();
  const more = result.changed - result.samples.length;
  return (
    <>
      <EffectInNumbers result={result} />
      <div className={classes.act}>{children}</div>
      {result.kinds.length > 0 && (
        <table className={classes.kinds}>
          <caption className="unseen">{t('playbook.counts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('playbook.what')}</th>
              {(['added', 'dropped', 'moved'] as const).map((how) => (
                <th key={how} scope="col">
                  {t(`playbook.${how}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.kinds.map((kind) => (
              <tr key={`${kind.of} ${kind.name.en}`}>
                <th scope="row">
                  <span className="dim tiny">{t(`playbook.of.${kind.of}`)}</span> {say(kind.name)}
                </th>
                {[kind.added, kind.dropped, kind.moved].map((count, at) => (
                  <td key={at} className="nums">
                    {count === 0 ? <span className="dim">–</span> : count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {result.samples.length > 0 && (
        <>
          <h3>{t('playbook.samples')}</h3>
          <ul className={classes.samples}>
            {result.samples.map(({ fileId, reference, clientName, lines, more: left }) => (
              <li key={fileId}>
                <p>
                  <Link to={`/files/${fileId}`}>{clientName}</Link> <span className="dim nums">{reference}</span>
                </p>
                <ul>
                  {lines.map((line) => (
                    <li key={line.en}>{say(line)}</li>
                  ))}
                  {left > 0 && <li className="dim">{t('playbook.moreLines', { count: left })}</li>}
                </ul>
              </li>
            ))}
          </ul>
          {more > 0 && <p className="dim small">{t('playbook.moreFiles', { count: more })}</p>}
        </>
      )}
    </>
  );
}
