export const recordWords = {
  title: { en: 'Record event', fr: 'Noter un fait' },
} as const;
