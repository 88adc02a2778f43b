import { describe, expect, it } from 'vitest';
import { at, DELIVERED, planOn, posted, SENT, verified } from './testing/story.ts';

/** The client's seven steps: papers, sent, received, rights, number, card ordered, card in hand. */

const asked = (on: string) => at(on, 'documents_requested', { documents: ['rib'] });
const refused = (on: string) => at(on, 'refused', { notifiedOn: on });
const RIGHTS = [...DELIVERED, at('2026-03-02', 'provisional_number_received')];
const NUMBER = [...RIGHTS, at('2026-04-02', 'social_security_number_received')];
const ORDERED = [...NUMBER, at('2026-04-10', 'card_ordered', { method: 'online' })];
const CARD = [...ORDERED, at('2026-04-24', 'card_received')];

describe('the step of a client', () => {
  it.each<[string, string, number, { type: string }[]]>([
    ['papers to come', 'gathering_documents', 1, []],
    ['all verified and due', 'ready_to_submit', 1, verified('2026-01-14')],
    ['sent', 'submitted', 2, SENT],
    ['received', 'with_cpam', 3, DELIVERED],
    ['rights open', 'rights_open', 4, RIGHTS],
    ['numbered', 'number_issued', 5, NUMBER],
    ['card on order', 'card_ordered', 6, ORDERED],
    ['card in hand', 'card_delivered', 7, CARD],
    ['card lost', 'number_issued', 5, [...CARD, at('2026-05-04', 'card_lost')]],
    ['asked before anything was sent', 'documents_requested', 3, [asked('2026-01-14')]],
    ['asked while the letter is on its way', 'documents_requested', 3, [...SENT, asked('2026-01-19')]],
    ['asked while rights are open', 'documents_requested', 4, [...RIGHTS, asked('2026-03-04')]],
    ['asked once numbered', 'documents_requested', 5, [...NUMBER, asked('2026-04-08')]],
    ['asked while the card is on order', 'documents_requested', 6, [...ORDERED, asked('2026-04-14')]],
    ['refused', 'refused', 3, [...DELIVERED, refused('2026-02-16')]],
    ['refused without a posting', 'refused', 3, [refused('2026-02-16')]],
    ['client gone before anything was sent', 'withdrawn', 1, [at('2026-01-14', 'withdrawn')]],
    ['client gone after the posting', 'withdrawn', 2, [...SENT, at('2026-01-19', 'withdrawn')]],
    ['client gone after the delivery', 'withdrawn', 3, [...DELIVERED, at('2026-01-26', 'withdrawn')]],
    ['client gone with the card', 'withdrawn', 7, [...CARD, at('2026-05-04', 'withdrawn')]],
  ])('%s: %s, step %i', (_, stage, step, events) => {
    const last = events
      .map((event) => ('on' in event ? String(event.on) : ''))
      .reduce((a, b) => (a > b ? a : b), '2026-01-12');
    const { stage: now, step: where } = planOn(last, { events });
    expect([now, where]).toEqual([stage, step]);
  });

  it('is ready from the first possible day on, and waits on its eve', () => {
    const story = { applicant: { activityStartsOn: '2026-02-02' }, events: verified('2026-01-14') };
    expect(planOn('2026-02-01', story).stage).toBe('waiting_for_eligibility');
    expect(planOn('2026-02-02', story).stage).toBe('ready_to_submit');
  });

  it('goes back to sent when a file is posted again from the start', () => {
    const returned = at('2026-01-23', 'post_tracked', { trackingNumber: null, status: 'returned' });
    expect(planOn('2026-01-26', { events: [...SENT, returned, posted('2026-01-26')] }).step).toBe(2);
  });
});
