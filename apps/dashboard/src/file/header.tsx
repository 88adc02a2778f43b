import { Button } from '@mantine/core';
import { IconCalendarPlus, IconDotsVertical, IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { inWords } from '@suivi/rules/calendar/words';
import { permitCounts } from '@suivi/rules/eligibility';
import { OthersHere } from '../beside/others-here.tsx';
import { StaleBar } from '../beside/stale-bar.tsx';
import type { Beside } from '../beside/use-presence.ts';
import { ChoiceMenu } from '../shell/choice-menu.tsx';
import { ConnectionBar } from '../shell/connection-bar.tsx';
import { dayInSentence, dayShort } from '../shell/dates.ts';
import { DemoClock } from '../shell/demo-clock.tsx';
import { Because, Explained, RuleLine } from '../shell/explained.tsx';
import { useLanguage } from '../shell/say.ts';
import { StageChip } from '../shell/stage-chip.tsx';
import { Steps7Big } from '../shell/steps.tsx';
import { MenuButton } from '../shell/title-row.tsx';
import { countryName, languageName } from '../shell/vocabulary.ts';
import { guidanceFor } from '../guidance/address.ts';
import { AdviserMenu } from './adviser-menu.tsx';
import type { Asked } from './file.tsx';
import classes from './file.module.css';
import { daysOfSteps } from './milestones.ts';
import type { FileModel } from './model.ts';
import { WaitBar } from './wait-bar.tsx';
import { WhatHappened } from './what-happened.tsx';

type Props = {
  model: FileModel;
  beside: Beside;
  /** Who follows the file is being chosen. */
  assigning: boolean;
  /** A note has been begun and not saved. */
  noteBegun: boolean;
  onAssigning: (on: boolean) => void;
  onRecord: (asked?: Asked) => void;
  onNote: () => void;
  onContact: () => void;
  onShow: () => void;
};

/** Whose file, where it stands, what it waits for. */
export function Header({ model, beside, noteBegun, onRecord, onNote, onContact, onShow, ...adviser }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, today } = model;
  const navigate = useNavigate();
  const [menu, setMenu] = useState(false);
  const days = Object.fromEntries(
    Object.entries(daysOfSteps(model.deeds, plan.progress.step)).map(([step, day]) => [
      step,
      day === undefined ? undefined : (
        <Explained explanation={<WhatHappened on={day} model={model} />}>
          <time dateTime={day}>{inWords(day, language, { year: today })}</time>
        </Explained>
      ),
    ]),
  );
  const toGuidance = () => {
    const gpDeclared = model.deeds.some(({ type }) => type === 'gp_declared');
    void navigate(guidanceFor(model.applicant, { gpDeclared, stage: plan.stage, today }));
  };
  const act = (what: () => void) => () => {
    setMenu(false);
    what();
  };
  return (
    <>
      <header className={classes.header}>
        <div className={classes.title}>
          <MenuButton />
          <div className={classes.who}>
            <h1 className="one-line" title={model.clientName}>
              {model.clientName}
            </h1>
            <StageChip stage={plan.stage} />
            <OthersHere others={beside.others} />
          </div>
          <DemoClock />
          <Button
            variant="subtle"
            color="gray"
            className="at-desk"
            leftSection={<IconNote aria-hidden="true" />}
            rightSection={<kbd>N</kbd>}
            onClick={onNote}
          >
            {t(noteBegun ? 'notes.draft' : 'notes.note')}
          </Button>
          <Button
            className="at-desk"
            leftSection={<IconCalendarPlus aria-hidden="true" />}
            rightSection={<kbd>E</kbd>}
            onClick={() => onRecord()}
          >
            {t('file.record')}
          </Button>
          <ChoiceMenu
            opened={menu}
            onClose={() => setMenu(false)}
            label={t('file.more')}
            choices={[
              { id: 'note', words: t('notes.new'), act: act(onNote) },
              { id: 'contact', words: t('file.menu.contact'), act: act(onContact) },
              { id: 'guidance', words: t('guidance.of'), act: act(toGuidance) },
              { id: 'facts', words: t('file.menu.facts'), act: act(() => onRecord({ record: 'applicant_changed' })) },
              ...(plan.stage === 'withdrawn'
                ? []
                : [{ id: 'close', words: t('file.menu.withdraw'), act: act(() => onRecord({ record: 'withdrawn' })) }]),
            ]}
          >
            <button
              type="button"
              className="icon-button"
              aria-label={t('file.more')}
              aria-expanded={menu}
              onClick={() => setMenu(!menu)}
            >
              <IconDotsVertical aria-hidden="true" />
            </button>
          </ChoiceMenu>
        </div>
        <Facts model={model} changed={beside.unseen.some(({ type }) => type === 'client_changed')} {...adviser} />
        <div className={classes.steps}>
          <Steps7Big step={plan.progress.step} days={days} label={t('file.steps')} />
        </div>
        <WaitBar model={model} />
      </header>
      <ConnectionBar />
      <StaleBar changes={beside.unseen} today={today} onShow={onShow} />
    </>
  );
}

/** Reference, category, nationality, permit, town and caisse, language: each fact that decides something says why. */
function Facts({
  model,
  changed,
  assigning,
  onAssigning,
}: Pick<Props, 'model' | 'assigning' | 'onAssigning'> & { changed: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { view, plan, applicant, today } = model;
  const { residencePermit: permit, address } = applicant;
  const sent = plan.progress.step > 1 || plan.stage === 'submitted';
  const { earliestSubmissionOn } = plan.eligibility;
  return (
    <div className={classes.facts} data-new={changed || undefined}>
      <span>{view.reference}</span>
      <span>{t(`category.${applicant.category}`)}</span>
      <span>{applicant.nationalities.map((code) => countryName(code, language, true)).join(', ')}</span>
      {permit !== null && (
        <Explained explanation={<PermitWords model={model} />}>
          {permit.validUntil === null
            ? t(`permit.${permit.kind}`)
            : t('file.facts.until', {
                permit: t(`permit.${permit.kind}`),
                day: dayShort(permit.validUntil, today, language),
              })}
        </Explained>
      )}
      <Explained explanation={<Because because={plan.caisse.because} source={plan.caisse.source} of="caisse" />}>
        {[address.city ?? address.postcode, model.caisse ?? t('file.facts.noCaisse')].join(', ')}
      </Explained>
      <span>{languageName(applicant.language, language)}</span>
      {!sent && earliestSubmissionOn !== null && (
        <Explained
          explanation={<Because because={plan.eligibility.because} source={plan.eligibility.source} of="eligibility" />}
        >
          {t('file.facts.possibleFrom', { day: dayShort(earliestSubmissionOn, today, language) })}
        </Explained>
      )}
      <AdviserMenu model={model} opened={assigning} onOpen={onAssigning} />
    </div>
  );
}

function PermitWords({ model: { applicant, today } }: { model: FileModel }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const permit = applicant.residencePermit;
  if (permit === null) return null;
  const day = (on: typeof today) => dayInSentence(on, today, language);
  return (
    <span>
      {permit.validUntil !== null && t('file.facts.permitEnds', { day: day(permit.validUntil) })}{' '}
      {permit.kind === 'vls_ts' &&
        (permit.validatedOn !== null
          ? t('file.facts.validated', { day: day(permit.validatedOn) })
          : !permitCounts(applicant, today) && t('file.facts.notValidated'))}
      <RuleLine of="document:residence_permit" />
    </span>
  );
}
