import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, verified } from '../testing/story.ts';

const without = (events: ReturnType<typeof verified>, document: string) =>
  events.filter((event) => event['document'] !== document);
const changed = (on: string, changes: object) => at(on, 'applicant_changed', { changes });

describe('gathering', () => {
  it('asks, and asks again while nothing comes', () => {
    const made = planOn('2026-01-12', { events: [] });
    expect(made.tasks).toEqual({ 'collect_documents:1': '2026-01-12', 'review_file:documents:1': '2026-03-13' });
    expect(made.emails).toEqual({
      'welcome:1': '2026-01-12',
      'documents_reminder:1': '2026-01-19',
      'documents_reminder:2': '2026-02-02',
      'documents_reminder:3': '2026-02-23',
    });
    expect(made.nextReviewOn).toBe('2026-01-19');
  });

  it('counts anew from the last paper, with the next numbers', () => {
    const made = planOn('2026-01-22', { events: [at('2026-01-21', 'document_received', { document: 'identity' })] });
    expect(made.emails).toMatchObject({
      'documents_reminder:1': '2026-01-19',
      'documents_reminder:2': '2026-01-28',
      'documents_reminder:3': '2026-02-11',
      'documents_reminder:4': '2026-03-04',
    });
    expect(made.tasks).toEqual({
      'collect_documents:1': '2026-01-12',
      'check_documents:1': '2026-01-21',
      'review_file:documents:1': '2026-03-23',
    });
  });

  it('leaves only the check when all has come', () => {
    const events = verified('2026-01-21').map((event) => ({ ...event, type: 'document_received' }));
    const made = planOn('2026-01-22', { events });
    expect([made.stage, made.tasks]).toEqual(['gathering_documents', { 'check_documents:1': '2026-01-21' }]);
  });

  it('sends at most six reminders in the life of a file', () => {
    const events = ['2026-02-24', '2026-04-20'].map((on) => at(on, 'document_received', { document: 'rib' }));
    const keys = Object.keys(planOn('2026-12-01', { events }).emails).filter((key) =>
      key.startsWith('documents_reminder'),
    );
    expect(keys.map((key) => Number(key.split(':')[1]))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('tells once a day what must be done again, and the reminder of that day gives way', () => {
    const events = [
      ...verified('2026-01-21'),
      at('2026-01-24', 'document_rejected', { document: 'rib', fault: 'outdated' }),
      at('2026-01-24', 'document_rejected', { document: 'identity', fault: 'incomplete' }),
    ];
    const made = planOn('2026-01-24', { events });
    expect(made.emails['document_to_redo:1']).toBe('2026-01-26');
    expect(made.emails).not.toHaveProperty('document_to_redo:2');
    expect(made.emails).not.toHaveProperty('documents_reminder:2');
    expect(made.emails['documents_reminder:3']).toBe('2026-02-02');
    expect(made.tasks['collect_documents:2']).toBe('2026-01-26');
  });

  it('goes on when a paper has ended before the file was sent', () => {
    const events = [
      ...without(verified('2026-01-21'), 'identity'),
      at('2026-01-21', 'document_verified', { document: 'identity', validUntil: '2026-02-15' }),
    ];
    const before = planOn('2026-02-01', { events });
    expect([before.stage, before.deadlines['document_expires:identity'], before.nextReviewOn]).toEqual([
      'ready_to_submit',
      '2026-02-15',
      '2026-02-16',
    ]);
    const after = planOn('2026-02-16', { events });
    expect([after.stage, after.statuses['identity']]).toEqual(['gathering_documents', 'expired']);
    expect(after.emails).toMatchObject({ 'documents_reminder:2': '2026-02-16', 'documents_reminder:3': '2026-02-23' });
  });
});

describe('a file that is complete', () => {
  const starts = (activityStartsOn: string | null) => ({
    applicant: { activityStartsOn },
    events: verified('2026-01-21'),
  });

  it('tells its day when that is a week ahead or more', () => {
    expect(planOn('2026-01-21', starts('2026-01-29')).emails).toHaveProperty('too_early:1', '2026-01-22');
    expect(planOn('2026-01-21', starts('2026-01-28')).emails).not.toHaveProperty('too_early:1');
  });

  it('leaves on its day, and says so only when it has waited', () => {
    const made = planOn('2026-01-21', starts('2026-03-02'));
    expect(made.tasks).toEqual({ 'registered_post:file:1': '2026-03-02' });
    expect(made.emails['ready_to_submit:1']).toBe('2026-03-02');
    expect(planOn('2026-01-21', starts('2026-01-12')).emails).not.toHaveProperty('ready_to_submit:1');
  });

  it('asks for the fact without which nobody knows the day', () => {
    const made = planOn('2026-01-21', starts(null));
    expect([made.stage, made.tasks]).toEqual([
      'waiting_for_eligibility',
      { 'review_file:day_unknown:1': '2026-02-20' },
    ]);
    expect(made.emails['too_early:1']).toBe('2026-01-22');
  });

  it('tells a new day in a new spell only when it has moved by more than fifteen days', () => {
    const again = (day: string) => {
      const events = [
        ...verified('2026-01-21'),
        at('2026-01-26', 'document_rejected', { document: 'rib', fault: 'outdated' }),
        changed('2026-01-27', { activityStartsOn: day }),
        at('2026-01-28', 'document_verified', { document: 'rib' }),
      ];
      return planOn('2026-01-28', { applicant: { activityStartsOn: '2026-03-02' }, events }).emails['too_early:2'];
    };
    expect([again('2026-03-17'), again('2026-03-18')]).toEqual([undefined, '2026-01-29']);
  });

  it('waits for its caisse', () => {
    const lille = { applicant: { address: { postcode: '59200' } }, events: verified('2026-01-21') };
    expect(planOn('2026-01-22', lille).tasks).toEqual({ 'choose_caisse:1': '2026-01-12' });
    const events = [...lille.events, changed('2026-01-24', { caisse: 'CPAM du Hainaut' })];
    expect(planOn('2026-01-26', { ...lille, events }).tasks).toEqual({ 'registered_post:file:1': '2026-01-26' });
  });
});

describe('the choice of a frontier worker', () => {
  const applicant = {
    category: 'frontier_worker',
    address: { postcode: '74000' },
    nationalities: ['FR'],
    arrivedOn: '2020-01-01',
    activityStartsOn: '2026-09-14',
    residencePermit: null,
  };
  const file = { openedOn: '2026-09-15', applicant, events: [] };

  it('ends after three months, and its letter leaves ten days before at the latest', () => {
    const made = planOn('2026-09-15', file);
    expect(made.deadlines).toEqual({ 'swiss_option:1': '2026-12-14' });
    expect(made.tasks).toMatchObject({
      'registered_post:option:1': '2026-12-04',
      'review_file:swiss_option:1': '2026-11-23',
    });
    expect(made.emails['option_ends_soon:1']).toBe('2026-11-23');
  });

  it('does not wait for the caisse beyond its last day', () => {
    const many = { ...file, applicant: { ...applicant, address: { postcode: '59200' } } };
    expect(planOn('2026-12-03', many).tasks).not.toHaveProperty('registered_post:option:1');
    expect(planOn('2026-12-04', many).tasks).toHaveProperty('registered_post:option:1', '2026-12-04');
  });
});

describe('what ends', () => {
  const cover = (privateInsuranceUntil: string, more: object = {}) => ({
    applicant: { privateInsuranceUntil },
    events: DELIVERED,
    ...more,
  });

  it('private cover is told thirty days before', () => {
    const made = planOn('2026-02-02', cover('2026-03-10'));
    // 8 February is a Sunday.
    expect([made.tasks['renew_cover:1'], made.emails['cover_ends:1'], made.deadlines['cover_ends:1']]).toEqual([
      '2026-02-09',
      '2026-02-09',
      '2026-03-10',
    ]);
  });

  it('cover known too late is told at once; cover that is over is for us alone', () => {
    const late = planOn('2026-01-20', cover('2026-02-10', { openedOn: '2026-01-20', events: [] }));
    expect([late.tasks['renew_cover:1'], late.emails['cover_ends:1']]).toEqual(['2026-01-20', '2026-01-20']);
    const over = planOn('2026-01-20', cover('2026-01-19', { openedOn: '2026-01-20', events: [] }));
    expect([over.tasks['renew_cover:1'], over.emails['cover_ends:1']]).toEqual(['2026-01-20', undefined]);
  });

  it('another end takes the next number once the first was told', () => {
    const moved = (on: string) =>
      planOn(
        '2026-02-12',
        cover('2026-03-10', { events: [...DELIVERED, changed(on, { privateInsuranceUntil: '2026-06-10' })] }),
      );
    expect(moved('2026-02-07').tasks).toHaveProperty('renew_cover:1', '2026-05-11');
    // The reminder is settled on its own day, though it leaves the next working day.
    const settled = moved('2026-02-09');
    expect(settled.tasks).toHaveProperty('renew_cover:2', '2026-05-11');
    expect(settled.emails).toMatchObject({ 'cover_ends:1': '2026-02-09', 'cover_ends:2': '2026-05-11' });
  });

  it('a permit is told ninety and thirty days before, and listed half a year before', () => {
    const file = {
      applicant: { residencePermit: { kind: 'carte_de_sejour', validUntil: '2026-08-03' } },
      events: DELIVERED,
    };
    expect(planOn('2026-02-03', file).tasks).not.toHaveProperty('review_file:permit:1');
    const made = planOn('2026-02-04', file);
    expect(made.tasks['review_file:permit:1']).toBe('2026-05-05');
    expect(made.emails).toMatchObject({ 'permit_ends:1': '2026-05-05', 'permit_ends:1:2': '2026-07-06' });
    expect(made.deadlines['permit_ends:1']).toBe('2026-08-03');
  });

  it('a file that is closed has no task left', () => {
    const made = planOn('2026-02-02', { events: [...DELIVERED, at('2026-01-31', 'withdrawn')] });
    expect([made.stage, made.tasks, made.deadlines]).toEqual(['withdrawn', {}, { 'erase_papers:1': '2026-03-02' }]);
    expect(made.emails['withdrawn:1']).toBe('2026-02-02');
  });
});
