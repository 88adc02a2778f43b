import fc from 'fast-check';
import { addDays, later, type Day } from '../calendar/days.ts';
import { Event, type File } from '../file.ts';
import { defaultPlaybook } from '../playbook.ts';
import { CALL_OUTCOMES, DOCUMENTS, EVENT_TYPES, FAULTS, POST_STATUSES, SUBMISSION_METHODS } from '../vocabulary.ts';
import { applicants, applicantWith } from './applicants.ts';

/** Files for tests: lives that go somewhere, with noise in them. */

/** What goes wrong and right in a life, in the order in which it mostly does. */
const SPINE = [
  'papers',
  'file_submitted',
  'post_delivered',
  'call_made',
  'documents_requested',
  'paper',
  'supplement_sent',
  'post_delivered',
  'letter_sent',
  'refused',
  'appeal_sent',
  'appeal_delivered',
  'mediator_accepted',
  'mediator_closed',
  'appeal_decided',
  'file_submitted',
  'post_tracked',
  'file_submitted',
  'provisional_number_received',
  'social_security_number_received',
  'ameli_account_created',
  'card_ordered',
  'card_received',
  'card_lost',
  'card_ordered',
  'card_received',
] as const;

const ABOUT = [
  'call_3646:with_cpam:1',
  'call_3646:with_cpam:2',
  'call_3646:again:1',
  'call_3646:supplement:1',
  'call_3646:card:1',
];
const DONE = [
  'review_file:documents:1',
  'review_file:with_cpam:1',
  'review_file:with_cpam:1:2',
  'review_file:processed:1',
  'review_file:appeal:1',
  'review_file:card_to_order:1',
  'review_file:permit:1',
  'review_file:court:1',
  'review_file:mediator:1',
  'review_file:rights_open:1',
  'review_file:card:1',
  'review_file:moved:1',
  'review_file:swiss_option:1',
  'renew_cover:1',
  'trace_post:file:1',
  'trace_post:file:2',
  'seize_mediator:with_cpam:1',
  'open_ameli_account:1',
  'declare_gp:1',
];
const LETTERS = [
  'registered_post:chase:1',
  'registered_post:chase:2',
  'registered_post:civil_status:1',
  'registered_post:card:1',
];
const PAPERS = [
  'identity',
  'rib',
  'birth_certificate',
  'proof_of_address',
  'proof_of_stable_residence',
  'child_identity',
  'residence_permit',
] as const;
const NUMBERS = ['1A00915820380', '1K36275770836', '1A00915820381'];

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const paper = fc.constantFrom(...PAPERS);
const near = (day: Day) => fc.integer({ min: -20, max: 200 }).map((n) => addDays(day, n));

type Draft = Record<string, unknown> & { type: string };

/** What an event of a type may hold, beside its id and its day. */
function fieldsOf(type: string, on: Day): fc.Arbitrary<object> {
  const trackingNumber = maybe(fc.constantFrom(...NUMBERS));
  const note = fc.constantFrom(null, null, 'a', 'b');
  const sent = { method: fc.constantFrom('registered_post', 'registered_post', ...SUBMISSION_METHODS), trackingNumber };
  switch (type) {
    case 'applicant_changed':
      return fc.record({
        changes: fc.oneof(
          fc.record({
            address: fc.record({ postcode: fc.constantFrom('24000', '59200', '67000', '97400', '05000', '75011') }),
          }),
          fc.record({ privateInsuranceUntil: maybe(near(on)) }),
          fc.record({
            residencePermit: fc.record({
              kind: fc.constantFrom('vls_ts', 'carte_de_sejour'),
              validatedOn: maybe(near(on)),
              validUntil: maybe(near(on)),
            }),
          }),
          fc.record({ arrivedOn: maybe(near(addDays(on, -100))) }),
          fc.record({ category: fc.constantFrom('employee', 'resident', 'student', 's1_holder', 'frontier_worker') }),
          fc.record({ activityStartsOn: maybe(near(on)) }),
          fc.record({ familyRoute: fc.boolean(), hasEhic: fc.boolean() }),
        ),
      });
    case 'document_received':
    case 'document_verified':
      return fc.record({
        document: fc.oneof(paper, fc.constantFrom(...DOCUMENTS)),
        validUntil: fc.option(near(on), { nil: null, freq: 1 }),
      });
    case 'document_rejected':
      return fc.record({ document: paper, fault: fc.constantFrom(...FAULTS), note });
    case 'file_submitted':
    case 'appeal_sent':
      return fc.record(sent);
    case 'supplement_sent':
      return fc.record({ ...sent, documents: fc.subarray(PAPERS.slice(0, 4)) });
    case 'documents_requested':
      return fc.record({ documents: fc.subarray([...PAPERS]), replyBy: maybe(near(on)) });
    case 'post_tracked':
      return fc.record({ trackingNumber, status: fc.constantFrom(...POST_STATUSES) });
    case 'post_delivered':
      return fc.record({ trackingNumber });
    case 'attestation_received':
      return fc.record({ validUntil: maybe(near(on)) });
    case 'card_ordered':
      return fc.record({ method: fc.constantFrom('online', 'post') });
    case 'call_made':
      return fc
        .record({
          outcome: fc.constantFrom(...CALL_OUTCOMES),
          documents: fc.option(fc.subarray([...PAPERS]), { nil: null }),
          callBackOn: maybe(near(on)),
          about: fc.option(fc.constantFrom(...ABOUT), { nil: null }),
          note,
        })
        .map((call) => ({ ...call, documents: call.outcome === 'documents_missing' ? call.documents : null }));
    case 'office_visited':
      return fc.record({ about: maybe(fc.constantFrom('office_visit:with_cpam:1', 'office_visit:card:1')), note });
    case 'ameli_message_sent':
      return fc.record({ about: maybe(fc.constant('ameli_message:card:1')), note });
    case 'letter_sent':
      return fc.record({ about: maybe(fc.constantFrom(...LETTERS)), trackingNumber, note });
    case 'task_done':
      return fc.record({ about: fc.constantFrom(...DONE), note });
    case 'refused':
      return fc.integer({ min: 0, max: 10 }).map((n) => ({ notifiedOn: addDays(on, -n) }));
    case 'appeal_decided':
      return fc.record({ outcome: fc.constantFrom('accepted', 'rejected', 'rejected') });
    default:
      return fc.constant({});
  }
}

const event = (type: string, on: Day): fc.Arbitrary<Draft> =>
  fieldsOf(type, on).map((fields) => ({ type, on, ...fields }));

/** All papers verified on one day. */
const allPapers = (on: Day): Draft[] => DOCUMENTS.map((document) => ({ type: 'document_verified', on, document }));

const NOISE = EVENT_TYPES.filter((type) => type !== 'voided' && type !== 'withdrawn');

function lives(from: Day): fc.Arbitrary<Draft[]> {
  const spine = fc
    .tuple(
      fc.integer({ min: 0, max: SPINE.length }),
      fc.array(fc.integer({ min: 0, max: 45 }), { minLength: SPINE.length, maxLength: SPINE.length }),
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: SPINE.length, maxLength: SPINE.length }),
    )
    .chain(([depth, gaps, chances]) => {
      let on = from;
      const drafts: fc.Arbitrary<Draft[]>[] = [];
      SPINE.slice(0, depth).forEach((what, i) => {
        on = addDays(on, gaps[i] ?? 0);
        const day = on;
        if ((chances[i] ?? 0) > (i < 3 ? 8 : 5)) return;
        if (what === 'papers') drafts.push(fc.constant(allPapers(day)));
        else if (what === 'paper') drafts.push(event('document_verified', day).map((draft) => [draft]));
        else drafts.push(event(what, day).map((draft) => [draft]));
      });
      return fc.tuple(...drafts).map((all) => all.flat());
    });
  const noise = fc.array(
    fc
      .tuple(fc.constantFrom(...NOISE, 'withdrawn'), fc.integer({ min: -60, max: 420 }))
      .chain(([type, n]) => event(type, addDays(from, n))),
    { maxLength: 8 },
  );
  return fc.tuple(spine, noise).map(([first, more]) => [...first, ...more]);
}

const playbooks = fc.constantFrom(
  defaultPlaybook,
  defaultPlaybook,
  {
    ...defaultPlaybook,
    firstCallAfterDays: 7,
    stillWaitingEveryDays: 14,
    stillWaitingAtMost: 12,
    postWithoutBirthCertificate: true,
  },
  { ...defaultPlaybook, chaseAfterMonths: 1, reviewAgainAfterDays: 7, remindersAtMost: 2, permitReviewDaysBefore: 180 },
  { ...defaultPlaybook, orderCardAfterDays: 0, declareGpAfterDays: 1, rightsCallAfterMonths: 1, remindersAtMost: 0 },
);

const START = '2025-09-01' as Day;

/** Settled lives meet more rules than arbitrary ones: half of the files begin with somebody who can be insured. */
const people = (from: Day) =>
  fc.oneof(
    applicants,
    fc
      .record({
        category: fc.constantFrom('employee', 'resident', 's1_holder', 'frontier_worker', 'student'),
        postcode: fc.constantFrom('33000', '67000', '97400', '59200'),
        arrived: fc.integer({ min: -200, max: 30 }),
        cover: maybe(fc.integer({ min: -20, max: 300 })),
        permit: fc.integer({ min: -10, max: 400 }),
      })
      .map(({ category, postcode, arrived, cover, permit }) =>
        applicantWith({
          category,
          address: { postcode },
          arrivedOn: addDays(from, arrived),
          activityStartsOn: addDays(from, arrived + 5),
          studiesStartOn: addDays(from, arrived + 5),
          residencePermit: { kind: 'carte_de_sejour', validUntil: addDays(from, permit) },
          birthCertificate: { country: 'US', language: 'en' },
          privateInsuranceUntil: cover === null ? null : addDays(from, cover),
        }),
      ),
  );

export const files: fc.Arbitrary<File> = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 300 })), playbooks)
  .chain(([n, late, playbook]) => {
    const from = addDays(START, n);
    return fc.record({ applicant: people(from), drafts: lives(from) }).map(({ applicant, drafts }) => ({
      id: 'F',
      openedOn: addDays(from, late),
      applicant,
      playbook,
      events: drafts.map((draft, i) => Event.parse({ id: `e${i}`, ...draft })),
    }));
  });

/** Every day that a file names, be it of an event, a paper or a person. */
const daysIn = (file: File): Day[] =>
  [...JSON.stringify(file).matchAll(/"(\d{4}-\d\d-\d\d)"/g)].flatMap(([, day]) =>
    day === undefined ? [] : [day as Day],
  );

/** A day in or around the life of a file; often one that it names, or its eve: the day after that much changes. */
export const todays = (file: File): fc.Arbitrary<Day> =>
  fc.oneof(
    fc.integer({ min: -20, max: 500 }).map((n) => addDays(file.openedOn, n)),
    fc.constantFrom(file.openedOn, ...file.events.flatMap((each) => ('on' in each && each.on ? [each.on] : []))),
    fc
      .tuple(fc.constantFrom(...daysIn(file)), fc.constantFrom(-1, 0))
      // Of a file all of whose days are older, a filter would look for another for ever.
      .map(([day, n]) => later(addDays(day, n), START)),
  );

/** One more event, on or after a day. */
export const laterEvents = (after: Day): fc.Arbitrary<Event> =>
  fc
    .tuple(fc.constantFrom(...NOISE, 'withdrawn'), fc.integer({ min: 1, max: 120 }))
    .chain(([type, n]) => event(type, addDays(after, n)))
    .map((draft) => Event.parse({ id: 'later', ...draft }));
