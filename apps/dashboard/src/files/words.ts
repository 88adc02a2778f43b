export const filesWords = { title: { en: 'Files', fr: 'Dossiers' } } as const;
