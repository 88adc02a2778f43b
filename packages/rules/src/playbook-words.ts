import { OTHER_SETTINGS, Playbook, SETTINGS } from './playbook.ts';
import type { Words } from './vocabulary.ts';

/** What each setting of the playbook does, for the person who chooses it: where it acts, in which unit, and what then happens. */

export type PlaybookSetting = keyof Playbook;
export const SETTING_NAMES = Object.keys(Playbook.shape) as PlaybookSetting[];

/** Where settings act, in the order of a file's life. */
export const SETTING_GROUPS = [
  'documents',
  'post',
  'waiting',
  'rights',
  'card',
  'appeals',
  'cover',
  'reviews',
] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

export const groupNames: Record<SettingGroup, Words> = {
  documents: { en: 'Documents', fr: 'Pièces' },
  post: { en: 'Post', fr: 'Courrier' },
  waiting: { en: 'Waiting', fr: 'Attente' },
  rights: { en: 'Rights and number', fr: 'Droits et numéro' },
  card: { en: 'Card', fr: 'Carte' },
  appeals: { en: 'Requests and appeals', fr: 'Demandes et recours' },
  cover: { en: 'Permits and cover', fr: 'Titres et assurance' },
  reviews: { en: 'Reviews', fr: 'Points à faire' },
};

export type Unit = 'days' | 'working_days' | 'months' | 'emails' | 'yes_or_no';
type Told = { group: SettingGroup; unit: Unit; does: Words };
const told = (group: SettingGroup, unit: Unit, en: string, fr: string): Told => ({ group, unit, does: { en, fr } });

export const settingTold: Record<PlaybookSetting, Told> = {
  reminderAfterDays: told(
    'documents',
    'days',
    'The client is reminded of missing documents so many days after the last one came, or after we asked.',
    'Le client est relancé tant de jours après la dernière pièce reçue, ou après notre demande.',
  ),
  remindersAtMost: told(
    'documents',
    'emails',
    'Counted over the whole life of a file. With 0 no reminder ever leaves.',
    'Compté sur toute la vie du dossier. À 0, aucune relance ne part.',
  ),
  documentsReviewAfterDays: told(
    'documents',
    'days',
    'A person looks at the file when documents are missing and nothing comes.',
    'Une personne fait le point quand il manque des pièces et que rien ne vient.',
  ),
  postWithoutBirthCertificate: told(
    'documents',
    'yes_or_no',
    'The file leaves without the birth certificate, its translation and apostille; they follow for the permanent number. A caisse may take it for incomplete and let it wait.',
    'Le dossier part sans l’acte de naissance, sa traduction ni l’apostille ; ils suivent pour le numéro définitif. La caisse peut le juger incomplet et le laisser en attente.',
  ),
  tracePostAfterWorkingDays: told(
    'post',
    'working_days',
    'Without a receipt, the letter is looked for at La Poste; a second time 20 working days after the posting.',
    'Sans accusé de réception, la lettre est recherchée à La Poste ; de nouveau 20 jours ouvrés après l’envoi.',
  ),
  assumedDeliveryWorkingDays: told(
    'post',
    'working_days',
    'While no receipt comes, the wait is counted from so many working days after the posting, and said to be assumed.',
    'Tant que l’accusé manque, l’attente se compte de tant de jours ouvrés après l’envoi, et se dit supposée.',
  ),
  firstCallAfterDays: told(
    'waiting',
    'days',
    'Counted from the receipt. A call to 3646 asks whether the file is there and being worked on.',
    'Compté de la réception. Un appel au 3646 demande si le dossier est là et en cours.',
  ),
  visitAfterDays: told(
    'waiting',
    'days',
    'Counted from the receipt. Somebody goes to the office of the caisse, with the proof of delivery.',
    'Compté de la réception. Quelqu’un se rend à l’accueil de la caisse, avec la preuve de réception.',
  ),
  chaseAfterMonths: told(
    'waiting',
    'months',
    'Counted from the receipt. A registered letter asks for a decision. The two months of the law stay where they are.',
    'Compté de la réception. Un recommandé demande une décision. Les deux mois de la loi ne bougent pas.',
  ),
  mediatorAfterMonths: told(
    'waiting',
    'months',
    'Counted from the receipt, and never before a month after the formal request was sent.',
    'Compté de la réception, et jamais avant un mois après l’envoi de la demande formelle.',
  ),
  reviewAfterMonths: told(
    'waiting',
    'months',
    'Counted from the receipt. A person looks at every way that is left.',
    'Compté de la réception. Une personne examine toutes les voies qui restent.',
  ),
  stillWaitingEveryDays: told(
    'waiting',
    'days',
    'The client hears that the file waits. The email gives way to any other of the three days before.',
    'Le client apprend que le dossier attend. Ce courriel cède devant tout autre des trois jours précédents.',
  ),
  stillWaitingAtMost: told(
    'waiting',
    'emails',
    'Counted over the whole life of a file. With 0 no such email ever leaves.',
    'Compté sur toute la vie du dossier. À 0, aucun courriel de ce genre ne part.',
  ),
  rightsCallAfterMonths: told(
    'rights',
    'months',
    'A call asks what has become of the permanent number, and the client is told.',
    'Un appel demande où en est le numéro définitif, et le client est prévenu.',
  ),
  civilStatusAfterMonths: told(
    'rights',
    'months',
    'Without the permanent number, birth certificate and translation go again by registered post.',
    'Sans numéro définitif, l’acte de naissance et sa traduction repartent en recommandé.',
  ),
  numberAlarmAfterMonths: told(
    'rights',
    'months',
    'A provisional number ends after nine months. Before that a person looks at the file, and the client is warned.',
    'Un numéro provisoire prend fin au bout de neuf mois. Avant, une personne fait le point et le client est averti.',
  ),
  orderCardAfterDays: told(
    'card',
    'days',
    'Sooner when the ameli account is open or CPAM asks for a photo.',
    'Plus tôt si le compte ameli est ouvert ou si la CPAM demande une photo.',
  ),
  declareGpAfterDays: told(
    'card',
    'days',
    'Until a doctor is declared, CPAM pays back less.',
    'Tant qu’aucun médecin n’est déclaré, la CPAM rembourse moins.',
  ),
  cardCheckAfterDays: told(
    'card',
    'days',
    'A message in the ameli account, where there is one.',
    'Un message par le compte ameli, quand il existe.',
  ),
  cardCallAfterDays: told(
    'card',
    'days',
    'The client is told that the card takes longer. A card ordered by post gets 7 days more.',
    'Le client apprend que la carte tarde. Une carte commandée par la poste a 7 jours de plus.',
  ),
  cardLetterAfterDays: told(
    'card',
    'days',
    'A registered letter asks what has become of the card.',
    'Un recommandé demande où en est la carte.',
  ),
  cardVisitAfterDays: told(
    'card',
    'days',
    'Somebody asks at the office of the caisse.',
    'Quelqu’un demande à l’accueil de la caisse.',
  ),
  cardReviewAfterDays: told('card', 'days', 'A person looks at the file.', 'Une personne fait le point.'),
  supplementWithinDays: told(
    'appeals',
    'days',
    'Counted from CPAM’s request. Sooner when CPAM names a day: 5 days before it. The limit itself never moves.',
    'Compté de la demande de la CPAM. Plus tôt si elle fixe une date : 5 jours avant. Le délai lui-même ne bouge pas.',
  ),
  supplementCallAfterDays: told(
    'appeals',
    'days',
    'A call asks whether they have been added to the file.',
    'Un appel demande si elles ont été jointes au dossier.',
  ),
  appealTaskDaysBefore: told(
    'appeals',
    'days',
    'The two months for the appeal are the law’s and stay; this is how long before their end it is to be sent.',
    'Les deux mois du recours sont ceux de la loi et restent ; ceci dit combien de jours avant leur fin il part.',
  ),
  coverReminderDaysBefore: told(
    'cover',
    'days',
    'Before rights open, the client is told to renew, and it becomes a task.',
    'Avant l’ouverture des droits, le client est invité à la prolonger, et cela devient une tâche.',
  ),
  permitReviewDaysBefore: told(
    'cover',
    'days',
    'A person looks at the file and the client is told; once more 30 days before, where that is later.',
    'Une personne fait le point et le client est prévenu ; encore une fois 30 jours avant, si c’est plus tard.',
  ),
  reviewAgainAfterDays: told(
    'reviews',
    'days',
    'A review that was answered comes back while the file stands where it stood.',
    'Un point déjà fait revient tant que le dossier n’a pas avancé.',
  ),
};

/** The name of a setting. */
export const settingName = (name: PlaybookSetting): Words =>
  (name in SETTINGS ? SETTINGS[name as keyof typeof SETTINGS] : OTHER_SETTINGS[name as keyof typeof OTHER_SETTINGS])
    .words;

/** What may stand in a setting: "A whole number from 7 to 90." */
export function boundsOf(name: PlaybookSetting): Words {
  if (name === 'postWithoutBirthCertificate')
    return { en: 'Yes or no: true or false.', fr: 'Oui ou non : true ou false.' };
  if (name === 'reminderAfterDays') {
    const { min, max } = OTHER_SETTINGS.reminderAfterDays;
    return {
      en: `Three whole numbers from ${min} to ${max}, each greater than the one before.`,
      fr: `Trois nombres entiers de ${min} à ${max}, chacun plus grand que le précédent.`,
    };
  }
  const { min, max } = SETTINGS[name];
  return { en: `A whole number from ${min} to ${max}.`, fr: `Un nombre entier de ${min} à ${max}.` };
}

export type SettingFault = { setting: string; message: Words };
export type ReadSettings = { ok: true; playbook: Playbook } | { ok: false; faults: SettingFault[] };

const UNKNOWN: Words = {
  en: 'There is no setting of this name. Check its spelling, or leave it out.',
  fr: 'Aucun réglage ne porte ce nom. Vérifiez son orthographe, ou retirez-le.',
};
const NO_OBJECT: Words = {
  en: 'Settings are one JSON object: { "firstCallAfterDays": 21 }.',
  fr: 'Les réglages sont un objet JSON : { "firstCallAfterDays": 21 }.',
};

/**
 * A changed playbook: some settings, or all of them. What is left out stays as it is at present.
 * @returns every fault at once, each with the bounds of its setting
 */
export function readSettings(given: unknown, present: Playbook): ReadSettings {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return { ok: false, faults: [{ setting: '', message: NO_OBJECT }] };
  const read = Playbook.safeParse({ ...present, ...given });
  if (read.success) return { ok: true, playbook: read.data };
  const wrong = new Map<string, Words>();
  for (const issue of read.error.issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) wrong.set(key, UNKNOWN);
    const name = String(issue.path[0] ?? '') as PlaybookSetting;
    if (SETTING_NAMES.includes(name)) wrong.set(name, boundsOf(name));
  }
  return { ok: false, faults: [...wrong].map(([setting, message]) => ({ setting, message })) };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The settings whose value is another, in the order of the groups. */
export function changedSettings(before: Playbook, after: Playbook): PlaybookSetting[] {
  return SETTING_GROUPS.flatMap((group) => settingsIn(group)).filter((name) => !same(before[name], after[name]));
}

/** The settings of a group, in the order in which they act. */
export const settingsIn = (group: SettingGroup): PlaybookSetting[] =>
  (Object.keys(settingTold) as PlaybookSetting[]).filter((name) => settingTold[name].group === group);

const UNITS: Record<Exclude<Unit, 'yes_or_no'>, [one: Words, many: Words]> = {
  days: [
    { en: 'day', fr: 'jour' },
    { en: 'days', fr: 'jours' },
  ],
  working_days: [
    { en: 'working day', fr: 'jour ouvré' },
    { en: 'working days', fr: 'jours ouvrés' },
  ],
  months: [
    { en: 'month', fr: 'mois' },
    { en: 'months', fr: 'mois' },
  ],
  emails: [
    { en: 'email', fr: 'courriel' },
    { en: 'emails', fr: 'courriels' },
  ],
};

/** The unit of a setting beside its value; `many` unless a value says otherwise. */
export function unitWords(name: PlaybookSetting, value?: number): Words | null {
  const { unit } = settingTold[name];
  if (unit === 'yes_or_no') return null;
  const [one, many] = UNITS[unit];
  return { en: (value === 1 ? one : many).en, fr: (value === 0 || value === 1 ? one : many).fr };
}

/** A value in words: "30 days", "7, 21, 42 days", "yes". */
export function valueWords(name: PlaybookSetting, value: Playbook[PlaybookSetting]): Words {
  if (typeof value === 'boolean') return value ? { en: 'yes', fr: 'oui' } : { en: 'no', fr: 'non' };
  const unit = unitWords(name, typeof value === 'number' ? value : undefined);
  const text = typeof value === 'number' ? String(value) : value.join(', ');
  return { en: `${text} ${unit?.en ?? ''}`.trim(), fr: `${text} ${unit?.fr ?? ''}`.trim() };
}
