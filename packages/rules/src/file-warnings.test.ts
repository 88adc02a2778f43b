import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, posted, SENT, verified, type Story } from './testing/story.ts';

/** The warnings about what happened to a file: until when each of them lasts. */

const warningsOn = (today: string, story: Story): string[] => planOn(today, story).warnings;
const COVER = { privateInsuranceUntil: '2026-02-15' };
const RIGHTS = [
  ['an attestation', at('2026-02-10', 'attestation_received')],
  ['a provisional number', at('2026-02-10', 'provisional_number_received')],
  ['the number', at('2026-02-10', 'social_security_number_received')],
  ['the card', at('2026-02-10', 'card_received')],
] as const;

describe('a gap of cover', () => {
  const gapOn = (today: string, events: Story['events']): boolean =>
    warningsOn(today, { applicant: COVER, events }).includes('coverage_gap');

  it('is told while the rights are not open, also once the cover is over', () => {
    expect(gapOn('2026-02-11', DELIVERED)).toBe(true);
    expect(gapOn('2026-02-16', DELIVERED)).toBe(true);
  });

  it.each(RIGHTS)('is told no more after %s', (_, came) => {
    expect(gapOn('2026-02-16', [...DELIVERED, came])).toBe(false);
  });

  it('is told of no file that was closed, and of none that a European card covers', () => {
    expect(gapOn('2026-02-16', [...DELIVERED, at('2026-02-10', 'withdrawn')])).toBe(false);
    const student = { category: 'student', nationalities: ['DE'], studiesStartOn: '2026-01-12', hasEhic: true };
    const stay = { applicant: { ...student, ...COVER }, events: [] };
    expect(planOn('2026-02-16', stay)).toMatchObject({ stage: 'nothing_to_file', warnings: [] });
  });
});

describe('a file sent before its first possible day', () => {
  const early = {
    applicant: { activityStartsOn: '2026-01-26' },
    events: [...verified('2026-01-14'), posted('2026-01-16')],
  };

  it('is told of until the rights are open', () => {
    expect(warningsOn('2026-02-16', early)).toContain('submitted_too_early');
    for (const [, came] of RIGHTS)
      expect(warningsOn('2026-02-16', { ...early, events: [...early.events, came] })).not.toContain(
        'submitted_too_early',
      );
  });
});

describe('a permit that ends', () => {
  const applicant = { residencePermit: { kind: 'carte_de_sejour', validUntil: '2026-04-01' } };

  it('is told of until the card has come, or the file is closed', () => {
    expect(warningsOn('2026-02-16', { applicant, events: DELIVERED })).toContain('permit_ends');
    for (const ended of [at('2026-02-10', 'card_received'), at('2026-02-10', 'withdrawn')])
      expect(warningsOn('2026-02-16', { applicant, events: [...DELIVERED, ended] })).not.toContain('permit_ends');
  });
});

describe('a number whose check digit is wrong', () => {
  const [right, wrong] = ['1A 009 158 2038 0', '1A 009 158 2038 1'];
  const tracked = (trackingNumber: string) => at('2026-01-19', 'post_tracked', { status: 'moving', trackingNumber });
  const wrongOn = (events: Story['events']): boolean =>
    warningsOn('2026-01-19', { events }).includes('tracking_check_digit');

  it('is told of, be it the second one, of a letter or of its tracking', () => {
    expect(wrongOn([...verified('2026-01-14'), posted('2026-01-16', { trackingNumber: right })])).toBe(false);
    expect(wrongOn([...verified('2026-01-14'), posted('2026-01-16', { trackingNumber: wrong })])).toBe(true);
    const again = [posted('2026-01-15', { trackingNumber: right }), posted('2026-01-16', { trackingNumber: wrong })];
    expect(wrongOn([...verified('2026-01-14'), ...again])).toBe(true);
    expect(wrongOn([...SENT, tracked(right), tracked(wrong)])).toBe(true);
    expect(wrongOn([...SENT, tracked(right)])).toBe(false);
  });
});

describe('a form that nobody uses', () => {
  const student = { category: 'student', nationalities: ['US'], studiesStartOn: '2026-01-12' };
  const inHand = at('2026-01-14', 'document_received', { document: 'application_form' });
  const asked = at('2026-01-20', 'documents_requested', { documents: ['application_form'] });

  it('is told of when it is in hand, unless CPAM itself has asked for it', () => {
    const on = (events: Story['events']) =>
      warningsOn('2026-01-21', { applicant: student, events }).includes('wrong_form');
    expect(on([])).toBe(false);
    expect(on([inHand])).toBe(true);
    expect(on([at('2026-01-15', 'file_submitted', { method: 'online' }), asked, { ...inHand, on: '2026-01-21' }])).toBe(
      false,
    );
  });
});
