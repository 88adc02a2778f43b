import type { LetterTemplate } from '@suivi/rules/vocabulary';

/** The letter that a task asks for; null for a task that is none. */
export function letterOfTask(key: string): LetterTemplate | null {
  const [kind, about, number] = key.split(':');
  if (kind === 'file_appeal') return 'appeal';
  if (kind === 'seize_mediator') return 'mediator';
  if (kind !== 'registered_post') return null;
  switch (about) {
    case 'file':
      return number === '1' ? 'first_file' : 'resend';
    case 'supplement':
    case 'chase':
    case 'resend':
    case 'civil_status':
    case 'card':
    case 'option':
      return about;
    default:
      return null;
  }
}

/** The last number of a task's key: which request, which refusal, which round. */
export const numberOf = (key: string | null): number => Number(key?.split(':').at(-1) ?? 0);
