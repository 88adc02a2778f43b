import { describe, expect, it } from 'vitest';
import { defaultPlaybook } from '../playbook.ts';
import { applicantWith } from '../testing/applicants.ts';
import type { Day } from '../calendar/days.ts';
import { keyOf, situationOf } from './situation.ts';

describe('the key of a situation', () => {
  const situation = situationOf(applicantWith({}), defaultPlaybook, '2026-03-02' as Day);

  it('is the same for the same situation', () => {
    expect(keyOf({ ...situation })).toBe(keyOf(situation));
  });

  it.each(Object.keys(situation) as (keyof typeof situation)[])('is another where %s is', (name) => {
    const value = situation[name];
    const other = { ...situation, [name]: typeof value === 'boolean' ? !value : 'another' };
    expect(keyOf(other)).not.toBe(keyOf(situation));
  });

  it('is another for each two of its yes and no', () => {
    const flags = (Object.keys(situation) as (keyof typeof situation)[]).filter(
      (name) => typeof situation[name] === 'boolean',
    );
    const keys = flags.map((name) => keyOf({ ...situation, [name]: !situation[name] }));
    expect(new Set(keys).size).toBe(flags.length);
  });
});
