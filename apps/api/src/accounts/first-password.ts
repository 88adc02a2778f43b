import { randomInt } from 'node:crypto';

/** Without the signs that are mistaken for one another when read from paper: 0 and o, 1, i and l. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const OF_EACH = 4;

/** A password for somebody who has none yet: 99 bits, in groups that can be read out on the telephone. */
export function firstPassword(): string {
  const group = () => Array.from({ length: OF_EACH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
