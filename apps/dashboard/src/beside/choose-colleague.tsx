import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Member } from '../shell/queries.ts';
import { useMembers } from '../shell/queries.ts';
import { ColleagueOption } from './colleague.tsx';

type Props = {
  label: string;
  value: string | null;
  onChange: (userId: string | null) => void;
  /** Who may be chosen; whoever is chosen already always stands in the list. */
  among?: (member: Member) => boolean;
  placeholder?: string;
  error?: string;
  hint?: string;
  clearable?: boolean;
};

/** One colleague of the agency, each with how much they have to do and whether they are away. */
export function ChooseColleague({ label, value, onChange, among, placeholder, error, hint, clearable = true }: Props) {
  const { t } = useTranslation();
  const members = useMembers().data ?? [];
  const shown = members.filter(
    (member) => member.userId === value || (member.active && (among === undefined || among(member))),
  );
  return (
    <Select
      label={label}
      placeholder={placeholder}
      data={shown.map(({ userId, name }) => ({ value: userId, label: name }))}
      renderOption={({ option }) => {
        const member = shown.find(({ userId }) => userId === option.value);
        return member === undefined ? option.label : <ColleagueOption member={member} />;
      }}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('dayField.clear') }}
      searchable
      selectFirstOptionOnChange
      value={value}
      onChange={onChange}
      error={error}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
    />
  );
}
