import { Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { caisseOf, caissesToChooseFrom } from '@suivi/rules/caisse';
import { Applicant } from '@suivi/rules/file';
import classes from './applicant.module.css';
import { applicantFrom } from './facts.ts';
import type { FactErrors, SetFacts } from './set-facts.ts';

/** Asked only where the postcode does not settle it, or no filing address is known. */
export function CaisseFields({ facts, set, errors }: SetFacts & { errors?: FactErrors }) {
  const { t } = useTranslation();
  const read = Applicant.safeParse({ ...applicantFrom(facts), caisse: facts.caisse, caisseAddress: null });
  if (!read.success) return null;
  const found = caisseOf(read.data, false);
  const names = caissesToChooseFrom(read.data);
  return (
    <>
      {names.length > 1 && (found.candidates !== undefined || facts.caisse !== null) && (
        <Select
          className={classes.wide}
          label={t('applicant.fact.caisse')}
          description={t('applicant.caisseHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          placeholder={t('applicant.caisseLater')}
          data={names.map((value) => ({ value, label: value.replaceAll("'", '’') }))}
          clearable
          clearButtonProps={{ 'aria-label': t('dayField.clear') }}
          value={facts.caisse}
          onChange={(caisse) => set({ caisse })}
          error={errors?.caisse}
        />
      )}
      {(found.status === 'address_missing' || facts.caisseAddress !== '') && (
        <Textarea
          className={classes.wide}
          label={t('applicant.fact.caisseAddress')}
          description={t('applicant.addressHint')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autosize
          minRows={3}
          maxRows={6}
          value={facts.caisseAddress}
          onChange={(event) => set({ caisseAddress: event.currentTarget.value })}
          error={
            errors?.caisseAddress ??
            Object.entries(errors ?? {}).find(([path]) => path.startsWith('caisseAddress.'))?.[1]
          }
        />
      )}
    </>
  );
}
