import type { DocumentCode, Fault, Words } from '../vocabulary.ts';

/** What a client reads about a paper. */
export type DocumentText = {
  name: Words;
  mustShow: Words;
  whyAsked: Words;
  faults: Record<Fault, Words>;
};

export const documentWords = {} as Record<DocumentCode, DocumentText>;

/** The names alone. */
export const documentName = {} as Record<DocumentCode, Words>;
