import { addMonths, type Day } from '../calendar/days.ts';
import { say } from '../because.ts';
import type { Context } from '../context.ts';
import { rightsOn } from '../facts.ts';
import { callPayload, letterPayload, monthsIn } from './payloads.ts';
import { deadline, email, ladder, task } from './step.ts';

/** A provisional number is valid for nine months (ameli, 14 April 2025). */
const VALID_MONTHS = 9;

type Rights = {
  /** The number or the attestation, whichever came first. */
  on: Day;
  /** The provisional number, once it is there. */
  numberOn: Day | null;
};

/** The last day of a provisional number. */
export const provisionalEnd = (numberOn: Day): Day => addMonths(numberOn, VALID_MONTHS);

const endOf = ({ numberOn }: Rights): Day | null => (numberOn === null ? null : provisionalEnd(numberOn));

function rightsOf(c: Context): Rights | null {
  const on = rightsOn(c.facts);
  return on === null ? null : { on, numberOn: c.facts.provisionalOn };
}

const since = ({ on }: Rights, months: number, day: Day) =>
  say(
    'Rights open since {rightsDay}; {months} without the permanent number.',
    'Droits ouverts depuis le {rightsDay} ; {months} sans le numéro définitif.',
    { rightsDay: on, months: monthsIn(months) },
    day,
  );

/** The rights are open: the permanent number is awaited. */
export const rightsOpen = ladder<Rights>({
  while: ['rights_open'],
  one: rightsOf,
  oneStays: () => 'rights_open',
  steps: [
    email('rights_open', {
      key: () => 'email:rights_open:1',
      on: ({ on }) => on,
      because: ({ on, numberOn }, _, { day }) =>
        on === numberOn
          ? say(
              'The provisional number came on {rightsDay}.',
              'Le numéro provisoire est arrivé le {rightsDay}.',
              { rightsDay: on },
              day,
            )
          : say(
              'The attestation de droits came on {rightsDay}, without a number.',
              'L’attestation de droits est arrivée le {rightsDay}, sans numéro.',
              { rightsDay: on },
              day,
            ),
      payload: (rights) => {
        const provisionalEndsDay = endOf(rights);
        return rights.on === rights.numberOn && provisionalEndsDay !== null
          ? { variant: 'number', rightsDay: rights.on, provisionalEndsDay }
          : { variant: 'attestation', rightsDay: rights.on };
      },
    }),
    task('call_3646', {
      key: () => 'call_3646:rights_open:1',
      on: ({ on }, c) => addMonths(on, c.playbook.rightsCallAfterMonths),
      source: 'playbook',
      payload: (_, c) => callPayload(c),
      because: (rights, c, { day }) => since(rights, c.playbook.rightsCallAfterMonths, day),
    }),
    email('number_pending', {
      key: () => 'email:number_pending:1',
      on: ({ on }, c) => addMonths(on, c.playbook.rightsCallAfterMonths),
      because: (rights, c, { day }) => since(rights, c.playbook.rightsCallAfterMonths, day),
      payload: (rights) => ({ variant: 'usual', n: 1, rightsDay: rights.on, provisionalEndsDay: endOf(rights) }),
    }),
    task('registered_post', {
      key: () => 'registered_post:civil_status:1',
      on: ({ on }, c) => addMonths(on, c.playbook.civilStatusAfterMonths),
      source: 'ameli/ne-etranger',
      payload: ({ on }) => letterPayload('civil_status', { rightsDay: on }),
      because: (rights, c, { day }) => {
        const provisionalEndsDay = endOf(rights);
        return provisionalEndsDay === null
          ? since(rights, c.playbook.civilStatusAfterMonths, day)
          : say(
              'Provisional number since {rightsDay}, until {provisionalEndsDay}: the civil-status papers go again.',
              'Numéro provisoire du {rightsDay} au {provisionalEndsDay} : renvoyer les pièces d’état civil.',
              { rightsDay: rights.numberOn, provisionalEndsDay },
              day,
            );
      },
    }),
    email('number_pending', {
      key: () => 'email:number_pending:2',
      on: ({ on }, c) => addMonths(on, c.playbook.civilStatusAfterMonths),
      because: (rights, c, { day }) => since(rights, c.playbook.civilStatusAfterMonths, day),
      payload: (rights) => ({ variant: 'usual', n: 2, rightsDay: rights.on, provisionalEndsDay: endOf(rights) }),
    }),
    task('review_file', {
      key: () => 'review_file:rights_open:1',
      on: ({ on }, c) => addMonths(on, c.playbook.numberAlarmAfterMonths),
      source: 'ameli/ne-etranger',
      because: (rights, c, { day }) => {
        const provisionalEndsDay = endOf(rights);
        return provisionalEndsDay === null
          ? since(rights, c.playbook.numberAlarmAfterMonths, day)
          : say(
              'The provisional number ends on {provisionalEndsDay}; the permanent one has not come.',
              'Le numéro provisoire prend fin le {provisionalEndsDay} ; le définitif n’est pas venu.',
              { provisionalEndsDay },
              day,
            );
      },
    }),
    email('number_ends_soon', {
      key: () => 'email:number_ends_soon:1',
      on: ({ numberOn }, c) => (numberOn === null ? null : addMonths(numberOn, c.playbook.numberAlarmAfterMonths)),
      because: (rights, _, { day }) =>
        say(
          'Provisional number of {rightsDay}: it ends on {provisionalEndsDay}, and no other has come.',
          'Numéro provisoire du {rightsDay} : il prend fin le {provisionalEndsDay}, aucun autre n’est venu.',
          { rightsDay: rights.numberOn, provisionalEndsDay: endOf(rights) },
          day,
        ),
      payload: (rights) => {
        const rightsDay = rights.numberOn ?? rights.on;
        return { variant: 'usual', rightsDay, provisionalEndsDay: provisionalEnd(rightsDay) };
      },
    }),
  ],
});

/** The end of the number stands while CPAM asks for papers, too. */
export const provisionalNumber = ladder<Day>({
  while: ['rights_open', 'documents_requested'],
  one: ({ facts }) => (facts.numberOn === null && facts.card.receivedOn === null ? facts.provisionalOn : null),
  steps: [
    deadline('provisional_number_ends', {
      key: () => 'deadline:provisional_number_ends:1',
      on: provisionalEnd,
      source: 'ameli/ne-etranger',
      legal: true,
      because: (on, _, { day }) =>
        say(
          'The provisional number of {rightsDay} is valid for nine months.',
          'Le numéro provisoire du {rightsDay} est valable neuf mois.',
          { rightsDay: on },
          day,
        ),
    }),
  ],
});
