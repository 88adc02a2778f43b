import { Button, FileButton, Popover } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileLetters, Mandate } from '@suivi/contracts/letters';
import { addDays, addMonths, type Day } from '@suivi/rules/calendar/days';
import { ScansDialog } from '../papers/scans-dialog.tsx';
import { acceptedBy } from '../papers/uploads.ts';
import { dayInSentence, dayWritten } from '../shell/dates.ts';
import { DayField } from '../shell/day-field.tsx';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import classes from './letters.module.css';
import { useMandateAct, useOpenLetter, usePrint, useScanMandate } from './queries.ts';

type Props = { fileId: string; today: Day; letters: FileLetters };

/** The client's mandate: which one holds, and what to do about it. */
export function Mandates({ fileId, today, letters: { mandates, mandateBlocked } }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const notify = useNotify();
  const print = usePrint(fileId);
  const open = useOpenLetter(fileId);
  const [current] = mandates;
  const holds = current?.state === 'valid' || current?.state === 'ahead';
  const failed = (error: unknown) => notify.failed(t('letters.drawer.failed'), error);
  const printToSign = () => print.mutate('mandate', { onSuccess: ({ id }) => open.mutate(id), onError: failed });
  return (
    <div className={classes.mandate} data-missing={!holds || undefined}>
      <IconSignature aria-hidden="true" className={classes.icon} />
      <div>
        {current === undefined ? (
          <p>{t('letters.mandate.missing')}</p>
        ) : (
          <CurrentMandate fileId={fileId} mandate={current} today={today} />
        )}
        {!holds && (
          <>
            {mandateBlocked.map(({ code, say: words }) => (
              <p key={code} className="tiny due">
                {say(words)}
              </p>
            ))}
            <p className={classes.acts}>
              {mandateBlocked.length === 0 && (
                <button type="button" className={classes.act} disabled={print.isPending} onClick={printToSign}>
                  {t('letters.mandate.print')}
                </button>
              )}
              <OnDay fileId={fileId} today={today} what="record" mandate={null} />
            </p>
          </>
        )}
      </div>
    </div>
  );
}

function CurrentMandate({ fileId, mandate, today }: { fileId: string; mandate: Mandate; today: Day }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const scan = useScanMandate(fileId);
  const { state, signedOn, endsOn, endedOn, scanned } = mandate;
  const day = state === 'ended' ? (endedOn ?? endsOn) : state === 'ahead' ? signedOn : endsOn;
  const [chosen, setChosen] = useState<File | null>(null);
  // The same file may be chosen again.
  const reset = useRef<() => void>(null);
  return (
    <>
      <p>
        {t('letters.mandate.title')} · {t(`letters.mandate.${state}`, { day: dayWritten(day, language) })}
      </p>
      {state === 'valid' && (
        <>
          <p className="tiny dim">{t(scanned ? 'letters.mandate.scanned' : 'letters.mandate.unscanned')}</p>
          <p className={classes.acts}>
            <FileButton accept={acceptedBy(navigator)} onChange={setChosen} resetRef={reset}>
              {(props) => (
                <button type="button" {...props} className={classes.act} disabled={scan.isPending}>
                  {t(scanned ? 'letters.mandate.scanAgain' : 'letters.mandate.scan')}
                </button>
              )}
            </FileButton>
            <OnDay fileId={fileId} today={today} what="end" mandate={mandate} />
          </p>
          {chosen !== null && (
            <ScansDialog
              title={t('letters.mandate.toLookAt')}
              files={[chosen]}
              send={(file, noNumberShown) => scan.mutateAsync({ id: mandate.id, file, noNumberShown })}
              onSent={() => notify.done(t('letters.mandate.scannedDone'))}
              onClose={() => {
                setChosen(null);
                reset.current?.();
              }}
            />
          )}
        </>
      )}
    </>
  );
}

type OnDayProps = { fileId: string; today: Day; what: 'record' | 'end'; mandate: Mandate | null };

/** Asks for the day, says what follows, and records it. */
function OnDay({ fileId, today, what, mandate }: OnDayProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const [opened, setOpened] = useState(false);
  const [on, setOn] = useState<Day | null>(today);
  const act = useMandateAct(fileId);
  const close = () => {
    act.reset();
    setOpened(false);
  };
  const save = () => {
    if (on === null || act.isPending) return;
    act.mutate(what === 'record' ? { act: 'record', on } : { act: 'end', id: mandate?.id ?? '', on }, {
      onSuccess: () => {
        notify.done(t(what === 'record' ? 'letters.mandate.recorded' : 'letters.mandate.endedDone'));
        close();
      },
    });
  };
  const label = t(what === 'record' ? 'letters.mandate.record' : 'letters.mandate.end');
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && close()}
      trapFocus
      position="bottom-end"
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <button type="button" className={classes.act} onClick={() => setOpened(true)}>
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form
          className={classes.day}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <DayField
            label={t(what === 'record' ? 'letters.mandate.signedOn' : 'letters.mandate.endedOn')}
            value={on}
            onChange={setOn}
            today={today}
          />
          <p className="small dim">
            {what === 'end'
              ? t('letters.mandate.endEffect')
              : on !== null &&
                t('letters.mandate.effect', { day: dayInSentence(addDays(addMonths(on, 12), -1), today, language) })}
          </p>
          <FormProblem error={act.error} />
          <div className={classes.foot}>
            <Button variant="subtle" color="gray" onClick={close}>
              {t('letters.mandate.cancel')}
            </Button>
            <Button type="submit" loading={act.isPending} disabled={on === null}>
              {t('letters.mandate.save')}
            </Button>
          </div>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
