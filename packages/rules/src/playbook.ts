import { z } from 'zod';
import type { Words } from './vocabulary.ts';

/** The periods of courtesy that an agency may choose, with the bounds within which they make sense (contract, section 8). */

type Setting = { default: number; min: number; max: number; words: Words };
const setting = (standard: number, min: number, max: number, en: string, fr: string): Setting => ({
  default: standard,
  min,
  max,
  words: { en, fr },
});

/** Every setting that is one whole number. */
export const SETTINGS = {
  firstCallAfterDays: setting(
    30,
    7,
    90,
    'Days of silence before the first call',
    'Jours de silence avant le premier appel',
  ),
  visitAfterDays: setting(
    45,
    14,
    120,
    'Days of silence before a visit to the office',
    'Jours de silence avant un passage à l’accueil',
  ),
  chaseAfterMonths: setting(
    2,
    1,
    4,
    'Months of silence before the formal request',
    'Mois de silence avant la demande formelle',
  ),
  mediatorAfterMonths: setting(3, 2, 6, 'Months of silence before the mediator', 'Mois de silence avant le médiateur'),
  reviewAfterMonths: setting(
    4,
    3,
    12,
    'Months of silence before a review of the whole file',
    'Mois de silence avant de revoir tout le dossier',
  ),
  stillWaitingEveryDays: setting(
    30,
    14,
    60,
    'Days between two “still waiting” emails',
    'Jours entre deux courriels d’attente',
  ),
  stillWaitingAtMost: setting(
    6,
    0,
    12,
    '“Still waiting” emails in a file, at most',
    'Courriels d’attente par dossier, au plus',
  ),
  remindersAtMost: setting(
    6,
    0,
    12,
    'Reminders of missing documents in a file, at most',
    'Relances de pièces par dossier, au plus',
  ),
  documentsReviewAfterDays: setting(
    60,
    30,
    180,
    'Days without documents before a review',
    'Jours sans pièces avant de revoir le dossier',
  ),
  tracePostAfterWorkingDays: setting(
    5,
    3,
    15,
    'Working days without a receipt before a letter is traced',
    'Jours ouvrés sans accusé avant de rechercher une lettre',
  ),
  assumedDeliveryWorkingDays: setting(
    4,
    2,
    10,
    'Working days after which a delivery is assumed',
    'Jours ouvrés après lesquels une distribution est supposée',
  ),
  supplementWithinDays: setting(
    25,
    5,
    60,
    'Days within which requested documents are posted',
    'Jours pour envoyer les pièces demandées',
  ),
  supplementCallAfterDays: setting(
    15,
    5,
    60,
    'Days from the delivery of requested documents to a call',
    'Jours entre la réception des pièces demandées et l’appel',
  ),
  rightsCallAfterMonths: setting(
    3,
    1,
    6,
    'Months from the provisional number to a call',
    'Mois entre le numéro provisoire et l’appel',
  ),
  civilStatusAfterMonths: setting(
    6,
    3,
    8,
    'Months after which the civil-status papers go again',
    'Mois après lesquels les pièces d’état civil repartent',
  ),
  numberAlarmAfterMonths: setting(
    8,
    6,
    8,
    'Months after which a provisional number raises the alarm',
    'Mois après lesquels un numéro provisoire donne l’alerte',
  ),
  orderCardAfterDays: setting(
    10,
    0,
    60,
    'Days from the number to the order of the card, at the latest',
    'Jours entre le numéro et la commande de la carte, au plus tard',
  ),
  declareGpAfterDays: setting(
    21,
    0,
    90,
    'Days from the number to the declaration of a doctor',
    'Jours entre le numéro et la déclaration du médecin',
  ),
  cardCheckAfterDays: setting(
    14,
    7,
    60,
    'Days from the card’s order to a first check',
    'Jours entre la commande de la carte et un premier contrôle',
  ),
  cardCallAfterDays: setting(
    21,
    14,
    90,
    'Days from the card’s order to a call',
    'Jours entre la commande de la carte et l’appel',
  ),
  cardLetterAfterDays: setting(
    30,
    21,
    120,
    'Days from the card’s order to a letter',
    'Jours entre la commande de la carte et une lettre',
  ),
  cardVisitAfterDays: setting(
    45,
    30,
    150,
    'Days from the card’s order to a visit',
    'Jours entre la commande de la carte et un passage à l’accueil',
  ),
  cardReviewAfterDays: setting(
    60,
    45,
    180,
    'Days from the card’s order to a review',
    'Jours entre la commande de la carte et la revue du dossier',
  ),
  appealTaskDaysBefore: setting(
    20,
    10,
    45,
    'Days before its limit at which the appeal is due',
    'Jours avant son délai où le recours est à envoyer',
  ),
  coverReminderDaysBefore: setting(
    30,
    14,
    90,
    'Days before the end of private cover',
    'Jours avant la fin de l’assurance privée',
  ),
  permitReviewDaysBefore: setting(
    90,
    30,
    180,
    'Days before the end of the permit',
    'Jours avant la fin du titre de séjour',
  ),
  reviewAgainAfterDays: setting(
    30,
    7,
    90,
    'Days after which a review returns',
    'Jours après lesquels une revue revient',
  ),
} as const satisfies Record<string, Setting>;

/** The two settings that are not one number. */
export const OTHER_SETTINGS = {
  reminderAfterDays: {
    default: [7, 21, 42] as [number, number, number],
    min: 3,
    max: 90,
    words: { en: 'Days of the three reminders of missing documents', fr: 'Jours des trois relances de pièces' },
  },
  postWithoutBirthCertificate: {
    default: false,
    words: { en: 'Post the file without the birth certificate', fr: 'Envoyer le dossier sans l’acte de naissance' },
  },
} as const;

const days = ({ default: standard, min, max }: Setting) => {
  const message = `A whole number from ${min} to ${max}.`;
  return z.int(message).min(min, message).max(max, message).default(standard);
};

const RISING = 'Three whole numbers from 3 to 90, each greater than the one before.';
const oneReminder = z.int(RISING).min(3, RISING).max(90, RISING);

/** The playbook as it comes in: what is left out takes its default, what is out of bounds is refused. */
export const Playbook = z.strictObject({
  firstCallAfterDays: days(SETTINGS.firstCallAfterDays),
  visitAfterDays: days(SETTINGS.visitAfterDays),
  chaseAfterMonths: days(SETTINGS.chaseAfterMonths),
  mediatorAfterMonths: days(SETTINGS.mediatorAfterMonths),
  reviewAfterMonths: days(SETTINGS.reviewAfterMonths),
  stillWaitingEveryDays: days(SETTINGS.stillWaitingEveryDays),
  stillWaitingAtMost: days(SETTINGS.stillWaitingAtMost),
  reminderAfterDays: z
    .tuple([oneReminder, oneReminder, oneReminder], RISING)
    .refine(([first, second, third]) => first < second && second < third, RISING)
    .default([...OTHER_SETTINGS.reminderAfterDays.default]),
  remindersAtMost: days(SETTINGS.remindersAtMost),
  documentsReviewAfterDays: days(SETTINGS.documentsReviewAfterDays),
  tracePostAfterWorkingDays: days(SETTINGS.tracePostAfterWorkingDays),
  assumedDeliveryWorkingDays: days(SETTINGS.assumedDeliveryWorkingDays),
  supplementWithinDays: days(SETTINGS.supplementWithinDays),
  supplementCallAfterDays: days(SETTINGS.supplementCallAfterDays),
  rightsCallAfterMonths: days(SETTINGS.rightsCallAfterMonths),
  civilStatusAfterMonths: days(SETTINGS.civilStatusAfterMonths),
  numberAlarmAfterMonths: days(SETTINGS.numberAlarmAfterMonths),
  orderCardAfterDays: days(SETTINGS.orderCardAfterDays),
  declareGpAfterDays: days(SETTINGS.declareGpAfterDays),
  cardCheckAfterDays: days(SETTINGS.cardCheckAfterDays),
  cardCallAfterDays: days(SETTINGS.cardCallAfterDays),
  cardLetterAfterDays: days(SETTINGS.cardLetterAfterDays),
  cardVisitAfterDays: days(SETTINGS.cardVisitAfterDays),
  cardReviewAfterDays: days(SETTINGS.cardReviewAfterDays),
  appealTaskDaysBefore: days(SETTINGS.appealTaskDaysBefore),
  coverReminderDaysBefore: days(SETTINGS.coverReminderDaysBefore),
  permitReviewDaysBefore: days(SETTINGS.permitReviewDaysBefore),
  reviewAgainAfterDays: days(SETTINGS.reviewAgainAfterDays),
  postWithoutBirthCertificate: z.boolean('true or false.').default(false),
});
export type Playbook = z.infer<typeof Playbook>;

/** What an agency starts with. */
export const defaultPlaybook: Playbook = Playbook.parse({});
