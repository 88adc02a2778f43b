/** What passwords are made of before anything else is thought of. */
const EVERYDAY = [
  'suivi',
  'password',
  'passwort',
  'motdepasse',
  'bonjour',
  'bienvenue',
  'welcome',
  'letmein',
  'soleil',
  'admin',
  'cpam',
  'vitale',
  'france',
];
/** Walks along the keyboard, the alphabet and the figures. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertz',
];
const WALKS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
const SHORTEST_WALK = 4;
const NEEDED = 6;

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Whether little of a password is left once everyday words, what is known of the person, walks and repetitions are
 * taken out.
 * @param known of the person: name, email
 */
export function isGuessable(password: string, known: readonly string[]): boolean {
  const words = known.flatMap((text) => plain(text).split(/[^a-z0-9]+/)).filter((word) => word.length >= 3);
  let rest = plain(password);
  for (const word of [...EVERYDAY, ...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return new Set(withoutWalks(rest.replace(/(.+?)\1{2,}/gu, '$1'))).size < NEEDED;
}

function withoutWalks(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    let length = 1;
    while (at + length < text.length && WALKS.some((walk) => walk.includes(text.slice(at, at + length + 1)))) length++;
    if (length < SHORTEST_WALK) left += text[at];
    at += length < SHORTEST_WALK ? 1 : length;
  }
  return left;
}
