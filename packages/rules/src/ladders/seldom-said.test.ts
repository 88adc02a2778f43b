import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan-types.ts';
import { at, DELIVERED, EMPLOYEE, posted, verified, wholePlanOn, type Story } from '../testing/story.ts';

/** Reasons that no agreed case gives, each with what an adviser reads and what the letter or email knows. */

const NUMBER = '1A00915820380';
const asked = (on: string, documents: string[], replyBy: string) =>
  at(on, 'documents_requested', { documents, replyBy });
const found = (made: Plan, key: string) => {
  const item = [...made.tasks, ...made.emails, ...made.deadlines].find((one) => one.key === key);
  if (item === undefined) throw new Error(`no ${key} among ${made.tasks.map((one) => one.key).join(', ')}`);
  return item;
};
const on = (today: string, story: Story, key: string) => found(wholePlanOn(today, story), key);
const NUMBER_CAME = [...DELIVERED, at('2026-03-02', 'social_security_number_received')];
const ORDERED = [...NUMBER_CAME, at('2026-03-09', 'card_ordered', { method: 'online' })];

describe('after the file was sent', () => {
  it('a move from where nobody knew the caisse names none', () => {
    const events = [
      ...DELIVERED,
      at('2026-02-05', 'applicant_changed', { changes: { address: { postcode: '31000' } } }),
    ];
    const story = { applicant: { address: { postcode: '59200' }, caisse: null }, events };
    expect(on('2026-02-06', story, 'review_file:moved:1').because).toEqual({
      en: 'New address since 5 February (department 31), after the file was sent.',
      fr: 'Nouvelle adresse depuis le 5 février (département 31), après l’envoi du dossier.',
    });
  });

  it('an option that came back is sent again as one', () => {
    const story = {
      applicant: { category: 'frontier_worker', address: { postcode: '74100' } },
      events: [
        ...verified('2026-01-14'),
        posted('2026-01-16', { trackingNumber: NUMBER }),
        at('2026-02-02', 'post_tracked', { trackingNumber: NUMBER, status: 'returned' }),
      ],
    };
    expect(on('2026-02-03', story, 'registered_post:option:2')).toMatchObject({
      dueOn: '2026-02-03',
      payload: { letter: 'option', sentDay: '2026-01-16', trackingNumber: NUMBER, returned: true },
    });
  });

  it('papers sent back tell the days of the answer that is awaited first', () => {
    const events = [
      ...DELIVERED,
      asked('2026-02-10', ['rib'], '2026-03-31'),
      asked('2026-02-12', ['identity'], '2026-03-20'),
      at('2026-02-16', 'document_received', { document: 'rib' }),
      at('2026-02-17', 'document_rejected', { document: 'rib', fault: 'incomplete' }),
    ];
    expect(on('2026-02-17', { events }, 'email:document_to_redo:1')).toMatchObject({
      payload: { supplementDay: '2026-03-09', replyDay: '2026-03-20' },
    });
    // The same whichever was asked first.
    const other = [
      ...DELIVERED,
      asked('2026-02-10', ['identity'], '2026-03-20'),
      asked('2026-02-12', ['rib'], '2026-03-31'),
      ...events.slice(-2),
    ];
    expect(on('2026-02-17', { events: other }, 'email:document_to_redo:1')).toMatchObject({
      payload: { supplementDay: '2026-03-06', replyDay: '2026-03-20' },
    });
  });

  it('a number that no letter has room for is shortened', () => {
    const trackingNumber = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const events = [...verified('2026-01-14'), posted('2026-01-16', { trackingNumber })];
    const { because } = on('2026-01-23', { events }, 'email:file_submitted:1');
    expect(because.en).toContain('ABCDEFGHIJKLMNOPQRSTUVW…');
    expect(because.en).not.toContain('WX');
    const fits = [...verified('2026-01-14'), posted('2026-01-16', { trackingNumber: trackingNumber.slice(0, 24) })];
    expect(on('2026-01-23', { events: fits }, 'email:file_submitted:1').because.en).toContain(
      'ABCDEFGHIJKLMNOPQRSTUVWX.',
    );
  });
});

describe('a mediator who had the case for one day', () => {
  it('adds that day', () => {
    const events = [
      ...DELIVERED,
      at('2026-03-02', 'refused', { notifiedOn: '2026-02-27' }),
      at('2026-03-12', 'mediator_accepted'),
      at('2026-03-13', 'mediator_closed'),
    ];
    expect(on('2026-03-16', { events }, 'deadline:appeal:1')).toMatchObject({
      on: '2026-04-28',
      because: {
        en: 'The mediator’s one day, 12 March, is added.',
        fr: 'Le jour du médiateur, le 12 mars, est ajouté.',
      },
    });
  });
});

describe('a card', () => {
  it('asked for in writing in vain is asked for at the office', () => {
    const events = [...ORDERED, at('2026-04-10', 'letter_sent', { about: 'registered_post:card:1' })];
    expect(on('2026-04-11', { events }, 'office_visit:card:1').because).toEqual({
      en: 'Card ordered on 9 March; not received after 45 days, asked for in writing.',
      fr: 'Carte commandée le 9 mars ; non reçue après 45 jours, malgré la lettre.',
    });
  });

  it('lost is ordered anew the next day, whatever photo CPAM asks for', () => {
    const lost = [...ORDERED, at('2026-04-01', 'card_received'), at('2026-05-04', 'card_lost')];
    const events = [...lost, at('2026-05-20', 'photo_requested')];
    for (const story of [{ events: lost }, { events }])
      expect(wholePlanOn('2026-05-21', story)).toMatchObject({
        tasks: expect.arrayContaining([expect.objectContaining({ key: 'order_card:2', dueOn: '2026-05-05' })]),
        emails: expect.arrayContaining([
          expect.objectContaining({ key: 'email:card_to_order:2', sendOn: '2026-05-05' }),
        ]),
      });
  });
});

describe('a file taken over half-way', () => {
  it('whose review had come back once sees it again, under the next number', () => {
    const events = [...DELIVERED, at('2026-05-20', 'task_done', { about: 'review_file:with_cpam:1' })];
    const { tasks } = wholePlanOn('2026-08-03', { openedOn: '2026-08-03', events });
    expect(Object.fromEntries(tasks.map(({ key, dueOn }) => [key, dueOn]))).toEqual({
      'registered_post:chase:1': '2026-08-03',
      'review_file:with_cpam:1:3': '2026-09-02',
      'seize_mediator:with_cpam:1': '2026-09-03',
    });
  });
});

describe('a file that waits for a day that nobody knows', () => {
  /** All the papers that the applicant needs, on the day the file was opened. */
  function complete(applicant: object): Story {
    const bare = wholePlanOn('2026-01-12', { applicant, events: [] });
    const needed = bare.documents.filter(
      ({ need, neededFor, status }) => need === 'required' && neededFor === 'submission' && status !== 'not_yet',
    );
    return {
      applicant,
      events: verified(
        '2026-01-12',
        needed.map(({ code }) => code),
      ),
    };
  }

  it.each([
    ['arrival', { category: 'resident', arrivedOn: null }, 'the day of arrival', 'le jour d’arrivée'],
    ['work', { activityStartsOn: null }, 'the first day of work', 'le premier jour d’activité'],
    [
      'studies',
      { category: 'student', studiesStartOn: null },
      'the first day of studies',
      'le premier jour des études',
    ],
  ])('says which: %s', (missingFact, applicant, en, fr) => {
    const made = wholePlanOn('2026-02-12', complete({ ...EMPLOYEE, ...applicant }));
    expect(made.stage).toBe('waiting_for_eligibility');
    const review = found(made, 'review_file:day_unknown:1');
    expect(review.because.en).toContain(en);
    expect(review.because.fr).toContain(fr);
    expect(found(made, 'email:too_early:1')).toMatchObject({ payload: { missingFact } });
  });
});
