import { Button, Checkbox, Input, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { isDay } from '@suivi/rules/calendar/days';
import { CARES, isGp, isVisit, MEDICINE_RATES } from '@suivi/rules/guidance/care';
import type { CareKind } from '@suivi/rules/guidance/care';
import { percent } from '@suivi/rules/guidance/euros';
import { careName } from '@suivi/rules/guidance/names';
import { PATHWAY_FROM } from '@suivi/rules/guidance/pathway';
import type { CareFault, Field } from '@suivi/rules/guidance/read-care';
import { knownTariff, valueOf } from '@suivi/rules/guidance/read-care';
import { DayField } from '../shell/day-field.tsx';
import { useKeys } from '../shell/keys.ts';
import { useSay } from '../shell/say.ts';
import type { Shown } from './address.ts';
import classes from './guidance.module.css';

type Props = {
  shown: Shown;
  show: (next: Shown) => void;
  faults: readonly CareFault[];
  today: Day;
};

const groupOf = (kind: CareKind) => {
  if (isGp(kind)) return 'gp';
  if (isVisit(kind)) return 'specialists';
  return kind === 'medicine' || kind === 'laboratory' ? 'prescribed' : 'hospital';
};
const GROUPS = ['gp', 'specialists', 'prescribed', 'hospital'] as const;

/** The care, asked for: only what the kind of care needs, each fault beside its field. */
export function Asking({ shown, show, faults, today }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const price = useRef<HTMLInputElement>(null);
  useKeys([{ keys: 'p', act: () => price.current?.select(), words: t('guidance.keys.price') }]);
  const value = (field: Field) => valueOf(shown, field, today);
  const set = (field: Field, text: string) => show({ ...shown, [field]: text });
  const fault = (field: Field) => {
    const found = faults.find((one) => one.field === field);
    return found === undefined ? undefined : say(found.message);
  };
  const kind = CARES.find((one) => one === value('care'));
  const visit = kind !== undefined && isVisit(kind);
  const needsTariff = visit && !isGp(kind) && knownTariff(shown, today) === null;
  const pathway = visit && Number(value('age')) >= PATHWAY_FROM;
  const on = value('on');
  const text = (field: Field, label: string, more: Partial<Parameters<typeof TextInput>[0]> = {}) => (
    <TextInput
      label={label}
      autoComplete="off"
      inputMode="decimal"
      value={value(field)}
      onChange={(event) => set(field, event.currentTarget.value)}
      error={fault(field)}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      {...more}
    />
  );
  const euros = { rightSection: <span aria-hidden="true">€</span>, rightSectionPointerEvents: 'none' } as const;
  const tick = (field: Field, label: string, description?: string) => (
    <Checkbox
      size="xs"
      label={label}
      description={description}
      checked={value(field) === 'yes'}
      onChange={(event) => set(field, event.currentTarget.checked ? 'yes' : 'no')}
    />
  );
  const choose = (kind: CareKind) => {
    // What was typed for another kind of care would be a wrong price here.
    const { price: _price, tariff: _tariff, ...kept } = shown;
    show({ ...kept, care: kind });
  };
  return (
    <form
      className={classes.form}
      aria-label={t('guidance.form')}
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <Select
        label={t('guidance.care')}
        data={GROUPS.map((group) => ({
          group: t(`guidance.groups.${group}`),
          items: CARES.filter((one) => groupOf(one) === group).map((one) => ({
            value: one,
            label: say(careName[one]),
          })),
        }))}
        value={kind ?? null}
        onChange={(chosen) => choose(CARES.find((one) => one === chosen) ?? 'gp')}
        error={fault('care')}
        allowDeselect={false}
        maxDropdownHeight={420}
      />
      <DayField
        label={kind === 'hospital' ? t('guidance.firstDay') : t('guidance.on')}
        value={isDay(on) ? on : null}
        onChange={(day) => show({ ...shown, on: day ?? undefined })}
        today={today}
        anyDay
        error={fault('on')}
      />
      <div className={kind === 'emergency' ? undefined : classes.pair}>
        {text('age', t('guidance.age'), { inputMode: 'numeric' })}
        {kind !== 'emergency' &&
          text('price', kind === 'hospital' ? t('guidance.priceOfStay') : t('guidance.price'), {
            ...euros,
            ref: price,
            description:
              kind === 'hospital'
                ? t('guidance.priceOfStayHint')
                : kind === 'medicine'
                  ? t('guidance.priceOfMedicines')
                  : undefined,
          })}
      </div>
      {needsTariff && text('tariff', t('guidance.tariff'), euros)}
      {kind === 'medicine' && (
        <>
          <Choice
            label={t('guidance.class')}
            hint={t('guidance.classHint')}
            value={value('class')}
            onChange={(chosen) => set('class', chosen)}
            error={fault('class')}
            data={MEDICINE_RATES.map((rate) => ({ value: String(rate), label: say(percent(rate)) }))}
          />
          {text('boxes', t('guidance.boxes'), { inputMode: 'numeric' })}
        </>
      )}
      {kind === 'hospital' && (
        <>
          {text('days', t('guidance.days'), { inputMode: 'numeric' })}
          <Choice
            label={t('guidance.ward')}
            value={value('ward')}
            onChange={(chosen) => set('ward', chosen)}
            error={fault('ward')}
            data={[
              { value: 'general', label: t('guidance.general') },
              { value: 'psychiatry', label: t('guidance.psychiatry') },
            ]}
          />
          {tick('heavy', t('guidance.heavy'))}
        </>
      )}
      {pathway && (
        <Choice
          label={t('guidance.gp')}
          value={value('gp')}
          onChange={(chosen) => set('gp', chosen)}
          error={fault('gp')}
          data={[
            { value: 'yes', label: t('guidance.yes') },
            { value: 'no', label: t('guidance.no') },
          ]}
        />
      )}
      {pathway && value('gp') === 'yes' && (
        <Choice
          label={t('guidance.seen')}
          value={value('seen')}
          onChange={(chosen) => set('seen', chosen)}
          error={fault('seen')}
          data={[
            { value: 'sent', label: isGp(kind) ? t('guidance.own') : t('guidance.sent') },
            { value: 'direct', label: isGp(kind) ? t('guidance.other') : t('guidance.direct') },
          ]}
        />
      )}
      {tick('local', t('guidance.local'), t('guidance.localHint'))}
      {tick('illness', t('guidance.illness'))}
      {(visit || kind === 'medicine' || kind === 'laboratory') && Number(value('age')) >= 18 && (
        <details
          className={classes.limits}
          open={fault('acts') !== undefined || fault('withheld') !== undefined || undefined}
        >
          <summary>{t('guidance.limits')}</summary>
          {kind !== 'medicine' && text('acts', t('guidance.acts'), { inputMode: 'numeric' })}
          {text('withheld', t('guidance.withheld'), euros)}
        </details>
      )}
      <Button
        variant="subtle"
        color="gray"
        className={classes.again ?? ''}
        leftSection={<IconRefresh aria-hidden="true" />}
        onClick={() => show({ ...(shown.step && { step: shown.step }), ...(shown.tell && { tell: shown.tell }) })}
      >
        {t('guidance.start')}
      </Button>
    </form>
  );
}

type ChoiceProps = {
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (value: string) => void;
  error?: string;
  data: { value: string; label: string }[];
};

/** One of two to four, side by side. */
function Choice({ label, hint, value, onChange, error, data }: ChoiceProps) {
  const id = useId();
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      error={error}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    >
      <SegmentedControl fullWidth aria-labelledby={id} value={value} onChange={onChange} data={data} />
    </Input.Wrapper>
  );
}
