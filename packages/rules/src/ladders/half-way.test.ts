import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, SENT } from '../testing/story.ts';

const opened = (openedOn: string, events: Parameters<typeof planOn>[1]['events'] = DELIVERED) =>
  planOn(openedOn, { openedOn, events });

describe('a file taken over half-way', () => {
  it('and withdrawn, writes on a working day of the place to which its client moved since', () => {
    const { emails } = opened('2027-03-26', [
      { id: 'w', type: 'withdrawn', on: '2026-06-26' },
      { id: 'm', type: 'applicant_changed', on: '2026-11-18', changes: { address: { postcode: '67000' } } },
    ]);
    // 26 March 2027 is Good Friday, kept in Alsace; Easter Monday follows.
    expect(emails['taken_over:1']).toBe('2027-03-30');
  });

  it.each<[string, Record<string, string>]>([
    [
      '2026-02-02',
      {
        'call_3646:with_cpam:1': '2026-02-19',
        'office_visit:with_cpam:1': '2026-03-06',
        'registered_post:chase:1': '2026-03-20',
        'call_3646:with_cpam:2': '2026-04-20',
        'seize_mediator:with_cpam:1': '2026-04-20',
        'review_file:with_cpam:1': '2026-05-20',
      },
    ],
    [
      '2026-02-25',
      {
        'call_3646:with_cpam:1': '2026-02-25',
        'office_visit:with_cpam:1': '2026-03-06',
        'registered_post:chase:1': '2026-03-20',
        'call_3646:with_cpam:2': '2026-04-20',
        'seize_mediator:with_cpam:1': '2026-04-20',
        'review_file:with_cpam:1': '2026-05-20',
      },
    ],
    [
      '2026-03-10',
      {
        'office_visit:with_cpam:1': '2026-03-10',
        'registered_post:chase:1': '2026-03-20',
        'call_3646:with_cpam:2': '2026-04-20',
        'seize_mediator:with_cpam:1': '2026-04-20',
        'review_file:with_cpam:1': '2026-05-20',
      },
    ],
    // The formal request is a month old a month after it can be sent: 1 May is a holiday.
    [
      '2026-04-01',
      {
        'registered_post:chase:1': '2026-04-01',
        'call_3646:with_cpam:2': '2026-04-20',
        'seize_mediator:with_cpam:1': '2026-05-04',
        'review_file:with_cpam:1': '2026-05-20',
      },
    ],
    // A review that was missed counts as answered on the opening day, and returns.
    [
      '2026-06-01',
      {
        'registered_post:chase:1': '2026-06-01',
        'review_file:with_cpam:1:2': '2026-07-01',
        'seize_mediator:with_cpam:1': '2026-07-01',
      },
    ],
  ])('on %s raises one of the missed steps', (day, tasks) => expect(opened(day).tasks).toEqual(tasks));

  it('raises the last step when the letter has been sent', () =>
    expect(opened('2026-06-01', [...DELIVERED, at('2026-03-21', 'letter_sent')]).tasks).toEqual({
      'review_file:with_cpam:1': '2026-06-01',
    }));

  it('raises no other step once that one was answered', () => {
    const events = [...DELIVERED, at('2026-04-02', 'letter_sent')];
    expect(planOn('2026-04-03', { openedOn: '2026-04-01', events }).tasks).toEqual({
      'call_3646:with_cpam:2': '2026-04-20',
      'seize_mediator:with_cpam:1': '2026-05-04',
      'review_file:with_cpam:1': '2026-05-20',
    });
  });

  it('is welcomed by its own email, and hears nothing of the past', () =>
    expect(opened('2026-04-01').emails).toEqual({
      'taken_over:1': '2026-04-01',
      'still_waiting:3': '2026-04-20',
      'still_waiting:4': '2026-05-20',
      'still_waiting:5': '2026-06-19',
      'still_waiting:6': '2026-07-20',
    }));

  it('without a receipt chooses again once CPAM shows that it has the file', () => {
    expect(opened('2026-03-16', SENT).tasks).toEqual({
      'office_visit:with_cpam:1': '2026-03-16',
      'registered_post:resend:1': '2026-03-16',
      'trace_post:file:1': '2026-03-16',
      'trace_post:file:2': '2026-03-16',
    });
    const events = [...SENT, at('2026-04-16', 'call_made', { outcome: 'in_progress' })];
    expect(Object.keys(planOn('2026-04-16', { openedOn: '2026-04-01', events }).tasks)).toEqual([
      'registered_post:chase:1',
      'call_3646:with_cpam:2',
      'seize_mediator:with_cpam:1',
      'review_file:with_cpam:1',
    ]);
  });

  it('with a card on order raises the letter, and the rest no earlier than the opening', () => {
    const events = [
      ...DELIVERED,
      at('2026-06-25', 'social_security_number_received'),
      at('2026-07-06', 'card_ordered', { method: 'online' }),
    ];
    expect(opened('2026-08-10', events).tasks).toEqual({
      'declare_gp:1': '2026-08-10',
      'open_ameli_account:1': '2026-08-10',
      'registered_post:card:1': '2026-08-10',
      'office_visit:card:1': '2026-08-20',
      'review_file:card:1': '2026-09-04',
    });
  });

  it('while papers are gathered has used up the numbers of the reminders that nobody sent', () => {
    const made = opened('2026-02-02', [at('2026-01-21', 'document_received', { document: 'identity' })]);
    expect(made.emails).toEqual({
      'welcome:1': '2026-02-02',
      'documents_reminder:2': '2026-02-11',
      'documents_reminder:3': '2026-03-04',
    });
    expect(made.tasks).toMatchObject({ 'collect_documents:1': '2026-02-02', 'check_documents:1': '2026-02-02' });
  });
});
