import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TouchedFiles } from '@suivi/contracts/rules';
import { defaultPlaybook, OTHER_SETTINGS, SETTINGS } from '@suivi/rules/playbook';
import { settingsOf } from '@suivi/rules/register';
import type { Rule } from '@suivi/rules/register/rule';
import { settingName, valueWords } from '@suivi/rules/playbook-words';
import { usePlaybook } from '../playbook/queries.ts';
import { answerOf, client } from '../shell/api.ts';
import { Problem } from '../shell/problem.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import classes from './help.module.css';

/** More than this is "500+". */
const MANY = 500;

/** How many open files the rule touches, with a door to the first, and what the playbook can change of it. */
export function OnYourFiles({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  return (
    <aside className={classes.aside} aria-label={t('help.onYourFiles')}>
      <h2>{t('help.onYourFiles')}</h2>
      {rule.area === 'guidance' ? <InGuidance /> : <Touched rule={rule} />}
      <h2>{t('help.inPlaybook')}</h2>
      <InPlaybook rule={rule} />
    </aside>
  );
}

/** What is only told stands in no plan. */
function InGuidance() {
  const { t } = useTranslation();
  return (
    <>
      <p className={classes.hint}>{t('help.onlyTold')}</p>
      <p>
        <Link className={classes.back ?? ''} to="/guidance">
          {t('guidance.title')}
        </Link>
      </p>
    </>
  );
}

function Touched({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const touched = useQuery({
    queryKey: ['files', 'touched', rule.id],
    queryFn: ({ signal }) =>
      answerOf<TouchedFiles>(client.GET('/api/rules/touched', { params: { query: { rule: rule.id } }, signal })),
  });
  if (touched.isError) return <Problem error={touched.error} retry={() => void touched.refetch()} />;
  const { count, among, files } = touched.data ?? { count: undefined, among: null, files: [] };
  if (count === null) return <p className={classes.hint}>{t('help.notCounted')}</p>;
  const more = count === undefined ? 0 : count - files.length;
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('help.concerned')}</dt>
        <dd className="nums">{count === undefined ? '…' : count > MANY ? '500+' : count}</dd>
      </dl>
      <ul className={classes.files}>
        {files.map(({ id, reference, clientName }) => (
          <li key={id}>
            <Link to={`/files/${id}`}>{clientName}</Link> <span className="dim nums no-wrap">{reference}</span>
          </li>
        ))}
        {more > 0 && (
          <li className="dim">
            {count !== undefined && count > MANY ? t('help.moreThan') : t('help.moreFiles', { count: more })}
          </li>
        )}
      </ul>
      {among !== null && <p className={classes.hint}>{t('help.among', { files: among.toLocaleString(language) })}</p>}
      <p className={classes.hint}>{t('help.concernedHint')}</p>
    </>
  );
}

function InPlaybook({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const say = useSay();
  const playbook = usePlaybook();
  const names = settingsOf(rule);
  if (names.length === 0) return <p className={classes.hint}>{t('help.noSetting')}</p>;
  if (playbook.isError) return <Problem error={playbook.error} retry={() => void playbook.refetch()} />;
  const settings = playbook.data?.present.settings;
  return (
    <>
      <dl className={classes.facts}>
        {names.map((name) => {
          const { min, max } = name === 'reminderAfterDays' ? OTHER_SETTINGS[name] : SETTINGS[name];
          const isUsual = settings === undefined || String(settings[name]) === String(defaultPlaybook[name]);
          return (
            <div key={name}>
              <dt>
                <Link to={`/playbook#${name}`}>{say(settingName(name))}</Link>
                <span className={classes.hint}>
                  {t('help.bounds', { min, max })}
                  {!isUsual && ` · ${t('playbook.usual', { value: say(valueWords(name, defaultPlaybook[name])) })}`}
                </span>
              </dt>
              <dd className="nums">{settings === undefined ? '…' : say(valueWords(name, settings[name]))}</dd>
            </div>
          );
        })}
      </dl>
      <p className={classes.hint}>{t('help.triedFirst')}</p>
    </>
  );
}
