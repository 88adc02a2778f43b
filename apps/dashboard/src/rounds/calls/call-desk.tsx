import { Switch } from '@mantine/core';
import { IconAlertTriangle, IconPhone, IconSignature } from '@tabler/icons-react';
import { memo, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CallToMake } from '@suivi/contracts/calls';
import { callScript, type PeopleOnCall } from '@suivi/rules/calls/script';
import { inWords } from '@suivi/rules/calendar/words';
import type { FileModel } from '../../file/model.ts';
import { dayTyped } from '../../shell/dates.ts';
import { Because, Explained } from '../../shell/explained.tsx';
import { useLanguage, useSay } from '../../shell/say.ts';
import { countryName } from '../../shell/vocabulary.ts';
import classes from './calls.module.css';
import { ScriptView } from './script-view.tsx';
import { SentView } from './sent-view.tsx';

type Props = {
  call: CallToMake;
  model: FileModel;
  agencyName: string;
  adviserName: string;
  clientOnLine: boolean;
  onLine: (on: boolean) => void;
  onDial: () => void;
  /** Rises whenever a call is chosen in the list. */
  chosen: number;
};

/** For whom the call is, what the agent will ask, what was sent, and what to say. An outcome or a note changes none of it. */
export const CallDesk = memo(function CallDesk({
  call,
  model,
  agencyName,
  adviserName,
  clientOnLine,
  onLine,
  onDial,
  chosen,
}: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const { payload } = useTask(call);
  // Whatever led here, a key or a click in the list: the keys of the call work at once, and it is read out from its name.
  const name = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => name.current?.focus({ preventScroll: true }), [chosen]);
  const people = usePeople(call, model, { agencyName, adviserName, clientOnLine });
  const asked = useDeferredValue(people);
  const script = useMemo(() => callScript(model.file, model.today, call.key, asked), [model, call.key, asked]);
  return (
    <section className={classes.desk} aria-label={t('callRound.theCall')} tabIndex={0}>
      <div className={classes.who}>
        <div className="grow">
          <h2 className={classes.name} ref={name} tabIndex={-1}>
            <Link to={`/files/${model.view.id}`} title={t('callRound.sent.fileLink')}>
              {model.clientName}
            </Link>
          </h2>
          <p className="small dim">
            <Explained explanation={<Because because={call.because} source={call.source} of={call.key} />}>
              <span className={classes.because}>{say(call.because)}</span>
            </Explained>
          </p>
          <Mandate call={call} model={model} />
        </div>
        <div className={classes.dial}>
          <a className={classes.dialButton} href="tel:3646" onClick={onDial}>
            <IconPhone aria-hidden="true" />
            <span>
              <span className="unseen">{t('callRound.dial')} </span>3646
            </span>
            <kbd aria-hidden="true" className="at-desk">
              Space
            </kbd>
          </a>
          <span>
            {t('callRound.fromAbroad')} <a href={`tel:${dialled(payload.fromAbroad)}`}>{payload.fromAbroad}</a>
          </span>
          <span>
            {t('callRound.inEnglish')} <a href={`tel:${dialled(payload.english)}`}>{payload.english}</a>
          </span>
        </div>
      </div>

      <div className={classes.box}>
        <h3>
          {t('callRound.agentAsks')}
          <Switch
            size="xs"
            label={t('callRound.clientOnLine')}
            checked={clientOnLine}
            onChange={(event) => onLine(event.currentTarget.checked)}
            labelPosition="right"
            classNames={{ root: classes.switch }}
          />
          <kbd aria-hidden="true" className="at-desk">
            L
          </kbd>
        </h3>
        <Identity model={model} number={script.number} />
        {script.needsClient && !clientOnLine && <p className={classes.warn}>{t('callRound.needsClient')}</p>}
      </div>

      <SentView call={call} model={model} />
      <ScriptView script={script} />
    </section>
  );
});

/** The numbers to dial stand in the plan's payload of the call. */
function useTask({ key, file }: CallToMake) {
  const payload = file.tasks.find((task) => task.key === key)?.payload ?? {};
  const text = (name: string, otherwise: string) =>
    typeof payload[name] === 'string' ? (payload[name] as string) : otherwise;
  return { payload: { fromAbroad: text('fromAbroad', ''), english: text('english', '') } };
}

const dialled = (number: string): string => number.replace(/[^\d+]/g, '');

function usePeople(
  { mandate }: CallToMake,
  { view, applicant, clientName }: FileModel,
  { agencyName, adviserName, clientOnLine }: Pick<Props, 'agencyName' | 'adviserName' | 'clientOnLine'>,
): PeopleOnCall {
  const { street } = view.client;
  const { postcode, city } = applicant.address;
  const holds = mandate?.holds ?? false;
  return useMemo(
    () => ({
      clientName,
      adviserName,
      agencyName,
      birthDate: applicant.birthDate,
      birthPlace: null,
      birthCountry: {
        en: countryName(applicant.birthCountry, 'en'),
        fr: countryName(applicant.birthCountry, 'fr'),
      },
      address: [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
      hasMandate: holds,
      clientOnLine,
    }),
    [clientName, adviserName, agencyName, applicant, street, postcode, city, holds, clientOnLine],
  );
}

/** The mandate that we hold, or that we hold none: then only the client can speak. */
function Mandate({ call: { mandate }, model }: Pick<Props, 'call' | 'model'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (mandate?.holds)
    return (
      <p className={`${classes.mandate} small dim`}>
        <IconSignature aria-hidden="true" />
        {t('callRound.mandate.holds', {
          signed: inWords(mandate.signedOn, language, { year: model.today }),
          ends: inWords(mandate.endsOn, language, { year: model.today }),
        })}
      </p>
    );
  return (
    <p className={`${classes.mandate} ${classes.noMandate} small`}>
      <IconAlertTriangle aria-hidden="true" />
      {mandate === null
        ? t('callRound.mandate.none')
        : t('callRound.mandate.ended', {
            signed: inWords(mandate.signedOn, language, { year: true }),
            ends: inWords(mandate.endsOn, language, { year: true }),
          })}
    </p>
  );
}

/** What the agent searches by, as it is read out: in French. */
function Identity({ model, number }: { model: FileModel; number: keyof typeof NUMBERS }) {
  const { t } = useTranslation();
  const { view, applicant } = model;
  const { firstName, lastName, street, telephone } = view.client;
  const town = [applicant.address.postcode, applicant.address.city].filter(Boolean).join(' ');
  return (
    <dl className={classes.identity}>
      <dt>{t('callRound.fact.name')}</dt>
      <dd className="strong">
        {firstName} {lastName.toLocaleUpperCase('fr')}
      </dd>
      <dt>{t('callRound.fact.born')}</dt>
      <dd className="strong nums">{dayTyped(applicant.birthDate)}</dd>
      <dt>{t('callRound.fact.birthPlace')}</dt>
      <dd lang="fr">{countryName(applicant.birthCountry, 'fr')}</dd>
      <dt>{t('callRound.fact.nationality')}</dt>
      <dd lang="fr">{applicant.nationalities.map((code) => countryName(code, 'fr')).join(', ')}</dd>
      <dt>{t('callRound.fact.address')}</dt>
      <dd>{street === null ? t('callRound.fact.noStreet', { town }) : `${street}, ${town}`}</dd>
      <dt>{t('callRound.fact.telephone')}</dt>
      <dd className="nums">{telephone ?? <span className="dim">{t('callRound.fact.unknown')}</span>}</dd>
      <dt>{t('callRound.fact.number')}</dt>
      <dd className={`${classes.wide} dim small`}>{t(NUMBERS[number])}</dd>
    </dl>
  );
}
const NUMBERS = {
  none: 'callRound.number.none',
  provisional: 'callRound.number.provisional',
  permanent: 'callRound.number.permanent',
} as const;
