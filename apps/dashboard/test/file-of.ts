import type { File } from '@suivi/rules/file';
import { readFile } from '@suivi/rules/read-file';

/** A file of an American without work in Périgueux, to which this has happened. */
export function fileOf(events: readonly object[], applicant: object = {}): File {
  const read = readFile({
    id: 'F-1',
    openedOn: '2026-02-02',
    applicant: {
      category: 'resident',
      birthDate: '1961-04-12',
      birthCountry: 'US',
      nationalities: ['US'],
      language: 'en',
      arrivedOn: '2026-01-15',
      address: { postcode: '24000' },
      ...applicant,
    },
    events,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.file;
}
