/** The words that all rounds have in common; each round has its own beside it. */
export const roundsWords = {
  leave: { en: 'Leave the round', fr: 'Quitter la tournée' },
  progress: { en: 'Progress', fr: 'Avancement' },
  done: { en: '{{done}} of {{of}} done', fr: '{{done}} sur {{of}} faits' },
} as const;
