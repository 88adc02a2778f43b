import { expect, it } from 'vitest';
import type { Day } from './calendar/days.ts';
import { duplicateEvent, submittedTooEarly, trackingCheckDigit, trackingUnknown, wrongForm } from './event-warnings.ts';
import { applicantWith } from './testing/applicants.ts';

const day = (text: string) => text as Day;

it.each<[object, boolean]>([
  [{ category: 'student' }, true],
  [{ category: 'posted_worker' }, true],
  [{ category: 'job_seeker', hasEhic: true }, true],
  [{ category: 'frontier_worker' }, false],
  [{ category: 'resident' }, false],
])('%o uses no form: %s', (more, warned) => expect(wrongForm(applicantWith(more)) !== null).toBe(warned));

it.each([
  ['1A00915820381', true],
  ['1A00915820380', false],
  ['115111111111111', false],
])('%s has a wrong check digit: %s', (number, wrong) => expect(trackingCheckDigit(number) !== null).toBe(wrong));

it('names a tracking number whole where a letter has room for it, and its beginning elsewhere', () => {
  const number = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  expect(trackingUnknown(number.slice(0, 24)).because.en).toContain('ABCDEFGHIJKLMNOPQRSTUVWX belongs');
  expect(trackingUnknown(number).because).toEqual({
    en: 'ABCDEFGHIJKLMNOPQRSTUVW… belongs to no letter of this file; counted for the last one on its way.',
    fr: 'ABCDEFGHIJKLMNOPQRSTUVW… n’est à aucune lettre du dossier\u202f; compté pour la dernière en cours.',
  });
});

it('says its days and numbers in both languages', () => {
  const told = [
    submittedTooEarly(day('2026-09-01'), day('2026-09-14'), 'css/D160-2'),
    trackingUnknown('x'.repeat(100)),
    duplicateEvent(day('2026-09-01')),
  ];
  expect(told[0]?.because.fr).toBe(
    'Envoyé le 1ᵉʳ septembre 2026, avant le premier jour possible, le 14 septembre 2026.',
  );
  for (const { because } of told)
    for (const text of [because.en, because.fr]) expect(text.length).toBeLessThanOrEqual(120);
});
