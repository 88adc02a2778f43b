export const newFileWords = {
  title: { en: 'New file', fr: 'Nouveau dossier' },
} as const;
