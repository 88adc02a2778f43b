import { localStorageColorSchemeManager } from '@mantine/core';

/** Light, dark or as the machine: kept under the name that `public/before-paint.js` reads. */
export const schemeManager = localStorageColorSchemeManager({ key: 'suivi.scheme' });
