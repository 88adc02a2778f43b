import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { NO_FACTS } from '../applicant/facts.ts';
import { missingOf, planOf } from './opening.ts';

const today = '2026-05-21' as Day;
const client = { firstName: 'Carol', lastName: 'Washburn', email: '', telephone: '', street: '', reference: '' };
const facts = {
  ...NO_FACTS,
  category: 'resident' as const,
  birthDate: '1961-04-12' as Day,
  birthCountry: 'US',
  nationalities: ['US'],
  postcode: '24000',
};

describe('opening a file', () => {
  it('says everything that is missing at once, by its path', () => {
    expect(Object.keys(missingOf({ ...client, firstName: ' ', email: 'carol' }, NO_FACTS, today)).sort()).toEqual([
      'applicant.address.postcode',
      'applicant.birthCountry',
      'applicant.birthDate',
      'applicant.category',
      'applicant.nationalities',
      'client.email',
      'client.firstName',
    ]);
    expect(missingOf(client, facts, today)).toEqual({});
  });
  it('asks for the birth of each child', () => {
    const members = [{ id: 'c1', relation: 'child' as const, birthDate: null, birthCountry: null }];
    expect(missingOf(client, { ...facts, members }, today)).toEqual({ 'applicant.members.0.birthDate': 'child' });
  });
  it('shows the first plan as soon as the rules can read the facts', () => {
    expect(planOf(NO_FACTS, today)).toBeNull();
    expect(planOf(facts, today)).toMatchObject({
      stage: 'gathering_documents',
      caisse: { shortName: 'CPAM de Dordogne' },
    });
    expect(planOf(facts, today)?.tasks[0]).toMatchObject({ key: 'collect_documents:1', dueOn: today });
  });
});
