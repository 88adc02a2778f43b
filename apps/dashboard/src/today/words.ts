export const todayWords = { title: { en: 'Today', fr: 'Aujourd’hui' } } as const;
