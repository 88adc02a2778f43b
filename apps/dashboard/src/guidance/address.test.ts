import { describe, expect, it } from 'vitest';
import type { Day } from '@suivi/rules/calendar/days';
import { Applicant } from '@suivi/rules/file';
import { addressOf, guidanceFor, shownIn } from './address.ts';

const applicant = Applicant.parse({
  category: 'employee',
  birthDate: '1985-03-14',
  birthCountry: 'IE',
  nationalities: ['IE'],
  language: 'fr',
  address: { postcode: '67000', city: 'Strasbourg' },
});

describe('the address of Guidance', () => {
  it('gives back what it was made of, faulty values too', () => {
    const shown = { care: 'psychiatrist', price: '60,50', on: '2026-02-30', step: 'rights_open', tell: 'fr' } as const;
    expect(shownIn(addressOf(shown))).toEqual(shown);
    expect(addressOf({})).toBe('');
  });

  it('drops what it does not know', () => {
    expect(shownIn('#care=gp&name=Smith&step=nowhere&tell=de')).toEqual({ care: 'gp' });
  });

  it('for a client holds what the file knows, behind the #, and not whose file it is', () => {
    const today = '2026-11-26' as Day;
    expect(guidanceFor(applicant, { gpDeclared: false, stage: 'with_cpam', today })).toBe(
      '/guidance#age=41&gp=no&local=yes&step=before_rights&tell=fr',
    );
    expect(guidanceFor(applicant, { gpDeclared: true, stage: 'withdrawn', today })).toBe(
      '/guidance#age=41&gp=yes&local=yes&tell=fr',
    );
  });
});
