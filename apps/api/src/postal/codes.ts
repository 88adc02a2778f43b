import type { PostStatus } from '@suivi/rules/vocabulary';

/**
 * What a code of La Poste means to a file. Those that are not here (a parcel declared, a code that is documented nowhere)
 * are kept and shown, and are no event.
 */
const STATUS_OF: Record<string, PostStatus | 'delivered'> = {
  PC1: 'taken',
  PC2: 'taken',
  ET1: 'moving',
  ET2: 'moving',
  ET3: 'moving',
  ET4: 'moving',
  EP1: 'moving',
  DO1: 'moving',
  DO2: 'moving',
  DO3: 'moving',
  PB1: 'moving',
  PB2: 'moving',
  MD2: 'moving',
  AG1: 'at_counter',
  RE1: 'returned',
  DI2: 'returned',
  ND1: 'undeliverable',
  DI1: 'delivered',
};

export const statusOf = (code: string): PostStatus | 'delivered' | null => STATUS_OF[code] ?? null;

/** After these nothing more is to be learned of a letter. */
const LAST: ReadonlySet<string> = new Set(['delivered', 'returned']);
export const isLast = (status: string | null): boolean => status !== null && LAST.has(status);
