import { Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Day } from '@suivi/rules/calendar/days';
import { DayField } from '../shell/day-field.tsx';
import classes from './applicant.module.css';
import type { Member } from './facts.ts';
import type { FactErrors, SetFacts } from './set-facts.ts';

type Props = SetFacts & { today: Day; errors?: FactErrors; countries: { value: string; label: string }[] };

/** The children of the family, each with a birth date: their papers follow from it. */
export function ChildrenFields({ facts, set, today, errors, countries }: Props) {
  const { t } = useTranslation();
  const change = (id: string, part: Partial<Member>) =>
    set({ members: facts.members.map((member) => (member.id === id ? { ...member, ...part } : member)) });
  const children = facts.members.filter(({ relation }) => relation === 'child');
  return (
    <>
      {children.map((child, i) => {
        const at = facts.members.indexOf(child);
        return (
          <div key={child.id} className={`${classes.child} ${classes.wide}`}>
            <DayField
              label={t('applicant.childBorn', { n: i + 1 })}
              value={child.birthDate}
              onChange={(birthDate) => change(child.id, { birthDate })}
              today={today}
              anyDay
              error={errors?.[`members.${at}.birthDate`]}
            />
            <Select
              label={t('applicant.childIn')}
              data={countries}
              searchable
              selectFirstOptionOnChange
              value={child.birthCountry}
              onChange={(birthCountry) => change(child.id, { birthCountry })}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={t('applicant.removeChild', { n: i + 1 })}
              onClick={() => set({ members: facts.members.filter(({ id }) => id !== child.id) })}
            >
              <IconTrash aria-hidden="true" />
            </button>
          </div>
        );
      })}
      <button
        type="button"
        className={`${classes.add} ${classes.wide}`}
        onClick={() =>
          set({
            members: [
              ...facts.members,
              { id: crypto.randomUUID(), relation: 'child', birthDate: null, birthCountry: facts.birthCountry },
            ],
          })
        }
      >
        <IconPlus aria-hidden="true" /> {t('applicant.addChild')}
      </button>
    </>
  );
}
