import type { Day } from '@suivi/rules/calendar/days';
import { plan } from '@suivi/rules/plan';
import type { Plan } from '@suivi/rules/plan-types';
import { readFile } from '@suivi/rules/read-file';
import type { Facts } from '../applicant/facts.ts';
import { applicantFrom } from '../applicant/facts.ts';

export type Client = Record<'firstName' | 'lastName' | 'email' | 'telephone' | 'street' | 'reference', string>;

/** The plan of a file opened today with these facts; null while they are not enough. */
export function planOf(facts: Facts, today: Day): Plan | null {
  const read = readFile({ id: 'new', openedOn: today, applicant: applicantFrom(facts), events: [] });
  return read.ok ? plan(read.file, today) : null;
}

/** The words are `newFile.missing.*`. */
export type Missing =
  | 'firstName'
  | 'lastName'
  | 'category'
  | 'birthDate'
  | 'birthAhead'
  | 'birthCountry'
  | 'nationalities'
  | 'postcode'
  | 'email'
  | 'child';

/** What is missing or cannot be, by the path of the request. */
export function missingOf(client: Client, facts: Facts, today: Day): Record<string, Missing> {
  const found: Record<string, Missing> = {};
  if (client.firstName.trim() === '') found['client.firstName'] = 'firstName';
  if (client.lastName.trim() === '') found['client.lastName'] = 'lastName';
  if (client.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(client.email.trim())) found['client.email'] = 'email';
  if (facts.category === null) found['applicant.category'] = 'category';
  if (facts.birthDate === null) found['applicant.birthDate'] = 'birthDate';
  else if (facts.birthDate > today) found['applicant.birthDate'] = 'birthAhead';
  if (facts.birthCountry === null) found['applicant.birthCountry'] = 'birthCountry';
  if (facts.nationalities.length === 0) found['applicant.nationalities'] = 'nationalities';
  if (!/^\d{5}$/.test(facts.postcode.trim())) found['applicant.address.postcode'] = 'postcode';
  facts.members.forEach(({ birthDate }, i) => {
    if (birthDate === null) found[`applicant.members.${i}.birthDate`] = 'child';
  });
  return found;
}
