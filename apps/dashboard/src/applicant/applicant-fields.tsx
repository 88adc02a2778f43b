import { Checkbox, Input, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { COUNTRIES } from '@suivi/rules/countries';
import { groupOf } from '@suivi/rules/eligibility';
import type { Category } from '@suivi/rules/vocabulary';
import { CATEGORIES, PERMIT_KINDS } from '@suivi/rules/vocabulary';
import { DayField } from '../shell/day-field.tsx';
import { useLanguage } from '../shell/say.ts';
import { countryName, languageName } from '../shell/vocabulary.ts';
import classes from './applicant.module.css';
import { CaisseFields } from './caisse-fields.tsx';
import { ChildrenFields } from './children-fields.tsx';
import type { Facts } from './facts.ts';
import { likelyLanguage } from './facts.ts';
import type { FactErrors, SetFacts } from './set-facts.ts';

const WORKS = new Set<Category>(['employee', 'self_employed', 'posted_worker', 'frontier_worker']);
export const LANGUAGES_OF_PAPERS =
  'en fr es pt de it nl ar zh ja ko hi ru uk pl ro tr vi fa he el sv da nb fi cs hu bg hr sr sk sl th id ms ur bn ta pa'.split(
    ' ',
  );

type Props = {
  facts: Facts;
  onChange: (facts: Facts) => void;
  today: Day;
  errors?: FactErrors;
};

/** What the rules read of a client, with the fields that the category asks for. */
export function ApplicantFields({ facts, onChange, today, errors = {} }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = (part: Partial<Facts>) => onChange({ ...facts, ...part });
  const countries = useMemo(
    () =>
      [...COUNTRIES]
        .map((code) => ({ value: code, label: countryName(code, language) }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [language],
  );
  const languages = useMemo(
    () =>
      [...new Set([...LANGUAGES_OF_PAPERS, ...(facts.certificateLanguage === null ? [] : [facts.certificateLanguage])])]
        .map((code) => ({ value: code, label: languageName(code, language) }))
        .sort((a, b) => a.label.localeCompare(b.label, language)),
    [language, facts.certificateLanguage],
  );
  const category = facts.category;
  const works = category !== null && WORKS.has(category);
  const eu = facts.nationalities.length > 0 && groupOf(facts.nationalities) === 'eu';
  const day = (name: keyof Facts & `${string}On`, more?: { hint?: string }) => (
    <DayField
      label={t(`applicant.fact.${name as 'arrivedOn'}`)}
      value={facts[name] as Day | null}
      onChange={(on) => set({ [name]: on })}
      today={today}
      anyDay
      clearable
      error={errors[name]}
      hint={more?.hint}
    />
  );
  return (
    <div className={classes.parts}>
      <Part title={t('applicant.part.who')}>
        <Select
          className={classes.wide}
          label={t('applicant.fact.category')}
          placeholder={t('applicant.choose')}
          data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          value={category}
          onChange={(value) => set({ category: CATEGORIES.find((one) => one === value) ?? null })}
          error={errors.category}
          description={category === null ? undefined : t(`applicant.categoryIs.${category}`)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          allowDeselect={false}
        />
        <DayField
          label={t('applicant.fact.birthDate')}
          value={facts.birthDate}
          onChange={(birthDate) => set({ birthDate })}
          today={today}
          anyDay
          error={errors.birthDate}
        />
        <Select
          label={t('applicant.fact.birthCountry')}
          placeholder={t('applicant.choose')}
          data={countries}
          searchable
          selectFirstOptionOnChange
          value={facts.birthCountry}
          onChange={(country) =>
            set({
              birthCountry: country,
              // The likely answers to what is asked next; each can be put right.
              ...(country !== null && facts.nationalities.length === 0 ? { nationalities: [country] } : {}),
              ...(country !== null && facts.certificateCountry === null
                ? { certificateCountry: country, certificateLanguage: likelyLanguage(country) }
                : {}),
            })
          }
          error={errors.birthCountry}
        />
        <MultiSelect
          className={classes.wide}
          label={t('applicant.fact.nationalities')}
          data={countries}
          searchable
          selectFirstOptionOnChange
          value={facts.nationalities}
          onChange={(nationalities) => set({ nationalities })}
          error={errors.nationalities}
        />
        <Input.Wrapper label={t('applicant.fact.language')}>
          <div>
            <SegmentedControl
              aria-label={t('applicant.fact.language')}
              value={facts.language}
              onChange={(value) => set({ language: value === 'fr' ? 'fr' : 'en' })}
              data={[
                { value: 'en', label: t('applicant.en') },
                { value: 'fr', label: t('applicant.fr') },
              ]}
            />
          </div>
        </Input.Wrapper>
      </Part>
      <Part title={t('applicant.part.where')}>
        <TextInput
          label={t('applicant.fact.postcode')}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          value={facts.postcode}
          onChange={(event) => set({ postcode: event.currentTarget.value })}
          error={errors['address.postcode'] ?? errors.address}
        />
        <TextInput
          label={t('applicant.fact.city')}
          autoComplete="off"
          value={facts.city}
          onChange={(event) => set({ city: event.currentTarget.value })}
          error={errors['address.city']}
        />
        <CaisseFields facts={facts} set={set} errors={errors} />
      </Part>
      <Part title={t('applicant.part.stay')}>
        {day('arrivedOn', { hint: t('applicant.arrivedHint') })}
        {(works || facts.activityStartsOn !== null) && day('activityStartsOn')}
        {(category === 'student' || facts.studiesStartOn !== null) && day('studiesStartOn')}
        {eu && facts.permitKind === null ? (
          <p className={`${classes.wide} tiny dim`}>{t('applicant.permitNotNeeded')}</p>
        ) : (
          <>
            <Select
              label={t('applicant.permitKind')}
              placeholder={t('applicant.noPermit')}
              data={PERMIT_KINDS.map((value) => ({ value, label: t(`permit.${value}`) }))}
              clearable
              clearButtonProps={{ 'aria-label': t('dayField.clear') }}
              value={facts.permitKind}
              onChange={(value) => set({ permitKind: PERMIT_KINDS.find((one) => one === value) ?? null })}
              error={errors.residencePermit ?? errors['residencePermit.kind']}
            />
            {facts.permitKind === 'vls_ts' && (
              <DayField
                label={t('applicant.validatedOn')}
                value={facts.permitValidatedOn}
                onChange={(permitValidatedOn) => set({ permitValidatedOn })}
                today={today}
                anyDay
                clearable
                error={errors['residencePermit.validatedOn']}
              />
            )}
            {facts.permitKind !== null && (
              <DayField
                label={t('applicant.validUntil')}
                value={facts.permitValidUntil}
                onChange={(permitValidUntil) => set({ permitValidUntil })}
                today={today}
                anyDay
                clearable
                error={errors['residencePermit.validUntil']}
              />
            )}
          </>
        )}
        {(category === 'resident' || facts.familyRoute) && <Tick name="familyRoute" facts={facts} set={set} />}
        {(category === 'employee' || facts.hasNominationOrder) && (
          <Tick name="hasNominationOrder" facts={facts} set={set} />
        )}
        <Tick name="formerlyInsuredInFrance" facts={facts} set={set} />
      </Part>
      <Part title={t('applicant.part.papers')}>
        <Select
          label={t('applicant.certificateCountry')}
          placeholder={t('applicant.notKnown')}
          data={countries}
          searchable
          selectFirstOptionOnChange
          clearable
          clearButtonProps={{ 'aria-label': t('dayField.clear') }}
          value={facts.certificateCountry}
          onChange={(country) =>
            set({
              certificateCountry: country,
              certificateLanguage: country === null ? null : likelyLanguage(country),
            })
          }
          error={errors['birthCertificate.country'] ?? errors.birthCertificate}
        />
        {facts.certificateCountry !== null && (
          <Select
            label={t('applicant.certificateLanguage')}
            data={languages}
            searchable
            selectFirstOptionOnChange
            allowDeselect={false}
            value={facts.certificateLanguage}
            onChange={(certificateLanguage) => set({ certificateLanguage })}
            error={errors['birthCertificate.language']}
          />
        )}
        <DayField
          label={t('applicant.fact.privateInsuranceUntil')}
          value={facts.privateInsuranceUntil}
          onChange={(privateInsuranceUntil) => set({ privateInsuranceUntil })}
          today={today}
          anyDay
          clearable
          error={errors.privateInsuranceUntil}
        />
        {(category === 'student' || category === 'job_seeker' || facts.hasEhic) && (
          <Tick name="hasEhic" facts={facts} set={set} />
        )}
      </Part>
      <Part title={t('applicant.part.family')}>
        <Tick name="married" facts={facts} set={set} />
        <ChildrenFields facts={facts} set={set} today={today} errors={errors} countries={countries} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function Tick({
  name,
  facts,
  set,
}: SetFacts & { name: 'married' | 'familyRoute' | 'hasNominationOrder' | 'hasEhic' | 'formerlyInsuredInFrance' }) {
  const { t } = useTranslation();
  return (
    <Checkbox
      className={classes.wide}
      size="xs"
      label={t(`applicant.fact.${name}`)}
      checked={facts[name]}
      onChange={(event) => set({ [name]: event.currentTarget.checked })}
    />
  );
}
