/** The words that all rounds have in common; each round has its own beside it. */
export const roundsWords = {
  leave: { en: 'Leave the round', fr: 'Quitter la tournée' },
  progress: { en: 'Progress', fr: 'Avancement' },
  done: { en: '{{done}} of {{of}} done', fr: '{{done}} sur {{of}} faits' },
  refused_one: { en: '{{count}} could not be recorded', fr: '{{count}} n’a pas pu être noté' },
  refused_other: { en: '{{count}} could not be recorded', fr: '{{count}} n’ont pas pu être notés' },
  results: { en: 'What was recorded', fr: 'Ce qui a été noté' },
  stay_one: {
    en: '{{count}} is still recorded: {{names}}. {{why}}',
    fr: '{{count}} reste noté : {{names}}. {{why}}',
  },
  stay_other: {
    en: '{{count}} are still recorded: {{names}}. {{why}}',
    fr: '{{count}} restent notés : {{names}}. {{why}}',
  },
  stayChanged: {
    en: 'The file has changed since. Look at the file, and take it back there.',
    fr: 'Le dossier a changé depuis. Voyez le dossier, et annulez là-bas.',
  },
  busy: {
    en: 'The round is still being recorded. Take it back when that is done.',
    fr: 'L’enregistrement de la tournée est en cours. Annulez quand il sera terminé.',
  },
  recordedBy: { en: '{{name}} recorded it {{ago}}.', fr: '{{name}} l’a noté {{ago}}.' },
  changedBy: {
    en: 'The file has changed meanwhile: {{what}}, {{name}}, {{ago}}. Look at the file, then record it again.',
    fr: 'Le dossier a changé entre-temps : {{what}}, {{name}}, {{ago}}. Voyez le dossier, puis notez de nouveau.',
  },
  justNow: { en: 'just now', fr: 'à l’instant' },
  minutesAgo_one: { en: '{{count}} minute ago', fr: 'il y a {{count}} minute' },
  minutesAgo_other: { en: '{{count}} minutes ago', fr: 'il y a {{count}} minutes' },
  hoursAgo_one: { en: '{{count}} hour ago', fr: 'il y a {{count}} heure' },
  hoursAgo_other: { en: '{{count}} hours ago', fr: 'il y a {{count}} heures' },
} as const;
