import { addDays, type Day } from '../calendar/days.ts';
import { departmentOf, printed } from '../caisse.ts';
import { say } from '../because.ts';
import { againKey, backKey, type Facts, type Raised } from '../facts.ts';
import { callPayload, hoursAgain, letterPayload } from './payloads.ts';
import { ladder, NOT_WITHDRAWN, task } from './step.ts';

/** Nobody answered: the same call at another hour. */
export const callAgain = ladder<Raised>({
  while: NOT_WITHDRAWN,
  each: (c) => c.facts.again,
  steps: [
    task('call_3646', {
      key: ({ n }) => againKey(n),
      on: ({ raw }) => raw,
      source: 'playbook',
      payload: (_, c) => callPayload(c, true),
      because: ({ on }, c, { day }) =>
        say(
          'Nobody answered on {callDay}: try another hour ({hours}).',
          'Pas de réponse le {callDay} : essayer une autre heure ({hours}).',
          { callDay: on, hours: hoursAgain(c) },
          day,
        ),
    }),
  ],
});

/** The agent named a day. */
export const callBack = ladder<Raised>({
  while: NOT_WITHDRAWN,
  each: (c) => c.facts.back,
  steps: [
    task('call_3646', {
      key: ({ n }) => backKey(n),
      on: ({ raw }) => raw,
      source: 'playbook',
      payload: (_, c) => callPayload(c),
      because: ({ on, raw }, _, { day }) =>
        say(
          'On {callDay}, the agent asked for a call on {callBackDay}.',
          'Le {callDay}, l’agent a demandé de rappeler le {callBackDay}.',
          { callDay: on, callBackDay: raw },
          day,
        ),
    }),
  ],
});

/** CPAM does not find the file: it is sent again, with the proof of the first sending. */
export const resend = ladder<NonNullable<Facts['resend']>>({
  while: NOT_WITHDRAWN,
  one: (c) => c.facts.resend,
  steps: [
    task('registered_post', {
      key: ({ n }) => `registered_post:resend:${n}`,
      on: ({ raw }) => raw,
      source: 'playbook',
      payload: ({ sentOn }) => letterPayload('resend', { sentDay: sentOn }),
      because: ({ callOn, sentOn }, _, { day }) =>
        say(
          'On {callDay}, CPAM did not find the file posted on {sentDay}.',
          'Le {callDay}, la CPAM n’a pas trouvé le dossier envoyé le {sentDay}.',
          { callDay: callOn, sentDay: sentOn },
          day,
        ),
    }),
  ],
});

/** CPAM says that it has handled the file: something must come. */
export const processed = ladder<Raised>({
  while: NOT_WITHDRAWN,
  each: (c) => c.facts.processed,
  steps: [
    task('review_file', {
      key: ({ n }) => `review_file:processed:${n}`,
      on: ({ raw }) => raw,
      source: 'playbook',
      because: ({ on, raw }, _, { day }) =>
        say(
          'On {callDay}, CPAM said the file is handled; nothing has come by {rawDay}.',
          'Le {callDay}, la CPAM a dit le dossier traité ; rien n’est venu au {rawDay}.',
          { callDay: on, rawDay: raw },
          day,
        ),
    }),
  ],
});

/** What changed after the file was sent is for a person to look at. */
export const moved = ladder<Facts['moves'][number]>({
  while: NOT_WITHDRAWN,
  each: (c) => c.facts.moves,
  steps: [
    task('review_file', {
      key: ({ n }) => `review_file:moved:${n}`,
      on: ({ on }) => addDays(on, 1),
      source: 'service-public/F32388',
      returns: 'never',
      because: ({ on, postcode, caisse }, _, { day }) =>
        caisse === null
          ? say(
              'New address since {stepDay} (department {place}), after the file was sent.',
              'Nouvelle adresse depuis le {stepDay} (département {place}), après l’envoi du dossier.',
              { stepDay: on, place: departmentOf(postcode) },
              day,
            )
          : say(
              'New address since {stepDay} ({place}); the file lies with {caisse}.',
              'Nouvelle adresse depuis le {stepDay} ({place}) ; le dossier est à la {caisse}.',
              { stepDay: on, place: departmentOf(postcode), caisse: printed(caisse) },
              day,
            ),
    }),
  ],
});

const CATEGORY_NAMES: Record<Facts['categories'][number]['category'], { en: string; fr: string }> = {
  employee: { en: 'employee', fr: 'salarié' },
  self_employed: { en: 'self-employed', fr: 'indépendant' },
  resident: { en: 'resident', fr: 'résident' },
  s1_holder: { en: 'S1 holder', fr: 'titulaire d’un S1' },
  posted_worker: { en: 'posted worker', fr: 'travailleur détaché' },
  student: { en: 'student', fr: 'étudiant' },
  family_member: { en: 'family member', fr: 'membre de famille' },
  job_seeker: { en: 'job seeker', fr: 'demandeur d’emploi' },
  frontier_worker: { en: 'frontier worker', fr: 'frontalier' },
};

export const otherCategory = ladder<Facts['categories'][number]>({
  while: NOT_WITHDRAWN,
  each: (c) => c.facts.categories,
  steps: [
    task('review_file', {
      key: ({ n }) => `review_file:category:${n}`,
      on: ({ on }) => addDays(on, 1),
      source: 'css/D160-2',
      returns: 'never',
      because: ({ on, category }, _, { day }) =>
        say(
          'The category has been {category} since {stepDay}; the file was sent under another.',
          'La catégorie est {category} depuis le {stepDay} ; le dossier est parti sous une autre.',
          { category: CATEGORY_NAMES[category], stepDay: on },
          day,
        ),
    }),
  ],
});

const MEDIATOR_DAYS = 30;
type Mediation = { n: number; on: Day };

/** The mediator has taken up the case: somebody looks whether it moves. */
export const mediator = ladder<Mediation>({
  while: NOT_WITHDRAWN,
  each: (c) => c.facts.mediations.filter(({ closedOn }) => closedOn === null),
  steps: [
    task('review_file', {
      key: ({ n }) => `review_file:mediator:${n}`,
      on: ({ on }) => addDays(on, MEDIATOR_DAYS),
      source: 'ameli/mediateur',
      because: ({ on }, _, { day }) =>
        say(
          'The mediator took up the case on {mediatorDay}; {days} days later it is still open.',
          'Le médiateur s’est saisi du dossier le {mediatorDay} ; {days} jours après, rien n’est réglé.',
          { mediatorDay: on, days: MEDIATOR_DAYS },
          day,
        ),
    }),
  ],
});
