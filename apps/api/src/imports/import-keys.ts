import type { KeyRing } from '@suivi/database/sealing';
import type { Client } from '@suivi/contracts/files';
import type { Day } from '@suivi/rules/calendar/days';
import { createHmac } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { plainText } from '../files/search-text.ts';

/**
 * Who a client is, for a spreadsheet without references: last name, first name, day of birth and email address, so that
 * the same file brought twice makes nothing twice. A keyed hash, since days of birth can be guessed.
 * @returns under the current key first, then under the older ones, for files that were imported before a rotation
 */
export function importKeys(keys: KeyRing, agencyId: string, client: Client, birthDate: Day): [string, ...string[]] {
  const who = [
    agencyId,
    plainText(client.lastName),
    plainText(client.firstName),
    birthDate,
    (client.email ?? '').toLowerCase(),
  ].join('|');
  const under = (id: string, key: KeyObject) =>
    `${id}:${createHmac('sha256', key).update(`import key|${who}`).digest('base64url')}`;
  const older: string[] = [];
  let current = '';
  for (const [id, key] of keys.keys) {
    if (id === keys.current) current = under(id, key);
    else older.push(under(id, key));
  }
  return [current, ...older];
}
