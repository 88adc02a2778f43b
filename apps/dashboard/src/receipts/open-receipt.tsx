import { Alert, Badge, Button, Radio, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconInfoCircle, IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt, Sending } from '@suivi/contracts/receipts';
import type { Day } from '@suivi/rules/calendar/days';
import { DayField } from '../shell/day-field.tsx';
import { dayInList } from '../shell/dates.ts';
import { KeyCap } from '../shell/key-cap.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { useToday } from '../shell/queries.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import { spacedTracking } from '../shell/tracking-field.tsx';
import { useLetters, useSettle } from './queries.ts';
import classes from './receipts.module.css';

type Props = {
  receipt: Receipt;
  chosen: boolean;
  /** The day that was said for all that wait; each may have its own. */
  dayOfAll: Day | null;
  onChoose: () => void;
};

/** One receipt that waits: the page, what was read off it, the letters it may belong to, the day it says. */
export function OpenReceipt({ receipt, chosen, dayOfAll, onChoose }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const today = useToday();
  const notify = useNotify();
  const settle = useSettle();
  const [picked, setPicked] = useState<Sending | null>(null);
  const [day, setDay] = useState<Day | null>(null);
  const [asked, setAsked] = useState(false);
  const { id, name, page, numberRead, sure, candidates, note } = receipt;
  const letter = picked ?? (sure ? (candidates[0]?.sending ?? null) : null);
  // A day that is known already is not asked for again.
  const on = day ?? letter?.deliveredOn ?? dayOfAll;
  const undo = () => settle.mutateAsync({ id, how: 'reopen' });
  // Told by the promise: once it is settled, this receipt stands here no more. A refusal stands below, with the form.
  const confirm = () => {
    setAsked(true);
    if (letter === null || on === null || settle.isPending) return;
    void settle.mutateAsync({ id, how: 'confirm', said: { sendingId: letter.id, deliveredOn: on } }).then(
      () => notify.done(t('receipts.confirmed', { name: letter.clientName }), undefined, undo),
      () => {},
    );
  };
  const discard = () =>
    void settle.mutateAsync({ id, how: 'discard' }).then(
      () => notify.done(t('receipts.discarded'), undefined, undo),
      () => {},
    );
  useKeys(
    chosen
      ? [
          { keys: 'Enter', act: confirm, words: t('receipts.confirm') },
          { keys: 'mod+Enter', act: confirm, inFields: true },
          { keys: 'd', act: discard, words: t('receipts.discard') },
        ]
      : [],
  );
  return (
    <li className={classes.receipt} data-chosen={chosen || undefined} onFocus={onChoose} onClick={onChoose}>
      <a className={classes.image} href={receipt.image} target="_blank" rel="noreferrer">
        <img src={receipt.image} alt={t('receipts.image', { name, page })} loading="lazy" />
      </a>
      <div className={classes.about}>
        <p>
          <Badge color={sure ? 'mousse' : 'ambre'} variant="light">
            {sure ? t('receipts.found') : t('receipts.orphan')}
          </Badge>{' '}
          {numberRead !== null && (
            <span className="strong">{t('receipts.read', { number: spacedTracking(numberRead) })}</span>
          )}{' '}
          <span className="dim tiny">
            {name} · {t('receipts.page', { page })}
          </span>
        </p>
        {note !== null && (
          <Alert variant="light" color={sure ? 'encre' : 'ambre'} icon={<IconInfoCircle aria-hidden="true" />}>
            {say(note)}
          </Alert>
        )}
        <Letters receipt={receipt} letter={letter} onPick={setPicked} />
        <div className={classes.answer}>
          <DayField
            label={t('receipts.deliveredOn')}
            hint={t('receipts.deliveredHint')}
            value={on}
            onChange={setDay}
            today={today}
            error={asked && on === null ? t('receipts.dayMissing') : undefined}
          />
          <span className="grow" />
          <Button variant="subtle" color="gray" onClick={discard} rightSection={<KeyCap keys="d" />}>
            {t('receipts.discard')}
          </Button>
          <Button
            onClick={confirm}
            disabled={letter === null}
            loading={settle.isPending}
            rightSection={<KeyCap keys="Enter" />}
          >
            {t('receipts.confirm')}
          </Button>
        </div>
        <FormProblem error={settle.error} />
      </div>
    </li>
  );
}

type LettersProps = { receipt: Receipt; letter: Sending | null; onPick: (letter: Sending) => void };

function Letters({ receipt: { candidates }, letter, onPick }: LettersProps) {
  const { t } = useTranslation();
  const say = useSay();
  const group = useId();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 250);
  const found = useLetters(q).data;
  const shown = q.length >= 2 ? (found ?? []).map((sending) => ({ sending, reason: null })) : candidates;
  return (
    <fieldset className={classes.letters}>
      <legend className="small dim">{t('receipts.candidates')}</legend>
      {shown.map(({ sending, reason }) => (
        <Radio
          key={sending.id}
          name={group}
          checked={letter?.id === sending.id}
          onChange={() => onPick(sending)}
          label={<Named sending={sending} />}
          description={reason === null ? undefined : say(reason)}
        />
      ))}
      {q.length >= 2 && found?.length === 0 && <p className="small dim">{t('receipts.nothing')}</p>}
      <TextInput
        aria-label={t('receipts.search')}
        placeholder={t('receipts.search')}
        leftSection={<IconSearch aria-hidden="true" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </fieldset>
  );
}

function Named({ sending }: { sending: Sending }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const { clientName, reference, type, postedOn, caisse } = sending;
  return (
    <>
      <span className="strong">{clientName}</span>{' '}
      <span className="dim tiny">
        {[
          reference,
          t(`event.${type}`),
          (caisse ?? '').replaceAll("'", '’'),
          t('receipts.posted', { day: dayInList(postedOn, today, language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
